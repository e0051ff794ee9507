"""The steps of a search over arrays, a few NumPy calls each."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import local

import numpy as np
from numpy.typing import NDArray

from knowledge.index.features import COUNT_SHIFT, KIND_BITS, Ids, Kind
from knowledge.index.lists import Numbers, members
from knowledge.index.steps.held import (
    TINY,
    Amounts,
    Beside,
    Bounds,
    Flags,
    Floats,
    Looked,
    Nominated,
    OfFacts,
    OfRows,
    Places,
    Postings,
    Reach,
    Rows,
    Searched,
    Sought,
    Texts,
    Weighing,
)

_KIND, _PART = np.uint32(KIND_BITS), np.uint32(Kind.PART)  # NumPy is slow with Python's own
_KINDS = len(Kind)
_scratch = local()


def found(
    part: Searched, sought: Sought, weighing: Weighing, reach: Reach, bounds: Bounds
) -> Nominated:
    """Return the facts that come near a question, and the nearest rows of each."""
    values = normalized(sought.ids, np.array([len(sought.ids)]), weighing)
    looked, ends = Looked(sought.rare, values), (reach.first, reach.end)
    rows, scores = scored(part.postings, looked, ends, sought.more, bounds.budget)
    for first, end in reach.withdrawn:
        kept = (rows < first) | (rows >= end)
        rows, scores = rows[kept], scores[kept]
    return nominated(part.rows, rows, scores, bounds)


def judged(
    texts: Texts, rows: OfRows, weighing: Weighing, beside: Beside, damping: float
) -> OfFacts:
    """Return what the texts of each fact say of it for the question."""
    cosines = compared(texts.ids, texts.lengths, weighing)
    if beside.weight:
        meaning = beside.weight * beside.cosines.astype(np.float64)
        cosines = (1 - beside.weight) * cosines + meaning
    return of_facts(cosines[0, 1:], shares(cosines, damping), rows.is_same, rows.lengths)


def normalized(ids: Ids, lengths: Places, weighing: Weighing) -> Floats:
    """Return what each feature counts in the vector of its text, which has length 1.

    The features of a text stand together, and in it those of one kind, as the loops need
    them; each kind has a share of its own.
    """
    values: Floats = weighing.weights.take(weighing.codes.take(ids >> COUNT_SHIFT))
    groups = np.arange(0, len(lengths) * _KINDS, _KINDS).repeat(lengths)
    groups += ids & _KIND
    squares = np.bincount(groups, values * values, len(lengths) * _KINDS)
    norms = np.sqrt(np.maximum(squares, TINY**2), dtype=np.float32)
    values *= (np.tile(weighing.kinds, len(lengths)) / norms).take(groups)
    return values


def scored(
    postings: Postings, looked: Looked, reach: tuple[int, int], more: Looked, budget: int
) -> tuple[Numbers, Floats]:
    """Return the rows of the rarest features, each once, and what the features add to each.

    The rows are those in reach, at most the budget of them, and some more.
    """
    rows, products = _seen(postings, looked, reach, budget)
    if len(more.ids):
        rows = np.concatenate([rows, more.ids])
        products = np.concatenate([products, more.values])
    with _board(int(rows.max(initial=0)) + 1, rows) as board:
        np.add.at(board, rows, products)
        distinct = np.sort(rows)
        distinct = distinct[_firsts(distinct)]
        return distinct, board[distinct]


def _seen(
    postings: Postings, looked: Looked, reach: tuple[int, int], budget: int
) -> tuple[Numbers, Floats]:
    begins, ends, known = stretches_of(postings, looked.ids)
    if not len(known):
        return looked.ids[:0], looked.values[:0]
    first, last = postings.rows[begins], postings.rows[ends - 1]  # a known feature has rows
    is_within = (first >= reach[0]) & (last < reach[1])
    triples = zip(begins.tolist(), ends.tolist(), is_within.tolist(), strict=True)
    lists = [
        postings.rows[begin:end] if whole else _cut(postings.rows[begin:end], reach)
        for begin, end, whole in triples
    ]
    lengths = np.array([len(found) for found in lists])
    order = rarest(lengths, budget)
    rows = np.concatenate([lists[number] for number in order.tolist()])
    products = np.repeat(looked.values[known][order], lengths[order])
    if len(rows) > budget:  # one list alone: nothing in the question is rare
        step = -(-len(rows) // budget)
        rows, products = rows[::step], products[::step]
    return rows, products


def stretches_of(postings: Postings, ids: Ids) -> tuple[Numbers, Numbers, NDArray[np.intp]]:
    """Return where the rows of each known feature begin and end, and which features it is."""
    if not len(postings.ids):
        return postings.starts[:0], postings.starts[:0], np.zeros(0, np.intp)
    places = np.minimum(postings.ids.searchsorted(ids), len(postings.ids) - 1)
    is_known = (postings.ids[places] == ids) & ((ids & _KIND) != _PART)
    known = np.flatnonzero(is_known)
    return postings.starts[places[known]], postings.starts[places[known] + 1], known


def rarest(lengths: NDArray[np.integer], budget: int) -> NDArray[np.intp]:
    """Return the places of the shortest lists that have no more rows together; one at least."""
    order = lengths.argsort(kind="stable")
    few = int(np.searchsorted(lengths[order].cumsum(), budget, "right"))
    return order[: max(few, 1 + np.count_nonzero(lengths == 0))]


def _cut(rows: Numbers, reach: tuple[int, int]) -> Numbers:
    start, end = rows.searchsorted(np.array(reach, rows.dtype)).tolist()
    return rows[start:end]


def nominated(held: Rows, rows: Numbers, scores: Floats, bounds: Bounds) -> Nominated:
    """Return the facts with the nearest rows, and the nearest rows of each.

    Where profiles share texts, few facts of each: a thousand people's "born" is one question.
    """
    if not len(rows):
        none = np.zeros(0, np.int64)
        return rows, scores, held.text_numbers[:0], none, none
    facts, nearness, texts = _facts(held, rows, scores, bounds.near_enough)
    few = _few(texts, nearness, bounds)
    nearest, lengths = _nearest(held, facts[few], Looked(rows, scores), bounds.per_fact)
    return facts[few], nearness[few], texts[few], nearest, lengths


def _facts(
    held: Rows, rows: Numbers, scores: Floats, near_enough: float
) -> tuple[Numbers, Floats, NDArray[np.uint64]]:
    """Return the facts that come near, and the text of the nearest row of each."""
    nearness = scores * held.scales[rows]
    facts = held.facts[rows]
    begins = np.flatnonzero(_firsts(facts))
    best = np.maximum.reduceat(nearness, begins)
    nearest = np.flatnonzero(nearness == best.repeat(_lengths(begins, len(rows))))
    nearest = nearest[_firsts(facts[nearest])]  # the first, where some are equally near
    near = np.flatnonzero(best >= best.max() * np.float32(near_enough))
    texts = held.text_numbers[held.texts[rows[nearest[near]]]]
    return facts[begins[near]], best[near], texts


def _few(texts: NDArray[np.uint64], nearness: Floats, bounds: Bounds) -> NDArray[np.intp]:
    """Return the places of few facts of each text, and of the nearest among them."""
    few = _few_of_each(texts, bounds.same_text) if bounds.same_text else np.arange(len(texts))
    if len(few) <= bounds.most:
        return few
    least = np.partition(nearness[few], -bounds.most)[-bounds.most] - np.float32(bounds.equal)
    near: NDArray[np.intp] = few[nearness[few] >= least]
    if len(near) > 2 * bounds.most:
        near = np.sort(near[np.argsort(-nearness[near], kind="stable")[: 2 * bounds.most]])
    return near


def _few_of_each(texts: NDArray[np.uint64], few: int) -> NDArray[np.intp]:
    order = texts.argsort(kind="stable")
    ordered = texts[order]
    is_one_more = np.zeros(len(order), bool)
    is_one_more[few:] = ordered[few:] == ordered[:-few]
    return np.sort(order[~is_one_more])


def _nearest(held: Rows, facts: Numbers, seen: Looked, per_fact: int) -> tuple[Places, Places]:
    """Return the nearest rows of each fact, and how many each has."""
    rows, lengths = members(held.first_row, facts)
    if int(lengths.max(initial=0)) <= per_fact:
        return rows, lengths
    owners = np.arange(len(facts)).repeat(lengths)
    with _board(len(held.facts), seen.ids) as board:
        board[seen.ids] = seen.values
        order = np.lexsort((-board[rows] * held.scales[rows], owners))
    begins = lengths.cumsum() - lengths
    is_near = np.arange(len(rows)) - begins.repeat(lengths) < per_fact
    return np.sort(rows[order[is_near]]), np.minimum(lengths, per_fact)


def gathered(before: Texts, starts: Numbers, held: Ids, numbers: Numbers) -> Texts:
    """Return some texts with others behind them, which are given by their numbers."""
    places, lengths = members(starts, numbers)
    ids = np.concatenate([before.ids, held[places]])
    return Texts(ids, np.concatenate([before.lengths, lengths]))


def compared(ids: Ids, lengths: Places, weighing: Weighing) -> Amounts:
    """Return the cosine of every two texts.

    What stands once adds only to a text's cosine with itself; without it there is less to do.
    """
    values = normalized(ids, lengths, weighing)
    places, columns = _shared(ids >> COUNT_SHIFT)
    texts = np.arange(len(lengths)).repeat(lengths)
    table = np.zeros((len(lengths), int(columns.max(initial=-1)) + 1), np.float32)
    table[texts[places], columns] = values[places]
    cosines = (table @ table.T).astype(np.float64)
    squares = np.zeros(len(lengths))
    begins, has_any = lengths.cumsum() - lengths, lengths > 0
    if len(values):
        squares[has_any] = np.add.reduceat(values * values, begins[has_any])
    cosines.ravel()[:: len(cosines) + 1] = squares
    return cosines


def _shared(columns: Ids) -> tuple[Places, Places]:
    """Return the places of columns that stand there twice, each with a number of its own."""
    here = np.arange(len(columns), dtype=np.uint64)
    keys = columns.astype(np.uint64) << np.uint64(32) | here
    keys.sort()
    is_first = _firsts(keys >> np.uint64(32))
    is_shared = ~is_first
    is_shared[:-1] |= is_shared[1:]
    found = np.flatnonzero(is_shared)
    return keys[found].astype(np.uint32).astype(np.int64), is_first[found].cumsum() - 1


def shares(cosines: NDArray[np.float64], damping: float) -> NDArray[np.float64]:
    """Return each row's part of the question: (K + damping I)^-1 k.

    The question stands first among the cosines.
    """
    damped = cosines[1:, 1:].copy()
    damped.ravel()[:: len(damped) + 1] += damping
    return np.linalg.solve(damped, cosines[0, 1:]).astype(np.float64, copy=False)


def of_facts(cosines: Amounts, shares: Amounts, is_same: Flags, lengths: Places) -> OfFacts:
    """Return the nearest row of each fact, its cosine, that of the same kind, and the share."""
    begins = lengths.cumsum() - lengths
    best = np.maximum.reduceat(cosines, begins)
    nearest = np.flatnonzero(cosines == best.repeat(lengths))
    first = nearest[nearest.searchsorted(begins)]  # of rows that are equally near
    alike = np.maximum(np.maximum.reduceat(cosines * is_same, begins), 0)
    return first, best, alike, np.add.reduceat(shares, begins)


def _firsts(ordered: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Tell of each number in an ordered array whether it is the first of its kind."""
    firsts = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=firsts[1:])
    return firsts


def _lengths(begins: NDArray[np.intp], end: int) -> NDArray[np.intp]:
    """Return how long the stretches are that begin there, the last up to an end."""
    lengths = np.empty_like(begins)
    lengths[:-1] = begins[1:] - begins[:-1]
    lengths[-1] = end - begins[-1]
    return lengths


@contextmanager
def _board(size: int, rows: Numbers) -> Iterator[Floats]:
    """Lend an array of zeros, one for each row, and clean it where it was written."""
    board: Floats | None = getattr(_scratch, "board", None)
    if board is None or len(board) < size:
        board = _scratch.board = np.zeros(size, np.float32)
    try:
        yield board
    finally:
        board[rows] = 0
