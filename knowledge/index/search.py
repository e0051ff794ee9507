"""Search: a masked question in, the few facts that come near it out.

Nominated facts are compared exactly: the cosine of the question with each of their nearest
phrasings. A ridge regression, solved for this question over just those phrasings, then says
how much each fact owns of it (local learning, Bottou and Vapnik 1992; kernel ridge, Saunders
and others 1998).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.index.build import COUNT_SHIFT, Index
from knowledge.index.features import KIND_BITS, Features, Ids
from knowledge.index.gather import ASKS_PLACES
from knowledge.index.lists import members
from knowledge.index.meaning import Meaning, blended
from knowledge.index.nominate import Nominees, Sought, firsts, nominate
from knowledge.index.part import Part, meaning_of
from knowledge.text.lexicon import Asks

# Set on CLINC150's validation split and on what BANKING77's training split leaves over.
KIND_WEIGHTS = np.sqrt(np.array([1.0, 1.0, 0.75, 0.75], np.float32) / 3.5)
DAMPING = 0.2  # the ridge's lambda, in units of a phrasing's squared norm
TINY = 1e-6  # where a text has nothing of a kind

Floats = NDArray[np.float64]
Places = NDArray[np.int64]


class Near(NamedTuple):
    """A fact near the question, by its number in a part of the index."""

    part: Part
    owner: tuple[str, int]
    """The profile, and the place of the fact among its facts."""
    fact: int
    row: int
    """Its nearest phrasing."""
    cosine: float
    """Of the nearest phrasing: 0 to 1."""
    alike: float
    """The cosine of the nearest phrasing that wants the same kind of answer, or 0."""
    share: float
    """How much of the question the ridge gives to this fact, about 0 to 1."""

    @property
    def text(self) -> int:
        """Return the text of the nearest phrasing, by its number in the part."""
        return int(self.part.text_of_row[self.row])

    @property
    def is_shadow(self) -> bool:
        """Tell whether it is made of near misses."""
        return bool(self.part.shadows[self.fact])


def search(index: Index, asked: Features, kind: Asks, profile: str | None) -> tuple[Near, ...]:
    """Return the facts of one profile or of all nearest to a question of a kind, best first."""
    values = normalized(index, asked.ids, np.zeros(1, np.int64))
    meaning = _meaning(index, asked)
    nominees = nominate(index, Sought(asked.ids, values, meaning), profile)
    if not nominees:
        return ()
    cosines = _cosines(index, _held(asked, nominees))
    if meaning is not None:
        cosines = blended(cosines, _meanings(meaning, nominees))
    of_question = cosines[0, 1:]
    shares = _ridge(cosines[1:, 1:], of_question)
    return _near(nominees, ASKS_PLACES[kind], of_question, shares)


def normalized(index: Index, ids: Ids, begins: Places) -> NDArray[np.float32]:
    """Return what each feature counts in the vector of its text, which has length 1.

    The features of a text stand together from where it begins, and in it those of one kind;
    each kind has a share of its own.
    """
    weights = index.weights((ids >> COUNT_SHIFT).astype(np.intp))
    kinds = (ids & np.uint32(KIND_BITS)).astype(np.int8)
    is_first = firsts(kinds)
    is_first[begins] = True
    groups = np.flatnonzero(is_first)
    norms = np.sqrt(np.add.reduceat(weights * weights, groups))
    shares = KIND_WEIGHTS[kinds[groups]] / np.maximum(norms, TINY)
    lengths = np.empty_like(groups)
    lengths[:-1] = groups[1:] - groups[:-1]
    lengths[-1] = len(ids) - groups[-1]
    scaled: NDArray[np.float32] = weights * shares.repeat(lengths)
    return scaled


@dataclass(frozen=True, slots=True)
class _Held:
    """The features of the question and of the nominees' rows, one text after the other."""

    ids: Ids
    lengths: Places
    """By text."""


def _held(asked: Features, nominees: Sequence[Nominees]) -> _Held:
    ids, lengths = [asked.ids], [np.array([len(asked.ids)])]
    for one in nominees:
        places, counts = members(one.part.features.starts, one.part.text_of_row[one.rows])
        ids.append(one.part.features.held[places])
        lengths.append(counts)
    return _Held(np.concatenate(ids), np.concatenate(lengths))


def _cosines(index: Index, held: _Held) -> Floats:
    """Return the cosine of every two texts."""
    begins = held.lengths.cumsum() - held.lengths
    values = normalized(index, held.ids, begins)
    places, columns = _shared(held.ids >> COUNT_SHIFT)
    texts = np.arange(len(begins)).repeat(held.lengths)
    dense = np.zeros((len(begins), int(columns.max(initial=-1)) + 1), np.float32)
    dense[texts[places], columns] = values[places]
    cosines = (dense @ dense.T).astype(np.float64)
    cosines.ravel()[:: len(begins) + 1] = np.add.reduceat(values * values, begins)
    return cosines


def _shared(columns: NDArray[np.uint32]) -> tuple[Places, Places]:
    """Return the places of columns that stand there twice, each with a number of its own.

    What stands once adds only to a text's cosine with itself; without it there is less to do.
    """
    here = np.arange(len(columns), dtype=np.uint64)
    keys = columns.astype(np.uint64) << np.uint64(32) | here
    keys.sort()
    is_first = firsts(keys >> np.uint64(32))
    is_shared = ~is_first
    is_shared[:-1] |= is_shared[1:]
    found = np.flatnonzero(is_shared)
    return keys[found].astype(np.uint32).astype(np.int64), is_first[found].cumsum() - 1


def _meaning(index: Index, asked: Features) -> Meaning | None:
    if index.vectors is None or index.common is None:
        return None
    said = " ".join(word for unit in asked.units for word in unit.words)
    (vector,) = index.vectors.embed([meaning_of(said)])
    return Meaning(index.common.without(vector), index.common)


def _meanings(meaning: Meaning, nominees: Sequence[Nominees]) -> NDArray[np.float32]:
    """Return how near every two texts come in meaning."""
    of_rows = (one.part.vectors[one.part.text_of_row[one.rows]] for one in nominees)
    rows = meaning.common.without(np.concatenate(list(of_rows)))
    vectors = np.concatenate([meaning.vector[np.newaxis], rows])
    alike: NDArray[np.float32] = vectors @ vectors.T
    return alike


def _ridge(cosines: Floats, of_question: Floats) -> Floats:
    """Return each row's part of the question: (K + damping I)^-1 k."""
    damped = cosines.copy()
    damped.ravel()[:: len(damped) + 1] += DAMPING
    return np.linalg.solve(damped, of_question).astype(np.float64, copy=False)


def _near(
    nominees: Sequence[Nominees], kind: int, cosines: Floats, shares: Floats
) -> tuple[Near, ...]:
    """Put the facts' nearest rows, cosines and shares together."""
    near, share = cosines.tolist(), shares.tolist()  # few: Python's own lists are quicker
    same = [n.part.asks_of_text[n.part.text_of_row[n.rows]] == kind for n in nominees]
    alike = (cosines * np.concatenate(same)).tolist()
    found, end = [], 0
    for one in nominees:
        rows, first = one.rows.tolist(), end
        facts = zip(one.part.owners(one.facts), one.facts.tolist(), strict=True)
        for (owner, fact), length in zip(facts, one.lengths.tolist(), strict=True):
            begin, end = end, end + length
            best = max(range(begin, end), key=near.__getitem__)
            if near[best] > 0:
                found.append(
                    Near(
                        *(one.part, owner, fact, rows[best - first], near[best]),
                        alike=max(alike[begin:end]),
                        share=sum(share[begin:end]),
                    )
                )
    return tuple(sorted(found, key=_rank))


def _rank(near: Near) -> tuple[float, str, int, bool]:
    """Put what is equal but for the order of adding up in the order of profiles and facts."""
    return -round(near.share, 5), *near.owner, near.is_shadow
