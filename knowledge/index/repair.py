"""Typo repair: an unknown word is read as the known word that it is nearest to.

Candidates come from a symmetric delete index (Garbe, SymSpell 2012), so the cost of a repair
does not grow with the vocabulary; RapidFuzz's optimal string alignment measures each.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from knowledge.text.lexicon import FUNCTION_WORDS
from knowledge.text.tokens import stem

SHORTEST = 3  # letters; a shorter word has too many neighbors to be a typo of one
SHORT = 3  # letters; such a word is a typo of "when" and the like, or has all its letters
SHORT_NAME = 4  # the same for a word with a capital
LONGEST = 24  # letters; longer ones are no words, and their deletions are many
TWO_TYPOS = 7  # letters from which two typos are repaired
SHORTEST_PART, LONG_PART = 2, 4  # letters of two words that were run together


@dataclass(frozen=True)
class Deletions:
    """Words, and the words that each of their deletions leads back to."""

    words: tuple[str, ...]
    keys: NDArray[np.uint32]
    """Numbers of deletions, sorted; `owners` beside them."""
    owners: NDArray[np.uint32]

    def near(self, variants: Iterable[str]) -> Iterator[str]:
        """Yield the words that share a deletion with one of some variants."""
        numbers = np.array([*map(_number, variants)], np.uint32)
        if not len(self.keys):
            return
        places = self.keys.searchsorted(numbers)
        known = np.flatnonzero(self.keys[np.minimum(places, len(self.keys) - 1)] == numbers)
        if not len(known):
            return
        ends = self.keys.searchsorted(numbers[known], "right")
        for start, end in zip(places[known].tolist(), ends.tolist(), strict=True):
            for owner in self.owners[start:end].tolist():
                yield self.words[owner]


@dataclass(frozen=True)
class Repairer:
    """The known words, and how to find them by their deletions."""

    known: Mapping[str, int]
    """The words that a typo may be read as, with the number of their uses."""
    stems: Mapping[str, int]
    """The stems of these words, each with the number of the words that have it."""
    common: frozenset[str]
    """English words that are no typo, and that none is read as."""
    layers: tuple[Deletions, ...]
    """Deletions of all known words; of some that are known no more, too."""

    def __contains__(self, word: str) -> bool:
        """Tell whether a word is known, in this form or another."""
        return word in self.common or self.is_said(word)

    def is_said(self, word: str) -> bool:
        """Tell whether the base itself uses a word, in this form or another."""
        return word in self.known or stem(word) in self.stems

    def heard(self, word: str) -> tuple["Heard", ...]:
        """Return the known words that an unknown one may be a typo of, the likeliest first."""
        if word in self or not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return ()
        allowed = 2 if len(word) >= TWO_TYPOS else 1
        return tuple(sorted(self._near(word, allowed)))

    def repair(
        self, word: str, *, is_name: bool = False, heard: Iterable["Heard"] | None = None
    ) -> tuple[str, ...]:
        """Return the likeliest word that an unknown one is a typo of, or two run together.

        What is written as a name is more likely one where it is short, and no two words. What
        was heard already need not be sought again.
        """
        if word in self or not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return ()
        short = SHORT_NAME if is_name else SHORT
        for one in self.heard(word) if heard is None else heard:
            if _is_likely(word, one.word, short):
                return (one.word,)
        return () if is_name else self._apart(word)

    def _apart(self, word: str) -> tuple[str, ...]:
        """Return the two words that were typed without a space, or with a letter for it."""
        found = [
            (gap, -min(self.known[left], self.known[right]), left, right)
            for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
            for gap in (0, 1)
            if self._is_pair(left := word[:place], right := word[place + gap :])
        ]
        return min(found)[2:] if found else ()

    def _is_pair(self, left: str, right: str) -> bool:
        """Tell whether both are known, and one of them long enough to be no accident."""
        if min(len(left), len(right)) < SHORTEST_PART or max(len(left), len(right)) < LONG_PART:
            return False
        return left in self.known and right in self.known

    def edited(self, uses: Mapping[str, int]) -> "Repairer":
        """Return a repairer for which some words are used as often as given, 0 for never."""
        known, stems = dict(self.known), dict(self.stems)
        for word, count in uses.items():
            change = (count > 0) - (word in known)
            stems[stem(word)] = stems.get(stem(word), 0) + change
            if not stems[stem(word)]:
                del stems[stem(word)]
            if count:
                known[word] = count
            else:
                known.pop(word, None)
        new = sorted(word for word in uses if word in known and not self._has_deletions(word))
        layers = (*self.layers, _deletions(tuple(new))) if new else self.layers
        return Repairer(known, stems, self.common, layers)

    def _has_deletions(self, word: str) -> bool:
        return any(word in layer.near([word]) for layer in self.layers)

    def _near(self, word: str, allowed: int) -> Iterator["Heard"]:
        variants = _variants(word)
        if allowed > 1:  # two letters too many, or one of them wrong
            variants |= _shorter(word)
        for known in {known for layer in self.layers for known in layer.near(variants)}:
            uses = self.known.get(known)
            edits = OSA.distance(word, known, score_cutoff=allowed)
            if uses and edits <= allowed:
                yield Heard(edits, known[0] != word[0], -uses, known)


class Heard(NamedTuple):
    """A word that a typo may mean; what is likelier comes first."""

    edits: int
    begins_otherwise: bool
    rarity: int
    word: str


def _is_likely(word: str, known: str, short: int) -> bool:
    """Tell whether a word is long enough, or a short one for a word that carries sentences."""
    return len(word) > short or known in FUNCTION_WORDS or sorted(word) == sorted(known)


def build_repairer(uses: Mapping[str, int], common: frozenset[str]) -> Repairer:
    """Index the known words; the number of uses decides between equally near ones."""
    known = {word: uses[word] for word in sorted(uses)}
    stems = Counter(stem(word) for word in known)
    return Repairer(known, stems, common, (_deletions(tuple(known)),))


def _deletions(words: tuple[str, ...]) -> Deletions:
    numbers, owners = array("I"), array("I")
    for owner, word in enumerate(words):
        if len(word) >= SHORTEST - 1 and word.isalpha():
            found = [_number(variant) for variant in _variants(word)]
            numbers.extend(found)
            owners.extend([owner] * len(found))
    keys = np.array(numbers, np.uint32)
    order = np.argsort(keys, kind="stable")
    return Deletions(words, keys[order], np.array(owners, np.uint32)[order])


def _number(text: str) -> int:
    """Return a 32-bit number, the same on any machine; who shares one is measured anyway."""
    return crc32(text.encode("utf-8", "surrogatepass"))


def _variants(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _shorter(word: str) -> set[str]:
    """Return a word without any two of its letters."""
    places = combinations(range(len(word)), 2)
    return {word[:i] + word[i + 1 : j] + word[j + 1 :] for i, j in places}
