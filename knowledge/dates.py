"""Dates as sources give them: EDTF (ISO 8601-2), read by the edtf library."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

EARLIEST, LATEST = date.min, date.max
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class When:
    """An EDTF date with the first and the last day that it may mean."""

    edtf: str
    earliest: date
    latest: date

    @property
    def words(self) -> str:
        """Return the date as a person would say it: "late April 2015", "by 2021"."""
        return _words(self)

    @property
    def years(self) -> range:
        """Return the years that the date touches, open ends left out."""
        first = self.earliest.year if self.earliest != EARLIEST else self.latest.year
        last = self.latest.year if self.latest != LATEST else self.earliest.year
        return range(first, last + 1)

    @property
    def is_certain(self) -> bool:
        """Tell whether the date is one known day, month or year."""
        return not set(self.edtf) & set("/.?~%X[{")


@lru_cache(maxsize=4096)
def parse_when(text: str) -> When:
    """Read an EDTF date; ValueError says what a date looks like where it is none."""
    if not text.strip():
        raise ValueError("an empty date; leave the key out, or write one such as 2015-05-28")
    try:
        parsed = parse_edtf(text)
        lower, upper = parsed.lower_strict(), parsed.upper_strict()
    except (EDTFParseException, ValueError, TypeError, AttributeError) as error:
        raise ValueError(
            f"{text!r} is not an EDTF date; write one such as 2015-05-28, 2015-05, 2015, "
            "2003/2014, ../2021 or 2015~"
        ) from error
    earliest, latest = _day(lower, open_end=EARLIEST), _day(upper, open_end=LATEST)
    if earliest > latest:
        raise ValueError(f"{text!r} ends before it begins; write the earlier date first")
    return When(edtf=text, earliest=earliest, latest=latest)


def _day(bound: object, *, open_end: date) -> date:
    if not isinstance(bound, tuple):  # the library gives an infinite float for an open end
        return open_end
    year, month, day = bound[:3]
    return date(min(max(year, 1), 9999), month, day)


def _words(when: When) -> str:
    if "/" in when.edtf:
        return _interval_words(when)
    qualifier = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(when.edtf[-1], "")
    return qualifier + _point_words(when.edtf.rstrip("~?%"))


def _point_words(edtf: str) -> str:
    parts: list[str] = re.findall(r"[\dX]+", edtf)
    match parts:
        case [year, "XX"]:
            return year
        case [year, month]:
            return f"{_MONTHS[int(month) - 1]} {year}"
        case [year, "XX", _]:
            return year
        case [year, month, "XX"]:
            return f"{_MONTHS[int(month) - 1]} {year}"
        case [year, month, day] if day.isdigit():
            return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"
        case _:
            return edtf


def _interval_words(when: When) -> str:
    start, end = when.edtf.split("/")
    if start in {"", ".."}:
        return f"by {_point_words(end)}"
    if end in {"", ".."}:
        return f"since {_point_words(start)}"
    return _third_of_month(when) or _third_of_year(when) or _span_words(start, end)


def _span_words(start: str, end: str) -> str:
    first, last = _point_words(start.rstrip("~?%")), _point_words(end.rstrip("~?%"))
    return f"{first} to {last}"


def _third_of_month(when: When) -> str:
    first, last = when.earliest, when.latest
    if (first.year, first.month) != (last.year, last.month):
        return ""
    end_of_month = monthrange(last.year, last.month)[1]
    thirds = {(1, 10): "early", (11, 20): "mid", (21, end_of_month): "late"}
    third = thirds.get((first.day, last.day))
    return f"{third} {_MONTHS[first.month - 1]} {first.year}" if third else ""


def _third_of_year(when: When) -> str:
    first, last = when.earliest, when.latest
    is_whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if first.year != last.year or not is_whole_months:
        return ""
    thirds = {(1, 4): "early", (5, 8): "mid", (9, 12): "late"}
    third = thirds.get((first.month, last.month))
    return f"{third} {first.year}" if third else ""
