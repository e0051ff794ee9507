"""Features of a masked text: what a question and a phrasing can have in common.

Every feature is a 32-bit number, the same on any machine, so an index needs no vocabulary; its
last two bits are its kind. The kinds follow the usual lexical kernels: stemmed words; neighbors
and next neighbors in order; unordered pairs of content words; character n-grams inside words.
Words and pairs are compared as concepts too, so that a synonym counts as the word itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from hashlib import blake2b
from itertools import chain, combinations, pairwise
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from knowledge.index.concepts import Concepts
from knowledge.text.lexicon import FUNCTION_WORDS, WHO_IS_MEANT
from knowledge.text.tokens import stem

Ids: TypeAlias = NDArray[np.uint32]

_MASK = (1 << 64) - 1
KIND_BITS = 3
# Facts are counted by this many bits of a feature. What two features share a count is the same
# in every base, so that an edited index weighs as one that was built at once.
COUNTED_BITS = 22
COUNT_SHIFT = np.uint32(32 - COUNTED_BITS)
EDGE = 0x9E3779B97F4A7C15
MIX = 0xD6E8FEB86659FD93
BOUND = 1  # stands before the first and after the last word; no word has its number
GRAM = 3  # letters; longer ones beside them add nothing (measured)
PAIRED = 12  # content words that are paired; a longer question adds no new pairs


class Kind(IntEnum):
    """The spaces in which question and phrasing are compared; each has its own norm."""

    WORD = 0
    ORDER = 1
    PAIR = 2
    PART = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of meaning in a text: a word, or the words of one synonym."""

    meant: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    number: int
    stem_numbers: tuple[int, ...]
    is_light: bool
    """It only carries the sentence."""


class Features(NamedTuple):
    """The distinct features of one text, in a fixed order."""

    ids: Ids
    units: tuple[Unit, ...]

    @property
    def kinds(self) -> NDArray[np.intp]:
        """Return the kind of each feature."""
        return (self.ids & np.uint32(KIND_BITS)).astype(np.intp)


def features(masked: Sequence[str], concepts: Concepts) -> Features:
    """Return the features of a masked text."""
    found_units = units(masked, concepts)
    stems = [number for unit in found_units for number in unit.stem_numbers]
    found = dict.fromkeys(
        chain(
            stems,
            [unit.number for unit in found_units],
            _order(stems),
            _pairs([unit.number for unit in found_units if not unit.is_light]),
            *map(parts_of, masked),
        )
    )
    return Features(np.array(list(found), np.uint32), found_units)


def units(masked: Sequence[str], concepts: Concepts) -> tuple[Unit, ...]:
    """Return the units of meaning of a masked text, in its order."""
    stems = [stem(word) for word in masked]
    return tuple(
        _unit(meant, tuple(masked[start:end])) for meant, start, end in concepts.units(stems)
    )


@lru_cache(maxsize=65_536)
def _unit(meant: str, said: tuple[str, ...]) -> Unit:
    stems = tuple(stem(word) for word in said)
    is_light = all(word in FUNCTION_WORDS or word == WHO_IS_MEANT for word in said)
    numbers = tuple(word_number(part) for part in stems)
    return Unit(meant, said, stems, word_number(meant), numbers, is_light)


def word_numbers(found: Sequence[Unit]) -> frozenset[int]:
    """Return the numbers of all words in some units, as words and as what they mean."""
    return frozenset(n for unit in found for n in (*unit.stem_numbers, unit.number))


def text_number(text: str) -> int:
    """Return a 64-bit number that stands for a text, the same on any machine."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")


@lru_cache(maxsize=262_144)
def word_number(text: str) -> int:
    """Return the feature that stands for a word."""
    return _feature(text_number(text), Kind.WORD)


def _feature(number: int, kind: Kind) -> int:
    return (number >> 32) & ~KIND_BITS | kind


@lru_cache(maxsize=262_144)  # the same few words stand beside each other again and again
def mixed(first: int, second: int, salt: int, kind: Kind) -> int:
    """Combine two features into one (splitmix64's finalizer, Steele, Lea and Flood 2014)."""
    x = (first * MIX + second * 3 + salt * EDGE) & _MASK
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & _MASK
    return _feature(x ^ (x >> 31), kind)


def _order(stems: Sequence[int]) -> list[int]:
    framed, order = [BOUND, *stems, BOUND], Kind.ORDER
    return [
        *(mixed(left, right, 1, order) for left, right in pairwise(framed)),
        *(mixed(left, right, 2, order) for left, right in zip(stems, stems[2:], strict=False)),
    ]


def _pairs(content: Iterable[int]) -> list[int]:
    distinct, pair = sorted(set(content))[:PAIRED], Kind.PAIR
    return [mixed(left, right, 3, pair) for left, right in combinations(distinct, 2)]


@lru_cache(maxsize=65_536)
def parts_of(word: str) -> tuple[int, ...]:
    """Return the numbers of a word's beginnings, endings and character n-grams."""
    framed = f"<{word}>"
    grams = {framed[i : i + GRAM] for i in range(len(framed) - GRAM + 1)}
    return tuple(sorted(_feature(text_number(f"#{gram}"), Kind.PART) for gram in grams))
