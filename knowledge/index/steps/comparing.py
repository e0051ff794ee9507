"""Comparing texts, and what that says of facts, as loops: see `arrays`."""

from math import sqrt

import numpy as np

from knowledge.index.features import COUNT_SHIFT, Ids
from knowledge.index.lists import Numbers
from knowledge.index.steps.compiled import compiled, summing, whole
from knowledge.index.steps.held import (
    Amounts,
    Beside,
    Flags,
    OfFacts,
    OfRows,
    Places,
    Texts,
    Weighing,
)
from knowledge.index.steps.slots import slot_of, slots_for
from knowledge.index.steps.valuing import normalized


@compiled
def gathered(before: Texts, starts: Numbers, held: Ids, numbers: Numbers) -> Texts:
    """Return some texts with others behind them, which are given by their numbers."""
    first = len(before.lengths)
    lengths = np.empty(first + len(numbers), np.int64)
    lengths[:first] = before.lengths
    for place in range(len(numbers)):
        text = whole(numbers[place])
        lengths[first + place] = whole(starts[text + 1]) - whole(starts[text])
    ids = np.empty(lengths.sum(), np.uint32)
    end = len(before.ids)
    ids[:end] = before.ids
    for place in range(len(numbers)):
        begin, end = end, end + lengths[first + place]
        start = whole(starts[whole(numbers[place])])
        ids[begin:end] = held[start : start + lengths[first + place]]
    return Texts(ids, lengths)


@compiled
def judged(
    texts: Texts, rows: OfRows, weighing: Weighing, beside: Beside, damping: float
) -> OfFacts:
    """Return what the texts of each fact say of it for the question."""
    cosines = compared(texts.ids, texts.lengths, weighing)
    if beside.weight > 0:
        for text in range(len(cosines)):
            for other in range(len(cosines)):
                meaning = beside.weight * beside.cosines[text, other]
                cosines[text, other] = (1 - beside.weight) * cosines[text, other] + meaning
    return of_facts(cosines[0, 1:], shares(cosines, damping), rows.is_same, rows.lengths)


@compiled
def compared(ids: Ids, lengths: Places, weighing: Weighing) -> Amounts:
    """Return the cosine of every two texts: each feature is met with where it stood before."""
    values = normalized(ids, lengths, weighing)
    numbers = ids >> COUNT_SHIFT
    table = slots_for(len(ids))
    before = np.empty(len(ids), np.int32)
    texts = np.empty(len(ids), np.int32)
    cosines = np.zeros((len(lengths), len(lengths)))
    end = 0
    for text in range(len(lengths)):
        begin, end = end, end + lengths[text]
        square = 0.0
        for place in range(begin, end):
            slot = slot_of(table, numbers, whole(numbers[place]))
            value, earlier = values[place], table[slot]
            square += value * value
            if earlier >= 0 and texts[earlier] == text:  # two features of one number: the last
                value -= values[earlier]
                earlier = before[earlier]
            table[slot], texts[place], before[place] = place, text, earlier
            while earlier >= 0:
                cosines[text, texts[earlier]] += value * values[earlier]
                earlier = before[earlier]
        cosines[:text, text] = cosines[text, :text]
        cosines[text, text] = square
    return cosines


@compiled
def of_facts(cosines: Amounts, shares: Amounts, is_same: Flags, lengths: Places) -> OfFacts:
    """Return the nearest row of each fact, its cosine, that of the same kind, and the share."""
    count = len(lengths)
    nearest, best = np.zeros(count, np.int64), np.empty(count)
    alike, share = np.empty(count), np.zeros(count)
    end = 0
    for fact in range(count):
        begin, end = end, end + lengths[fact]
        nearest[fact], best[fact], alike[fact] = begin, cosines[begin], 0.0
        for row in range(begin, end):
            share[fact] += shares[row]
            if cosines[row] > best[fact]:
                nearest[fact], best[fact] = row, cosines[row]
            if is_same[row]:
                alike[fact] = max(alike[fact], cosines[row])
    return nearest, best, alike, share


@summing
def shares(cosines: Amounts, damping: float) -> Amounts:
    """Return each row's part of the question: (K + damping I)^-1 k, by Cholesky."""
    count = len(cosines) - 1
    roots = np.empty((count, count))
    parts = np.empty(count)
    for row in range(count):
        for column in range(row):
            rest = cosines[row + 1, column + 1]
            for place in range(column):
                rest -= roots[row, place] * roots[column, place]
            roots[row, column] = rest / roots[column, column]
        square, rest = cosines[row + 1, row + 1] + damping, cosines[0, row + 1]
        for place in range(row):
            square -= roots[row, place] * roots[row, place]
            rest -= roots[row, place] * parts[place]
        roots[row, row] = sqrt(square)
        parts[row] = rest / roots[row, row]
    for row in range(count - 1, -1, -1):
        parts[row] /= roots[row, row]
        for place in range(row):
            parts[place] -= roots[row, place] * parts[row]
    return parts
