from collections.abc import Mapping, Sequence

import pytest

from benchmarks.planting import Kind, plant, with_error
from knowledge.base import FactBase
from knowledge.evidence.support.check import check_support
from tests.knowledge.evidence.support.lamps import TEXTS, lamps

SEED, EACH, FEWEST = 1, 20, 95
Texts = Mapping[str, Sequence[str]]


def found(base: FactBase, texts: Texts, kind: Kind, seed: int = SEED) -> list[bool]:
    """Return of each planted error whether its fact has a problem."""
    errors = plant(base, kind, EACH, seed)
    return [bool(check_support(with_error(base, error), texts).problems) for error in errors]


def test_the_invented_base_raises_no_false_alarm() -> None:
    support = check_support(lamps(), TEXTS)

    assert support.problems == ()
    assert support.checked == 27
    assert support.unchecked == 0


def test_at_least_95_of_100_errors_planted_in_the_invented_base_are_found() -> None:
    base = lamps()
    results = [one for kind in Kind for one in found(base, TEXTS, kind)]

    assert len(results) == EACH * len(Kind)
    assert sum(results) >= FEWEST


def test_the_shipped_base_raises_no_false_alarm(shipped: FactBase, documents: Texts) -> None:
    support = check_support(shipped, documents)

    assert [str(problem) for problem in support.problems] == []
    assert support.checked >= shipped.fact_count
    assert support.unchecked == 0


def test_at_least_95_of_100_errors_planted_in_the_shipped_base_are_found(
    shipped: FactBase, documents: Texts
) -> None:
    results = [one for kind in Kind for one in found(shipped, documents, kind)]

    assert len(results) == EACH * len(Kind)
    assert sum(results) >= FEWEST


@pytest.mark.parametrize("kind", Kind)
def test_what_is_planted_differs_from_what_was_there(kind: Kind) -> None:
    base = lamps()
    errors = plant(base, kind, EACH, SEED)

    assert len({(error.place, error.after) for error in errors}) == EACH
    assert all(error.before != error.after for error in errors)
    assert errors == plant(base, kind, EACH, SEED)
    assert errors != plant(base, kind, EACH, SEED + 1)
