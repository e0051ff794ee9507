"""Countries and the words made of their names: "Syrian" speaks of Syria."""

# What the usual endings do not give; each row names one country and its people.
_IRREGULAR = (
    ("^us", "^usa", "america", "american", "americans"),
    ("^uk", "britain", "british", "briton", "britons"),
    ("^eu", "european", "europeans", "europe"),
    ("^un",),
    ("afghanistan", "afghan", "afghans", "afghani"),
    ("argentina", "argentine", "argentines", "argentinian"),
    ("belgium", "belgian", "belgians"),
    ("china", "chinese"),
    ("cyprus", "cypriot", "cypriots"),
    ("denmark", "danish", "dane", "danes"),
    ("england", "english"),
    ("finland", "finnish", "finn", "finns"),
    ("france", "french"),
    ("germany", "german", "germans"),
    ("greece", "greek", "greeks"),
    ("iceland", "icelandic"),
    ("iraq", "iraqi", "iraqis"),
    ("ireland", "irish"),
    ("israel", "israeli", "israelis"),
    ("italy", "italian", "italians"),
    ("lebanon", "lebanese"),
    ("libya", "libyan", "libyans"),
    ("netherlands", "dutch"),
    ("norway", "norwegian", "norwegians"),
    ("peru", "peruvian"),
    ("philippines", "filipino", "filipinos", "philippine"),
    ("poland", "polish", "pole", "poles"),
    ("portugal", "portuguese"),
    ("russia", "russian", "russians"),
    ("scotland", "scottish", "scot", "scots"),
    ("spain", "spanish", "spaniard", "spaniards"),
    ("sweden", "swedish", "swede", "swedes"),
    ("switzerland", "swiss"),
    ("turkey", "turkiye", "turkish", "turk", "turks"),
    ("ukraine", "ukrainian", "ukrainians"),
    ("wales", "welsh"),
)
_ROWS = {word: row[0] for row in _IRREGULAR for word in row}
_ENDINGS = (
    "istan",
    "istani",
    "istanis",
    "i",
    "is",
    "an",
    "ans",
    "n",
    "ns",
    "ian",
    "ians",
    "ese",
    "s",
)
_SHORTEST = 4  # letters of a country's name that tell it from another


def country(key: str) -> str | None:
    """Return the one name of a country whose name, people or adjective a word is."""
    return _ROWS.get(key)


def is_country(word: str) -> bool:
    """Tell whether a folded word names a country, its people or what is theirs.

    It knows the countries above and those that end as Tajikistan does, and no other.
    """
    return word in _ROWS or word.endswith(("istan", "istani", "istanis"))


def are_kin(first: str, second: str) -> bool:
    """Tell whether two folded words are a country and what is made of its name."""
    row = _ROWS.get(first)
    if row is not None and row == _ROWS.get(second):
        return True
    return any(_made_of(*pair) for pair in ((first, second), (second, first))) or _one_root(
        first, second
    )


def _made_of(longer: str, shorter: str) -> bool:
    if len(shorter) < _SHORTEST or not longer.startswith(shorter[:-1]):
        return False
    rest = longer.removeprefix(shorter)
    return rest != longer and rest in _ENDINGS


def _one_root(first: str, second: str) -> bool:
    roots = [
        {word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)}
        for word in (first, second)
    ]
    return any(len(root) >= _SHORTEST for root in roots[0] & roots[1])
