"""Locators: the place inside a source, written for a person and checkable by a program."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from knowledge.text.brief import brief

_PLACE = re.compile(
    r"""(?:section\ (?P<section>[^,]+(?:,[^,]+)*?),\ )?
        (?P<unit>line|page)s?\ (?P<first>[0-9]+)(?:[-–](?P<last>[0-9]+))?
        (?:\ sentences?\ (?P<from>[0-9]+)(?:[-–](?P<to>[0-9]+))?)?""",
    re.VERBOSE,
)

_DIGITS = 9  # of a count: no document has more lines, and Python reads no endless number
WRITTEN = (
    r"^(section [^,]+(,[^,]+)*, )?(line|page)s? [0-9]+([-–][0-9]+)?"
    r"( sentences? [0-9]+([-–][0-9]+)?)?$"
)
"""How a locator is written, for editors: in every dialect of regular expressions."""


@dataclass(frozen=True, slots=True)
class Locator:
    """A place: lines or pages from `first` to `last`, and on a single line some sentences."""

    section: str
    unit: Literal["line", "page"]
    first: int
    last: int
    sentences: tuple[int, int] | None

    @property
    def place(self) -> str:
        """Return the place alone, in the one way that two locators of it share."""
        bare = _counted(self.unit, self.first, self.last)
        return f"{bare} {_counted('sentence', *self.sentences)}" if self.sentences else bare


@lru_cache(maxsize=16_384)  # a whole base, of which each place is read again and again
def parse_locator(text: str) -> Locator:
    """Read a locator; ValueError says how one is written where it is none."""
    match = _PLACE.fullmatch(text)
    if not match:
        raise ValueError(
            f"{brief(text)} names no place; write `line 23 sentence 1`, `lines 37-40`, "
            "`page 32` or `section Early life, line 23 sentence 1`"
        )
    first, last = _range(text, match["first"], match["last"])
    sentences = _range(text, match["from"], match["to"]) if match["from"] else None
    if sentences and (match["unit"] == "page" or first != last):
        raise ValueError(
            f"{brief(text)} counts sentences across lines; name one line for sentences"
        )
    unit: Literal["line", "page"] = "page" if match["unit"] == "page" else "line"
    return Locator(match["section"] or "", unit, first, last, sentences)


def _counted(what: str, first: int, last: int) -> str:
    return f"{what} {first}" if first == last else f"{what}s {first}-{last}"


def _range(text: str, start: str, end: str | None) -> tuple[int, int]:
    if max(len(start), len(end or "")) > _DIGITS:
        raise ValueError(f"{brief(text)} counts too far; write the number that stands there")
    first = int(start)
    last = int(end) if end else first
    if not 1 <= first <= last:
        remedy = "count from 1, and write the smaller number first: lines 37-40"
        raise ValueError(f"{brief(text)} is no such place; {remedy}")
    return first, last
