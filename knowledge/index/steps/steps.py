"""The steps of a search: compiled loops where Numba is installed, NumPy's arrays otherwise."""

from collections.abc import Callable
from typing import NamedTuple

from knowledge.index.features import Ids
from knowledge.index.lists import Numbers
from knowledge.index.steps import arrays, comparing, looking, nominating, valuing
from knowledge.index.steps.compiled import COMPILED
from knowledge.index.steps.held import (
    Amounts,
    Bounds,
    Flags,
    Floats,
    Looked,
    Nominated,
    OfFacts,
    Places,
    Postings,
    Rows,
    Weighing,
)


class Steps(NamedTuple):
    """One way to take every step; what each gives is said in `arrays`."""

    normalized: Callable[[Ids, Places, Weighing], Floats]
    scored: Callable[[Postings, Looked, tuple[int, int], Looked, int], tuple[Numbers, Floats]]
    nominated: Callable[[Rows, Numbers, Floats, Bounds], Nominated]
    gathered: Callable[[Numbers, Ids, Numbers], tuple[Ids, Places]]
    compared: Callable[[Ids, Places, Weighing], Amounts]
    shares: Callable[[Amounts, float], Amounts]
    of_facts: Callable[[Amounts, Amounts, Flags, Places], OfFacts]


ARRAYS = Steps(
    arrays.normalized,
    arrays.scored,
    arrays.nominated,
    arrays.gathered,
    arrays.compared,
    arrays.shares,
    arrays.of_facts,
)
LOOPS = Steps(
    valuing.normalized,
    looking.scored,
    nominating.nominated,
    comparing.gathered,
    comparing.compared,
    comparing.shares,
    comparing.of_facts,
)
STEPS = LOOPS if COMPILED else ARRAYS
