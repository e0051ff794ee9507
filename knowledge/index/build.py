"""The index of one view of the fact base: arrays built once, never changed."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from math import log

import numpy as np
from numpy.typing import NDArray

from knowledge.base import FactBase, Vectors
from knowledge.index.concepts import Concepts, build_concepts
from knowledge.index.features import COUNT_SHIFT, COUNTED_BITS, KIND_BITS, Kind, word_number
from knowledge.index.gather import Gathered, Reader, Tally, gather_profile
from knowledge.index.lists import freeze
from knowledge.index.mask import PRONOUNS
from knowledge.index.meaning import Common, common_of
from knowledge.index.names import NameIndex, build_names
from knowledge.index.part import Part, build_part, fact_features
from knowledge.index.repair import Repairer, build_repairer
from knowledge.model.profile import Profile
from knowledge.text.lexicon import FUNCTION_WORDS, NEGATIONS, RELATIONS
from knowledge.text.tokens import stem, words

PROPER = 0.8  # of its uses, that a name is written with a capital at least
COUNTED_EXACTLY = 128  # facts; of larger counts a byte holds the logarithm
CODE_STEP = 0.09  # of a logarithm; the last byte stands for twelve million facts
FLATNESS = 3.0  # added to each inverse fact frequency, so that common words still count

Columns = NDArray[np.intp]


@dataclass(frozen=True)
class Vocabulary:
    """What the base's texts say, word by word."""

    said: Tally
    word_facts: Mapping[int, int]
    """The words of the base's texts, as features, and how many facts have each."""
    assumed: Mapping[str, int]
    """Words that are known without a fact."""
    repairer: Repairer

    def is_proper(self, stems: Iterable[str]) -> bool:
        """Tell whether the base writes one of some stems with a capital: it is a name."""
        return any(self._is_capital(s) for s in stems)

    def _is_capital(self, one: str) -> bool:
        capital = self.said.capitalized[one]
        return capital > 0 and capital >= PROPER * (capital + self.said.small[one])

    def known_uses(self, word: str, said: Tally, names: NameIndex) -> int:
        """Return how often a word is used where the texts say it as some others do."""
        return (said.uses[word] or self.assumed.get(word, 0)) + names.name_words.get(word, 0)


@dataclass(frozen=True)
class Index:
    """Phrasings as features, facts as stretches of phrasings, profiles of facts."""

    parts: tuple[Part, ...]
    places: Mapping[str, tuple[int, int]]
    """By profile: its part, and its number there."""
    withdrawn: tuple[tuple[tuple[int, int], ...], ...]
    """By part: stretches of rows that a newer part holds anew."""
    fact_counts: NDArray[np.uint32]
    """By the counted bits of a feature: how many facts have it."""
    count_codes: NDArray[np.uint8]
    """The same in a byte each, which a question looks at: `CODE_LOGS` are their logarithms."""
    facts: int
    vocabulary: Vocabulary
    names: NameIndex
    concepts: Concepts
    near: Mapping[int, frozenset[int]]
    """Words that may be asked with instead of a word, as features."""
    pronouns: Mapping[str, frozenset[str]]
    """By profile, whom a narrowed view leaves out included."""
    relations: Mapping[str, Mapping[tuple[str, ...], str | None]]
    """By profile: the words of each relation, and the profile of whom it means, if any."""
    vectors: Vectors | None = None
    """What compares by meaning too."""
    common: Common | None = None
    """What all wordings have in common, where there are vectors."""

    def __post_init__(self) -> None:
        freeze(self.fact_counts, self.count_codes)

    @cached_property
    def repairer(self) -> Repairer:
        """Return what reads typos as words of the base."""
        return self.vocabulary.repairer

    @cached_property
    def unknown_weight(self) -> float:
        """Return the weight of what at most one fact has."""
        return log(self.facts + 1) + FLATNESS

    @cached_property
    def count_weights(self) -> NDArray[np.float32]:
        """Return what a feature counts, by the byte that says how many facts have it."""
        weights = np.float32(self.unknown_weight) - CODE_LOGS
        freeze(weights)
        return weights

    def word_weight(self, word: int) -> float:
        """Return what a word counts, 0 to 1; what the base never says counts most."""
        count = self.vocabulary.word_facts.get(word, 1)
        return 1.0 - log(count) / self.unknown_weight

    def is_said(self, word: int) -> bool:
        """Tell whether a text of the base holds a word."""
        return word in self.vocabulary.word_facts

    def exact_row(self, number: int, profile: str) -> tuple[Part, int] | None:
        """Return the row of a masked phrasing of a profile."""
        part = self.parts[self.places[profile][0]]
        row = part.exact_row(number)
        return None if row is None else (part, row)


def build_index(base: FactBase) -> Index:
    """Build the index of a base; the same base gives the same arrays."""
    names, concepts = build_names(base), build_concepts(base.synonyms)
    profiles = (*base.absent, *(held.profile for held in base.profiles.values()))
    pronouns = {profile.id: _pronouns(profile) for profile in profiles}
    readers = (
        (id_, Reader(base, names, concepts, id_, pronouns[id_])) for id_ in base.profiles
    )
    gatherings = ((id_, partial(gather_profile, reader=reader)) for id_, reader in readers)
    part, said = build_part(gatherings, base.lexicon.vectors)
    held = counted(part, (0, len(part.places)))
    counts = np.bincount(held.columns, minlength=1 << COUNTED_BITS).astype(np.uint32)
    return Index(
        parts=(part,),
        places={id_: (0, number) for number, id_ in enumerate(part.profiles)},
        withdrawn=((),),
        fact_counts=counts,
        count_codes=codes(counts),
        facts=len(part.places),
        vocabulary=_vocabulary(base, said, held.words, names),
        names=names,
        concepts=concepts,
        near=_near(base.lexicon.near_words),
        pronouns=pronouns,
        relations={id_: _relations(held.profile) for id_, held in base.profiles.items()},
        vectors=base.lexicon.vectors,
        common=common_of(part, (0, len(part.places))) if base.lexicon.vectors else None,
    )


def gathering(base: FactBase, index: Index, profile: str) -> Callable[[Gathered], None]:
    """Return what gathers a profile of a base, read by the names of an index."""
    reader = Reader(base, index.names, index.concepts, profile, index.pronouns[profile])
    return partial(gather_profile, reader=reader)


@dataclass(frozen=True, slots=True)
class Counted:
    """What some facts have: each feature once for every fact, each word with its facts."""

    facts: int
    columns: Columns
    words: Mapping[int, int]


def counted(part: Part, reach: tuple[int, int]) -> Counted:
    """Return what some facts have: each feature by its counted bits, and each word."""
    columns = [np.zeros(0, np.intp)]
    words_: Counter[int] = Counter()
    for ids in fact_features(part, reach):
        columns.append((ids >> COUNT_SHIFT).astype(np.intp))
        held, times = np.unique(ids[ids & KIND_BITS == Kind.WORD], return_counts=True)
        words_.update(dict(zip(held.tolist(), times.tolist(), strict=True)))
    return Counted(reach[1] - reach[0], np.concatenate(columns), words_)


def codes(counts: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """Return a byte for each count: small ones as they are, larger ones by their logarithm."""
    beyond = np.log(np.maximum(counts, COUNTED_EXACTLY) / COUNTED_EXACTLY) / CODE_STEP
    coarse = np.minimum(COUNTED_EXACTLY + beyond.round(), 255)
    return np.where(counts <= COUNTED_EXACTLY, counts, coarse).astype(np.uint8)


def _code_logs() -> NDArray[np.float32]:
    numbers = np.arange(256)
    exact = np.log(np.clip(numbers, 1, COUNTED_EXACTLY))
    beyond = np.maximum(numbers - COUNTED_EXACTLY, 0) * CODE_STEP
    return (exact + beyond).astype(np.float32)


CODE_LOGS = _code_logs()
"""The logarithm of the count that each byte stands for; of 1 where there is none."""


def _vocabulary(
    base: FactBase, said: Tally, word_facts: Mapping[int, int], names: NameIndex
) -> Vocabulary:
    assumed = lexicon_uses(base)
    uses = Counter({**assumed, **said.uses})
    uses.update(names.name_words)
    repairer = build_repairer(uses, base.lexicon.common_words)
    return Vocabulary(said, word_facts, assumed, repairer)


def lexicon_uses(base: FactBase) -> dict[str, int]:
    """Return the words that are known without a fact, so that none is taken for a typo."""
    known = dict.fromkeys((*FUNCTION_WORDS, *RELATIONS, *NEGATIONS), 1)
    epithets = (e for held in base.profiles.values() for e in held.profile.epithets)
    for text in (*(member for group in base.synonyms for member in group), *epithets):
        known.update(dict.fromkeys(words(text), 1))
    return known


def _near(near_words: Mapping[str, Sequence[str]]) -> dict[int, frozenset[int]]:
    near: dict[int, set[int]] = {}
    for head, others in near_words.items():
        first = word_number(stem(head))
        for other in others:
            second = word_number(stem(other))
            near.setdefault(first, set()).add(second)
            near.setdefault(second, set()).add(first)
    return {number: frozenset(others) for number, others in near.items()}


def _pronouns(profile: Profile) -> frozenset[str]:
    """Return the pronouns that may mean a person: any, where the profile lists none."""
    return frozenset(word for text in profile.pronouns for word in words(text)) or PRONOUNS


def _relations(profile: Profile) -> dict[tuple[str, ...], str | None]:
    return {
        words(relation): person.profile
        for person in reversed(profile.persons)  # the first person named for a relation stays
        for relation in person.relations
    }
