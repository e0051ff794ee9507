from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.render.render import render
from bot.terminal.show import show
from knowledge.answer.answer import answer, context_of
from knowledge.answer.outcomes import Abstained, Ambiguous, Answer, Answered, Context, Request
from knowledge.decide import POLICY, Policy
from knowledge.release import Release, View
from tests.knowledge.islanders import FENNWICK, TODAY, put
from tests.knowledge.laws.texts import FEW, HOSTILE, SENSIBLE, TEXTS

LONE_WORDS = ("-- --json", "null", "help", "why", "born")
DAYS = st.none() | st.dates(date(2010, 1, 1), date(2026, 1, 1))


def check(given_: Answer, view: View, day: date | None = None) -> None:
    """Hold one outcome to what holds of every outcome."""
    match given_:
        case Answered():
            assert given_.cited.lines
            assert all(line.text and line.places for line in given_.cited.lines)
            assert 0 <= given_.score <= 1
        case Ambiguous(choices):
            is_cut = day is not None  # one of two may not have been reported by then
            assert len(choices) <= 3
            assert len(choices) > 1 or is_cut or given_.explanation.candidates[0].unclear
        case Abstained(suggestions=suggested):
            assert len(suggested) <= 3
    assert show(render(given_, view.name))


@settings(FEW)
@given(TEXTS, st.sampled_from([None, FENNWICK]), DAYS)
@example("N'T", None, None)
def test_no_text_raises_on_a_small_base(
    islanders: Release, text: str, profile: str | None, day: date | None
) -> None:
    check(put(text, islanders.full, profile=profile, as_of=day), islanders.full, day)


@settings(FEW)
@given(TEXTS, DAYS)
@example("N'T", None)
@example("\ud800 Khalimov \udfff", None)
def test_no_text_raises_on_the_shipped_base(
    shipped_release: Release, text: str, day: date | None
) -> None:
    check(put(text, shipped_release.full, as_of=day), shipped_release.full, day)


@settings(FEW)
@given(TEXTS, TEXTS)
def test_no_two_texts_in_a_row_raise(islanders: Release, first: str, second: str) -> None:
    view = islanders.full
    context = context_of(put(first, view), first)

    check(put(second, view, context=context), view)


@settings(FEW)
@given(SENSIBLE)
def test_the_same_question_gives_the_same_answer_twice(islanders: Release, text: str) -> None:
    assert put(text, islanders.full) == put(text, islanders.full)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_hostile_text_is_never_answered(
    islanders: Release, shipped_release: Release, text: str
) -> None:
    for release in (islanders, shipped_release):
        for view in (release.full, release.withheld):
            given_ = put(text, view)

            assert not isinstance(given_, Answered)
            check(given_, view)


def test_hostile_text_after_a_question_is_never_answered(islanders: Release) -> None:
    context = Context(FENNWICK, "life.birthplace", "Where was Odalys Fennwick born?")
    given_ = {text: put(text, islanders.full, context=context) for text in HOSTILE}

    assert [text for text, one in given_.items() if isinstance(one, Answered)] == []


def test_a_single_word_that_names_nobody_is_not_answered(shipped_release: Release) -> None:
    given_ = {text: put(text, shipped_release.full) for text in LONE_WORDS}

    assert [text for text, one in given_.items() if isinstance(one, Answered)] == []


@settings(FEW)
@given(SENSIBLE, st.floats(0.1, 0.99), st.floats(0.1, 0.99))
def test_raising_the_threshold_never_adds_an_answer(
    islanders: Release, text: str, first: float, second: float
) -> None:
    low, high = (
        answer(text, islanders.full, Request(TODAY, policy=policy_at(threshold)))
        for threshold in sorted((first, second))
    )

    if isinstance(high, Answered):
        assert isinstance(low, Answered)
        assert high.fact.id == low.fact.id


def policy_at(threshold: float) -> Policy:
    return replace(
        POLICY, threshold=threshold, offer=min(POLICY.offer, threshold), suggest=0.05
    )
