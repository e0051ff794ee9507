"""Search: a masked question in, the few facts that come near it out.

Nominated facts are compared exactly: the cosine of the question with each of their nearest
phrasings. A ridge regression, solved for this question over just those phrasings, then says
how much each fact owns of it (local learning, Bottou and Vapnik 1992; kernel ridge, Saunders
and others 1998).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import local
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.index.build import COUNT_SHIFT, COUNTED_BITS, Index
from knowledge.index.features import KIND_BITS, Features, Kind
from knowledge.index.meaning import blended
from knowledge.index.nominate import Nominees, Sought, nominate
from knowledge.index.part import Part, meaning_of, members, stretches

# Set on CLINC150's validation split and on what BANKING77's training split leaves over.
KIND_WEIGHTS = np.sqrt(np.array([1.0, 1.0, 0.75, 0.75], np.float32) / 3.5)
NEIGHBORS = 7  # facts that the ridge tells apart
DAMPING = 0.2  # the ridge's lambda, in units of a phrasing's squared norm
TINY = 1e-6  # where a text has nothing of a kind

Floats = NDArray[np.float64]
Places = NDArray[np.int64]
_scratch = local()


@dataclass(frozen=True, slots=True)
class Near:
    """A fact near the question, by its number in a part of the index."""

    part: Part
    fact: int
    row: int
    """Its nearest phrasing."""
    cosine: float
    """Of the nearest phrasing: 0 to 1."""
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

    @property
    def owner(self) -> tuple[str, int]:
        """Return the profile, and the place of the fact among its facts."""
        return self.part.profile_of(self.fact), int(self.part.places[self.fact])


def search(index: Index, asked: Features, profile: str | None) -> tuple[Near, ...]:
    """Return the nearest facts of one profile or of all, best first."""
    columns = (asked.ids >> COUNT_SHIFT).astype(np.intp)
    weights = index.weights(columns)
    values = normalized(weights, asked.kinds, np.zeros(len(weights), np.intp))
    meaning = _meaning(index, asked)
    nominees = nominate(index, Sought(asked.ids, values, meaning), profile)
    if not nominees:
        return ()
    held = _held(index, nominees)
    cosines = _cosines(held, columns, values)
    if meaning is not None:
        cosines = blended(cosines, held.meanings @ meaning)
    lengths = np.concatenate([one.lengths for one in nominees])
    begins = np.cumsum(lengths) - lengths
    best = np.maximum.reduceat(cosines, begins)
    order = np.sort(np.argsort(-best, kind="stable")[:NEIGHBORS])
    order = order[best[order] > 0]
    if not len(order):
        return ()
    rows = _best_first(cosines, begins[order], lengths[order])
    shares = _ridge(held, rows, cosines[rows])
    return _near(nominees, (order, lengths[order]), (rows, cosines[rows], shares))


def _best_first(cosines: Floats, begins: Places, lengths: Places) -> Places:
    """Return the rows of each fact, the nearest first."""
    rows = stretches(begins, lengths)
    owners = np.repeat(np.arange(len(begins)), lengths)
    return rows[np.lexsort((-cosines[rows], owners))]


def normalized(
    weights: NDArray[np.float32], kinds: NDArray[np.integer], owners: Places
) -> NDArray[np.float32]:
    """Scale each kind of each text to its kind's share of a unit vector."""
    groups = owners * len(Kind) + kinds
    texts = int(owners[-1]) + 1 if len(owners) else 0
    norms = np.sqrt(np.bincount(groups, weights * weights, texts * len(Kind)))
    shares = KIND_WEIGHTS / np.maximum(norms.reshape(-1, len(Kind)), TINY)
    scaled: NDArray[np.float32] = weights * shares.astype(np.float32).ravel()[groups]
    return scaled


@dataclass(frozen=True, slots=True)
class _Held:
    """The features of the nominees' rows, row after row."""

    columns: NDArray[np.intp]
    values: NDArray[np.float32]
    lengths: Places
    """By row."""
    owners: Places
    """The row of each."""
    meanings: NDArray[np.float32]
    """By row: its vector, where the base compares by meaning."""


def _held(index: Index, nominees: Sequence[Nominees]) -> _Held:
    ids, lengths = [], []
    for one in nominees:
        places, counts = members(one.part.features.starts, one.part.text_of_row[one.rows])
        ids.append(one.part.features.held[places])
        lengths.append(counts)
    held, counts = np.concatenate(ids), np.concatenate(lengths)
    owners = np.repeat(np.arange(len(counts)), counts)
    columns = (held >> COUNT_SHIFT).astype(np.intp)
    values = normalized(
        index.weights(columns), (held & np.uint32(KIND_BITS)).astype(np.intp), owners
    )
    meanings = [one.part.vectors[one.part.text_of_row[one.rows]] for one in nominees]
    return _Held(columns, values, counts, owners, np.concatenate(meanings))


def _meaning(index: Index, asked: Features) -> NDArray[np.float32] | None:
    if index.vectors is None:
        return None
    said = " ".join(word for unit in asked.units for word in unit.words)
    (meaning,) = index.vectors.embed([meaning_of(said)])
    return np.asarray(meaning, np.float32)


def _cosines(held: _Held, columns: Places, values: NDArray[np.float32]) -> Floats:
    board = _board(np.float32)
    board[columns] = values
    products = board[held.columns] * held.values
    board[columns] = 0
    return np.bincount(held.owners, products, len(held.lengths)).astype(np.float64, copy=False)


def _ridge(held: _Held, rows: Places, cosines: Floats) -> Floats:
    """Return each row's part of the question: (K + damping I)^-1 k."""
    begins = np.cumsum(held.lengths) - held.lengths
    lengths = held.lengths[rows]
    places = stretches(begins[rows], lengths)
    values = held.values[places]
    owners = np.repeat(np.arange(len(rows)), lengths)
    shared, column = _shared(held.columns[places])
    dense = np.zeros((len(rows), int(column.max(initial=-1)) + 1), np.float32)
    dense[owners[shared], column] = values[shared]
    gram = (dense @ dense.T).astype(np.float64)
    gram[np.diag_indices_from(gram)] = np.bincount(owners, values * values, len(rows))
    if held.meanings.shape[1]:
        meanings = held.meanings[rows]
        gram = blended(gram, meanings @ meanings.T)
    gram[np.diag_indices_from(gram)] += DAMPING
    return np.linalg.solve(gram, cosines).astype(np.float64, copy=False)


def _shared(columns: NDArray[np.intp]) -> tuple[Places, Places]:
    """Return the places of columns that stand there twice, each with a number of its own.

    What stands once adds to no cosine but a row's own; leaving it out keeps the product small.
    """
    board = _board(np.int32)  # never read where it was not written
    here = np.arange(len(columns), dtype=np.int32)
    board[columns] = here
    last = board[columns]
    board[columns] = 0
    uses = np.bincount(last, minlength=len(columns))
    numbers = np.cumsum((uses > 1) & (last == here)) - 1
    shared = np.flatnonzero(uses[last] > 1)
    return shared, numbers[last[shared]]


def _board(kind: type[np.float32] | type[np.int32]) -> NDArray[Any]:
    """Return this thread's array of zeros, one for each column, to write on and wipe."""
    boards: dict[type, NDArray[Any]] = getattr(_scratch, "boards", None) or {}
    _scratch.boards = boards
    if kind not in boards:
        boards[kind] = np.zeros(1 << COUNTED_BITS, kind)
    return boards[kind]


def _near(
    nominees: Sequence[Nominees],
    nearest: tuple[Places, Places],
    held: tuple[Places, Floats, Floats],
) -> tuple[Near, ...]:
    """Put the nearest facts' rows, cosines and shares together, fact by fact."""
    owners = [(one.part, fact) for one in nominees for fact in one.facts.tolist()]
    rows = np.concatenate([one.rows for one in nominees])[held[0]].tolist()
    begins = np.cumsum(nearest[1]) - nearest[1]
    shares = np.add.reduceat(held[2], begins).tolist()
    cosines = held[1][begins].tolist()  # each fact's best row stands first
    found = [
        Near(owners[number][0], owners[number][1], rows[begin], cosine, share)
        for number, begin, cosine, share in zip(
            nearest[0].tolist(), begins.tolist(), cosines, shares, strict=True
        )
    ]
    return tuple(sorted(found, key=_rank))


def _rank(near: Near) -> tuple[float, str, int, bool]:
    """Put what is equal but for the order of adding up in the order of profiles and facts."""
    return -round(near.share, 5), *near.owner, near.is_shadow
