"""Typo repair: an unknown word is read as the known word that it is nearest to.

Candidates come from a symmetric delete index (Garbe, SymSpell 2012), so the cost of a repair
does not grow with the vocabulary; RapidFuzz's optimal string alignment measures each.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from knowledge.index.features import word_number
from knowledge.text.tokens import stem

SHORTEST = 4  # letters; a shorter word has too many neighbors to be a typo of one
LONGEST = 24  # letters; longer ones are no words, and their deletions are many
TWO_TYPOS = 8  # letters from which two typos are repaired


@dataclass(frozen=True)
class Repairer:
    """The known words, and the words that each of their deletions leads back to."""

    known: dict[str, int]
    """The words that a typo may be read as, with the number of their uses."""
    stems: frozenset[str]
    common: frozenset[str]
    """English words that are no typo, and that none is read as."""
    keys: NDArray[np.uint64]
    owners: NDArray[np.int32]

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(self.known)

    def __contains__(self, word: str) -> bool:
        """Tell whether a word is known, in this form or another."""
        return word in self.common or self.is_said(word)

    def is_said(self, word: str) -> bool:
        """Tell whether the base itself uses a word, in this form or another."""
        return word in self.known or stem(word) in self.stems

    def repair(self, word: str) -> str | None:
        """Return the known word that an unknown one is a typo of, or None."""
        if word in self or not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return None
        allowed = 2 if len(word) >= TWO_TYPOS else 1
        nearest = min(self._near(word, allowed), default=None)
        return nearest[-1] if nearest else None

    def _near(self, word: str, allowed: int) -> Iterator[tuple[int, bool, int, str]]:
        variants = _variants(word)
        if allowed > 1:  # two letters too many, or one of them wrong
            variants |= {shorter for variant in variants for shorter in _variants(variant)}
        numbers = np.array([word_number(f"-{v}") for v in sorted(variants)], np.uint64)
        starts = np.searchsorted(self.keys, numbers, "left")
        ends = np.searchsorted(self.keys, numbers, "right")
        owners = {
            owner
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
            for owner in self.owners[start:end].tolist()
        }
        for owner in owners:
            known = self._words[owner]
            distance = OSA.distance(word, known, score_cutoff=allowed)
            if distance <= allowed and _is_likely(word, known):
                yield distance, known[0] != word[0], -self.known[known], known


def _is_likely(word: str, known: str) -> bool:
    """Tell whether a word is long enough, or has all the letters of a short one: "bron"."""
    return len(word) > SHORTEST or sorted(word) == sorted(known)


def build_repairer(uses: Mapping[str, int], common: frozenset[str]) -> Repairer:
    """Index the known words; the number of uses decides between equally near ones."""
    known = {word: uses[word] for word in sorted(uses)}
    pairs = sorted(_keyed(known))
    keys = np.array([key for key, _ in pairs], np.uint64)
    stems = frozenset(stem(word) for word in known)
    return Repairer(
        known, stems, common, keys, np.array([owner for _, owner in pairs], np.int32)
    )


def _keyed(known: Iterable[str]) -> Iterator[tuple[int, int]]:
    for owner, word in enumerate(known):
        if len(word) >= SHORTEST - 1 and word.isalpha():
            for variant in _variants(word):
                yield word_number(f"-{variant}"), owner


def _variants(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
