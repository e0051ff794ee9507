"""An EDTF date in words, as a person would write it in a sentence."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
DECEMBER = 12
_SEASONS = ("spring", "summer", "autumn", "winter")
_PERIODS = dict(
    enumerate(
        (
            *_SEASONS,
            *_SEASONS,  # of the northern half
            *(f"the southern {season}" for season in _SEASONS),
            *(f"the {which} quarter" for which in ("first", "second", "third", "last")),
            *(f"the {which} four months" for which in ("first", "middle", "last")),
            *(f"the {which} half" for which in ("first", "second")),
        ),
        21,
    )
)  # ISO 8601-2, where the months end
_MARK = "([?~%]?)"
_POINT = re.compile(
    rf"{_MARK}(-?[\dX]{{4}}){_MARK}"
    rf"(?:-{_MARK}([\dX]{{2}}){_MARK}(?:-{_MARK}([\dX]{{2}}){_MARK})?)?(?:T.*|\^.)?",
    re.ASCII,
)
_ESTIMATE = re.compile(r"(-?\d{4})S\d+", re.ASCII)
_LONG_YEAR = re.compile(r"Y(-?\d+)(?:S\d+)?", re.ASCII)
_LEADS = {"~": "around ", "?": "perhaps ", "%": "perhaps around "}
_DOUBTS = {"~": "approximate", "?": "uncertain", "%": "uncertain and approximate"}
_PARTS = ("year", "month", "day")


@dataclass(frozen=True, slots=True)
class Wording:
    """A date in words: what qualifies it, the preposition that it takes, and itself."""

    words: str
    preposition: str = ""
    lead: str = ""

    @property
    def noun(self) -> str:
        """Return the date as it stands alone: "late April 2015", "perhaps 2011"."""
        return f"{self.lead}{self.words}"

    @property
    def placed(self) -> str:
        """Return the date as it says when something was: "in late April 2015"."""
        is_bare = not self.preposition or "around" in self.lead
        return f"{self.lead}{'' if is_bare else self.preposition + ' '}{self.words}"


def word_date(edtf: str, start: date, end: date) -> Wording:
    """Return the words of a valid date, with the first and the last day that it names."""
    if edtf[0] in "[{":
        return _set(edtf)
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(edtf)
    if first in {"", ".."}:
        return Wording(f"by {_point(last).noun}")
    if last in {"", ".."}:
        return Wording(f"since {_point(first).noun}")
    part = "" if set(edtf) & set("~?%X") else span_part(start, end)
    return Wording(part, "in") if part else _from_to(_point(first).noun, _point(last).noun)


def word_span(first: date, last: date) -> str:
    """Return a span of days in words, as short as its ends allow: "2007 to 2009"."""
    if (first.month, first.day, last.month, last.day) == (1, 1, DECEMBER, 31):
        start, end = _year(f"{first.year:04}"), _year(f"{last.year:04}")
    elif first.day == 1 and last.day == _last_day(last):
        start, end = _month_of(first), _month_of(last)
    else:
        start, end = _day_of(first), _day_of(last)
    return start if start == end else f"{start} to {end}"


def span_part(first: date, last: date) -> str:
    """Return which third of a month or of a year two days enclose, or nothing."""
    if (first.year, first.month) == (last.year, last.month):
        thirds = {(1, 10): "early", (11, 20): "mid", (21, _last_day(last)): "late"}
        third = thirds.get((first.day, last.day))
        return f"{third} {_month_of(first)}" if third else ""
    if first.year == last.year and first.day == 1 and last.day == _last_day(last):
        thirds = {(1, 4): "early", (5, 8): "mid", (9, 12): "late"}
        third = thirds.get((first.month, last.month))
        return f"{third} {first.year}" if third else ""
    return ""


def _set(edtf: str) -> Wording:
    """Word a set: in square brackets one of its dates is meant, in curly ones all are."""
    is_one = edtf[0] == "["
    parts = tuple(_member(text, is_one=is_one) for text in edtf[1:-1].split(","))
    word = "or" if is_one else "and"
    if len({part.preposition for part in parts}) > 1:
        *few, last = (part.placed for part in parts)
        return Wording(f"{', '.join(few)}, {word} {last}")
    *few, last = (part.noun for part in parts)
    words = f"{', '.join(few)} {word} {last}" if few else last
    return Wording(words, parts[0].preposition)


def _member(text: str, *, is_one: bool) -> Wording:
    first, dots, last = text.strip().partition("..")
    if not dots:
        return _point(first)
    if not first:
        return Wording(f"before {_beside(last, 1)}" if is_one else f"up to {_point(last).noun}")
    low = _point(first).noun
    if not last:
        return Wording(f"after {_beside(first, -1)}" if is_one else f"{low} and after")
    high = _point(last).noun
    return Wording(f"between {low} and {high}") if is_one else _from_to(low, high)


def _from_to(start: str, end: str) -> Wording:
    return Wording(f"{start} to {end}", "from")


def _beside(edtf: str, step: int) -> str:
    """Return the year, month or day next to a plain one: before 2015 is up to 2014."""
    try:
        year, *rest = (int(part) for part in edtf.split("-"))
        if not rest:
            return _year(f"{year + step:04}")
        if len(rest) == 1:
            months = year * DECEMBER + rest[0] - 1 + step
            return _month_of(date(months // DECEMBER, months % DECEMBER + 1, 1))
        return _day_of(date(year, *rest) + timedelta(step))
    except (ValueError, OverflowError):  # before the year 1, or after 9999
        return _point(edtf).noun


def _point(edtf: str) -> Wording:
    found = _POINT.fullmatch(edtf)
    if found:
        year, month, day = found[2], found[5], found[8]
        return _doubted(_named(year, month or "", day or ""), _marks(found))
    if estimate := _ESTIMATE.fullmatch(edtf):
        return Wording(_year(estimate[1]), "in", "around ")
    if long := _LONG_YEAR.fullmatch(edtf):
        return Wording(_year(long[1]), "in")
    return Wording(edtf)  # what no rule words stands as it was written


def _marks(found: re.Match[str]) -> tuple[str, ...]:
    """Return the mark of doubt on year, month and day, as far as the date goes.

    Left of a part a mark is about that part; right of it, about all up to there.
    """
    left, right = (found[1], found[4], found[7]), (found[3], found[6], found[9])
    size = 1 + sum(found[at] is not None for at in (5, 8))
    return tuple(left[at] or next((r for r in right[at:size] if r), "") for at in range(size))


def _doubted(said: Wording, marks: tuple[str, ...]) -> Wording:
    if len(set(marks)) == 1:
        return replace(said, lead=_LEADS.get(marks[0], ""))
    doubts = "; ".join(
        f"{' and '.join(p for p, m in zip(_PARTS, marks, strict=False) if m == mark)} {doubt}"
        for mark, doubt in _DOUBTS.items()
        if mark in marks
    )
    return replace(said, words=f"{said.words} ({doubts})")


def _named(year: str, month: str, day: str) -> Wording:
    if month in {"", "XX"} and day in {"", "XX"}:
        return Wording(_year(year), "in")
    if month == "XX":
        return Wording(f"day {int(day)} of a month {_in_year(year)}")
    name = _PERIODS.get(int(month)) or MONTHS[int(month) - 1]
    if day in {"", "XX"}:
        return Wording(_with_year(name, year), "in")
    return Wording(_with_year(f"{int(day)} {name}", year), "on")


def _with_year(words: str, year: str) -> str:
    if "X" in year:
        return f"{words} of a year {_in_year(year)}".rstrip()
    return f"{words} {'of ' if words.startswith('the ') else ''}{_year(year)}"


def _in_year(year: str) -> str:
    return "that is not known" if year == "XXXX" else f"in {_year(year)}"


def _year(text: str) -> str:
    if re.fullmatch(r"\d{3}X", text):
        return f"the {text[:3]}0s"
    if re.fullmatch(r"\d+X+", text):
        return f"the years {text.replace('X', '0')} to {text.replace('X', '9')}"
    if "X" in text:
        return f"a year from {text.replace('X', '0')} to {text.replace('X', '9')}"
    year = int(text)  # astronomers count a year 0, historians call it 1 BC
    return str(year) if year > 0 else f"{1 - year} BC"


def _month_of(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _day_of(day: date) -> str:
    return f"{day.day} {_month_of(day)}"


def _last_day(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def doubts(edtf: str) -> Iterator[str]:
    """Yield whether a date is approximate, and whether it is uncertain."""
    if set(edtf) & set("~%S"):
        yield "approximate"
    if set(edtf) & set("?%"):
        yield "uncertain"
