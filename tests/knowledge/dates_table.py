"""EDTF dates with their words, what they sort by and all that they may mean: dates.tsv."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st

_FILE = Path(__file__).with_name("dates.tsv")


Days = tuple[date, date]


@dataclass(frozen=True)
class Row:
    """What one date must come out as."""

    edtf: str
    words: str
    placed: str
    named: Days
    meant: Days
    doubt: str


def _days(text: str) -> Days:
    first, last = text.split()
    return date.fromisoformat(first), date.fromisoformat(last)


def _row(line: str) -> Row:
    edtf, words, placed, named, meant, doubt = line.split("\t")
    return Row(edtf, words, placed, _days(named), _days(meant or named), doubt)


TABLE = tuple(_row(line) for line in _FILE.read_text(encoding="utf-8").splitlines()[1:])

AT_ANY_SPEED = settings(deadline=None)  # no law is about how long something takes

_MARKS = st.sampled_from(["", "", "~", "?", "%"])
_PLAIN = st.dates().flatmap(
    lambda day: st.sampled_from(
        [f"{day.year:04}", day.isoformat()[:7], day.isoformat(), f"{day.year:04}-XX"]
    )
)
_SEASONS = st.builds(
    lambda year, at: f"{year:04}-{at}", st.integers(1, 9999), st.integers(21, 41)
)
_DECADES = st.integers(1, 999).map(lambda tens: f"{tens:03}X")
_POINTS = st.builds(str.__add__, _PLAIN | _SEASONS, _MARKS) | _DECADES
_OPEN = st.builds(
    lambda point, form: form.format(point), _POINTS, st.sampled_from(["../{}", "{}/.."])
)
_SPANS = st.tuples(st.dates(), st.dates(), _MARKS).map(
    lambda drawn: f"{min(drawn[:2])}/{max(drawn[:2])}{drawn[2]}"
)
_SETS = st.builds(
    lambda point, form: form.format(point),
    st.dates().map(date.isoformat),
    st.sampled_from(["[{},2011]", "[..{}]", "[{}..]", "{{{},2011-03~}}"]),
)
DATES = _POINTS | _OPEN | _SPANS | _SETS
"""Dates of every kind that a curator may write."""
