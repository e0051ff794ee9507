"""Dates as sources give them: EDTF (ISO 8601-2), read by the edtf library."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from knowledge.date_words import DECEMBER, doubts, word_date, word_span

EARLIEST, LATEST = date.min, date.max
LONGEST = 60  # characters; the parser takes seconds over a set of a thousand years
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_SEASON = re.compile(r"(-?\d{4}-(?:2[1-9]|3\d|4[01]))([?~%]?)", re.ASCII)
_WINTERS = ("24", "28", "30")  # over the turn of the year: the library stops at its end
_HALF_KNOWN = re.compile(r"-[?~%]?(?:\dX|X\d)(?![\dX])", re.ASCII)
_MARGINS = {"?": 1, "~": 1, "%": 2}
_SEASON_MONTHS = 3
OPEN = frozenset({"", ".."})

Days = tuple[date, date]
"""The first and the last day of something."""


@dataclass(frozen=True, slots=True)
class When:
    """An EDTF date with the days that it names and the days that it may mean.

    "2011~" names 2011; as it is approximate, it may mean the year before or after as well.
    """

    edtf: str
    start: date
    """The first day that is named."""
    end: date
    """The last day that is named."""
    earliest: date
    """The first day that may be meant."""
    latest: date
    """The last day that may be meant."""

    @property
    def words(self) -> str:
        """Return the date as a person would name it: "late April 2015", "by 2021"."""
        return word_date(self.edtf, self.start, self.end).noun

    @property
    def placed(self) -> str:
        """Return the date as it stands in a sentence: "in late April 2015", "by 2021"."""
        return word_date(self.edtf, self.start, self.end).placed

    @property
    def doubt(self) -> str:
        """Return what is in doubt, with all that may be meant; nothing where nothing is."""
        found = " and ".join(doubts(self.edtf))
        is_open = self.earliest == EARLIEST or self.latest == LATEST
        span = "" if is_open else f" ({word_span(self.earliest, self.latest)})"
        return f"{found}{span}" if found else ""

    @property
    def order(self) -> tuple[date, date, str]:
        """Return what dates are sorted by: the days named, an open start at its end."""
        return (self.start if self.start != EARLIEST else self.end), self.end, self.edtf

    @property
    def years(self) -> range:
        """Return the years that the date names, open ends left out."""
        first = self.start.year if self.start != EARLIEST else self.end.year
        last = self.end.year if self.end != LATEST else self.start.year
        return range(first, last + 1)

    @property
    def is_certain(self) -> bool:
        """Tell whether the date is one known day, month or year."""
        return not set(self.edtf) & set("/.?~%X[{S")


@lru_cache(maxsize=4096)
def parse_when(text: str) -> When:
    """Read an EDTF date; ValueError says what a date looks like where it is none."""
    edtf = text.strip()
    if not edtf:
        raise ValueError("an empty date; leave the key out, or write one such as 2015-05-28")
    if len(text) > LONGEST:
        raise ValueError(f"a date of {len(text)} characters; write at most {LONGEST}")
    if not re.search(r"\d", edtf, re.ASCII):
        raise ValueError(f"{text!r} names no date; leave the key out where none is known")
    if "E" in edtf:  # the library works out the power, however large
        raise ValueError(f"{text!r} counts its years in powers of ten; write the year itself")
    if _HALF_KNOWN.search(edtf):  # the library fails on them, and prints that it does
        raise ValueError(f"{text!r} knows half of a month or day; write XX for all of it")
    try:
        (start, end), (earliest, latest) = _spans(edtf)
    except (ValueError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(
            f"{text!r} is not an EDTF date; write one such as 2015-05-28, 2015-05, 2015, "
            "2003/2014, ../2021 or 2015~"
        ) from error
    if start > end:
        raise ValueError(f"{text!r} ends before it begins; write the earlier date first")
    return When(edtf, start, end, min(start, earliest), max(end, latest))


def _spans(edtf: str) -> tuple[Days, Days]:
    """Return the days that a date names, and those that it may mean."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _by_the_library(edtf) if edtf[0] in "[{" else _point(edtf)
    # the library guesses ten years where an end is left empty; unknown is as open as ".."
    begin = None if first in OPEN else _point(first)
    close = None if last in OPEN else _point(last)
    named = begin[0][0] if begin else EARLIEST, close[0][1] if close else LATEST
    meant = begin[1][0] if begin else EARLIEST, close[1][1] if close else LATEST
    return named, meant


def _point(edtf: str) -> tuple[Days, Days]:
    if named := _plain(edtf.rstrip("?~%") if edtf[-1:] in _MARGINS else edtf):
        return named, _widened(named, edtf)
    if edtf[0] in "[{" or "/" in edtf:
        raise ValueError("a set or a second interval inside an interval")
    if season := _SEASON.fullmatch(edtf):
        return _season(season[1], season[2])
    return _by_the_library(edtf)


def _plain(edtf: str) -> Days | None:
    """Read a plain date, which is most of a base.

    The library takes 80 ms to import and 5 ms for a date: too long for a start in a terminal.
    """
    match = _PLAIN.fullmatch(edtf)
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if month > DECEMBER:  # a season, which the library knows
        return None
    if match[3]:
        return date(year, month, day), date(year, month, day)
    first, last = (month, month) if match[2] else (1, DECEMBER)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _season(edtf: str, mark: str) -> tuple[Days, Days]:
    """Read a season; the library knows neither a doubtful one nor how long a winter lasts."""
    (start, end), _ = _by_the_library(edtf)
    is_winter = edtf.endswith(_WINTERS)
    end = _moved(end, 2 if is_winter else 0)
    margin = _SEASON_MONTHS * _MARGINS.get(mark, 0)
    # a winter is named after the year in which it begins, or after that in which it ends
    early = DECEMBER if is_winter else 0
    return (start, end), (_moved(start, -margin - early), _moved(end, margin))


def _widened(named: Days, edtf: str) -> Days:
    """Return the days that a doubtful date may mean: a year around a year, else a month.

    Where only a part is in doubt, the library's margin stands.
    """
    start, end = named
    months = (DECEMBER if start.month != end.month else 1) * _MARGINS.get(edtf[-1:], 0)
    return (_moved(start, -months), _moved(end, months)) if months else named


def _moved(day: date, months: int) -> date:
    """Return the day so many months on; the last day of a month stays the last."""
    at = day.year * DECEMBER + day.month - 1 + months
    year, month = at // DECEMBER, at % DECEMBER + 1
    if year not in range(EARLIEST.year, LATEST.year + 1):
        return EARLIEST if year < EARLIEST.year else LATEST
    last = monthrange(year, month)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month, last if is_last else min(day.day, last))


def _by_the_library(edtf: str) -> tuple[Days, Days]:
    from edtf import parse_edtf  # noqa: PLC0415 see _plain
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415

    try:
        parsed = parse_edtf(edtf)
    except EDTFParseException as error:
        raise ValueError(str(error)) from error
    named = _day(parsed.lower_strict(), EARLIEST), _day(parsed.upper_strict(), LATEST)
    # its margin is one year, month or day for each part in doubt, and two for "%"
    meant = _day(parsed.lower_fuzzy(), EARLIEST), _day(parsed.upper_fuzzy(), LATEST)
    return named, meant


def _day(bound: object, open_end: date) -> date:
    if not isinstance(bound, tuple):  # the library gives an infinite float for an open end
        return open_end
    year, month, day = bound[:3]
    if year not in range(EARLIEST.year, LATEST.year + 1):
        return EARLIEST if year < EARLIEST.year else LATEST
    return date(year, month, day)
