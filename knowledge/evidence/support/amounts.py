"""Amounts as people write them: a number, what it counts in, and its rank in an order.

"$3 million", "3,000,000 US dollars" and "three million dollars" are one amount. The matcher's
own reading of numbers (`knowledge.text.numbers`) needs neither units nor places, and no library
of number words tells a second of a minute from the second of two.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from knowledge.evidence.support.units import CODES, SIGNS, UNITS

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {
    **{word: float(number) for number, word in enumerate(_ONES)},
    **{word: float(number * 10) for number, word in enumerate(_TENS, 2)},
}
_SCALES = {
    **{"hundred": 1e2, "dozen": 12.0, "thousand": 1e3, "million": 1e6, "billion": 1e9},
    **{"trillion": 1e12, "k": 1e3, "m": 1e6, "mln": 1e6, "mn": 1e6, "bn": 1e9},
}
_SHORT_SCALES = frozenset({"k", "m", "mln", "mn", "bn"})
_HUNDRED = 100
_RANKS = {
    **{"first": 1.0, "second": 2.0, "third": 3.0, "fifth": 5.0, "eighth": 8.0, "ninth": 9.0},
    **{"twelfth": 12.0},
    **{f"{word}th": float(_ONES.index(word)) for word in ("four", "six", "seven", "ten")},
    **{f"{word}th": float(_ONES.index(word)) for word in ("eleven", *_ONES[13:])},
    **{f"{word[:-1]}ieth": float(number * 10) for number, word in enumerate(_TENS, 2)},
}
_LOOSE = {"dozens": 12.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
_TIMES = {"twice": 2.0, "thrice": 3.0}
_VAGUE = frozenset({"few", "several", "many", "some"})
_AGE = frozenset({"aged", "age"})
# "his first wife" is a rank, "who first said so" is none
_BEFORE_A_RANK = frozenset(
    "the a an his her its their our your my this that every each".split()
)
_JOINS = frozenset({"and", "or", "to", "-", "–", "—"})
_BEFORE_A_UNIT = frozenset({"-", "‑", "US", "square", "cubic", "full", "whole", "long"})
_LEXEME = re.compile(
    r"""(?P<sign>US\$|[$€£¥₽₹₴])
      | (?P<digits>(?:\d{1,3}(?:[,'’\u00a0\u202f\u2009\ ]\d{3})+(?!\d)|\d+)(?:\.\d+)?)
        (?P<ending>(?:st|nd|rd|th|k|K|m|M|mln|mn|bn)(?![^\W_]))?
      | (?P<word>[^\W\d_]+)
      | (?P<mark>['’%°.]|[^\w\s])""",
    re.VERBOSE,
)


class Kind(Enum):
    """What a number is for."""

    COUNT = "count"
    RANK = "rank"
    LOOSE = "loose"
    """Hundreds, dozens; a few days."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a text, with its unit, or a unit in which something is counted loosely."""

    value: float
    unit: str
    kind: Kind
    words: str
    """As it stands in the text."""
    counted: tuple[str, ...] = ()
    """The words that follow, folded: what may be counted."""
    is_bare: bool = False
    """Whether it is the word "one" alone, which is a pronoun more often than a number."""
    is_age: bool = False


@dataclass(frozen=True, slots=True)
class _Lexeme:
    kind: str
    text: str
    start: int
    end: int
    ending: str = ""

    @property
    def folded(self) -> str:
        return self.text.lower()


def amounts(text: str) -> tuple[Amount, ...]:
    """Return the amounts in a text that holds no dates any more, in reading order."""
    lexemes = tuple(_lexemes(text))
    found: list[tuple[int, int, Amount]] = []
    at = 0
    while at < len(lexemes):
        end, amount = _amount_at(text, lexemes, at)
        if amount:
            found.append((at, end, amount))
        at = max(end, at + 1)
    return tuple(_sharing_units(lexemes, found))


def units_named(text: str) -> frozenset[str]:
    """Return the units that a text names, with a number or without one: "days later"."""
    units = (_unit(lexeme) for lexeme in _lexemes(text))
    return frozenset(unit for unit in units if unit)


def _unit(lexeme: _Lexeme) -> str:
    text = lexeme.text
    return UNITS.get(lexeme.folded) or CODES.get(text) or SIGNS.get(text) or ""


def _lexemes(text: str) -> Iterator[_Lexeme]:
    for match in _LEXEME.finditer(text):
        kind = match.lastgroup if match.lastgroup != "ending" else "digits"
        body = match[kind or 0]
        yield _Lexeme(kind or "", body, match.start(), match.end(), match["ending"] or "")


def _amount_at(text: str, lexemes: Sequence[_Lexeme], at: int) -> tuple[int, Amount | None]:
    """Return where the amount that begins here ends, and the amount."""
    sign = ""
    start = at
    if lexemes[at].kind == "sign" or lexemes[at].text in CODES:
        sign = SIGNS.get(lexemes[at].text) or CODES[lexemes[at].text]
        at += 1
    end, value, kind = _number_at(text, lexemes, at, has_sign=bool(sign))
    if kind is None or (kind is Kind.RANK and not _is_rank(lexemes, start)):
        return start + 1, None
    last, unit = _unit_at(lexemes, end, kind)
    unit = sign or unit
    if kind is Kind.LOOSE and not value and not unit:
        return start + 1, None
    amount = Amount(
        value,
        unit,
        kind,
        text[lexemes[start].start : lexemes[max(last, end) - 1].end],
        counted=tuple(one.folded for one in lexemes[end : end + 3] if one.kind == "word"),
        is_bare=lexemes[start].folded == "one" and end == start + 1 and not unit,
        is_age=not unit
        and any(one.folded in _AGE for one in lexemes[max(0, start - 4) : start]),
    )
    return max(last, end), amount


def _number_at(
    text: str, lexemes: Sequence[_Lexeme], at: int, *, has_sign: bool
) -> tuple[int, float, Kind | None]:
    if at >= len(lexemes):
        return at, 0.0, None
    word = lexemes[at].folded
    if lexemes[at].kind == "digits":
        return _digits_at(text, lexemes, at, has_sign=has_sign)
    if word in _LOOSE:
        return at + 1, _LOOSE[word], Kind.LOOSE
    if word in _VAGUE:
        return at + 1, 0.0, Kind.LOOSE
    if word in _TIMES:
        return at + 1, _TIMES[word], Kind.COUNT
    return _half_at(lexemes, at) or _spelled_at(lexemes, at)


def _digits_at(
    text: str, lexemes: Sequence[_Lexeme], at: int, *, has_sign: bool
) -> tuple[int, float, Kind | None]:
    lexeme = lexemes[at]
    value = float(re.sub(r"[^\d.]", "", lexeme.text)[:300])
    ending = lexeme.ending.lower()
    if ending in {"st", "nd", "rd", "th"}:
        return at + 1, value, Kind.RANK
    if ending == "m" and lexeme.ending == "m" and not has_sign:
        return at + 1, value, Kind.COUNT  # 30m are meters, $30m are millions
    if ending:
        return at + 1, value * _SCALES[ending], Kind.COUNT
    end = at + 1
    while end < len(lexemes) and _follows(text, lexemes, end):
        scale = _scale(lexemes[end]) or (has_sign and _SCALES.get(lexemes[end].folded))
        if not scale:
            break
        value *= scale
        end += 1
    return end, value, Kind.COUNT


def _half_at(lexemes: Sequence[_Lexeme], at: int) -> tuple[int, float, Kind] | None:
    """Read "half a million"."""
    words = [one.folded for one in lexemes[at : at + 2]]
    scale = _scale(lexemes[at + 2]) if at + 2 < len(lexemes) else 0.0
    return (at + 3, scale / 2, Kind.COUNT) if words == ["half", "a"] and scale else None


def _scale(lexeme: _Lexeme) -> float:
    is_word = lexeme.kind == "word" and (
        lexeme.folded not in _SHORT_SCALES or lexeme.text in {"mln", "mn", "bn"}
    )
    return _SCALES.get(lexeme.folded, 0.0) if is_word else 0.0


def _follows(text: str, lexemes: Sequence[_Lexeme], at: int) -> bool:
    """Tell whether nothing but a space or a hyphen stands before a lexeme."""
    return text[lexemes[at - 1].end : lexemes[at].start] in {"", " ", "\u00a0"}


def _spelled_at(lexemes: Sequence[_Lexeme], at: int) -> tuple[int, float, Kind | None]:
    """Read number words: "two hundred and sixty thousand", "twenty-first", "a dozen"."""
    total, current, end = 0.0, 0.0, at
    place = at
    while place < len(lexemes):
        word = lexemes[place].folded
        joins = place > at and (word == "and" or lexemes[place].text in {"-", "‑"})
        if joins and (total or current):
            place += 1
            continue
        if word in _NUMBERS and _completes(total, current, _NUMBERS[word], started=end > at):
            current += _NUMBERS[word]
        elif word in _RANKS and _completes(total, current, _RANKS[word], started=end > at):
            return place + 1, total + current + _RANKS[word], Kind.RANK
        elif (scale := _scale(lexemes[place])) and _may_scale(lexemes, place, end > at):
            total, current = _scaled(total, current, scale)
        else:
            break
        place += 1
        end = place
    return (end, total + current, Kind.COUNT) if end > at else (at, 0.0, None)


def _completes(total: float, current: float, value: float, *, started: bool) -> bool:
    """Tell whether a number word goes on with the number before it: "twenty" with "one"."""
    if not started or (total and not current):
        return True
    rest = current % _HUNDRED
    if current and not rest:
        return value < _HUNDRED
    return rest in {20, 30, 40, 50, 60, 70, 80, 90} and 0 < value < 10  # noqa: PLR2004


def _may_scale(lexemes: Sequence[_Lexeme], place: int, started: bool) -> bool:  # noqa: FBT001
    """Tell whether a scale counts: "three million", "a hundred", but not "hundred" alone."""
    before = lexemes[place - 1].folded if place else ""
    return started or before in {"a", "an", "per"}


def _scaled(total: float, current: float, scale: float) -> tuple[float, float]:
    if scale == _HUNDRED:
        return total, (current or 1) * _HUNDRED
    if not current and total:  # "two hundred thousand million"
        return total * scale, 0.0
    return total + (current or 1) * scale, 0.0


def _is_rank(lexemes: Sequence[_Lexeme], at: int) -> bool:
    """Tell whether "first" is one: after an article, a possessive, an adjective's hyphen."""
    if lexemes[at].kind == "digits" or lexemes[at].folded != "first":
        return True
    before = [one.folded for one in lexemes[max(0, at - 2) : at]]
    return bool(before) and (before[-1] in _BEFORE_A_RANK or before[-1] == "s")


def _unit_at(lexemes: Sequence[_Lexeme], at: int, kind: Kind) -> tuple[int, str]:
    """Return the unit that follows a number, with the place behind it."""
    if kind is Kind.RANK:
        return at, ""
    if at and lexemes[at - 1].ending == "m":
        return at, "meter"
    if at and lexemes[at - 1].folded in _TIMES:
        return at, "time"
    for place in range(at, min(at + 3, len(lexemes))):
        lexeme = lexemes[place]
        if unit := _unit(lexeme):
            return place + 1, unit
        if lexeme.text not in _BEFORE_A_UNIT:
            break
    return at, ""


def _sharing_units(
    lexemes: Sequence[_Lexeme], found: Sequence[tuple[int, int, Amount]]
) -> Iterator[Amount]:
    """Give "two" the unit of "two or three months"."""
    units: list[str] = [amount.unit for _, _, amount in found]
    for place in range(len(found) - 2, -1, -1):
        _, end, _ = found[place]
        start = found[place + 1][0]
        between = {one.folded for one in lexemes[end:start]}
        if not units[place] and between and between <= _JOINS:
            units[place] = units[place + 1]
    for (_, _, amount), unit in zip(found, units, strict=True):
        yield replace(amount, unit=unit)
