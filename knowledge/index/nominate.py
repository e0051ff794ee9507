"""Nomination: the few facts that may come near a question, without looking at the others.

A question's features are looked up rarest first, until a fixed number of rows has been seen, so
that the cost does not grow with the base (pruning by impact: Anh and Moffat 2006).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import local

import numpy as np
from numpy.typing import NDArray

from knowledge.index.build import Index
from knowledge.index.features import KIND_BITS, Ids, Kind
from knowledge.index.lists import Numbers, members
from knowledge.index.meaning import Meaning, near_meanings
from knowledge.index.part import Part

BUDGET = 2_000  # rows that one question looks at
LONG = 128  # rows; a shorter list is read whole, and what is out of reach dropped afterwards
NOMINATED = 12  # facts
BY_MEANING = 12  # facts, where meaning nominates too
NEAR_ENOUGH = 0.4  # of the nearest fact's nearness; what is farther off changes nothing
EQUAL = 1e-4  # nearness that is equal but for the order in which it was added up
SAME_TEXT = 2  # facts nominated for one text that many people share
ROWS_PER_FACT = 10  # the nearest phrasings of a fact that take part

_KIND, _PART = np.uint32(KIND_BITS), np.uint32(Kind.PART)  # NumPy is slow with Python's own
Floats = NDArray[np.float32]
Reach = tuple[int, int]
_NO_TEXT = np.zeros(0, np.uint64)
_scratch = local()


@dataclass(frozen=True, slots=True)
class Nominees:
    """Facts of one part that may come near, and the rows of each that come nearest."""

    part: Part
    facts: Numbers
    nearness: Floats
    """By fact: of its best row; comparable between parts."""
    texts: NDArray[np.uint64]
    """By fact: the number of the best row's text, where profiles share texts."""
    rows: NDArray[np.int64]
    lengths: NDArray[np.int64]
    """By fact: how many of the rows are its."""

    def only(self, kept: NDArray[np.bool_]) -> "Nominees":
        """Return some of them."""
        return Nominees(
            self.part,
            self.facts[kept],
            self.nearness[kept],
            self.texts[kept] if len(self.texts) else self.texts,
            self.rows[kept.repeat(self.lengths)],
            self.lengths[kept],
        )


@dataclass(frozen=True, slots=True)
class Sought:
    """A question as it is looked for."""

    ids: Ids
    values: Floats
    """What each feature counts in the question's vector of length 1."""
    meaning: Meaning | None = None
    """Its meaning, where the base compares by meaning too."""


def nominate(index: Index, sought: Sought, profile: str | None) -> tuple[Nominees, ...]:
    """Return the facts near a question, of one profile or of all."""
    use = np.flatnonzero((sought.ids & _KIND) != _PART)
    looked_up = Sought(sought.ids[use], sought.values[use], sought.meaning)
    found = [
        nominees
        for number, reach in _reaches(index, profile)
        if (nominees := _of_part(index, number, looked_up, reach))
    ]
    return tuple(found) if len(found) <= 1 else _joined(found)


def _joined(found: Sequence[Nominees]) -> tuple[Nominees, ...]:
    """Return the best of several parts, as one part would have nominated them."""
    of_text: Counter[int] = Counter()
    kept = [np.zeros(len(one.facts), bool) for one in found]
    for _, _, number, place in sorted(_in_order(found)):
        text = int(found[number].texts[place])  # several parts hold several profiles
        kept[number][place] = of_text[text] < SAME_TEXT
        of_text[text] += 1
    few = [one.only(held) for one, held in zip(found, kept, strict=True)]
    most = max(_most(one.part) for one in found)
    nearness = np.concatenate([one.nearness for one in few])
    least = _least(nearness, most)
    return tuple(one.only(one.nearness >= least) for one in few)


def _least(nearness: Floats, most: int) -> float:
    """Return how near a fact has to come: near the nearest, and among so many."""
    least = float(nearness.max(initial=0.0)) * NEAR_ENOUGH
    if len(nearness) <= most:
        return least
    return max(least, float(np.partition(nearness, -most)[-most]) - EQUAL)


def _in_order(found: Sequence[Nominees]) -> Iterator[tuple[str, int, int, int]]:
    for number, one in enumerate(found):
        for place, fact in enumerate(one.facts.tolist()):
            yield one.part.profile_of(fact), fact, number, place


def _reaches(index: Index, profile: str | None) -> Iterator[tuple[int, Reach]]:
    if profile is not None:
        place, number = index.places[profile]
        yield place, index.parts[place].reach(number)
    else:
        for place, part in enumerate(index.parts):
            yield place, (0, len(part.places))


def _of_part(index: Index, number: int, sought: Sought, reach: Reach) -> Nominees | None:
    part = index.parts[number]
    rows, products = _seen(part, sought.ids, sought.values, reach)
    if sought.meaning is not None:
        means, alike = near_meanings(part, sought.meaning, reach)
        rows, products = np.concatenate([rows, means]), np.concatenate([products, alike])
    with _board(len(part.fact_of_row), rows) as board:
        np.add.at(board, rows, products)
        distinct = np.sort(rows)
        distinct = _still_held(distinct[firsts(distinct)], index.withdrawn[number])
        if not len(distinct):
            return None
        nearness = board[distinct] * part.row_scale[distinct]
        is_shared = reach == (0, len(part.places)) and len(index.places) > 1
        best = _facts(part, distinct, nearness, is_shared=is_shared)
        return Nominees(part, *best, *_rows(part, best[0], board))


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
    order = lengths.argsort(kind="stable")
    order = order[: max(int(np.searchsorted(lengths[order].cumsum(), BUDGET, "right")), 1)]
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
    places = np.minimum(part.posting_ids.searchsorted(ids), len(part.posting_ids) - 1)
    known = np.flatnonzero(part.posting_ids[places] == ids)
    starts, ends = part.postings.starts[places[known]], part.postings.starts[places[known] + 1]
    held = part.postings.held
    pairs = zip(starts.tolist(), ends.tolist(), strict=True)
    return [held[start:end] for start, end in pairs], known


def _cut(rows: Numbers, limits: Numbers) -> Numbers:
    start, end = rows.searchsorted(limits).tolist()
    return rows[start:end]


def _still_held(rows: Numbers, withdrawn: Sequence[tuple[int, int]]) -> Numbers:
    """Leave out what a newer part holds."""
    for first, end in withdrawn:
        rows = rows[(rows < first) | (rows >= end)]
    return rows


def _facts(
    part: Part, rows: Numbers, nearness: Floats, *, is_shared: bool
) -> tuple[Numbers, Floats, NDArray[np.uint64]]:
    """Return the facts with the nearest rows, and those rows' texts.

    Where profiles share texts, few facts of each: a thousand people's "born" is one question.
    """
    facts = part.fact_of_row[rows]
    begins = np.flatnonzero(firsts(facts))
    best = np.maximum.reduceat(nearness, begins)
    facts, texts = facts[begins], _NO_TEXT
    if is_shared:
        texts = _nearest_texts(part, rows, nearness, begins, best)
        few = _few_of_each(texts)
        facts, best, texts = facts[few], best[few], texts[few]
    most = _most(part)
    near = np.flatnonzero(best >= _least(best, most))
    if len(near) > 2 * most:
        near = np.sort(near[np.argsort(-best[near], kind="stable")[: 2 * most]])
    return facts[near], best[near], texts[near] if is_shared else texts


def _nearest_texts(
    part: Part,
    rows: Numbers,
    nearness: Floats,
    begins: NDArray[np.intp],
    best: Floats,
) -> NDArray[np.uint64]:
    """Return the number of each fact's nearest text, of the first where some are equal."""
    lengths = np.empty_like(begins)
    lengths[:-1] = begins[1:] - begins[:-1]
    lengths[-1] = len(rows) - begins[-1]
    nearest = np.flatnonzero(nearness == best.repeat(lengths))
    owners = begins.searchsorted(nearest, "right")
    return part.text_numbers[part.text_of_row[rows[nearest[firsts(owners)]]]]


def _most(part: Part) -> int:
    """Return how many facts are nominated."""
    return BY_MEANING if part.vectors.shape[1] else NOMINATED


def _few_of_each(texts: NDArray[np.uint64]) -> NDArray[np.intp]:
    order = texts.argsort(kind="stable")
    ordered = texts[order]
    is_one_more = np.zeros(len(order), bool)
    is_one_more[SAME_TEXT:] = ordered[SAME_TEXT:] == ordered[:-SAME_TEXT]
    return np.sort(order[~is_one_more])


def _rows(
    part: Part, facts: Numbers, board: Floats
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the nearest rows of each fact, and how many each has."""
    rows, lengths = members(part.first_row, facts)
    if int(lengths.max(initial=0)) <= ROWS_PER_FACT:
        return rows, lengths
    owners = np.arange(len(facts)).repeat(lengths)
    order = np.lexsort((-board[rows] * part.row_scale[rows], owners))
    begins = lengths.cumsum() - lengths
    nearest = np.arange(len(rows)) - begins.repeat(lengths) < ROWS_PER_FACT
    return rows[order[nearest]], np.minimum(lengths, ROWS_PER_FACT)


def firsts(ordered: NDArray[np.integer]) -> NDArray[np.bool_]:
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
