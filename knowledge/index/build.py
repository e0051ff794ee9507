"""The index of one view of the fact base: arrays built once, never changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from knowledge.base import FactBase
from knowledge.index.concepts import Concepts, build_concepts
from knowledge.index.features import (
    Features,
    Kind,
    features,
    units,
    word_number,
    word_numbers,
)
from knowledge.index.mask import mask
from knowledge.index.names import NameIndex, build_names
from knowledge.index.repair import Repairer, build_repairer
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile
from knowledge.text.fold import fold
from knowledge.text.lexicon import (
    FUNCTION_WORDS,
    NEGATIONS,
    RELATIONS,
    WHO_IS_MEANT,
    Asks,
    asks,
)
from knowledge.text.tokens import stem, words

# Set on CLINC150's validation split and on what BANKING77's training split leaves over.
KIND_WEIGHTS = np.sqrt(np.array([1.0, 1.0, 1.0, 0.5], np.float32) / 3.5)
FLATNESS = 3.0  # added to each inverse fact frequency, so that common words still count
ASKS_BITS = {kind: 1 << place for place, kind in enumerate(Asks)}

Numbers = NDArray[np.int32]
Weights = NDArray[np.float32]


@dataclass(frozen=True)
class Rows:
    """A sparse matrix by rows: the columns of row r are `columns[starts[r]:starts[r + 1]]`."""

    starts: NDArray[np.int64]
    columns: Numbers
    values: Weights


@dataclass(frozen=True)
class Index:
    """Phrasings as weighted features, facts as stretches of phrasings, profiles of facts."""

    feature_ids: NDArray[np.uint64]
    """Every feature of the base, sorted."""
    feature_weights: Weights
    phrasings: Rows
    posting_keys: NDArray[np.int64]
    """column * rows + row of every value, sorted: the same matrix by columns."""
    posting_values: Weights
    fact_of_row: Numbers
    first_row: Numbers
    """The first row of each fact, and one past the last row."""
    facts: tuple[tuple[str, str], ...]
    """(profile, fact id) of each fact."""
    profile_facts: dict[str, tuple[int, int]]
    """The first fact of each profile, and one past its last."""
    told: tuple[frozenset[int], ...]
    """By fact: the words of its statement and claims, as features."""
    asked: tuple[frozenset[int], ...]
    """By fact: the words of its phrasings, as features."""
    word_weights: dict[int, float]
    """The weight of each word that the base's phrasings hold."""
    asks_bits: NDArray[np.int16]
    negated: NDArray[np.bool_]
    names_person: NDArray[np.bool_]
    """By row: the phrasing speaks of the profile's person."""
    exact: dict[int, int]
    """Number of a masked phrasing, with its profile, to its row."""
    proper: frozenset[str]
    """Stems that the base always writes with a capital: names of people and places."""
    unknown_weight: float
    names: NameIndex
    concepts: Concepts
    repairer: Repairer
    pronouns: dict[str, frozenset[str]]
    relations: dict[str, dict[tuple[str, ...], str | None]]
    """By profile: the words of each relation, and the profile of whom it means, if any."""

    @cached_property
    def fact_count(self) -> int:
        """Return how many facts are indexed."""
        return len(self.facts)

    def columns_of(self, ids: NDArray[np.uint64]) -> NDArray[np.int64]:
        """Return each feature's column, -1 where the base does not have it."""
        if not len(self.feature_ids):
            return np.full(len(ids), -1, np.int64)
        places = np.searchsorted(self.feature_ids, ids)
        places[places == len(self.feature_ids)] = 0
        return np.where(self.feature_ids[places] == ids, places, -1)


@dataclass
class _Gathered:
    texts: list[Features] = field(default_factory=list)
    fact_of_row: list[int] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)
    told: list[frozenset[int]] = field(default_factory=list)
    asked: list[frozenset[int]] = field(default_factory=list)
    asks_bits: list[int] = field(default_factory=list)
    negated: list[bool] = field(default_factory=list)
    names_person: list[bool] = field(default_factory=list)
    exact: dict[int, int] = field(default_factory=dict)
    uses: dict[str, int] = field(default_factory=dict)
    capitalized: set[str] = field(default_factory=set)
    small: set[str] = field(default_factory=set)


def build_index(base: FactBase) -> Index:
    """Build the index of a base; the same base gives the same arrays."""
    names, concepts = build_names(base), build_concepts(base.synonyms)
    gathered = _Gathered()
    ranges: dict[str, tuple[int, int]] = {}
    pronouns: dict[str, frozenset[str]] = {}
    for id_, held in base.profiles.items():
        start = len(gathered.facts)
        pronouns[id_] = frozenset(word for p in held.profile.pronouns for word in words(p))
        for fact in held.facts:
            _gather(gathered, id_, fact, _Reader(names, concepts, pronouns[id_]))
        ranges[id_] = (start, len(gathered.facts))
    uses = {**_lexicon_uses(base), **gathered.uses}
    for word, count in names.name_words.items():
        uses[word] = uses.get(word, 0) + count
    matrix = _weighted(gathered)
    return Index(
        *matrix,
        *_by_columns(matrix[2], len(gathered.texts)),
        fact_of_row=np.array(gathered.fact_of_row, np.int32),
        first_row=_starts(gathered.fact_of_row, len(gathered.facts)),
        facts=tuple(gathered.facts),
        profile_facts=ranges,
        told=tuple(gathered.told),
        asked=tuple(gathered.asked),
        word_weights=_word_weights(gathered, matrix),
        asks_bits=np.array(gathered.asks_bits, np.int16),
        negated=np.array(gathered.negated, bool),
        names_person=np.array(gathered.names_person, bool),
        exact=gathered.exact,
        proper=frozenset(gathered.capitalized - gathered.small),
        unknown_weight=float(np.log(len(gathered.facts) + 1) + FLATNESS),
        names=names,
        concepts=concepts,
        repairer=build_repairer(uses),
        pronouns=pronouns,
        relations={id_: _relations(held.profile) for id_, held in base.profiles.items()},
    )


def exact_number(masked: Sequence[str], profile: str) -> int:
    """Return the number under which a masked phrasing of a profile is found at once."""
    return word_number(f"{profile}:{' '.join(masked)}")


def _relations(profile: Profile) -> dict[tuple[str, ...], str | None]:
    return {
        words(relation): person.profile
        for person in reversed(profile.persons)  # the first person named for a relation stays
        for relation in person.relations
    }


@dataclass(frozen=True)
class _Reader:
    names: NameIndex
    concepts: Concepts
    pronouns: frozenset[str]

    def masked(self, text: str, profile: str) -> tuple[str, ...]:
        said = words(text)
        return mask(said, self.names.mentions(said), profile, self.pronouns)


def _gather(gathered: _Gathered, profile: str, fact: Fact, reader: _Reader) -> None:
    gathered.facts.append((profile, fact.id))
    bits, negated = 0, False
    asked: set[int] = set()
    for phrasing in fact.phrasings:
        masked = reader.masked(phrasing, profile)
        gathered.exact.setdefault(exact_number(masked, profile), len(gathered.texts))
        found = features(masked, reader.concepts)
        gathered.texts.append(found)
        gathered.fact_of_row.append(len(gathered.facts) - 1)
        gathered.names_person.append(WHO_IS_MEANT in masked)
        asked.update(word_numbers(found.units))
        bits |= ASKS_BITS[asks(masked)]
        negated |= not NEGATIONS.isdisjoint(masked)
        _note_words(gathered, masked, phrasing)
    gathered.asked.append(frozenset(asked))
    gathered.asks_bits.append(bits)
    gathered.negated.append(negated)
    gathered.told.append(_told(gathered, profile, fact, reader))


def _told(gathered: _Gathered, profile: str, fact: Fact, reader: _Reader) -> frozenset[int]:
    told: set[int] = set()
    for sentence in fact.sentences:
        masked = reader.masked(sentence, profile)
        told.update(word_numbers(units(masked, reader.concepts)))
        _note_words(gathered, masked, sentence)
    return frozenset(told)


def _note_words(gathered: _Gathered, masked: Sequence[str], text: str) -> None:
    for word in masked:
        gathered.uses[word] = gathered.uses.get(word, 0) + 1
    parts = text.split()
    for before, part in zip(parts, parts[1:], strict=False):
        is_inside = before[-1] not in ".?!:"
        kept = gathered.capitalized if part[0].isupper() and is_inside else gathered.small
        kept.add(stem(_bare(part)))


def _bare(part: str) -> str:
    """Return a word without the punctuation and the possessive that stand at it."""
    return fold(part).strip(".,;:?!()\"'-").removesuffix("'s")


def _lexicon_uses(base: FactBase) -> dict[str, int]:
    """Return the words that are known without a fact, so that none is taken for a typo."""
    known = dict.fromkeys((*FUNCTION_WORDS, *RELATIONS, *NEGATIONS), 1)
    for group in base.synonyms:
        for member in group:
            known.update(dict.fromkeys(words(member), 1))
    return known


def _weighted(gathered: _Gathered) -> tuple[NDArray[np.uint64], Weights, Rows]:
    lengths = np.array([len(text.ids) for text in gathered.texts], np.int64)
    starts = np.concatenate([[0], np.cumsum(lengths)])
    none = np.zeros(0, np.uint64)
    ids = np.concatenate([none, *(text.ids for text in gathered.texts)])
    kinds = np.concatenate([none.astype(np.int8), *(text.kinds for text in gathered.texts)])
    feature_ids, columns = np.unique(ids, return_inverse=True)
    rows = np.repeat(np.arange(len(lengths)), lengths)
    fact_of_row = np.array(gathered.fact_of_row, np.int64)
    in_fact = np.unique(columns * max(len(gathered.facts), 1) + fact_of_row[rows])
    frequency = np.bincount(in_fact // max(len(gathered.facts), 1), minlength=len(feature_ids))
    weights = np.log((len(gathered.facts) + 1) / np.maximum(frequency, 1)) + FLATNESS
    values = normalized(weights[columns], kinds, rows * len(Kind) + kinds)
    matrix = Rows(starts, columns.astype(np.int32), values)
    return feature_ids, weights.astype(np.float32), matrix


def _by_columns(matrix: Rows, count: int) -> tuple[NDArray[np.int64], Weights]:
    rows = np.repeat(np.arange(count), np.diff(matrix.starts))
    keys = matrix.columns.astype(np.int64) * count + rows
    order = np.argsort(keys, kind="stable")
    return keys[order], matrix.values[order]


def _word_weights(
    gathered: _Gathered, matrix: tuple[NDArray[np.uint64], Weights, Rows]
) -> dict[int, float]:
    words_ = np.array(sorted(frozenset().union(*gathered.asked)), np.uint64)
    weights = matrix[1][np.searchsorted(matrix[0], words_)] if len(words_) else words_
    return dict(zip(words_.tolist(), weights.tolist(), strict=True))


def normalized(
    weights: NDArray[np.floating], kinds: NDArray[np.int8], groups: NDArray[np.int64]
) -> Weights:
    """Scale each group (one kind of one text) to its kind's share of a unit vector."""
    if not len(weights):
        return np.zeros(0, np.float32)
    norms = np.sqrt(np.bincount(groups, weights * weights))
    scaled: Weights = (weights / norms[groups] * KIND_WEIGHTS[kinds]).astype(np.float32)
    return scaled


def _starts(fact_of_row: list[int], count: int) -> Numbers:
    rows = np.bincount(np.array(fact_of_row, np.int64), minlength=count)
    return np.concatenate([[0], np.cumsum(rows)]).astype(np.int32)
