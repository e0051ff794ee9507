"""Coverage: what of a stored copy the facts cite, what was left out, and what is still open.

A sentence is covered by a citation that was read there, directly or as the source that another
was read via, or by a row of `left-out.toml`. Two kinds of citation cover nothing: of a stretch
so long that it was read as a whole ("the document does not say …"), or every sentence would be
covered by one such fact; and of a place that says something else than it did when it was
recorded, or does not exist.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from knowledge.archive.copies import Copy, Fault
from knowledge.base import FactBase
from knowledge.evidence.passages import ELSEWHERE, STRETCH
from knowledge.evidence.places import Sentence, all_sentences, is_at, place_of
from knowledge.evidence.verify import Copies, verify_citations
from knowledge.model.checked import CheckedCitation, CheckedSource, Finding
from knowledge.model.fact import Citation, Fact
from knowledge.model.locator import Locator, parse_locator
from knowledge.model.questions import LeftOut, full_id
from knowledge.model.source import Source

_ASTRAY = frozenset({Finding.MISSING, Finding.CHANGED})
_USABLE = frozenset({Finding.VERIFIED, Finding.UNRECORDED})


class Standing(StrEnum):
    """What became of a sentence."""

    CITED = "cited"
    LEFT_OUT = "left out"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class CitingFact:
    """A fact, with those of its citations that are meant."""

    profile: str
    fact: Fact
    citations: tuple[Citation, ...]

    @property
    def id(self) -> str:
        """Return the fact's id as it is known outside its profile."""
        return full_id(self.profile, self.fact.id)


@dataclass(frozen=True, slots=True)
class CoveredSentence:
    """One sentence of a copy with the facts that cite it and the rows that leave it out."""

    sentence: Sentence
    facts: tuple[CitingFact, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def standing(self) -> Standing:
        """Return what became of it; what is cited is cited, whatever was left out."""
        if self.facts:
            return Standing.CITED
        return Standing.LEFT_OUT if self.left_out else Standing.OPEN


@dataclass(frozen=True, slots=True)
class Astray:
    """A citation, or a row of what was left out, whose place covers nothing."""

    what: str
    locator: str
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """One archived source with every sentence of its copy."""

    source: Source
    checked: CheckedSource
    sentences: tuple[CoveredSentence, ...] = ()
    whole: tuple[CitingFact, ...] = ()
    """The facts for which it was read as a whole; they cover none of its sentences."""
    astray: tuple[Astray, ...] = ()

    @property
    def reason(self) -> str:
        """Return why the copy cannot count as covered, whatever is cited; "" where it can."""
        if self.checked.copy not in _USABLE:
            return self.checked.reason
        return "" if self.sentences else "holds no sentence; store the text that was read"

    @property
    def is_covered(self) -> bool:
        """Tell whether the copy is what was read, and nothing of it is open."""
        return not self.reason and not self.count(Standing.OPEN)

    @property
    def share(self) -> int | None:
        """Return the percentage that is covered, rounded down; None without a sentence."""
        total = len(self.sentences)
        return (total - self.count(Standing.OPEN)) * 100 // total if total else None

    def count(self, standing: Standing) -> int:
        """Return how many sentences stand so."""
        return sum(one.standing is standing for one in self.sentences)


def cover(base: FactBase, copies: Copies, *, withheld: bool = False) -> tuple[Coverage, ...]:
    """Return every source that names a copy, with what covers each of its sentences.

    Where restricted facts are withheld, nobody reads an open sentence: it may be one that only
    they tell. So the outcome is that of a base in which they never were.
    """
    found = (
        _cover(base, checked, copies[checked.id])
        for checked in verify_citations(base, copies)
        if checked.id in copies
    )
    return tuple(_without_open_texts(one) if withheld else one for one in found)


def sources_read_for(base: FactBase, profile: str) -> frozenset[str]:
    """Return the sources in which a profile's facts were read, or of which it left some out."""
    held = base.profiles[profile]
    cited = (
        place_of(citation).source for fact in held.facts for citation in fact.all_citations
    )
    return frozenset((*cited, *(left.source for left in held.left_out)))


def _cover(base: FactBase, checked: CheckedSource, copy: Copy | Fault) -> Coverage:
    source = base.sources[checked.id]
    if isinstance(copy, Fault):
        return Coverage(source, checked)
    text = _Text(copy, tuple(all_sentences(copy.lines)))
    rows = tuple(_rows(base, source.id))
    cited = tuple(one for one in checked.citations if one.finding not in _ASTRAY)
    near = tuple(one for one in cited if len(text.at(_place(one))) <= STRETCH)
    return Coverage(
        source,
        checked,
        tuple(_sentences(base, text, near, rows)),
        _facts(base, (one for one in cited if len(text.at(_place(one))) > STRETCH)),
        (*_astray_citations(checked), *_astray_rows(text, rows)),
    )


@dataclass(frozen=True, slots=True)
class _Text:
    """The sentences of a copy, of which each knows its place in the whole."""

    copy: Copy
    sentences: tuple[Sentence, ...]

    def at(self, locator: Locator) -> tuple[int, ...]:
        """Return which sentences `sentences_at` would find, by their number in the whole."""
        if locator.unit == "page" or locator.last > len(self.copy.lines):
            return ()
        first = bisect_left(self.sentences, locator.first, key=_line)
        last = bisect_right(self.sentences, locator.last, key=_line)
        found = tuple(n for n in range(first, last) if is_at(self.sentences[n], locator))
        start, end = locator.sentences or (0, 0)
        return found if len(found) > end - start else ()


def _line(sentence: Sentence) -> int:
    return sentence.line


def _place(one: CheckedCitation) -> Locator:
    return place_of(one.citation).locator


def _rows(base: FactBase, source: str) -> Iterator[LeftOut]:
    for held in base.profiles.values():
        yield from (left for left in held.left_out if left.source == source)


def _sentences(
    base: FactBase, text: _Text, cited: Iterable[CheckedCitation], rows: Iterable[LeftOut]
) -> Iterator[CoveredSentence]:
    citing: dict[int, list[CheckedCitation]] = {}
    for one in cited:
        for number in text.at(_place(one)):
            citing.setdefault(number, []).append(one)
    leaving: dict[int, list[LeftOut]] = {}
    for row in rows:
        for number in text.at(parse_locator(row.locator)):
            leaving.setdefault(number, []).append(row)
    for number, sentence in enumerate(text.sentences):
        facts = _facts(base, citing.get(number, ()))
        yield CoveredSentence(sentence, facts, tuple(leaving.get(number, ())))


def _facts(base: FactBase, cited: Iterable[CheckedCitation]) -> tuple[CitingFact, ...]:
    """Return each fact once, with its citations."""
    grouped: dict[tuple[str, str], list[Citation]] = {}
    for one in cited:
        grouped.setdefault((one.profile, one.fact), []).append(one.citation)
    return tuple(
        CitingFact(profile, base.profiles[profile].by_id[fact], tuple(citations))
        for (profile, fact), citations in grouped.items()
    )


def _astray_citations(checked: CheckedSource) -> Iterator[Astray]:
    for one in checked.citations:
        if one.finding in _ASTRAY:
            place = place_of(one.citation).text
            yield Astray(full_id(one.profile, one.fact), place, one.reason)


def _astray_rows(text: _Text, rows: Iterable[LeftOut]) -> Iterator[Astray]:
    for row in rows:
        if not text.at(parse_locator(row.locator)):
            yield Astray("left-out.toml", row.locator, "is not in the stored copy")


def _without_open_texts(coverage: Coverage) -> Coverage:
    return replace(coverage, sentences=tuple(_veiled(one) for one in coverage.sentences))


def _veiled(one: CoveredSentence) -> CoveredSentence:
    if one.standing is not Standing.OPEN:
        return one
    return replace(one, sentence=replace(one.sentence, text=ELSEWHERE))
