"""The passages behind a fact: where it was read, and what stands there now."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.archive.copies import Copy, Fault
from knowledge.base import FactBase
from knowledge.evidence.places import (
    Passage,
    Place,
    Sentence,
    is_at,
    neighbors,
    passage_at,
    place_of,
    sentences_at,
)
from knowledge.evidence.verify import Copies, check_place, cited_by_source
from knowledge.model.checked import Finding
from knowledge.model.fact import Fact
from knowledge.model.locator import Locator, parse_locator
from knowledge.model.source import Source

ELSEWHERE = "…"
"""What stands for a neighbor that is not shown."""
STRETCH = 12  # sentences; what cites more was read as a whole, and is no passage

_Told = tuple[Locator, ...] | None


@dataclass(frozen=True, slots=True)
class ReadPlace:
    """One place behind a fact, with its passage where that may be shown and is there."""

    source: Source
    place: Place
    finding: Finding
    passage: Passage | None
    is_withheld: bool = False
    """The source names no license, so that nothing of it is shown."""

    @property
    def stretch(self) -> int:
        """Return how many sentences were cited as a whole, or 0 where they make a passage."""
        cited = len(self.passage.cited) if self.passage else 0
        return cited if cited > STRETCH else 0


def places_behind(fact: Fact) -> tuple[Place, ...]:
    """Return each place that a fact was read in, once, in reading order."""
    places = (place_of(citation) for citation in fact.all_citations)
    found = {(place.source, place.locator.place): place for place in reversed(tuple(places))}
    return tuple(reversed(found.values()))


def may_be_shown(source: Source, *, unlicensed: bool) -> bool:
    """Tell whether passages of a source may be shown: its license is named, or need not be."""
    return bool(source.archive) and (unlicensed or source.license is not None)


def read_places(
    fact: Fact, base: FactBase, copies: Copies, *, unlicensed: bool
) -> Iterator[ReadPlace]:
    """Yield each place behind a fact as the copies have it at this moment."""
    told: dict[str, _Told] = {}
    for place in places_behind(fact):
        source = base.sources[place.source]
        is_withheld = bool(source.archive) and not may_be_shown(source, unlicensed=unlicensed)
        copy = None if is_withheld else copies.get(source.id)
        passage = None
        if isinstance(copy, Copy):
            if source.id not in told:
                told[source.id] = _told(source.id, copy, base)
            passage = _passage(copy, place, told[source.id])
        yield ReadPlace(source, place, _finding(copy, base, place), passage, is_withheld)


def _passage(copy: Copy, place: Place, told: _Told) -> Passage | None:
    """Return the passage; a neighbor that tells what this view does not is left out of it."""
    passage = passage_at(copy.lines, place.locator)
    if passage is None:
        return None
    before, after = neighbors(copy.lines, place.locator)
    return replace(passage, before=_open(before, told), after=_open(after, told))


def _open(neighbor: Sentence | None, told: _Told) -> str:
    if neighbor is None:
        return ""
    is_told = told is None or any(is_at(neighbor, place) for place in told)
    return neighbor.text if is_told else ELSEWHERE


def _told(source: str, copy: Copy, base: FactBase) -> _Told:
    """Return the places of a source that the view's facts tell, or that were left out.

    Where a source was worked through sentence by sentence, with what is no fact left out, any
    other sentence is told by restricted facts alone. None where it was not worked through: then
    nothing can be said of a sentence that no fact cites. Only the view itself is asked, so that
    it is as if the restricted facts never were.
    """
    left_out = tuple(
        parse_locator(left.locator)
        for held in base.profiles.values()
        for left in held.left_out
        if left.source == source
    )
    if not left_out:
        return None
    cited = {place_of(c).locator for _, _, c in cited_by_source(base).get(source, ())}
    near = (place for place in cited if len(sentences_at(copy.lines, place)) <= STRETCH)
    return (*left_out, *near)


def _finding(copy: Copy | Fault | None, base: FactBase, place: Place) -> Finding:
    if copy is None:
        return Finding.NO_COPY
    if isinstance(copy, Fault):
        return Finding.MISSING
    return check_place(copy, base.locks.get(place.source), place)[0]
