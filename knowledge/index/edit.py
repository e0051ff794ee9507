"""Editing: one profile's facts change, and only its part of the index is built anew."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from knowledge.base import FactBase
from knowledge.index.build import (
    Counted,
    Index,
    Vocabulary,
    build_index,
    codes,
    counted,
    gathering,
)
from knowledge.index.gather import Tally
from knowledge.index.meaning import Common, common_of
from knowledge.index.part import Part, build_part

MOST_PARTS = 16  # each is searched where nobody is named; one more, and all are built anew

T = TypeVar("T")


def edited_index(index: Index, before: FactBase, after: FactBase, profile: str) -> Index:
    """Return the index of a base in which one profile holds other facts than before.

    It answers as `build_index(after)` does. Where more than the profile's facts has changed
    (its names, say: every text is read by them), or the parts have become many, all is built
    anew.
    """
    most = max(len(index.parts), len(index.repairer.layers))  # both are read through
    if not _is_edit(before, after, profile) or most >= MOST_PARTS:
        return build_index(after)
    place, number = index.places[profile]
    _, said_before = build_part([(profile, gathering(before, index, profile))])
    after_ = [(profile, gathering(after, index, profile))]
    new, said_after = build_part(after_, index.vectors)
    had = counted(index.parts[place], index.parts[place].reach(number))
    has = counted(new, new.reach(0))
    placed = _placed(index, profile, new)
    counts, count_codes = _counts(index, had, has)
    return replace(
        index,
        parts=placed.parts,
        places=placed.places,
        withdrawn=placed.withdrawn,
        fact_counts=counts,
        count_codes=count_codes,
        facts=index.facts + has.facts - had.facts,
        vocabulary=_vocabulary(index, (said_before, said_after), (had, has)),
        common=_common(index, profile, new),
    )


def _counts(
    index: Index, had: Counted, has: Counted
) -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
    counts, count_codes = index.fact_counts.copy(), index.count_codes.copy()
    np.subtract.at(counts, had.columns, 1)
    np.add.at(counts, has.columns, 1)
    changed = np.concatenate([had.columns, has.columns])
    count_codes[changed] = codes(counts[changed])
    return counts, count_codes


def _common(index: Index, profile: str, new: Part) -> Common | None:
    if index.common is None:
        return None
    place, number = index.places[profile]
    old = index.parts[place]
    return index.common.moved(common_of(old, old.reach(number)), common_of(new, new.reach(0)))


def _vocabulary(
    index: Index, said: tuple[Tally, Tally], held: tuple[Counted, Counted]
) -> Vocabulary:
    old, (less, more) = index.vocabulary, said
    tally = Tally(
        uses=_moved(old.said.uses, less.uses, more.uses),
        capitalized=_moved(old.said.capitalized, less.capitalized, more.capitalized),
        small=_moved(old.said.small, less.small, more.small),
    )
    words = sorted({*less.uses, *more.uses})
    uses = {word: old.known_uses(word, tally, index.names) for word in words}
    word_facts = _moved(old.word_facts, held[0].words, held[1].words)
    return Vocabulary(tally, word_facts, old.assumed, old.repairer.edited(uses))


def _is_edit(before: FactBase, after: FactBase, profile: str) -> bool:
    """Tell whether nothing that other profiles are read by has changed."""
    old, new = before.profiles.get(profile), after.profiles.get(profile)
    if old is None or new is None or before.profiles.keys() != after.profiles.keys():
        return False
    if old.profile != new.profile or before.absent != after.absent:
        return False
    is_same = before.synonyms == after.synonyms and before.attributes == after.attributes
    return is_same and before.lexicon == after.lexicon


def _moved(tally: Mapping[T, int], less: Mapping[T, int], more: Mapping[T, int]) -> Counter[T]:
    moved = Counter(tally)
    moved.subtract(less)
    moved.update(more)
    for key in less.keys() | more.keys():
        if not moved[key]:
            del moved[key]
    return moved


@dataclass(frozen=True, slots=True)
class _Placed:
    parts: tuple[Part, ...]
    places: dict[str, tuple[int, int]]
    withdrawn: tuple[tuple[tuple[int, int], ...], ...]


def _placed(index: Index, profile: str, new: Part) -> _Placed:
    """Put the new part in place of one that held the profile alone, or behind the others."""
    place, number = index.places[profile]
    old, gone = index.parts[place], index.withdrawn
    if len(old.profiles) == 1:
        parts = (*index.parts[:place], new, *index.parts[place + 1 :])
        return _Placed(parts, {**index.places, profile: (place, 0)}, gone)
    first, end = (int(old.first_row[fact]) for fact in old.reach(number))
    gone = (*gone[:place], (*gone[place], (first, end)), *gone[place + 1 :], ())
    return _Placed((*index.parts, new), {**index.places, profile: (len(index.parts), 0)}, gone)
