"""What is measured in: each spelling of a unit with its one name.

Measures only. What else is counted (children, courses, men) has too many names to compare.
"""

_SPELLINGS = {
    "second": "second seconds sec secs",
    "minute": "minute minutes min mins",
    "hour": "hour hours hr hrs",
    "day": "day days",
    "night": "night nights",
    "week": "week weeks",
    "month": "month months",
    "year": "year years yr yrs",
    "decade": "decade decades",
    "century": "century centuries",
    "time": "times",
    "millimeter": "millimeter millimeters millimetre millimetres mm",
    "centimeter": "centimeter centimeters centimetre centimetres cm",
    "meter": "meter meters metre metres",
    "kilometer": "kilometer kilometers kilometre kilometres km kms",
    "inch": "inch inches",
    "foot": "foot feet ft",
    "yard": "yard yards",
    "mile": "mile miles",
    "knot": "knot knots",
    "hectare": "hectare hectares ha",
    "acre": "acre acres",
    "gram": "gram grams gramme grammes",
    "kilogram": "kilogram kilograms kilogramme kilogrammes kilo kilos kg",
    "pound": "lb lbs",
    "ton": "ton tons tonne tonnes",
    "liter": "liter liters litre litres",
    "barrel": "barrel barrels",
    "watt": "watt watts",
    "kilowatt": "kilowatt kilowatts kw",
    "megawatt": "megawatt megawatts mw",
    "degree": "degree degrees",
    "percent": "percent percentage pc",
    "dollar": "dollar dollars bucks",
    "cent": "cent cents",
    "euro": "euro euros",
    "sterling": "pound pounds sterling",
    "yen": "yen",
    "ruble": "ruble rubles rouble roubles",
    "somoni": "somoni somonis",
    "franc": "franc francs",
    "crown": "crown crowns",
    "rupee": "rupee rupees",
    "yuan": "yuan renminbi",
    "dinar": "dinar dinars",
    "lira": "lira liras",
}
UNITS = {word: unit for unit, words in _SPELLINGS.items() for word in words.split()}
"""A unit's name by each folded spelling."""

SIGNS = {
    **{"$": "dollar", "US$": "dollar", "€": "euro", "£": "sterling", "¥": "yen"},
    **{"₽": "ruble", "₹": "rupee", "₴": "hryvnia", "%": "percent", "°": "degree"},
}
CODES = {
    **{"USD": "dollar", "EUR": "euro", "GBP": "sterling", "JPY": "yen", "RUB": "ruble"},
    **{"TJS": "somoni", "CHF": "franc", "INR": "rupee", "UAH": "hryvnia", "CNY": "yuan"},
    **{"RMB": "yuan", "TRY": "lira"},
}
"""ISO 4217, as far as they are met beside numbers."""
