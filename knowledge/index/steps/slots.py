"""Looking numbers up: by slots, and in order."""

from math import sqrt

import numpy as np
from numpy.typing import NDArray

from knowledge.index.features import Ids
from knowledge.index.lists import Numbers
from knowledge.index.steps.compiled import compiled, whole
from knowledge.index.steps.held import Slots

_SPREAD = 40_503  # 2**16 by the golden ratio: close numbers come into slots far apart
_ROOM = 2  # slots for each number


@compiled
def slots_for(numbers: int) -> Slots:
    """Return empty slots for so many numbers: a power of two."""
    size = 16
    while size < _ROOM * numbers:
        size *= 2
    return np.full(size, -1, np.int32)


@compiled
def slot_of(table: Slots, numbers: NDArray[np.integer], number: int) -> int:
    """Return the slot that holds a number's place among the numbers, or a free one."""
    last = len(table) - 1
    slot = (number * _SPREAD >> 8) & last
    while table[slot] >= 0 and numbers[table[slot]] != number:
        slot = (slot + 1) & last
    return slot


@compiled
def first_from(ordered: Numbers, number: int, begin: int, end: int) -> int:
    """Return where the numbers from this one on begin, in an ordered stretch."""
    while begin < end:
        middle = (begin + end) // 2
        if ordered[middle] < number:
            begin = middle + 1
        else:
            end = middle
    return begin


@compiled
def place_of(ids: Ids, feature: int) -> int:
    """Return where a feature stands, or would, by interpolation: hashes are spread evenly."""
    begin, end = whole(0), whole(len(ids))
    reach = whole(sqrt(len(ids)))
    guess = feature * len(ids) >> 32
    low, high = max(guess - reach, begin), min(guess + reach, end)
    if low > begin and ids[low - 1] >= feature:
        return first_from(ids, feature, begin, low)
    if high < end and ids[high] < feature:
        return first_from(ids, feature, high, end)
    return first_from(ids, feature, low, high)
