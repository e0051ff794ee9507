from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.decide import CHOICES, POLICY, Answers, Offers, Refuses, decide
from knowledge.match.explain import Candidate
from knowledge.match.find import Found, best_of
from knowledge.match.reading import NOBODY, Reading

POLICY_HERE = replace(POLICY, threshold=0.6, margin=0.5, offer=0.3, suggest=0.1)
SCORES = st.lists(st.floats(0, 1), max_size=6)


def candidate(score: float, fact: str = "work.lamp", unclear: str = "") -> Candidate:
    return Candidate("odalys-fennwick", fact, "asked so", score, score, (), unclear=unclear)


def ranked(*scores: float) -> tuple[Candidate, ...]:
    best_first = sorted(scores, reverse=True)
    return tuple(candidate(score, f"work.{n}") for n, score in enumerate(best_first))


def test_without_candidates_nothing_is_answered() -> None:
    verdict = decide((), POLICY_HERE)

    assert isinstance(verdict, Refuses)


def test_a_candidate_far_ahead_of_the_next_answers() -> None:
    verdict = decide(ranked(0.95, 0.4), POLICY_HERE)

    assert isinstance(verdict, Answers)
    assert verdict.candidate.fact == "work.0"


def test_a_candidate_on_the_threshold_answers() -> None:
    assert isinstance(decide(ranked(0.6), POLICY_HERE), Answers)
    assert isinstance(decide(ranked(0.599), POLICY_HERE), Refuses)


def test_close_candidates_are_offered_and_at_most_three() -> None:
    verdict = decide(ranked(0.9, 0.9, 0.89, 0.89, 0.2), POLICY_HERE)

    assert isinstance(verdict, Offers)
    assert [c.fact for c in verdict.candidates] == ["work.0", "work.1", "work.2"]
    assert len(verdict.candidates) == CHOICES


def test_a_close_pair_below_the_threshold_is_offered_and_not_answered() -> None:
    assert isinstance(decide(ranked(0.4, 0.4), POLICY_HERE), Offers)


def test_below_what_may_be_offered_a_close_pair_is_refused() -> None:
    assert isinstance(decide(ranked(0.29, 0.29), POLICY_HERE), Refuses)


def test_a_keyword_is_answered_only_where_nothing_else_comes_near() -> None:
    policy = replace(POLICY_HERE, brief_margin=2.0)
    best, second, far = ranked(0.95, 0.8, 0.2)
    keyword = best._replace(is_brief=True)

    assert isinstance(decide((best, second), policy), Answers)
    assert isinstance(decide((keyword, second), policy), Offers)
    assert isinstance(decide((keyword, far), policy), Answers)


def test_a_question_that_is_unclear_is_never_answered_outright() -> None:
    best = candidate(0.99, unclear="two people")
    verdict = decide((best, candidate(0.2, "work.pay"), candidate(0.05)), POLICY_HERE)

    assert isinstance(verdict, Offers)
    assert verdict.why == "two people"
    assert [c.score for c in verdict.candidates] == [0.99, 0.2]


def test_who_is_asked_about_need_not_be_said_where_it_can_be_one_person_only() -> None:
    alone = candidate(0.9, unclear=NOBODY)
    far, near = (candidate(score)._replace(profile="tobin-marrow") for score in (0.09, 0.1))

    assert isinstance(decide((alone, candidate(0.5)), POLICY_HERE), Answers)
    assert isinstance(decide((alone, far), POLICY_HERE), Answers)
    assert isinstance(decide((alone, near), POLICY_HERE), Offers)
    assert isinstance(decide((alone._replace(score=0.59),), POLICY_HERE), Offers)
    assert isinstance(decide((alone._replace(is_brief=True),), POLICY_HERE), Offers)


@pytest.mark.parametrize("scores", [(), (0.95,), (0.95, 0.94), (0.1,), (0.4,)])
def test_every_verdict_says_why(scores: tuple[float, ...]) -> None:
    assert decide(ranked(*scores), POLICY_HERE).why


def test_the_numbers_in_use_stand_in_their_order() -> None:
    assert 0 < POLICY.suggest <= POLICY.offer <= POLICY.threshold < 1
    assert POLICY.margin > 0


@settings(deadline=None)
@given(SCORES, st.floats(0, 1), st.floats(0, 1))
def test_raising_the_threshold_never_adds_an_answer(
    scores: list[float], first: float, second: float
) -> None:
    low, high = sorted((first, second))
    strict = decide(ranked(*scores), replace(POLICY_HERE, threshold=high))

    if isinstance(strict, Answers):
        assert decide(ranked(*scores), replace(POLICY_HERE, threshold=low)) == replace(
            strict, why=decide(ranked(*scores), replace(POLICY_HERE, threshold=low)).why
        )


@settings(deadline=None)
@given(SCORES, st.floats(0, 4), st.floats(0, 4))
def test_widening_the_margin_never_adds_an_answer(
    scores: list[float], first: float, second: float
) -> None:
    low, high = sorted((first, second))
    strict = decide(ranked(*scores), replace(POLICY_HERE, margin=high))

    if isinstance(strict, Answers):
        assert isinstance(decide(ranked(*scores), replace(POLICY_HERE, margin=low)), Answers)


@settings(deadline=None)
@given(SCORES)
def test_only_the_best_candidate_ever_answers(scores: list[float]) -> None:
    verdict = decide(ranked(*scores), POLICY_HERE)

    if isinstance(verdict, Answers):
        assert verdict.candidate.score == max(scores)
        assert verdict.candidate.score >= POLICY_HERE.threshold


def test_scores_that_differ_by_the_order_of_adding_up_are_equal() -> None:
    first, second = candidate(0.5, "work.bell"), candidate(0.5 + 1e-9, "work.oar")
    found = Found(Reading(None, ("bell",)), (second, first))

    assert best_of([found]) == (first, second)
