"""Support: every number, date and name of a fact stands in its cited sentences."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.base import FactBase
from knowledge.errors import Problem
from knowledge.evidence.places import not_there, place_of, sentences_at
from knowledge.evidence.support.missing import Missing, Said, missing, missing_holder
from knowledge.evidence.support.parts import Part, statements
from knowledge.evidence.support.reading import Reading, merged, read, read_all
from knowledge.evidence.support.records import read_record
from knowledge.evidence.support.report import Quoted, problem
from knowledge.evidence.support.vocabulary import Vocabulary, build_vocabulary
from knowledge.model.fact import Citation, Fact

WIDE = 10  # lines; so much is not cited for what it says, but searched for what it does not say
LONGEST = 200_000  # characters at one place; a copy that is one line is no sentence to read


@dataclass(frozen=True, slots=True)
class Support:
    """How far the facts of a base stand in their cited sentences."""

    problems: tuple[Problem, ...]
    checked: int
    """Statements and claims whose cited sentences were at hand."""
    unchecked: int
    """Those that rest on what no stored copy holds."""
    remarks: tuple[Problem, ...] = ()
    """Cited places that are not in the copy that is at hand."""


def check_support(
    base: FactBase, texts: Mapping[str, Sequence[str]], *, quoting: bool = True
) -> Support:
    """Check each statement and claim against the lines of the sources that it cites.

    `texts` holds the lines of stored copies by the source's id. The problems quote the cited
    sentences, or, without `quoting`, only name their places. Retracted facts are left alone.
    """
    checker = _Checker(base, texts, build_vocabulary(base), quoting)
    results = [
        checker.problems_of(profile, fact, parts)
        for profile, held in base.profiles.items()
        for fact in held.facts
        for parts in statements(fact)
    ]
    checked = [found for found in results if found is not None]
    problems = sorted(problem for found in checked for problem in found)
    unchecked = len(results) - len(checked)
    return Support(
        tuple(problems), len(checked), unchecked, tuple(sorted(_strays(base, texts)))
    )


def _strays(base: FactBase, texts: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    for profile, held in base.profiles.items():
        for fact in held.facts:
            for place in dict.fromkeys(place_of(citation) for citation in fact.all_citations):
                lines = texts.get(place.source)
                if lines is not None and not sentences_at(lines, place.locator):
                    why, _, remedy = not_there(lines, place.locator).partition("; ")
                    wrong = f"cites {place.text} of {place.source}, which {why}"
                    file = f"{profile}/facts/{fact.topic}.toml"
                    yield Problem(file, fact.id, wrong, remedy)


@dataclass
class _Checker:
    base: FactBase
    texts: Mapping[str, Sequence[str]]
    vocabulary: Vocabulary
    quoting: bool
    _read: dict[str, Reading] = field(default_factory=dict)
    """Sentences and records that were read, since many facts cite the same ones."""

    def problems_of(
        self, profile: str, fact: Fact, parts: Sequence[Part]
    ) -> tuple[Problem, ...] | None:
        """Return what is wrong with a statement or claim; None where that cannot be told."""
        cited = tuple(self._cited(parts[0].citations))
        quoted = tuple(one for one in cited if one.sentences)
        found: list[Problem] = []
        if not quoted:
            return None
        for part in parts:
            wanting = tuple(self._missing(part, profile, quoted))
            if wanting and quoted != cited:
                return None  # it may stand in a sentence that is not at hand
            if wanting:
                shown = quoted if self.quoting else tuple(one.unquoted for one in quoted)
                found.append(problem((profile, fact), part, wanting, shown))
        return tuple(found)

    def _cited(self, citations: Sequence[Citation]) -> Iterator[Quoted]:
        for place in dict.fromkeys(place_of(citation) for citation in citations):
            lines = self.texts.get(place.source, ())
            size = place.locator.last - place.locator.first + 1
            found = sentences_at(lines, place.locator)
            sentences = found if sum(map(len, found)) <= LONGEST else ()
            yield Quoted(place.source, place.text, sentences, is_wide=size > WIDE)

    def _missing(self, part: Part, profile: str, quoted: Sequence[Quoted]) -> Iterator[Missing]:
        reading = merged(
            [
                *self._cited_readings(part, quoted),
                *(self._record(id_) for id_ in _named(part.citations)),
                read_all(part.explained, self.vocabulary).without_pronouns,
                read_all((*part.asked, *_sections(part)), self.vocabulary),
            ]
        )
        said = Said(
            part.text,
            profile,
            self._counts(part.citations),
            part.sides,
            part.earlier,
            vocabulary=self.vocabulary,
        )
        yield from (missing_holder if part.is_holder else missing)(said, reading)

    def _cited_readings(self, part: Part, quoted: Sequence[Quoted]) -> Iterator[Reading]:
        for one in quoted:
            if one.is_wide and part.asked:
                continue
            for sentence in one.sentences:
                if sentence not in self._read:
                    self._read[sentence] = read(sentence, self.vocabulary)
                yield self._read[sentence]

    def _record(self, id_: str) -> Reading:
        source = self.base.sources.get(id_)
        if source is None:  # the audit names it
            return Reading()
        key = f"source {id_}"
        if key not in self._read:
            self._read[key] = read_record(source, self.vocabulary)
        return self._read[key]

    def _counts(self, citations: Sequence[Citation]) -> frozenset[int]:
        """Return how many sources are read, cited via another, and stored for the base."""
        direct = {place_of(citation).source for citation in citations}
        via = {citation.source for citation in citations if citation.via}
        stored = [source for source in self.base.sources.values() if source.archive]
        return frozenset({len(direct), len(via), len(stored)} - {0})


def _named(citations: Sequence[Citation]) -> dict[str, None]:
    return dict.fromkeys(id_ for c in citations for id_ in (c.source, c.via) if id_)


def _sections(part: Part) -> tuple[str, ...]:
    """Return the sections that a holder may name: "Wikipedia, section Early life"."""
    places = (place_of(citation) for citation in part.citations if part.is_holder)
    return tuple(f"section {name}" for place in places if (name := place.locator.section))
