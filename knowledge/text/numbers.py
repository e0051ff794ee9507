"""Numbers as people write them: 3,000,000 and "$3 million" and "three million" are one."""

import re

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_SMALL = {
    **{word: number for number, word in enumerate(_UNITS)},
    **{"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50},
    **{"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90},
}
_SCALES = {
    **dict.fromkeys(("hundred",), 100.0),
    **dict.fromkeys(("thousand", "k"), 1e3),
    **dict.fromkeys(("million", "mln", "m", "mn"), 1e6),
    **dict.fromkeys(("billion", "bn"), 1e9),
}
_PART = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+")


def numbers(folded: str) -> frozenset[float]:
    """Return the numbers in a folded text, written in digits, in words or both."""
    found: list[float] = []
    is_open = (
        False  # whether the last number may still grow: "twenty" by "one", "3" by "million"
    )
    for part in _PART.findall(folded):
        value = _SMALL.get(part)
        if part[0].isdigit():
            found.append(float(part.replace(",", "")[:15]))
        elif part in _SCALES and is_open:
            found[-1] *= _SCALES[part]
        elif value is not None and is_open and _completes(found[-1], value):
            found[-1] += value
        elif value is not None and part != "one":  # "one" is a pronoun more often than a number
            found.append(float(value))
        else:
            is_open = False
            continue
        is_open = True
    return frozenset(found)


def _completes(tens: float, unit: int) -> bool:
    return tens in {20, 30, 40, 50, 60, 70, 80, 90} and 0 < unit < 10  # noqa: PLR2004 twenty-one
