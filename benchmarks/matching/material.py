"""What a base is made of: people with their facts, as a fact base and as flat texts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from knowledge.base import FactBase, Lexicon, ProfileFacts, build_base
from knowledge.load.folder import load_folder
from knowledge.model.fact import Citation, Fact, Status
from knowledge.model.profile import Profile
from knowledge.model.source import Source

Ranked: TypeAlias = list[tuple[str, float]]
"""Full ids of facts with their scores, best first."""

_SOURCE = Source(id="benchmark", type="document", title="Made for measuring")
_CITED = (Citation(source="benchmark", locator="page 1"),)
_PRONOUNS = tuple("he him his she her hers".split())  # nobody's questions are left out by these


class Wordings(NamedTuple):
    """One fact: its id and its phrasings."""

    id: str
    phrasings: tuple[str, ...]


class Part(NamedTuple):
    """One profile: its id, its person's name and its facts."""

    id: str
    name: str
    facts: tuple[Wordings, ...]


class Asked(NamedTuple):
    """A question with the full id of the fact that answers it; "" where none does."""

    text: str
    expected: str


@dataclass(frozen=True)
class Material:
    """A base to be searched, in the forms that the methods take."""

    parts: tuple[Part, ...]
    given: FactBase | None = None
    """The fact base that the parts were taken from, where they were not made."""

    @cached_property
    def facts(self) -> list[str]:
        """Return the full id of every fact."""
        return [f"{part.id}/{fact.id}" for part in self.parts for fact in part.facts]

    @cached_property
    def texts(self) -> list[str]:
        """Return every phrasing, fact by fact."""
        return [text for fact in self._wordings for text in fact.phrasings]

    @cached_property
    def owners(self) -> NDArray[np.int32]:
        """Return for every phrasing the number of its fact."""
        counts = np.fromiter((len(fact.phrasings) for fact in self._wordings), np.int32)
        return np.repeat(np.arange(len(counts), dtype=np.int32), counts)

    @cached_property
    def base(self) -> FactBase:
        """Return the fact base, with the words of English that every base has."""
        return self.given or fact_base(self.parts)

    @property
    def _wordings(self) -> Iterator[Wordings]:
        return (fact for part in self.parts for fact in part.facts)

    def ranked(self, found: Iterable[tuple[int, float]]) -> Ranked:
        """Return the facts of scored phrasings: each once, by its best, best first."""
        best: dict[int, float] = {}
        for row, score in found:
            fact = int(self.owners[row])
            best[fact] = max(score, best.get(fact, score))
        order = sorted(best.items(), key=lambda item: (-item[1], item[0]))
        return [(self.facts[fact], score) for fact, score in order]


def fact_base(parts: Iterable[Part]) -> FactBase:
    """Return a fact base of made records, which need no reading and so no checking."""
    shipped = load_folder()
    return build_base(
        (profile_facts(part) for part in parts),
        (_SOURCE,),
        shipped.synonyms,
        shipped.attributes.values(),
        Lexicon(shipped.lexicon.common_words, shipped.lexicon.near_words),
    )


def profile_facts(part: Part) -> ProfileFacts:
    """Return one part as what a profile's folder holds."""
    profile = Profile.model_construct(
        id=part.id, name=part.name, description="made for measuring", pronouns=_PRONOUNS
    )
    return ProfileFacts(profile, tuple(_fact(fact) for fact in part.facts))


def _fact(wordings: Wordings) -> Fact:
    return Fact.model_construct(
        id=wordings.id,
        status=Status.REPORTED,
        statement="It was made for measuring.",
        phrasings=wordings.phrasings,
        citations=_CITED,
    )


def parts_of(base: FactBase) -> Iterator[Part]:
    """Yield the profiles of a fact base as parts."""
    for id_, held in base.profiles.items():
        facts = tuple(Wordings(fact.id, fact.phrasings) for fact in held.facts)
        yield Part(id_, held.profile.name, facts)
