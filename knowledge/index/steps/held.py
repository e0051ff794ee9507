"""What the steps of a search are given: arrays of an index, and bounds."""

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from knowledge.index.features import Ids
from knowledge.index.lists import Numbers

LONG = 128  # rows; a shorter list is read whole, and what is out of reach dropped afterwards
TINY = 1e-6  # where a text has nothing of a kind

Floats: TypeAlias = NDArray[np.float32]
Amounts: TypeAlias = NDArray[np.float64]
Places: TypeAlias = NDArray[np.int64]
Slots: TypeAlias = NDArray[np.int32]
Flags: TypeAlias = NDArray[np.bool_]
OfFacts: TypeAlias = tuple[NDArray[np.int64], Amounts, Amounts, Amounts]
"""By fact: its nearest row, the cosine of it, of one that asks the same kind, its share."""


class Looked(NamedTuple):
    """What is looked up: features or rows by their numbers, and what each counts."""

    ids: Ids
    values: Floats


class Postings(NamedTuple):
    """Which rows have a feature: those of `ids[n]` are `rows[starts[n]:starts[n + 1]]`."""

    ids: Ids
    """Sorted."""
    starts: Numbers
    rows: Numbers


class Rows(NamedTuple):
    """Of each row of a part: its fact, its text, what makes it comparable."""

    facts: Numbers
    texts: Numbers
    scales: Floats
    first_row: Numbers
    """By fact, and one past the last row."""
    text_numbers: NDArray[np.uint64]
    """By text: the same in every part."""


class Weighing(NamedTuple):
    """What features count: by how many facts have them, and by their kind."""

    codes: NDArray[np.uint8]
    """By the counted bits of a feature: how many facts have it, as a byte."""
    weights: Floats
    """By that byte: what a feature counts."""
    kinds: Floats
    """The share of each kind in a text."""


class Bounds(NamedTuple):
    """How much a nomination looks at, and how much it lets through."""

    near_enough: float
    """Of the nearest fact's nearness; what is farther off is left out."""
    equal: float
    """Nearness that is equal but for the order in which it was added up."""
    same_text: int
    """Facts nominated for one text; 0 for any number."""
    most: int
    """Facts; twice as many where they are equally near."""
    per_fact: int
    """The nearest rows of a fact that take part."""


Nominated: TypeAlias = tuple[Numbers, Floats, NDArray[np.uint64], Places, Places]
"""Facts of one part, in order; by fact the nearness of its best row and the number of that
row's text; the rows of each that come nearest, in order; by fact how many rows are its."""
