"""Numbers as people write them: 3,000,000 and "$3 million" and "three million" are one."""

import re
from collections.abc import Sequence

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
_HUNDRED = 100
_SCALES = {
    **dict.fromkeys(("thousand",), 1e3),
    **dict.fromkeys(("million", "mln", "mn"), 1e6),
    **dict.fromkeys(("billion", "bn"), 1e9),
}
_LETTERS = {"k": 1e3, "m": 1e6}  # behind the digits only: "3 m" is a length
_DIGITS = re.compile(r"(\d[\d,]*(?:\.\d+)?)([km]\b)?")
_BEGINS = re.compile(rf"\d|\b(?:{'|'.join((*_SMALL, 'hundred', *_SCALES))})")
_PART = re.compile(rf"{_DIGITS.pattern}|[a-z]+")


def numbers(folded: str) -> frozenset[float]:
    """Return the numbers in a folded text, written in digits, in words or both."""
    if not _BEGINS.search(folded):
        return frozenset()
    parts = [match[0] for match in _PART.finditer(folded)]
    found: list[float] = []
    place = 0
    while place < len(parts):
        read = _digits if parts[place][0].isdigit() else _spelled
        place, value = read(parts, place)
        if value is not None:
            found.append(value)
    return frozenset(found)


def _digits(parts: Sequence[str], place: int) -> tuple[int, float]:
    """Read "3,000,000", "3m" or "3 million"; return what comes next, and the number."""
    match = _DIGITS.match(parts[place])
    text, letter = match.groups() if match else ("0", None)
    value = float(text.replace(",", "")[:15]) * _LETTERS.get(letter or "", 1.0)
    end = place + 1
    while end < len(parts) and (scale := _SCALES.get(parts[end]) or _hundred(parts[end])):
        value, end = value * scale, end + 1
    return end, value


def _hundred(part: str) -> float:
    return float(_HUNDRED) if part == "hundred" else 0.0


def _spelled(parts: Sequence[str], place: int) -> tuple[int, float | None]:
    """Read "two hundred and fifty thousand", "twenty-one" or "a million", if one begins here.

    "One" alone is a pronoun more often than a number.
    """
    end = place
    total, current = 0.0, None
    if parts[place] in {"a", "an"} and _is_scale(parts, place + 1):
        end, current = place + 1, 1.0
    while end < len(parts):
        part = parts[end]
        if part == "and" and _joins(parts, end, total, current):
            end += 1
        elif part in _SMALL and _completes(current, _SMALL[part]):
            current, end = (current or 0.0) + _SMALL[part], end + 1
        elif part == "hundred" and current is not None and current < _HUNDRED:
            current, end = current * _HUNDRED, end + 1
        elif part in _SCALES and current is not None:
            total, current, end = total + current * _SCALES[part], None, end + 1
        else:
            break
    is_number = end > place and parts[place:end] != ["one"]
    return max(end, place + 1), total + (current or 0.0) if is_number else None


def _is_scale(parts: Sequence[str], place: int) -> bool:
    return place < len(parts) and (parts[place] in _SCALES or parts[place] == "hundred")


def _joins(parts: Sequence[str], place: int, total: float, current: float | None) -> bool:
    """Tell whether "and" goes on with a number: "two hundred and fifty", not "one and two"."""
    is_round = current >= _HUNDRED if current is not None else total > 0
    return is_round and place + 1 < len(parts) and parts[place + 1] in _SMALL


def _completes(current: float | None, value: int) -> bool:
    if current is None:
        return True
    rest = current % _HUNDRED
    if not rest:
        return current > 0 and value > 0
    return rest in {20, 30, 40, 50, 60, 70, 80, 90} and 0 < value < 10  # noqa: PLR2004 twenty-one
