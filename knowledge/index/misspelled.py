"""Misspelled names: words that nobody knows, read as the one full name that they come near.

A misspelled word alone may come near many names; the words of a name together come near few.
Only words that the base does not know are read as others: a known name beside them stays, so
that a stranger who shares a family name with somebody is not taken for them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from knowledge.index.names import NameIndex

WRONG_IN_WORD = 0.45  # share of a word's letters that may be wrong
WRONG_IN_NAME = 0.3  # of a whole name's
LOST = 2  # letters that a word may have more or less; Murod is no typo of Gulmurod
AHEAD = 1  # edits by which anybody else's name must be farther
MOST_BEARERS = 400  # full names with one word that are looked through


@dataclass(frozen=True, slots=True)
class Misspelled:
    """A stretch of words, and the name that it is read as."""

    start: int
    name: tuple[str, ...]
    edits: int

    @property
    def end(self) -> int:
        """Return the place after the last word."""
        return self.start + len(self.name)


def misspelled_names(
    said: Sequence[str], may_mean: Mapping[str, Sequence[str]], names: NameIndex
) -> tuple[Misspelled, ...]:
    """Return the full names that unknown words are read as, in their order.

    `may_mean` holds the unknown words, each with the known ones that it may be a typo of.
    """
    found = sorted(
        {one for place in range(len(said)) for one in _around(place, said, may_mean, names)},
        key=lambda one: (one.edits, -len(one.name), one.start, one.name),
    )
    taken: list[Misspelled] = []
    for one in found:
        rivals = [other for other in (*taken, *found) if _overlap(one, other)]
        if not any(_is_rival(other, one, names) for other in rivals):
            taken.append(one)
    return tuple(sorted(taken, key=lambda one: one.start))


def _around(
    place: int,
    said: Sequence[str],
    may_mean: Mapping[str, Sequence[str]],
    names: NameIndex,
) -> Iterator[Misspelled]:
    """Yield the names that have a word which the one at a place is, or may be a typo of."""
    word = said[place]
    heard = may_mean.get(word, (word,))
    for name in {name for part in heard for name in names.full_names(part)[:MOST_BEARERS]}:
        for offset in range(len(name)):
            start = place - offset
            if 0 <= start <= len(said) - len(name):
                edits = _edits(said[start : start + len(name)], name, may_mean)
                if edits:
                    yield Misspelled(start, name, edits)


def _edits(
    said: Sequence[str], name: Sequence[str], may_mean: Mapping[str, Sequence[str]]
) -> int | None:
    """Return how many letters are wrong, or None where it is another name."""
    total = 0
    for word, part in zip(said, name, strict=True):
        if word == part:
            continue
        most = int(len(part) * WRONG_IN_WORD)
        edits = OSA.distance(word, part, score_cutoff=most)
        if word not in may_mean or edits > most or abs(len(word) - len(part)) > LOST:
            return None
        total += edits
    return total if total <= sum(map(len, name)) * WRONG_IN_NAME else None


def _overlap(one: Misspelled, other: Misspelled) -> bool:
    return one.start < other.end and other.start < one.end


def _is_rival(other: Misspelled, one: Misspelled, names: NameIndex) -> bool:
    """Tell whether the words may as well mean somebody else, or are read as a name already."""
    if other == one:
        return False
    return other.edits < one.edits + AHEAD and not names.are_same(other.name, one.name)
