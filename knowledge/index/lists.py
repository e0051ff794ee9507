"""Many short lists of numbers as two arrays: where each begins, and what they hold."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.index.features import Ids

Numbers = NDArray[np.uint32]


def freeze(*arrays: NDArray[np.generic]) -> None:
    """Let nothing be written into arrays.

    What is kept on disk comes back so, and to Numba it would be of another type, for which
    every loop is compiled anew.
    """
    for array in arrays:
        array.flags.writeable = False


@dataclass(frozen=True)
class Lists:
    """Many lists of features: that of number n is `held[starts[n]:starts[n + 1]]`."""

    starts: Numbers
    held: Ids

    def __post_init__(self) -> None:
        freeze(self.starts, self.held)

    def of(self, number: int) -> list[int]:
        """Return one list."""
        start, end = self.starts[number : number + 2].tolist()
        found: list[int] = self.held[start:end].tolist()
        return found


def members(
    starts: Numbers, numbers: NDArray[np.integer]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the places of some lists' members, one list after the other, and their lengths."""
    begins = starts[numbers].astype(np.int64)
    lengths = starts[numbers + 1] - begins
    return stretches(begins, lengths), lengths


def stretches(begins: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the numbers from each beginning on, as many as its length, one after the other."""
    ends = lengths.cumsum()
    total = int(ends[-1]) if len(ends) else 0
    places: NDArray[np.int64] = (begins - ends + lengths).repeat(lengths) + np.arange(total)
    return places


def starts_of(lengths: NDArray[np.integer]) -> Numbers:
    """Return where lists of some lengths begin, and where the last ends."""
    return np.concatenate([[0], np.cumsum(lengths)]).astype(np.uint32)
