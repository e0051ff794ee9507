"""What features count in their texts, as loops: see `arrays`."""

from math import sqrt

import numpy as np

from knowledge.index.features import COUNT_SHIFT, KIND_BITS, Ids
from knowledge.index.steps.compiled import compiled
from knowledge.index.steps.held import TINY, Floats, Places, Weighing

_KIND = np.uint32(KIND_BITS)


@compiled
def normalized(ids: Ids, lengths: Places, weighing: Weighing) -> Floats:
    """Return what each feature counts in the vector of its text, which has length 1."""
    values = _counting(ids, weighing)
    begin = text_end = 0
    for length in lengths:
        text_end += length
        while begin < text_end:
            begin = _normalized_kind(ids, values, begin, text_end, weighing)
    return values


@compiled
def _counting(ids: Ids, weighing: Weighing) -> Floats:
    """Return what each feature counts by itself.

    The bytes come first: they lie far apart, and a processor waits for many of them at once.
    """
    found = np.empty(len(ids), np.uint8)
    for place in range(len(ids)):
        found[place] = weighing.codes[ids[place] >> COUNT_SHIFT]
    values = np.empty(len(ids), np.float32)
    for place in range(len(ids)):
        values[place] = weighing.weights[found[place]]
    return values


@compiled
def _normalized_kind(
    ids: Ids, values: Floats, begin: int, text_end: int, weighing: Weighing
) -> int:
    """Scale the values of the features of one kind, and return where the next begin."""
    kind = ids[begin] & _KIND
    square = np.float32(0)
    end = begin
    while end < text_end and ids[end] & _KIND == kind:
        square += values[end] * values[end]
        end += 1
    scale = weighing.kinds[kind] / max(np.float32(sqrt(square)), np.float32(TINY))
    for place in range(begin, end):
        values[place] *= scale
    return end
