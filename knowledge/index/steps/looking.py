"""Looking features up, as loops: see `arrays`."""

import numpy as np

from knowledge.index.features import KIND_BITS, Kind
from knowledge.index.lists import Numbers
from knowledge.index.steps.compiled import compiled, whole
from knowledge.index.steps.held import Floats, Looked, Places, Postings, Slots
from knowledge.index.steps.slots import first_from, place_of, slot_of, slots_for

_PART = int(Kind.PART)


@compiled
def scored(
    postings: Postings, looked: Looked, reach: tuple[int, int], more: Looked, budget: int
) -> tuple[Numbers, Floats]:
    """Return the rows of the rarest features, each once, and what the features add to each."""
    begins, lengths, values = _lists(postings, looked, reach)
    most = min(budget, lengths.sum()) + len(more.ids)
    found = Looked(np.empty(most, np.uint32), np.zeros(most, np.float32))
    table = slots_for(most)
    count = seen = 0
    for number in np.argsort(lengths, kind="mergesort"):
        length, step = lengths[number], 1
        seen += length
        if seen > budget:
            if seen > length:
                break
            step = -(-length // budget)  # one list alone: nothing in the question is rare
        for place in range(begins[number], begins[number] + length, step):
            row = whole(postings.rows[place])
            count = _added(found, table, count, row, values[number])
    for place in range(len(more.ids)):
        count = _added(found, table, count, whole(more.ids[place]), more.values[place])
    return found.ids[:count], found.values[:count]


@compiled
def _added(found: Looked, table: Slots, count: int, row: int, value: float) -> int:
    """Add a value to a row's score, and return how many rows have one."""
    slot = slot_of(table, found.ids, row)
    if table[slot] < 0:
        table[slot] = count
        found.ids[count] = row
        count += 1
    found.values[table[slot]] += value
    return count


@compiled
def _lists(
    postings: Postings, looked: Looked, reach: tuple[int, int]
) -> tuple[Places, Places, Floats]:
    """Return where the rows of each known feature begin, how many, and what it counts."""
    begins = np.empty(len(looked.ids), np.int64)
    lengths = np.empty(len(looked.ids), np.int64)
    values = np.empty(len(looked.ids), np.float32)
    count = 0
    for place in range(len(looked.ids)):
        feature = whole(looked.ids[place])
        if feature & KIND_BITS == _PART:
            continue
        found = place_of(postings.ids, feature)
        if found == len(postings.ids) or postings.ids[found] != feature:
            continue
        begin, end = whole(postings.starts[found]), whole(postings.starts[found + 1])
        begin = first_from(postings.rows, reach[0], begin, end)
        end = first_from(postings.rows, reach[1], begin, end)
        begins[count], lengths[count] = begin, end - begin
        values[count] = looked.values[place]
        count += 1
    return begins[:count], lengths[:count], values[:count]
