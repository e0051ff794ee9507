"""Meaning: rows whose vectors lie near the question's, where the base has vectors.

What all wordings of a base have in common says nothing of any: it is taken from every vector
before two are compared (Arora, Liang and Ma 2017). Every text of a part is compared by the
first numbers of its vector, which model2vec orders by how much they tell; a part with too many
texts is searched by words alone, and compared by meaning only where the words have led.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.index.lists import Numbers
from knowledge.index.part import Part, Vector

WEIGHT = 0.5  # of the meaning in a cosine, beside the words (measured on CLINC150's validation)
LEADING = 64  # numbers of a vector by which rows are found
MOST_TEXTS = 50_000  # more are not all compared, so that the cost does not grow with the base
NEAREST = 60  # rows that are found
TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Common:
    """What the wordings of a base have in common: the sum of their vectors, row by row."""

    total: NDArray[np.float64]
    rows: int

    def without(self, vectors: Vector) -> Vector:
        """Return vectors of length 1 that say only what sets them apart."""
        apart = vectors - (self.total / max(self.rows, 1)).astype(np.float32)
        lengths = np.linalg.norm(apart, axis=-1, keepdims=True)
        scaled: Vector = apart / np.maximum(lengths, np.float32(TINY))
        return scaled

    def moved(self, less: "Common", more: "Common") -> "Common":
        """Return what is common where some rows have given way to others."""
        total = self.total - less.total + more.total
        return Common(total, self.rows - less.rows + more.rows)


def common_of(part: Part, reach: tuple[int, int]) -> Common:
    """Return what the rows of some facts of a part have in common."""
    first, end = part.first_row[list(reach)].tolist()
    uses = np.bincount(part.text_of_row[first:end], minlength=len(part.vectors))
    return Common((uses.astype(np.float32) @ part.vectors).astype(np.float64), end - first)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a question means: a vector of length 1, and what it has in common with all."""

    vector: Vector
    common: Common


def near_meanings(
    part: Part, meaning: Meaning, reach: tuple[int, int]
) -> tuple[Numbers, Vector]:
    """Return the rows in reach whose meaning is nearest, and what that adds to each."""
    if len(part.vectors) > MOST_TEXTS:
        return np.zeros(0, np.uint32), np.zeros(0, np.float32)
    first, end = part.first_row[list(reach)].tolist()
    leading = meaning.vector[:LEADING]
    alike = (part.vectors[:, :LEADING] @ leading)[part.text_of_row[first:end]]
    count = min(NEAREST, len(alike))
    nearest = np.argpartition(-alike, count - 1)[:count] if count else np.zeros(0, np.intp)
    nearest = np.sort(nearest)
    found = (nearest + first).astype(np.uint32)
    cosines = meaning.common.without(part.vectors[part.text_of_row[found]]) @ meaning.vector
    found, cosines = found[cosines > 0], cosines[cosines > 0]
    # row_scale divides what words add by a text's length; a meaning has none
    return found, (cosines / part.row_scale[found]).astype(np.float32)
