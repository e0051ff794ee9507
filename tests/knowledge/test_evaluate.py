from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.answer.outcomes import Request
from knowledge.base import build_base
from knowledge.evaluate.report import Share, summarize
from knowledge.evaluate.run import Grade, Half, Judged, evaluate, half_of
from knowledge.model.questions import ABSTAIN, AMBIGUOUS, LabelledQuestion
from knowledge.release import View
from tests.knowledge.islanders import (
    TODAY,
    brack,
    brack_facts,
    fennwick,
    fennwick_facts,
    marrow,
    marrow_facts,
    sources,
)
from tests.knowledge.make import ask, make_held

BORN = "Where was Odalys Fennwick born?"
SHOE = "What is Fennwick's shoe size?"


def judged(*labels: LabelledQuestion) -> list[Judged]:
    """Judge labelled questions of one profile, in the order in which they are given."""
    held = make_held(*fennwick_facts(), profile=fennwick(), questions=labels)
    others = (
        make_held(*marrow_facts(), profile=marrow()),
        make_held(*brack_facts(), profile=brack()),
    )
    found = evaluate(View(build_base((held, *others), sources())), Request(TODAY))
    by_label = {one.label: one for one in found}
    return [by_label[label] for label in labels]


def grade(label: LabelledQuestion) -> Grade:
    return judged(label)[0].grade


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        (ask(BORN, "life.birthplace"), Grade.RIGHT),
        (ask(BORN, "odalys-fennwick/life.birthplace"), Grade.RIGHT),
        (ask(BORN, "life.husband", also=("life.birthplace",)), Grade.RIGHT),
        (ask(BORN, "life.husband"), Grade.WRONG),
        (ask(BORN, ABSTAIN), Grade.WRONG),
        (ask(BORN, AMBIGUOUS), Grade.WRONG),
        (ask("Where was Tobin Marrow born?", "life.birthplace"), Grade.WRONG),
        (ask("Where was Tobin Marrow born?", "tobin-marrow/life.birthplace"), Grade.RIGHT),
        (ask("Where was Odalys born?", AMBIGUOUS), Grade.RIGHT),
        (ask("Where was Odalys born?", "life.birthplace"), Grade.OFFERED),
        (ask("Where was Odalys born?", ABSTAIN), Grade.OFFERED),
        (ask(SHOE, ABSTAIN), Grade.RIGHT),
        (ask(SHOE, "life.birthplace"), Grade.SILENT),
        (ask(SHOE, AMBIGUOUS), Grade.SILENT),
    ],
)
def test_what_came_back_is_graded_by_what_was_expected(
    label: LabelledQuestion, expected: Grade
) -> None:
    assert grade(label) is expected


def test_a_labelled_question_may_lean_on_one_before_and_on_a_day() -> None:
    assert grade(ask("and when?", "life.birth-date", context=BORN)) is Grade.RIGHT
    assert grade(ask(BORN, ABSTAIN, as_of="2010")) is Grade.RIGHT


def test_the_half_of_a_question_comes_from_its_text_and_nothing_else() -> None:
    first, second = judged(ask(BORN, "life.birthplace"), ask(SHOE, quality="weak"))

    assert first.half is half_of(BORN)
    assert second.half is half_of(SHOE)
    assert (half_of(BORN) is Half.TUNING) == (sha256(BORN.encode()).digest()[0] % 2 == 0)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=50))
def test_every_text_has_one_half_and_keeps_it(text: str) -> None:
    assert half_of(text) is half_of(text)


def test_the_halves_are_about_as_large_as_each_other() -> None:
    tuning = sum(half_of(f"question {number}") is Half.TUNING for number in range(1000))

    assert 450 < tuning < 550


# Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_a_share_has_wilsons_interval(count: int, total: int, low: float, high: float) -> None:
    assert Share(count, total).interval == pytest.approx((low, high), abs=5e-5)


def test_a_share_of_nothing_may_be_anything() -> None:
    assert Share(0, 0).rate == 0.0
    assert Share(0, 0).interval == (0.0, 1.0)


def test_a_share_is_read_with_its_interval() -> None:
    assert str(Share(5, 10)) == "5/10 = 50.0% (23.7% to 76.3%)"


@settings(deadline=None)
@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_its_share_and_stays_between_none_and_all(
    counted: tuple[int, int],
) -> None:
    share = Share(*counted)
    low, high = share.interval

    assert 0.0 <= low <= share.rate + 1e-12
    assert share.rate - 1e-12 <= high <= 1.0


def test_a_summary_counts_what_was_right_wrong_and_declined() -> None:
    every = judged(
        ask(BORN, "life.birthplace"),
        ask("When was Odalys Fennwick born?", "life.husband"),
        ask("Where was Odalys born?", "life.birthplace"),
        ask(SHOE, ABSTAIN),
        ask("To whom is Odalys Fennwick married?", ABSTAIN),
        ask("Where was she born?", ABSTAIN),
    )
    summary = summarize(every)

    assert summary.as_expected == Share(2, 6)
    assert summary.answered == Share(3, 6)
    assert summary.wrong == Share(2, 3)
    assert summary.answered_right == Share(1, 3)
    assert summary.declined == Share(2, 3)


def test_the_halves_add_up_to_the_whole() -> None:
    every = judged(*(ask(f"{BORN} {number}", ABSTAIN) for number in range(10)))
    parts = [summarize(every, half).as_expected for half in Half]

    assert sum(part.total for part in parts) == len(every) == 10
    assert sum(part.count for part in parts) == summarize(every).as_expected.count
