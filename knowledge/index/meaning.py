"""Meaning: rows whose vectors lie near the question's, where the base has vectors.

Every text of a part is compared by the first numbers of its vector, which model2vec orders by
how much they tell; a part with too many texts is searched by words alone, and compared by
meaning only where the words have led.
"""

import numpy as np
from numpy.typing import NDArray

from knowledge.index.part import Numbers, Part

WEIGHT = 0.4  # of the meaning in a cosine, beside the words (measured on CLINC150's validation)
LEADING = 64  # numbers of a vector by which rows are found
MOST_TEXTS = 50_000  # more are not all compared, so that the cost does not grow with the base
NEAREST = 60  # rows that are found


def near_meanings(
    part: Part, meaning: NDArray[np.float32], reach: tuple[int, int]
) -> tuple[Numbers, NDArray[np.float32]]:
    """Return the rows in reach whose meaning is nearest, and what that adds to each."""
    if len(part.vectors) > MOST_TEXTS:
        return np.zeros(0, np.uint32), np.zeros(0, np.float32)
    alike = part.vectors[:, :LEADING] @ meaning[:LEADING]
    first, end = part.first_row[list(reach)].tolist()
    rows = alike[part.text_of_row[first:end]]
    count = min(NEAREST, len(rows))
    nearest = np.argpartition(-rows, count - 1)[:count] if count else np.zeros(0, np.intp)
    nearest = np.sort(nearest[rows[nearest] > 0])
    found = (nearest + first).astype(np.uint32)
    # row_scale divides what words add by a text's length; a meaning has none
    return found, (rows[nearest] / part.row_scale[found]).astype(np.float32)


def blended(words: NDArray[np.float64], meaning: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return cosines that count words and meaning."""
    mixed: NDArray[np.float64] = (1 - WEIGHT) * words + WEIGHT * meaning.astype(np.float64)
    return mixed
