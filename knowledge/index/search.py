"""Search: a masked question in, the few facts that come near it out.

Retrieval takes the cosine of the question with every phrasing in reach and keeps the facts of
the best ones. A ridge regression, solved for this question over just their phrasings, then says
how much each fact owns of it (local learning, Bottou and Vapnik 1992; kernel ridge, Saunders
and others 1998).
"""

from dataclasses import dataclass
from threading import local

import numpy as np
from numpy.typing import NDArray

from knowledge.index.build import Index, normalized
from knowledge.index.features import Features

# Set on CLINC150's validation split and on what BANKING77's training split leaves over.
NEIGHBORS = 7  # facts that the ridge tells apart
DAMPING = 0.2  # the ridge's lambda, in units of a phrasing's squared norm
ROWS_PER_FACT = 10  # the nearest phrasings of a fact that take part

_scratch = local()


@dataclass(frozen=True, slots=True)
class Near:
    """A fact near the question, by its number in the index."""

    fact: int
    row: int
    """Its nearest phrasing."""
    cosine: float
    """Of the nearest phrasing: 0 to 1."""
    share: float
    """How much of the question the ridge gives to this fact, about 0 to 1."""


def search(index: Index, asked: Features, reach: tuple[int, int]) -> tuple[Near, ...]:
    """Return the nearest facts among those numbered from reach[0] to reach[1], best first."""
    columns, values = _weighted(index, asked)
    first, last = int(index.first_row[reach[0]]), int(index.first_row[reach[1]])
    if not len(columns) or first == last:
        return ()
    cosines = _cosines(index, columns, values, (first, last))
    rows = _rows_of_nearest(index, cosines, reach)
    if not len(rows):
        return ()
    near = cosines[rows - first]
    return _near(index, rows, near, _ridge(index, rows, near))


def _weighted(index: Index, asked: Features) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return the question as a unit vector; words that the base lacks count in its norm."""
    columns = index.columns_of(asked.ids)
    known = columns >= 0
    weights = np.full(len(columns), index.unknown_weight)
    weights[known] = index.feature_weights[columns[known]]
    values = normalized(weights, asked.kinds, asked.kinds.astype(np.int64))
    return columns[known], values[known]


def _cosines(
    index: Index,
    columns: NDArray[np.int64],
    values: NDArray[np.float32],
    rows: tuple[int, int],
) -> NDArray[np.float64]:
    """Return the cosine of the question with each row from the first to the last.

    Only the postings of the question's own features are touched.
    """
    keys = index.posting_keys
    count = len(index.fact_of_row)
    starts = np.searchsorted(keys, columns * count + rows[0])
    lengths = np.searchsorted(keys, columns * count + rows[1]) - starts
    places = _stretches(starts, lengths)
    found = keys[places] - np.repeat(columns * count, lengths) - rows[0]
    products = index.posting_values[places] * np.repeat(values, lengths)
    return np.bincount(found, products, rows[1] - rows[0]).astype(np.float64, copy=False)


def _stretches(starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the numbers of every stretch, one after the other."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - ends + lengths, lengths) + np.arange(total)


def _rows_of_nearest(
    index: Index, cosines: NDArray[np.float64], reach: tuple[int, int]
) -> NDArray[np.int64]:
    """Return the rows of the nearest facts, the nearest phrasings of each."""
    first_rows = index.first_row[reach[0] : reach[1] + 1]
    best = np.maximum.reduceat(cosines, first_rows[:-1] - first_rows[0])
    nearest = np.argsort(-best, kind="stable")[:NEIGHBORS]
    nearest = nearest[best[nearest] > 0]
    starts = first_rows[nearest].astype(np.int64)
    lengths = first_rows[nearest + 1] - starts
    if len(lengths) and int(lengths.max()) > ROWS_PER_FACT:
        return _nearest_rows(starts, lengths, cosines, int(first_rows[0]))
    return _stretches(starts, lengths)


def _nearest_rows(
    starts: NDArray[np.int64],
    lengths: NDArray[np.int64],
    cosines: NDArray[np.float64],
    first: int,
) -> NDArray[np.int64]:
    parts = []
    for start, length in zip(starts.tolist(), lengths.tolist(), strict=True):
        own = cosines[start - first : start - first + length]
        parts.append(np.sort(np.argsort(-own, kind="stable")[:ROWS_PER_FACT]) + start)
    return np.concatenate(parts)


def _ridge(
    index: Index, rows: NDArray[np.int64], cosines: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return each row's part of the question: (K + damping I)^-1 k."""
    gram = _gram(index, rows)
    gram[np.diag_indices_from(gram)] += DAMPING
    return np.linalg.solve(gram, cosines).astype(np.float64, copy=False)


def _gram(index: Index, rows: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the rows' cosines with each other."""
    starts = index.phrasings.starts[rows]
    lengths = index.phrasings.starts[rows + 1] - starts
    places = _stretches(starts, lengths)
    columns, values = index.phrasings.columns[places], index.phrasings.values[places]
    owners = np.repeat(np.arange(len(rows)), lengths)
    shared, column = _shared(columns, len(index.feature_ids))
    dense = np.zeros((len(rows), int(column.max(initial=-1)) + 1), np.float32)
    dense[owners[shared], column] = values[shared]
    gram = (dense @ dense.T).astype(np.float64)
    gram[np.diag_indices_from(gram)] = np.bincount(owners, values * values, len(rows))
    return gram


def _shared(
    columns: NDArray[np.int32], count: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the places of columns that stand there twice, each with a number of its own.

    What stands once adds to no cosine but a row's own; leaving it out keeps the product small.
    """
    last = _last_places(columns, count)
    here = np.arange(len(columns))
    uses = np.bincount(last, minlength=len(columns))
    numbers = np.cumsum((uses > 1) & (last == here)) - 1
    shared = np.flatnonzero(uses[last] > 1)
    return shared, numbers[last[shared]]


def _last_places(columns: NDArray[np.int32], count: int) -> NDArray[np.int64]:
    """Return, for each place, the last place with the same column, without sorting."""
    board: NDArray[np.int64] | None = getattr(_scratch, "board", None)
    if board is None or len(board) < count:
        board = _scratch.board = np.zeros(count, np.int64)  # never read before it is written
    board[columns] = np.arange(len(columns))
    return board[columns]


def _near(
    index: Index,
    rows: NDArray[np.int64],
    cosines: NDArray[np.float64],
    shares: NDArray[np.float64],
) -> tuple[Near, ...]:
    facts = index.fact_of_row[rows]
    begins = np.flatnonzero(np.diff(facts, prepend=-1))
    sums = np.add.reduceat(shares, begins)
    ends = [*begins[1:].tolist(), len(rows)]
    found = []
    for begin, end, share in zip(begins.tolist(), ends, sums.tolist(), strict=True):
        best = begin + int(np.argmax(cosines[begin:end]))
        found.append(Near(int(facts[begin]), int(rows[best]), float(cosines[best]), share))
    return tuple(sorted(found, key=lambda near: (-near.share, near.fact)))
