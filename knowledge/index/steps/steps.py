"""The steps of a search: compiled loops where Numba is installed, NumPy's arrays otherwise."""

from collections.abc import Callable
from typing import NamedTuple

from knowledge.index.features import Ids
from knowledge.index.lists import Numbers
from knowledge.index.steps import arrays, comparing, looking, nominating, valuing
from knowledge.index.steps.compiled import COMPILED
from knowledge.index.steps.held import (
    Amounts,
    Beside,
    Bounds,
    Flags,
    Floats,
    Looked,
    Nominated,
    OfFacts,
    OfRows,
    Places,
    Postings,
    Reach,
    Rows,
    Searched,
    Sought,
    Texts,
    Weighing,
)


class Steps(NamedTuple):
    """One way to take every step; what each gives is said in `arrays`.

    A search takes the first three; the others are what these are made of.
    """

    found: Callable[[Searched, Sought, Weighing, Reach, Bounds], Nominated]
    gathered: Callable[[Texts, Numbers, Ids, Numbers], Texts]
    judged: Callable[[Texts, OfRows, Weighing, Beside, float], OfFacts]
    normalized: Callable[[Ids, Places, Weighing], Floats]
    scored: Callable[[Postings, Looked, tuple[int, int], Looked, int], tuple[Numbers, Floats]]
    nominated: Callable[[Rows, Numbers, Floats, Bounds], Nominated]
    compared: Callable[[Ids, Places, Weighing], Amounts]
    shares: Callable[[Amounts, float], Amounts]
    of_facts: Callable[[Amounts, Amounts, Flags, Places], OfFacts]


ARRAYS = Steps(
    arrays.found,
    arrays.gathered,
    arrays.judged,
    arrays.normalized,
    arrays.scored,
    arrays.nominated,
    arrays.compared,
    arrays.shares,
    arrays.of_facts,
)
LOOPS = Steps(
    nominating.found,
    comparing.gathered,
    comparing.judged,
    valuing.normalized,
    looking.scored,
    nominating.nominated,
    comparing.compared,
    comparing.shares,
    comparing.of_facts,
)
STEPS = LOOPS if COMPILED else ARRAYS
