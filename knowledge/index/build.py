"""The index of one view of the fact base: arrays built once, never changed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.base import FactBase
from knowledge.index.concepts import Concepts, build_concepts
from knowledge.index.features import Kind, word_number
from knowledge.index.gather import Gathered, Reader, gather_profile, kin_of
from knowledge.index.names import NameIndex, build_names
from knowledge.index.repair import Repairer, build_repairer
from knowledge.index.rows import row_features
from knowledge.model.profile import Profile
from knowledge.text.lexicon import FUNCTION_WORDS, NEGATIONS, RELATIONS
from knowledge.text.tokens import stem, words

# Set on CLINC150's validation split and on what BANKING77's training split leaves over.
KIND_WEIGHTS = np.sqrt(np.array([1.0, 1.0, 1.0, 0.5], np.float32) / 3.5)
FLATNESS = 3.0  # added to each inverse fact frequency, so that common words still count

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
    """(profile, fact id) of each fact; one with near misses is followed by its shadow."""
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
    shadows: NDArray[np.bool_]
    """By fact: it is made of a fact's near misses, and never answers."""
    names_person: NDArray[np.bool_]
    """By row: the phrasing speaks of the profile's person."""
    content_starts: NDArray[np.int64]
    content: NDArray[np.uint64]
    """The content words of row r are `content[content_starts[r]:content_starts[r + 1]]`."""
    exact: dict[int, int]
    """Number of a masked phrasing, with its profile, to its row."""
    proper: frozenset[str]
    """Stems that the base always writes with a capital: names of people and places."""
    unknown_weight: float
    names: NameIndex
    concepts: Concepts
    near: dict[int, frozenset[int]]
    """Words that may be asked with instead of a word, as features."""
    repairer: Repairer
    pronouns: dict[str, frozenset[str]]
    relations: dict[str, dict[tuple[str, ...], str | None]]
    """By profile: the words of each relation, and the profile of whom it means, if any."""

    def content_of(self, row: int) -> tuple[int, ...]:
        """Return the content words of a row, as features."""
        start, end = self.content_starts[row : row + 2].tolist()
        return tuple(self.content[start:end].tolist())

    def columns_of(self, ids: NDArray[np.uint64]) -> NDArray[np.int64]:
        """Return each feature's column, -1 where the base does not have it."""
        if not len(self.feature_ids):
            return np.full(len(ids), -1, np.int64)
        places = np.searchsorted(self.feature_ids, ids)
        places[places == len(self.feature_ids)] = 0
        return np.where(self.feature_ids[places] == ids, places, -1)


def build_index(base: FactBase) -> Index:
    """Build the index of a base; the same base gives the same arrays."""
    names, concepts = build_names(base), build_concepts(base.synonyms)
    gathered = Gathered()
    ranges: dict[str, tuple[int, int]] = {}
    pronouns: dict[str, frozenset[str]] = {}
    for id_, held in base.profiles.items():
        start = len(gathered.facts)
        pronouns[id_] = frozenset(word for p in held.profile.pronouns for word in words(p))
        reader = Reader(base, names, concepts, id_, pronouns[id_], kin_of(held.profile))
        gather_profile(gathered, held, reader)
        ranges[id_] = (start, len(gathered.facts))
    uses = Counter({**_lexicon_uses(base), **gathered.uses})
    uses.update(names.name_words)
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
        shadows=np.array(gathered.shadows, bool),
        names_person=np.array(gathered.names_person, bool),
        content_starts=np.cumsum([0, *(len(words_) for words_ in gathered.content)]),
        content=np.array([n for words_ in gathered.content for n in words_], np.uint64),
        exact=gathered.exact,
        proper=_stems(gathered.capitalized) - _stems(gathered.small),
        unknown_weight=float(np.log(len(gathered.facts) + 1) + FLATNESS),
        names=names,
        concepts=concepts,
        near=_near(base.lexicon.near_words),
        repairer=build_repairer(uses, base.lexicon.common_words),
        pronouns=pronouns,
        relations={id_: _relations(held.profile) for id_, held in base.profiles.items()},
    )


def _lexicon_uses(base: FactBase) -> dict[str, int]:
    """Return the words that are known without a fact, so that none is taken for a typo."""
    known = dict.fromkeys((*FUNCTION_WORDS, *RELATIONS, *NEGATIONS), 1)
    for group in base.synonyms:
        for member in group:
            known.update(dict.fromkeys(words(member), 1))
    return known


def _stems(parts: set[str]) -> frozenset[str]:
    return frozenset(stem(word) for part in parts for word in words(part))


def _near(near_words: Mapping[str, Sequence[str]]) -> dict[int, frozenset[int]]:
    near: dict[int, set[int]] = {}
    for head, others in near_words.items():
        first = word_number(stem(head))
        for other in others:
            second = word_number(stem(other))
            near.setdefault(first, set()).add(second)
            near.setdefault(second, set()).add(first)
    return {number: frozenset(others) for number, others in near.items()}


def _relations(profile: Profile) -> dict[tuple[str, ...], str | None]:
    return {
        words(relation): person.profile
        for person in reversed(profile.persons)  # the first person named for a relation stays
        for relation in person.relations
    }


def _weighted(gathered: Gathered) -> tuple[NDArray[np.uint64], Weights, Rows]:
    found = row_features(gathered.texts)
    feature_ids, first, columns = np.unique(found.ids, return_index=True, return_inverse=True)
    width = max(len(feature_ids), 1)
    cells = _distinct(found.rows * width + columns)
    rows, columns = cells // width, cells % width
    facts = max(len(gathered.facts), 1)
    fact_of_row = np.array(gathered.fact_of_row, np.int64)
    in_fact = _distinct(columns * facts + fact_of_row[rows])
    frequency = np.bincount(in_fact // facts, minlength=len(feature_ids))
    weights = np.log((len(gathered.facts) + 1) / np.maximum(frequency, 1)) + FLATNESS
    kinds = found.kinds[first][columns]
    values = normalized(weights[columns], kinds, rows * len(Kind) + kinds)
    lengths = np.bincount(rows, minlength=len(gathered.texts))
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    return (
        feature_ids,
        weights.astype(np.float32),
        Rows(starts, columns.astype(np.int32), values),
    )


def _distinct(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the distinct numbers, sorted; NumPy's own way is slower for many of them."""
    ordered = np.sort(numbers)
    return ordered[np.diff(ordered, prepend=-1) > 0]


def _by_columns(matrix: Rows, count: int) -> tuple[NDArray[np.int64], Weights]:
    rows = np.repeat(np.arange(count), np.diff(matrix.starts))
    keys = matrix.columns.astype(np.int64) * count + rows
    order = np.argsort(keys, kind="stable")
    return keys[order], matrix.values[order]


def _word_weights(
    gathered: Gathered, matrix: tuple[NDArray[np.uint64], Weights, Rows]
) -> dict[int, float]:
    words_ = np.array(sorted(frozenset().union(*gathered.asked, *gathered.told)), np.uint64)
    words_ = words_[np.isin(words_, matrix[0])]  # a kinsman's name may stand in no text
    weights = matrix[1][np.searchsorted(matrix[0], words_)]
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
