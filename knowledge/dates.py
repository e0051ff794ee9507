"""Dates as sources give them: EDTF (ISO 8601-2), read by the edtf library."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

EARLIEST, LATEST = date.min, date.max
DECEMBER = 12
LONGEST = 60  # characters; the parser takes seconds over a set of a thousand years
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_MONTH_WORDS = {**dict(enumerate(_MONTHS, 1)), **_SEASONS}
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_POINT = re.compile(r"(\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T.*)?")


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
    if not re.search(r"\d", text):
        raise ValueError(f"{text!r} names no date; leave the key out where none is known")
    if len(text) > LONGEST:
        raise ValueError(f"a date of {len(text)} characters; write at most {LONGEST}")
    try:
        earliest, latest = _plain_bounds(text.strip()) or _bounds(text.strip())
    except (ValueError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(
            f"{text!r} is not an EDTF date; write one such as 2015-05-28, 2015-05, 2015, "
            "2003/2014, ../2021 or 2015~"
        ) from error
    if earliest > latest:
        raise ValueError(f"{text!r} ends before it begins; write the earlier date first")
    return When(edtf=text.strip(), earliest=earliest, latest=latest)


def _plain_bounds(text: str) -> tuple[date, date] | None:
    """Read a plain date or an interval of plain dates, which is most of a base.

    The library takes 80 ms to import and 5 ms for a date: too long for a start in a terminal.
    """
    start, slash, end = text.partition("/")
    first = _plain_point(start, EARLIEST)
    last = _plain_point(end, LATEST) if slash else first
    return (first[0], last[1]) if first and last else None


def _plain_point(text: str, open_end: date) -> tuple[date, date] | None:
    match = _PLAIN.fullmatch(text)
    if not match:
        return (open_end, open_end) if text == ".." else None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if month > DECEMBER:  # a season, which the library knows
        return None
    if match[3]:
        return date(year, month, day), date(year, month, day)
    first, last = (month, month) if match[2] else (1, DECEMBER)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _bounds(text: str) -> tuple[date, date]:
    from edtf import parse_edtf  # noqa: PLC0415 see _plain_bounds
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415

    try:
        parsed = parse_edtf(text)
    except EDTFParseException as error:
        raise ValueError(str(error)) from error
    start, _, end = text.partition("/")
    # the library guesses ten years where an end is left empty; unknown is as open as ".."
    earliest = EARLIEST if not start else _day(parsed.lower_strict(), open_end=EARLIEST)
    is_half = text.endswith("/") and not end
    latest = LATEST if is_half else _day(parsed.upper_strict(), open_end=LATEST)
    return earliest, latest


def _day(bound: object, *, open_end: date) -> date:
    if not isinstance(bound, tuple):  # the library gives an infinite float for an open end
        return open_end
    year, month, day = bound[:3]
    if year not in range(EARLIEST.year, LATEST.year + 1):
        return EARLIEST if year < EARLIEST.year else LATEST
    return date(year, month, day)


def _words(when: When) -> str:
    if "/" in when.edtf:
        return _interval_words(when)
    return _qualified_words(when.edtf)


def _qualified_words(edtf: str) -> str:
    qualifier = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(edtf[-1:], "")
    return qualifier + _point_words(edtf.rstrip("~?%"))


def _point_words(edtf: str) -> str:
    parts = _POINT.fullmatch(edtf)
    if not parts:
        return edtf  # rarer forms of EDTF stand as they were written
    year, month, day = parts.groups()
    if month in {None, "XX"}:
        return year
    name = _MONTH_WORDS.get(int(month))
    if name is None:
        return edtf
    return f"{int(day)} {name} {year}" if day and day != "XX" else f"{name} {year}"


def _interval_words(when: When) -> str:
    start, end = when.edtf.split("/")
    if start in {"", ".."}:
        return f"by {_qualified_words(end)}"
    if end in {"", ".."}:
        return f"since {_qualified_words(start)}"
    span = f"{_qualified_words(start)} to {_qualified_words(end)}"
    if set(when.edtf) & set("~?%"):
        return span
    return _third_of_month(when) or _third_of_year(when) or span


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
