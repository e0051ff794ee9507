"""Nomination: the few facts that may come near a question, without looking at the others.

A question's features are looked up rarest first, until a fixed number of rows has been seen, so
that the cost does not grow with the base (pruning by impact: Anh and Moffat 2006).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.index.build import Index
from knowledge.index.features import Ids, Kind
from knowledge.index.lists import Numbers
from knowledge.index.meaning import Meaning, near_meanings
from knowledge.index.part import Part
from knowledge.index.steps.arrays import rarest, stretches_of
from knowledge.index.steps.held import Bounds, Floats, Looked, Reach, Sought, Weighing
from knowledge.index.steps.steps import STEPS

BUDGET = 2_000  # rows that one question looks at
NOMINATED = 12  # facts
BY_MEANING = 12  # facts, where meaning nominates too
NEAR_ENOUGH = 0.4  # of the nearest fact's nearness; what is farther off changes nothing
EQUAL = 1e-4  # nearness that is equal but for the order in which it was added up
SAME_TEXT = 2  # facts nominated for one text that many people share
ROWS_PER_FACT = 10  # the nearest phrasings of a fact that take part

# Set on CLINC150's validation split and on what BANKING77's training split leaves over.
KIND_WEIGHTS = np.sqrt(np.array([1.0, 1.0, 0.75, 0.75], np.float32) / np.float32(3.5))

Facts = tuple[int, int]
"""The first of some facts of a part, and one past the last."""
_NOTHING = Looked(np.zeros(0, np.uint32), np.zeros(0, np.float32))


class Nominees(NamedTuple):
    """Facts of one part that may come near, and the rows of each that come nearest."""

    part: Part
    facts: Numbers
    nearness: Floats
    """By fact: of its best row; comparable between parts."""
    texts: NDArray[np.uint64]
    """By fact: the number of the best row's text."""
    rows: NDArray[np.int64]
    lengths: NDArray[np.int64]
    """By fact: how many of the rows are its."""

    def only(self, kept: NDArray[np.bool_]) -> "Nominees":
        """Return some of them."""
        return Nominees(
            self.part,
            self.facts[kept],
            self.nearness[kept],
            self.texts[kept],
            self.rows[kept.repeat(self.lengths)],
            self.lengths[kept],
        )


def nominate(
    index: Index, ids: Ids, meaning: Meaning | None, profile: str | None
) -> tuple[Nominees, ...]:
    """Return the facts near a question, of one profile or of all.

    A question is its features, and its meaning where the base compares by meaning too.
    """
    reaches = tuple(_reaches(index, profile))
    rare = ids if len(reaches) == 1 else _rare(index, ids)
    found = [
        nominees
        for number, facts in reaches
        if (nominees := _of_part(index, number, (ids, rare), meaning, facts))
    ]
    return tuple(found) if len(found) <= 1 else _joined(found)


def weighing(index: Index) -> Weighing:
    """Return what features count in a base."""
    return Weighing(index.count_codes, index.count_weights, KIND_WEIGHTS)


def _rare(index: Index, ids: Ids) -> Ids:
    """Mark the features that are too common to be looked up in several parts.

    The budget is one for all of them, and rows that a newer part holds anew do not count.
    """
    lengths = np.zeros(len(ids), np.int64)
    for part, withdrawn in zip(index.parts, index.withdrawn, strict=True):
        postings = part.searched.postings
        begins, ends, known = stretches_of(postings, ids)
        for begin, end, place in zip(
            begins.tolist(), ends.tolist(), known.tolist(), strict=True
        ):
            rows = postings.rows[begin:end]
            gone = (np.diff(rows.searchsorted(np.array(gap, rows.dtype))) for gap in withdrawn)
            lengths[place] += len(rows) - sum(int(each[0]) for each in gone)
    is_rare = np.zeros(len(ids), bool)
    is_rare[rarest(lengths, BUDGET)] = True
    return np.where(is_rare, ids, ids | np.uint32(Kind.PART))


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
    least = max(_least(nearness, most), _least_of_few(nearness, 2 * most))
    return tuple(one.only(one.nearness >= least) for one in few)


def _least(nearness: Floats, most: int) -> float:
    """Return how near a fact has to come: near the nearest, and among so many."""
    least = float(nearness.max(initial=0.0)) * NEAR_ENOUGH
    if len(nearness) <= most:
        return least
    return max(least, float(np.partition(nearness, -most)[-most]) - EQUAL)


def _least_of_few(nearness: Floats, few: int) -> float:
    """Return how near so many come; facts that are equally near may be one or two more."""
    return float(np.partition(nearness, -few)[-few]) if len(nearness) > few else 0.0


def _in_order(found: Sequence[Nominees]) -> Iterator[tuple[str, int, int, int]]:
    for number, one in enumerate(found):
        for place, fact in enumerate(one.facts.tolist()):
            yield one.part.profile_of(fact), fact, number, place


def _reaches(index: Index, profile: str | None) -> Iterator[tuple[int, Facts]]:
    if profile is not None:
        place, number = index.places[profile]
        yield place, index.parts[place].reach(number)
    else:
        for place, part in enumerate(index.parts):
            yield place, (0, len(part.places))


def _of_part(
    index: Index, number: int, ids: tuple[Ids, Ids], meaning: Meaning | None, facts: Facts
) -> Nominees | None:
    part = index.parts[number]
    more = Looked(*near_meanings(part, meaning, facts)) if meaning else _NOTHING
    withdrawn = np.array(index.withdrawn[number], np.int64).reshape(-1, 2)
    first, end = part.first_row[list(facts)].tolist()
    is_shared = facts == (0, len(part.places)) and len(index.places) > 1
    same_text = SAME_TEXT if is_shared else 0
    bounds = Bounds(BUDGET, NEAR_ENOUGH, EQUAL, same_text, _most(part), ROWS_PER_FACT)
    found = STEPS.found(
        part.searched, Sought(*ids, more), weighing(index), Reach(first, end, withdrawn), bounds
    )
    return Nominees(part, *found) if len(found[0]) else None


def _most(part: Part) -> int:
    """Return how many facts are nominated."""
    return BY_MEANING if part.vectors.shape[1] else NOMINATED
