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
from knowledge.index.features import Features, Kind

# Set on CLINC150's validation split and on what BANKING77's training split leaves over.
NEIGHBORS = 6  # facts that the ridge tells apart
DAMPING = 0.2  # the ridge's lambda, in units of a phrasing's squared norm
ROWS_PER_FACT = 16  # the nearest phrasings of a fact that take part

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
    cosines = _cosines(index, columns, values, first, last)
    rows = _rows_of_nearest(index, cosines, first)
    if not len(rows):
        return ()
    shares = _ridge(index, rows, cosines[rows - first])
    return _near(index, rows, cosines[rows - first], shares)


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
    first: int,
    last: int,
) -> NDArray[np.float32]:
    """Return the cosine of the question with each row from first to last."""
    rows = index.phrasings
    buffer = _buffer(len(index.feature_ids))
    buffer[columns] = values
    start, end = int(rows.starts[first]), int(rows.starts[last])
    products = buffer[rows.columns[start:end]] * rows.values[start:end]
    buffer[columns] = 0
    return np.add.reduceat(products, rows.starts[first:last] - start, dtype=np.float32)


def _buffer(size: int) -> NDArray[np.float32]:
    """Return this thread's buffer of zeros; who writes into it writes the zeros back."""
    buffer: NDArray[np.float32] | None = getattr(_scratch, "buffer", None)
    if buffer is None or len(buffer) < size:
        buffer = _scratch.buffer = np.zeros(size, np.float32)
    return buffer


def _rows_of_nearest(
    index: Index, cosines: NDArray[np.float32], first: int
) -> NDArray[np.int64]:
    """Return the rows of the nearest facts, the nearest phrasings of each."""
    order = np.argsort(-cosines, kind="stable")[: NEIGHBORS * 40]
    nearest: dict[int, None] = {}
    for fact in index.fact_of_row[order[cosines[order] > 0] + first].tolist():
        nearest[fact] = None
        if len(nearest) == NEIGHBORS:
            break
    parts = []
    for fact in nearest:
        rows = np.arange(index.first_row[fact], index.first_row[fact + 1])
        if len(rows) > ROWS_PER_FACT:
            best = np.argsort(-cosines[rows - first], kind="stable")[:ROWS_PER_FACT]
            rows = np.sort(rows[best])
        parts.append(rows)
    return np.concatenate(parts) if parts else np.zeros(0, np.int64)


def _ridge(
    index: Index, rows: NDArray[np.int64], cosines: NDArray[np.float32]
) -> NDArray[np.float64]:
    """Return each row's part of the question: (K + damping I)^-1 k."""
    gram = _gram(index, rows)
    gram[np.diag_indices_from(gram)] += DAMPING
    return np.linalg.solve(gram, cosines.astype(np.float64)).astype(np.float64, copy=False)


def _gram(index: Index, rows: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the rows' cosines with each other."""
    starts = index.phrasings.starts
    lengths = starts[rows + 1] - starts[rows]
    places = np.repeat(starts[rows] - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths)
    places += np.arange(len(places))
    distinct, columns = np.unique(index.phrasings.columns[places], return_inverse=True)
    dense = np.zeros((len(rows), len(distinct)), np.float32)
    dense[np.repeat(np.arange(len(rows)), lengths), columns] = index.phrasings.values[places]
    return (dense @ dense.T).astype(np.float64)


def _near(
    index: Index,
    rows: NDArray[np.int64],
    cosines: NDArray[np.float32],
    shares: NDArray[np.float64],
) -> tuple[Near, ...]:
    facts = index.fact_of_row[rows]
    found = []
    for fact in dict.fromkeys(facts.tolist()):
        own = facts == fact
        best = int(np.argmax(np.where(own, cosines, -1)))
        found.append(
            Near(fact, int(rows[best]), float(cosines[best]), float(shares[own].sum()))
        )
    return tuple(sorted(found, key=lambda near: (-near.share, near.fact)))


assert len(Kind) == 4  # noqa: S101, PLR2004 KIND_WEIGHTS has a weight for each
