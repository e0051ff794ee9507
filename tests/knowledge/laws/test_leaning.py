"""What leans on a question before is held to what it asks."""

from datetime import date

import pytest

from knowledge.answer.answer import answer
from knowledge.answer.outcomes import Context, Request
from knowledge.release import Release


@pytest.mark.parametrize("question", ["why?", "how many?", "who?"])
def test_another_question_word_does_not_repeat_the_fact_before(
    question: str, shipped_release: Release
) -> None:
    before = Context("gulmurod-khalimov", "identity.birth-date", "When was Khalimov born?")
    request = Request(today=date(2026, 1, 1), context=before)
    given = answer(question, shipped_release.full, request)

    assert all(c.fact != "identity.birth-date" for c in given.explanation.candidates)
