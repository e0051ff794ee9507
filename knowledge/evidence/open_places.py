"""What is open of a copy, as locators that can be cited or left out as they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from knowledge.evidence.coverage import Coverage, CoveredSentence, Standing
from knowledge.model.locator import Locator


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """Open sentences that follow one another, and the locator that means just them."""

    locator: str
    sentences: tuple[CoveredSentence, ...]


def open_places(coverage: Coverage) -> tuple[OpenPlace, ...]:
    """Return what is open, in reading order, in as few places as locators can say it.

    Lines that are open as a whole are one place while nothing else stands between them; within
    a line, so are sentences in a row.
    """
    return tuple(
        place
        for is_whole, group in groupby(_lines(coverage), key=_is_open_as_a_whole)
        for place in (_lines_as_one(tuple(group)) if is_whole else _within(group))
    )


Line = tuple[CoveredSentence, ...]


def _lines(coverage: Coverage) -> Iterator[Line]:
    for _, group in groupby(coverage.sentences, key=lambda one: one.sentence.line):
        yield tuple(group)


def _is_open(one: CoveredSentence) -> bool:
    return one.standing is Standing.OPEN


def _is_open_as_a_whole(line: Line) -> bool:
    return all(_is_open(one) for one in line)


def _lines_as_one(lines: tuple[Line, ...]) -> Iterator[OpenPlace]:
    found = tuple(one for line in lines for one in line)
    first, last = found[0].sentence, found[-1].sentence
    yield OpenPlace(Locator("", "line", first.line, last.line, None).place, found)


def _within(lines: Iterator[Line]) -> Iterator[OpenPlace]:
    for line in lines:
        for is_open, group in groupby(line, key=_is_open):
            if is_open:
                found = tuple(group)
                first, last = found[0].sentence, found[-1].sentence
                numbers = (first.number, last.number)
                place = Locator("", "line", first.line, first.line, numbers).place
                yield OpenPlace(place, found)
