"""A question after another: what it takes from the one before, and what it does not."""

from functools import cache

import pytest

from knowledge.answer.answer import context_of, understand
from knowledge.answer.outcomes import Abstained, Answer, Answered, Request
from knowledge.match.find import best_of
from knowledge.match.reading import Scope
from knowledge.release import View
from tests.knowledge.islanders import TODAY, make_islanders, put

PAID = "How much was Odalys Fennwick paid?"
BORN = "Where was Odalys Fennwick born?"
LEFT = "Why did Tobin Marrow leave the pilots?"


@cache
def view() -> View:
    return View(make_islanders())


def after(before: str, question: str) -> Answer:
    return put(question, view(), context=context_of(put(before, view()), before))


def score(question: str, fact: str, before: str | None = None) -> float:
    context = context_of(put(before, view()), before) if before else None
    request = Request(TODAY, context=context)
    _, found = understand(question, Scope(view().base, view().index), request)
    return max((one.score for one in best_of(found) if one.fact == fact), default=0.0)


def test_what_little_a_question_says_is_sooner_about_the_matter_before() -> None:
    same, alone, another = (
        score("which grey lamp?", "work.lamp", before) for before in (PAID, None, BORN)
    )

    assert same > alone > another


def test_the_more_a_question_says_the_less_it_leans_on_the_one_before() -> None:
    def moved(question: str) -> float:
        return score(question, "work.lamp") - score(question, "work.lamp", BORN)

    assert moved("which lamp?") > moved("which tended lamp, and what was the work?") > 0


def test_who_is_named_anew_is_asked_about_whatever_was_asked_before() -> None:
    question = "Which lamp did Odalys Fennwick tend?"

    assert score(question, "work.lamp", BORN) == score(question, "work.lamp")


def test_a_pronoun_that_turns_to_somebody_else_needs_a_clear_question() -> None:
    question = "what did she tend?"

    assert score(question, "work.lamp", LEFT) < score(question, "work.lamp")


def test_the_fact_that_was_given_is_not_raised_once_more() -> None:
    raised = score("her pay?", "work.wage", "Which lamp did she tend?")

    assert raised > score("her pay?", "work.wage", PAID) + 0.1


@pytest.mark.parametrize("said", ["got it", "ok", "so it is", "and that?"])
def test_what_asks_nothing_gets_nothing(said: str) -> None:
    assert isinstance(after(PAID, said), Abstained)


@pytest.mark.parametrize(
    ("before", "question", "fact"),
    [
        (LEFT, "in which years?", "pilot.years"),
        (PAID, "for which lamp?", "work.lamp"),
    ],
)
def test_a_question_of_one_word_borrows_the_rest(before: str, question: str, fact: str) -> None:
    given = after(before, question)

    assert isinstance(given, Answered)
    assert given.fact.id == fact


@pytest.mark.parametrize("question", ["when?", "and when?", "which date?"])
def test_a_question_that_borrows_its_words_does_not_get_the_same_fact_again(
    question: str,
) -> None:
    given = after("When was Odalys Fennwick born?", question)

    assert not isinstance(given, Answered) or given.fact.id != "life.birth-date"
