"""The fact base: every profile, fact and source by id, built once and frozen."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from knowledge.model.attribute import Attribute
from knowledge.model.checked import CheckedSource
from knowledge.model.fact import Fact, Status
from knowledge.model.lock import LockedSource
from knowledge.model.profile import Profile
from knowledge.model.questions import LabelledQuestion, LeftOut, full_id
from knowledge.model.source import Source

RELEASE_NAME = 12  # hex digits: 48 bits, and short enough for a button's custom_id


@dataclass(frozen=True)
class ProfileFacts:
    """One profile with everything that its folder holds, in the order of ids."""

    profile: Profile
    facts: tuple[Fact, ...]
    questions: tuple[LabelledQuestion, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    retracted: tuple[Fact, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Fact]:
        """Return the facts that may be answered, by their id."""
        return MappingProxyType({fact.id: fact for fact in self.facts})

    def missed(self, fact: Fact) -> tuple[str, ...]:
        """Return the near misses of a fact that no restricted fact here has as a phrasing.

        A question that only a restricted fact answers is a near miss for those from whom that
        fact is withheld, and for nobody else.
        """
        private = self._private_phrasings
        return tuple(text for text in fact.near_misses if text not in private)

    @cached_property
    def _private_phrasings(self) -> frozenset[str]:
        return frozenset(p for fact in self.facts if fact.is_restricted for p in fact.phrasings)

    @cached_property
    def digest(self) -> str:
        """Return the hash of all that the folder holds."""
        return _hash(_plain_part(self))

    @cached_property
    def bearers(self) -> Counter[str]:
        """Return how many facts bear each attribute."""
        return Counter(fact.attribute for fact in self.facts if fact.attribute)

    @property
    def topics(self) -> tuple[str, ...]:
        """Return the topics in alphabetical order."""
        return tuple(sorted({fact.topic for fact in self.facts}))


class Vectors(Protocol):
    """What turns texts into vectors, so that near meanings lie near each other."""

    @property
    def name(self) -> str:
        """Return the hash of what the vectors are made from."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one vector of length 1 for each text, of zeros where nothing is known."""


@dataclass(frozen=True)
class Lexicon:
    """What every base knows of English."""

    common_words: frozenset[str] = frozenset()
    """Words that are no typo of others."""
    near_words: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """Words that may be asked with instead of another, though they do not mean the same."""
    vectors: Vectors | None = None
    """What also compares texts by their meaning, where the operator has set it up."""


@dataclass(frozen=True)
class FactBase:
    """All profiles and sources, in the order of ids; retracted facts are set apart already."""

    profiles: Mapping[str, ProfileFacts]
    sources: Mapping[str, Source]
    synonyms: tuple[tuple[str, ...], ...] = ()
    attributes: Mapping[str, Attribute] = field(default_factory=lambda: MappingProxyType({}))
    lexicon: Lexicon = field(default_factory=Lexicon)
    locks: Mapping[str, LockedSource] = field(default_factory=lambda: MappingProxyType({}))
    """What was recorded of stored copies, by source; it changes no answer, so no name."""
    checked: Mapping[str, CheckedSource] = field(default_factory=lambda: MappingProxyType({}))
    """What was found of stored copies when the base was put to use; nothing without an archive.

    It covers the whole base, whatever the view: `knowledge.evidence.verify.seen` narrows it.
    """
    passages: frozenset[str] = frozenset()
    """The sources of which passages may be shown."""
    unread: frozenset[tuple[str, str]] = frozenset()
    """The file and the id of each record that is left out because it is broken.

    The id is empty where it is not known, or where the whole file cannot be read. A sound base
    has none.
    """
    absent: tuple[Profile, ...] = ()
    """Whom a narrowed view leaves out: known by name, and nothing is told of them."""

    @cached_property
    def name(self) -> str:
        """Return the release name: the hash of the parsed content, the same on any machine."""
        return _hash(_plain(self))[:RELEASE_NAME]

    @cached_property
    def without_restricted(self) -> "FactBase":
        """Return the base as somebody without access sees it: as if those facts never were."""
        restricted = _restricted_ids(self)
        profiles = {id_: _open_part(held, restricted) for id_, held in self.profiles.items()}
        return replace(self, profiles=MappingProxyType(profiles))

    def with_profile(self, held: ProfileFacts) -> "FactBase":
        """Return the base in which one profile holds these facts instead of what it held."""
        settled = _settled(held)
        profiles = {**self.profiles, settled.profile.id: settled}
        if len(profiles) > len(self.profiles):
            profiles = dict(sorted(profiles.items()))
        return replace(self, profiles=MappingProxyType(profiles))

    def fact(self, profile: str, fact: str) -> Fact | None:
        """Return one fact that may be answered, or None."""
        held = self.profiles.get(profile)
        return held.by_id.get(fact) if held else None

    def cited(self, profile: str | None = None) -> frozenset[str]:
        """Return the sources that facts cite, directly or via another; those of one profile."""
        return frozenset(
            id_
            for held in self.profiles.values()
            if profile in {None, held.profile.id}
            for fact in held.facts
            for citation in fact.all_citations
            for id_ in (citation.source, citation.via)
            if id_
        )

    @property
    def fact_count(self) -> int:
        """Return how many facts may be answered."""
        return sum(len(held.facts) for held in self.profiles.values())


def build_base(
    profiles: Iterable[ProfileFacts],
    sources: Iterable[Source],
    synonyms: Iterable[tuple[str, ...]] = (),
    attributes: Iterable[Attribute] = (),
    lexicon: Lexicon | None = None,
) -> FactBase:
    """Put records into one base, sorted, so that the order of files never shows."""
    held = sorted((_settled(part) for part in profiles), key=lambda part: part.profile.id)
    return FactBase(
        MappingProxyType({part.profile.id: part for part in held}),
        MappingProxyType({source.id: source for source in sorted(sources, key=lambda s: s.id)}),
        tuple(sorted(synonyms)),
        MappingProxyType({a.id: a for a in sorted(attributes, key=lambda a: a.id)}),
        lexicon or Lexicon(),
    )


def _settled(part: ProfileFacts) -> ProfileFacts:
    facts = sorted((*part.facts, *part.retracted), key=lambda fact: fact.id)
    return ProfileFacts(
        part.profile,
        tuple(fact for fact in facts if fact.status is not Status.RETRACTED),
        tuple(
            sorted(part.questions, key=lambda q: (q.question, q.context or "", q.as_of or ""))
        ),
        tuple(sorted(part.left_out, key=lambda left: (left.source, left.locator))),
        tuple(fact for fact in facts if fact.status is Status.RETRACTED),
    )


def _open_part(held: ProfileFacts, restricted: frozenset[str]) -> ProfileFacts:
    profile = held.profile.id
    asked = (q for q in held.questions if q.expected(profile) not in restricted)
    return replace(
        held,
        facts=tuple(fact for fact in held.facts if not fact.is_restricted),
        retracted=tuple(fact for fact in held.retracted if not fact.is_restricted),
        questions=tuple(_open_question(question, profile, restricted) for question in asked),
    )


def _open_question(
    question: LabelledQuestion, profile: str, restricted: frozenset[str]
) -> LabelledQuestion:
    also = (id_ for id_ in question.also if full_id(profile, id_) not in restricted)
    return question.model_copy(update={"also": tuple(also)})


def _restricted_ids(base: FactBase) -> frozenset[str]:
    return frozenset(
        full_id(profile, fact.id)
        for profile, held in base.profiles.items()
        for fact in (*held.facts, *held.retracted)
        if fact.is_restricted
    )


def _hash(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(base: FactBase) -> dict[str, object]:
    return {
        "profiles": {id_: held.digest for id_, held in base.profiles.items()},
        "sources": [s.model_dump(mode="json") for s in base.sources.values()],
        "synonyms": base.synonyms,
        "attributes": [a.model_dump(mode="json") for a in base.attributes.values()],
        "common_words": sorted(base.lexicon.common_words),
        "near_words": dict(base.lexicon.near_words),
        **({"vectors": base.lexicon.vectors.name} if base.lexicon.vectors else {}),
        **({"absent": [p.model_dump(mode="json") for p in base.absent]} if base.absent else {}),
    }


def _plain_part(held: ProfileFacts) -> dict[str, object]:
    return {
        "profile": held.profile.model_dump(mode="json"),
        "facts": [fact.model_dump(mode="json") for fact in (*held.facts, *held.retracted)],
        "questions": [question.model_dump(mode="json") for question in held.questions],
        "left_out": [left.model_dump(mode="json") for left in held.left_out],
    }
