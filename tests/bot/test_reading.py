"""Which labelled questions keep a base from being used."""

from datetime import date

import pytest

from bot.reading import judge, label_problems
from knowledge.answer.outcomes import Request
from knowledge.base import build_base
from knowledge.errors import Problem
from knowledge.model.questions import LabelledQuestion
from knowledge.release import Release
from tests.bot.test_eval import BORN, HIDDEN, MISSED, WRONG
from tests.knowledge.islanders import fennwick, fennwick_facts, sources
from tests.knowledge.make import ask, make_held

REQUEST = Request(date(2026, 1, 31))


def problems(*labels: LabelledQuestion, most_wrong: float = 0.02) -> tuple[Problem, ...]:
    held = make_held(*fennwick_facts(), profile=fennwick(), questions=labels)
    judged = judge(Release(build_base([held], sources())), REQUEST)
    return label_problems(judged, most_wrong)


def test_more_wrong_answers_than_may_be_are_all_named_with_the_count() -> None:
    found = problems(ask(BORN, "life.birthplace"), ask(WRONG, "ABSTAIN"))

    assert [problem.fact for problem in found] == [WRONG]
    assert "was answered with odalys-fennwick/life.birthplace" in found[0].wrong
    assert "1 of 2 answers are wrong" in found[0].wrong
    assert problems(ask(BORN, "life.birthplace"), ask(WRONG, "ABSTAIN"), most_wrong=0.5) == ()


@pytest.mark.parametrize("quality", ["medium", "weak"])
def test_a_question_that_is_not_answered_is_only_counted(quality: str) -> None:
    assert problems(ask(MISSED, "life.birthplace", quality=quality)) == ()


def test_a_strong_question_must_come_out_as_labelled() -> None:
    missed = problems(ask(MISSED, "life.birthplace", quality="strong"))
    wrong = problems(ask(WRONG, "ABSTAIN", quality="strong"), most_wrong=1.0)

    assert [problem.fact for problem in (*missed, *wrong)] == [MISSED, WRONG]
    assert "was abstained on" in missed[0].wrong


def test_nothing_is_named_of_the_reporting_half() -> None:
    assert problems(ask(HIDDEN, "ABSTAIN", quality="strong")) == ()
