"""The threshold that keeps a target, against figures worked out by hand and by drawing."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.answer.outcomes import Request
from knowledge.base import build_base
from knowledge.decide import POLICY, STARTS, THRESHOLDS
from knowledge.evaluate.calibrate import (
    SURE,
    Point,
    calibrate,
    chance_of_so_few,
    curve,
    points,
    wrong_at,
)
from knowledge.evaluate.report import Share
from knowledge.evaluate.run import Half, evaluate
from knowledge.model.questions import ABSTAIN
from knowledge.release import View
from tests.knowledge.islanders import TODAY, fennwick, fennwick_facts, sources
from tests.knowledge.make import ask, make_held

POINTS = st.lists(st.builds(Point, st.floats(0.4, 1), st.booleans()), max_size=60)
BORN = "Where was Odalys Fennwick born?"


def right_and_wrong(right: int, wrong: int, score: float = 0.995) -> tuple[Point, ...]:
    return (*[Point(score, is_wrong=False)] * right, *[Point(score, is_wrong=True)] * wrong)


# The binomial distribution function, from tables: n, k, p.
@pytest.mark.parametrize(
    ("wrong", "rate", "chance"),
    [
        (Share(2, 10), 0.5, 0.0547),
        (Share(0, 20), 0.05, 0.3585),
        (Share(3, 20), 0.2, 0.4114),
        (Share(1, 15), 0.1, 0.5490),
        (Share(0, 0), 0.02, 1.0),
        (Share(4, 4), 0.02, 1.0),
    ],
)
def test_the_chance_of_so_few_is_the_binomial_one(
    wrong: Share, rate: float, chance: float
) -> None:
    assert chance_of_so_few(wrong, rate) == pytest.approx(chance, abs=5e-5)


def test_thousands_of_answers_are_no_trouble() -> None:
    assert chance_of_so_few(Share(200, 20_000), 0.02) < 1e-9
    assert chance_of_so_few(Share(600, 20_000), 0.02) == pytest.approx(1.0)


def test_without_a_wrong_answer_it_takes_so_many_and_no_fewer() -> None:
    found = calibrate((), 0.02)

    assert found.needed == 114  # 0.98 ** 114 is the first power below 0.1
    assert found.threshold is None
    assert found.policy.threshold == POLICY.threshold


def test_enough_right_answers_let_the_lowest_threshold_through() -> None:
    enough = calibrate(right_and_wrong(200, 0), 0.02)
    too_few = calibrate(right_and_wrong(100, 0), 0.02)

    assert enough.threshold == min(THRESHOLDS)
    assert enough.policy.threshold == min(THRESHOLDS)
    assert enough.policy.most_wrong == 0.02
    assert too_few.threshold is None


def test_what_is_wrong_at_low_scores_is_left_out() -> None:
    shown = (*right_and_wrong(300, 0), *right_and_wrong(0, 30, score=0.45))
    found = calibrate(shown, 0.02)

    assert found.threshold == 0.5
    assert found.wrong == Share(0, 300)


def test_a_base_with_few_sure_answers_begins_at_the_second_start() -> None:
    found = calibrate(right_and_wrong(200, 0, score=0.89), 0.02)

    assert found.threshold == min(THRESHOLDS)


def test_where_too_many_are_wrong_however_high_the_score_nothing_is_promised() -> None:
    found = calibrate(right_and_wrong(300, 30), 0.05)

    assert found.threshold is None
    assert found.wrong == Share(30, 330)


@pytest.mark.parametrize("target", [0.02, 0.05, 0.1])
def test_the_promise_is_kept_as_often_as_it_says(target: float) -> None:
    random = Random(7)
    broken = sum(
        true_risk(found.threshold) > target
        for found in (calibrate(drawn(random), target) for _ in range(400))
        if found.threshold is not None
    )

    assert broken <= 400 * (1 - SURE) + 3 * (400 * SURE * (1 - SURE)) ** 0.5


def drawn(random: Random) -> tuple[Point, ...]:
    """Draw answers whose chance to be wrong falls with the score, from 30% to none."""
    scores = [0.4 + 0.6 * random.random() for _ in range(400)]
    return tuple(Point(score, random.random() < (1 - score) / 2) for score in scores)


def true_risk(threshold: float) -> float:
    return (1 - threshold) / 4


@settings(deadline=None)
@given(POINTS, st.floats(0.01, 0.5), st.floats(0.01, 0.5))
def test_who_allows_more_never_gets_a_higher_threshold(
    shown: list[Point], first: float, second: float
) -> None:
    strict, loose = (calibrate(shown, target) for target in sorted((first, second)))

    if strict.threshold is not None:
        assert loose.threshold is not None
        assert loose.threshold <= strict.threshold


@settings(deadline=None)
@given(POINTS, st.floats(0.01, 0.5))
def test_the_order_of_the_questions_changes_nothing(shown: list[Point], target: float) -> None:
    assert calibrate(shown, target) == calibrate(shown[::-1], target)


@settings(deadline=None)
@given(POINTS)
def test_each_place_on_the_curve_is_what_some_threshold_gives(shown: list[Point]) -> None:
    expected = {wrong_at(shown, point.score) for point in shown}

    assert set(curve(shown)) == expected
    assert list(curve(shown)) == sorted(expected, key=lambda share: share.total)


def test_the_thresholds_fall_from_the_first_start_to_what_is_offered() -> None:
    assert list(THRESHOLDS) == sorted(THRESHOLDS, reverse=True)
    assert THRESHOLDS[0] == STARTS[0]
    assert set(STARTS) <= set(THRESHOLDS)
    assert THRESHOLDS[-1] == POLICY.offer


def test_a_question_shows_at_which_thresholds_it_is_answered() -> None:
    labels = (ask(BORN, "life.husband"), ask("What is Fennwick's shoe size?", ABSTAIN))
    held = make_held(*fennwick_facts(), profile=fennwick(), questions=labels)
    judged = evaluate(View(build_base([held], sources())), Request(TODAY))
    (point,) = points(judged)

    assert point.is_wrong
    assert point.score > POLICY.threshold
    assert sum(len(points(judged, half)) for half in Half) == 1
