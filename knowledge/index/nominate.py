"""Nomination: the few facts that may come near a question, without looking at the others.

A question's features are looked up rarest first, until a fixed number of rows has been seen, so
that the cost does not grow with the base (pruning by impact: Anh and Moffat 2006).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import local

import numpy as np
from numpy.typing import NDArray

from knowledge.index.build import Index
from knowledge.index.features import KIND_BITS, Ids, Kind
from knowledge.index.part import Numbers, Part, members

BUDGET = 4_000  # rows that one question looks at
LONG = 128  # rows; a shorter list is read whole, and what is out of reach dropped afterwards
NOMINATED = 12  # facts
SAME_TEXT = 2  # facts nominated for one text that many people share
ROWS_PER_FACT = 10  # the nearest phrasings of a fact that take part

Floats = NDArray[np.float32]
Reach = tuple[int, int]
_scratch = local()


@dataclass(frozen=True, slots=True)
class Nominees:
    """Facts of one part that may come near, and the rows of each that come nearest."""

    part: Part
    facts: Numbers
    nearness: Floats
    """By fact: of its best row; comparable between parts."""
    rows: NDArray[np.int64]
    lengths: NDArray[np.int64]
    """By fact: how many of the rows are its."""

    def at_least(self, nearness: float) -> "Nominees":
        """Return those that come as near as that."""
        kept = self.nearness >= nearness
        rows = self.rows[np.repeat(kept, self.lengths)]
        return Nominees(
            self.part, self.facts[kept], self.nearness[kept], rows, self.lengths[kept]
        )


def nominate(
    index: Index, ids: Ids, values: Floats, profile: str | None
) -> tuple[Nominees, ...]:
    """Return the facts near a question, of one profile or of all."""
    use = np.flatnonzero((ids & np.uint32(KIND_BITS)) != Kind.PART)
    found = tuple(
        nominees
        for part, reach in _reaches(index, profile)
        if (nominees := _of_part(index, part, (ids[use], values[use]), reach))
    )
    if len(found) <= 1:
        return found
    nearness = np.sort(np.concatenate([one.nearness for one in found]))[-NOMINATED:]
    return tuple(one.at_least(float(nearness[0])) for one in found)


def _reaches(index: Index, profile: str | None) -> Iterator[tuple[Part, Reach]]:
    if profile is not None:
        place, number = index.places[profile]
        yield index.parts[place], index.parts[place].reach(number)
    else:
        for part in index.parts:
            yield part, (0, len(part.places))


def _of_part(
    index: Index, part: Part, asked: tuple[Ids, Floats], reach: Reach
) -> Nominees | None:
    rows, products = _seen(part, *asked, reach)
    if not len(rows):
        return None
    with _board(len(part.fact_of_row), rows) as board:
        np.add.at(board, rows, products)
        distinct = np.sort(rows)
        distinct = distinct[_firsts(distinct)]
        nearness = board[distinct] * part.row_scale[distinct]
        facts, best = _facts(index, part, distinct, nearness)
        return Nominees(part, facts, best, *_rows(part, facts, board))


def _seen(part: Part, ids: Ids, values: Floats, reach: Reach) -> tuple[Numbers, Floats]:
    """Return the rows of the rarest features, and what each feature adds to them."""
    lists, known = _lists(part, ids)
    if not lists:
        return ids[:0], values[:0]
    limits = part.first_row[list(reach)]
    is_whole = reach == (0, len(part.places))
    if not is_whole:
        lists = [_cut(found, limits) if len(found) > LONG else found for found in lists]
    lengths = np.array([len(found) for found in lists])
    order = np.argsort(lengths, kind="stable")
    order = order[: max(int(np.searchsorted(np.cumsum(lengths[order]), BUDGET, "right")), 1)]
    rows = np.concatenate([lists[number] for number in order.tolist()])
    products = np.repeat(values[known][order], lengths[order])
    if len(rows) > BUDGET:  # one list alone: nothing in the question is rare
        step = -(-len(rows) // BUDGET)
        rows, products = rows[::step], products[::step]
    if is_whole:
        return rows, products
    near = (rows >= limits[0]) & (rows < limits[1])
    return rows[near], products[near]


def _lists(part: Part, ids: Ids) -> tuple[list[Numbers], NDArray[np.intp]]:
    """Return the rows of each feature that the part has, and which features these are."""
    if not len(part.posting_ids):
        return [], np.zeros(0, np.intp)
    places = np.minimum(np.searchsorted(part.posting_ids, ids), len(part.posting_ids) - 1)
    known = np.flatnonzero(part.posting_ids[places] == ids)
    starts, ends = part.postings.starts[places[known]], part.postings.starts[places[known] + 1]
    held = part.postings.held
    pairs = zip(starts.tolist(), ends.tolist(), strict=True)
    return [held[start:end] for start, end in pairs], known


def _cut(rows: Numbers, limits: Numbers) -> Numbers:
    start, end = rows.searchsorted(limits).tolist()
    return rows[start:end]


def _facts(index: Index, part: Part, rows: Numbers, nearness: Floats) -> tuple[Numbers, Floats]:
    """Return the facts with the nearest rows, few of those that share a text."""
    if len(index.places) > 1:
        rows, nearness = _few_of_each_text(part, rows, nearness)
    facts = part.fact_of_row[rows]
    begins = np.flatnonzero(_firsts(facts))
    facts, best = facts[begins], np.maximum.reduceat(nearness, begins)
    if len(index.parts) > 1:
        held = np.array([not _is_withdrawn(index, part, fact) for fact in facts.tolist()], bool)
        facts, best = facts[held], best[held]
    if len(facts) > NOMINATED:
        order = np.sort(np.argsort(-best, kind="stable")[:NOMINATED])
        facts, best = facts[order], best[order]
    return facts, best


def _few_of_each_text(part: Part, rows: Numbers, nearness: Floats) -> tuple[Numbers, Floats]:
    """Keep a few rows of each text: a thousand people's "born" is one way to ask."""
    texts = part.text_of_row[rows]
    order = np.argsort(texts, kind="stable")
    ordered = texts[order]
    is_one_more = np.zeros(len(order), bool)
    is_one_more[SAME_TEXT:] = ordered[SAME_TEXT:] == ordered[:-SAME_TEXT]
    kept = np.sort(order[~is_one_more])
    return rows[kept], nearness[kept]


def _is_withdrawn(index: Index, part: Part, fact: int) -> bool:
    """Tell whether the fact's profile stands in a newer part."""
    if len(index.parts) == 1:
        return False
    place = index.places.get(part.profile_of(fact))
    return place is None or index.parts[place[0]] is not part


def _rows(
    part: Part, facts: Numbers, board: Floats
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the nearest rows of each fact, and how many each has."""
    rows, lengths = members(part.first_row, facts)
    if int(lengths.max(initial=0)) <= ROWS_PER_FACT:
        return rows, lengths
    owners = np.repeat(np.arange(len(facts)), lengths)
    order = np.lexsort((-board[rows] * part.row_scale[rows], owners))
    begins = np.cumsum(lengths) - lengths
    nearest = np.arange(len(rows)) - np.repeat(begins, lengths) < ROWS_PER_FACT
    return rows[order[nearest]], np.minimum(lengths, ROWS_PER_FACT)


def _firsts(ordered: Numbers) -> NDArray[np.bool_]:
    """Tell of each number in an ordered array whether it is the first of its kind."""
    firsts = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=firsts[1:])
    return firsts


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
