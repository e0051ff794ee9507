from math import inf, isnan

import pytest

from benchmarks.matching.figures import Outcome, auroc, figures, frozen, loosest, outcome
from benchmarks.matching.material import Asked


def right(score: float) -> Outcome:
    return Outcome(score, is_right=True, is_near=True, is_in_scope=True, is_profile=True)


def wrong(score: float, *, is_near: bool = False) -> Outcome:
    """Return what comes of a wrong fact, of the right profile where the second is right."""
    return Outcome(score, is_right=False, is_near=is_near, is_in_scope=True, is_profile=is_near)


def outside(score: float) -> Outcome:
    return Outcome(score, is_right=False, is_near=False, is_in_scope=False)


def test_a_ranking_is_judged_by_its_first_fact_and_its_first_two() -> None:
    asked = Asked("Who keeps the lamp?", "a/work.lamp")
    ranked = [("a/work.boat", 0.7), ("a/work.lamp", 0.6)]

    assert outcome(asked, ranked) == wrong(0.7, is_near=True)
    assert outcome(asked, ranked[1:]) == right(0.6)
    assert outcome(Asked("Who?", ""), ranked) == outside(0.7)
    assert outcome(asked, []) == wrong(-inf)


def test_accuracy_is_of_the_questions_in_scope() -> None:
    given = figures([right(3), right(2), wrong(1, is_near=True), wrong(0), outside(5)])

    assert given.accuracy == 0.5
    assert given.top_two == 0.75
    assert given.profile == 0.75
    assert given.asked == 5


@pytest.mark.parametrize(
    ("within", "without", "expected"),
    [
        ([3, 4], [1, 2], 1.0),
        ([1, 2], [3, 4], 0.0),
        ([2, 2], [2, 2], 0.5),
        ([1, 3], [2], 0.5),
        ([3, 3, 1], [2, 1], 0.75),
        ([-inf, 3], [-inf], 0.75),
    ],
)
def test_auroc_is_how_often_what_is_in_scope_scores_higher(
    within: list[float], without: list[float], expected: float
) -> None:
    outcomes = [*(right(s) for s in within), *(outside(s) for s in without)]

    assert auroc(outcomes) == expected


def test_there_is_no_auroc_where_everything_is_in_scope() -> None:
    assert isnan(auroc([right(1), wrong(0)]))


def test_the_loosest_threshold_is_below_a_bad_stretch_that_later_answers_make_good() -> None:
    outcomes = [right(40), wrong(39), *(right(score) for score in range(18)), outside(-1)]

    assert loosest(outcomes) == 0
    assert figures(outcomes).coverage == 1.0


def test_ties_are_answered_together_or_not_at_all() -> None:
    outcomes = [right(2), *(right(1) for _ in range(9)), outside(1)]

    assert loosest(outcomes) == 2
    assert figures(outcomes).coverage == 0.1


def test_where_no_threshold_is_good_enough_nothing_is_answered() -> None:
    assert loosest([wrong(2), right(1)]) == inf
    assert figures([wrong(2), right(1)]).coverage == 0


def test_a_question_without_candidates_is_never_answered() -> None:
    silent = Outcome(-inf, is_right=False, is_near=False, is_in_scope=True)
    given = frozen([right(1), silent], -inf)

    assert (given.precision, given.coverage) == (1.0, 0.5)


def test_a_frozen_threshold_counts_what_is_answered_out_of_scope_as_wrong() -> None:
    given = frozen([right(3), right(2), wrong(2), outside(2), right(1)], 2)

    assert (given.precision, given.coverage) == (0.5, 0.75)
