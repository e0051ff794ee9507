"""Nominating facts by their scored rows, as loops: see `arrays`."""

import numpy as np
from numpy.typing import NDArray

from knowledge.index.lists import Numbers
from knowledge.index.steps.compiled import compiled, whole
from knowledge.index.steps.held import (
    Bounds,
    Floats,
    Looked,
    Nominated,
    Places,
    Reach,
    Rows,
    Searched,
    Sought,
    Weighing,
)
from knowledge.index.steps.looking import scored
from knowledge.index.steps.slots import first_from, slot_of, slots_for
from knowledge.index.steps.valuing import normalized


@compiled
def found(
    part: Searched, sought: Sought, weighing: Weighing, reach: Reach, bounds: Bounds
) -> Nominated:
    """Return the facts that come near a question, and the nearest rows of each."""
    values = normalized(sought.ids, np.array([len(sought.ids)]), weighing)
    looked, ends = Looked(sought.rare, values), (reach.first, reach.end)
    rows, scores = scored(part.postings, looked, ends, sought.more, bounds.budget)
    for number in range(len(reach.withdrawn)):
        first, end = reach.withdrawn[number]
        kept = (rows < first) | (rows >= end)
        rows, scores = rows[kept], scores[kept]
    return nominated(part.rows, rows, scores, bounds)


@compiled
def nominated(held: Rows, rows: Numbers, scores: Floats, bounds: Bounds) -> Nominated:
    """Return the facts with the nearest rows, and the nearest rows of each."""
    if not len(rows):
        none = np.zeros(0, np.int64)
        return rows, scores, held.text_numbers[:0], none, none
    facts, nearness, best = _facts(held, rows, scores)
    near = np.flatnonzero(nearness >= nearness.max() * np.float32(bounds.near_enough))
    near = near[np.argsort(facts[near], kind="mergesort")]
    texts = np.empty(len(near), np.uint64)
    for place in range(len(near)):
        texts[place] = held.text_numbers[held.texts[best[near[place]]]]
    few = _few(texts, nearness[near], bounds)
    chosen = near[few]
    nearest, lengths = _nearest(held, facts[chosen], Looked(rows, scores), bounds.per_fact)
    return facts[chosen], nearness[chosen], texts[few], nearest, lengths


@compiled
def _facts(held: Rows, rows: Numbers, scores: Floats) -> tuple[Numbers, Floats, Numbers]:
    """Return the facts of some rows in any order, and the nearest row of each."""
    facts = np.empty(len(rows), np.uint32)
    nearness = np.empty(len(rows), np.float32)
    best = np.empty(len(rows), np.uint32)
    table = slots_for(len(rows))
    count = 0
    for number in range(len(rows)):
        row, fact = rows[number], held.facts[rows[number]]
        near = scores[number] * held.scales[row]
        slot = slot_of(table, facts, whole(fact))
        place = table[slot]
        if place < 0:
            table[slot] = place = count
            facts[place], nearness[place], best[place] = fact, near, row
            count += 1
        elif near > nearness[place] or (near == nearness[place] and row < best[place]):
            nearness[place], best[place] = near, row
    return facts[:count], nearness[:count], best[:count]


@compiled
def _few(texts: NDArray[np.uint64], nearness: Floats, bounds: Bounds) -> Places:
    """Return the places of few facts of each text, and of the nearest among them."""
    is_few = np.ones(len(texts), np.bool_)
    order = np.argsort(texts, kind="mergesort")
    for later in range(bounds.same_text, len(order) if bounds.same_text else 0):
        if texts[order[later]] == texts[order[later - bounds.same_text]]:
            is_few[order[later]] = False
    few = np.flatnonzero(is_few)
    if len(few) <= bounds.most:
        return few
    least = np.sort(nearness[few])[-bounds.most] - np.float32(bounds.equal)
    near: Places = few[nearness[few] >= least]
    first = np.argsort(-nearness[near], kind="mergesort")[: 2 * bounds.most]
    return np.sort(near[first])


@compiled
def _nearest(held: Rows, facts: Numbers, seen: Looked, per_fact: int) -> tuple[Places, Places]:
    """Return the nearest rows of each fact, and how many each has."""
    lengths = np.empty(len(facts), np.int64)
    for number in range(len(facts)):
        fact = whole(facts[number])
        count = whole(held.first_row[fact + 1]) - whole(held.first_row[fact])
        lengths[number] = min(count, per_fact)
    ends = lengths.cumsum()
    best = _best_seen(held, facts, seen, per_fact)
    rows = np.empty(ends[-1], np.int64)
    for number in range(len(facts)):
        found = rows[ends[number] - lengths[number] : ends[number]]
        _fill(found, best[number], whole(held.first_row[whole(facts[number])]))
    return rows, lengths


@compiled
def _best_seen(held: Rows, facts: Numbers, seen: Looked, per_fact: int) -> Places:
    """Return the nearest rows of each fact, nearest first, and -1 where none was seen."""
    best = np.full((len(facts), per_fact), -1, np.int64)
    nearness = np.zeros((len(facts), per_fact), np.float32)
    for place in range(len(seen.ids)):
        row = whole(seen.ids[place])
        fact = whole(held.facts[row])
        number = first_from(facts, fact, 0, len(facts))
        if number < len(facts) and facts[number] == fact:
            near = seen.values[place] * held.scales[row]
            _put(best[number], nearness[number], row, near)
    return best


@compiled
def _put(best: Places, nearness: Floats, row: int, near: float) -> None:
    """Put a row among the nearest, in its order; of equal ones the first stays first."""
    place = len(best) - 1
    if best[place] >= 0 and not _is_nearer(near, row, nearness[place], best[place]):
        return
    while place > 0 and (
        best[place - 1] < 0 or _is_nearer(near, row, nearness[place - 1], best[place - 1])
    ):
        best[place], nearness[place] = best[place - 1], nearness[place - 1]
        place -= 1
    best[place], nearness[place] = row, near


@compiled
def _is_nearer(near: float, row: int, other: float, other_row: int) -> bool:
    return near > other or (near == other and row < other_row)


@compiled
def _fill(rows: Places, best: Places, first: int) -> None:
    """Write the best rows of a fact in order; where too few were seen, the first others."""
    count = 0
    while count < len(rows) and best[count] >= 0:
        rows[count] = best[count]
        count += 1
    row = first
    while count < len(rows):
        if not (best == row).any():
            rows[count] = row
            count += 1
        row += 1
    rows.sort()
