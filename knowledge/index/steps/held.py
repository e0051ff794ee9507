"""What the steps of a search are given: arrays of an index, and bounds."""

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from knowledge.index.features import Ids
from knowledge.index.lists import Numbers

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


class Searched(NamedTuple):
    """What a part of an index is searched by."""

    postings: Postings
    rows: Rows


class Sought(NamedTuple):
    """A question as it is looked for."""

    ids: Ids
    rare: Ids
    """The same, but a feature that is not to be looked up as one of the kind that never is."""
    more: Looked
    """Rows that come near in meaning, and what that adds to each."""


class Texts(NamedTuple):
    """Some texts, a question first: their features, and how many are each one's."""

    ids: Ids
    lengths: Places


class OfRows(NamedTuple):
    """Of the texts behind a question: how many are each fact's, and which want the same."""

    lengths: Places
    is_same: Flags
    """By text: it wants the kind of answer that the question wants."""


class Beside(NamedTuple):
    """The cosine of every two texts by their meaning, and what it counts beside the words."""

    cosines: Floats
    weight: float
    """0 to 1; where it is 0, there are no cosines."""


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

    budget: int
    """Rows."""
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


class Reach(NamedTuple):
    """The rows of a part that are looked at: of one profile or of all."""

    first: int
    end: int
    """One past the last."""
    withdrawn: Places
    """Stretches of the part, from the first row to one past the last, that are left out."""


Nominated: TypeAlias = tuple[Numbers, Floats, NDArray[np.uint64], Places, Places]
"""Facts of one part, in order, or none; by fact the nearness of its best row and the number of
that row's text; the rows of each that come nearest, in order; by fact how many rows are its."""
