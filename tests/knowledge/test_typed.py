"""Questions as people type them: too long, too brief, wrapped in requests, misspelled."""

import pytest

from knowledge.answer.answer import context_of
from knowledge.answer.outcomes import Abstained, Ambiguous, Answer, Answered, Reason, Request
from knowledge.answer.understanding import LONGEST_TEXT, MOST_READINGS, understand
from knowledge.base import build_base
from knowledge.errors import RequestError
from knowledge.match.read import LONGEST_QUESTION
from knowledge.match.reading import BARE_NAME, TWO_QUESTIONS, Scope
from knowledge.release import View
from tests.knowledge.islanders import (
    FENNWICK,
    MARROW,
    TODAY,
    fennwick,
    make_islanders,
    put,
    sources,
)
from tests.knowledge.make import make_fact, make_held, make_profile

BORN = "Where was Odalys Fennwick born?"


@pytest.fixture(scope="module")
def view() -> View:
    return View(make_islanders())


def after(before: str, question: str, view: View) -> Answer:
    """Ask a question after another one."""
    return put(question, view, context=context_of(put(before, view), before))


def fact_of(given: Answer) -> tuple[str, str]:
    assert isinstance(given, Answered)
    return given.profile.id, given.fact.id


@pytest.mark.parametrize("before", ["", BORN])
@pytest.mark.parametrize(
    "text",
    [
        BORN + "?" * (LONGEST_TEXT + 1 - len(BORN)),
        BORN + " and" * (LONGEST_QUESTION - 4),
        "and " * LONGEST_QUESTION + BORN,
        BORN * 100,
        "Wann wurde sie geboren? " * 40,
    ],
)
def test_a_text_longer_than_any_question_is_no_question(
    before: str, text: str, view: View
) -> None:
    given = after(before, text, view)

    assert isinstance(given, Abstained)
    assert given.reason is Reason.NOT_A_QUESTION
    assert given.explanation.candidates == ()


def test_a_text_as_long_as_a_question_may_be_is_read(view: View) -> None:
    longest = BORN + "?" * (LONGEST_TEXT - len(BORN))
    most_words = BORN + " and" * (LONGEST_QUESTION - 5)

    assert fact_of(put(longest, view)) == (FENNWICK, "life.birthplace")
    assert put(most_words, view).explanation.candidates


@pytest.mark.parametrize("question", ["medal", "Which medal?"])
def test_one_word_about_nobody_is_only_offered(question: str, view: View) -> None:
    given = put(question, view)

    assert isinstance(given, Ambiguous)
    assert given.choices


def test_two_questions_about_nobody_are_not_answered_with_one(view: View) -> None:
    given = put("When and where was the medal?", view)

    assert isinstance(given, Ambiguous)
    assert given.explanation.candidates[0].unclear == TWO_QUESTIONS


def test_one_word_about_nobody_that_many_facts_share_is_only_suggested(view: View) -> None:
    given = put("born", view)

    assert isinstance(given, Abstained)
    questions = [choice.question for choice in given.suggestions]
    assert "When was Odalys Fennwick born?" in questions


@pytest.mark.parametrize("question", ["who?", "when was that?", "Who is it?", "when"])
def test_a_question_about_nobody_and_nothing_is_not_answered(question: str, view: View) -> None:
    given = put(question, view)

    assert isinstance(given, Abstained)
    assert given.suggestions == ()


@pytest.mark.parametrize("question", ["Did he hold a license?", "Did she hold a license?"])
def test_any_pronoun_may_mean_whose_profile_lists_none(question: str) -> None:
    fact = make_fact(id="pilot.license", phrasings=("Did he hold a license?", "His license?"))
    base = build_base((make_held(fact, profile=make_profile(pronouns=())),), sources(), {})

    assert isinstance(put(question, View(base)), Answered)


def test_one_word_about_somebody_is_answered(view: View) -> None:
    assert fact_of(put("Fennwick's medal?", view)) == (FENNWICK, "storm.medal")


@pytest.mark.parametrize(
    "question",
    ["Could you tell me where Fennwick was born?", "can you check where fennwick was born pls"],
)
def test_a_question_inside_a_request_is_answered(question: str, view: View) -> None:
    assert fact_of(put(question, view)) == (FENNWICK, "life.birthplace")


@pytest.mark.parametrize(
    "question", ["where was fennwicks husband born", "Where was Fennwicks husband born?"]
)
def test_a_name_whose_apostrophe_was_left_out_owns_what_follows(
    question: str, view: View
) -> None:
    assert fact_of(put(question, view)) == (MARROW, "life.birthplace")


def test_a_profile_that_the_base_does_not_hold_is_an_error(view: View) -> None:
    with pytest.raises(RequestError, match="no profile 'nobody'"):
        put(BORN, view, profile="nobody")


@pytest.mark.parametrize(
    ("question", "is_brief"),
    [
        ("Fennwick's medal", True),
        ("Fennwick: the medal please", True),
        ("Which medal did Fennwick get?", False),
        ("Fennwick's brass medal", False),
    ],
)
def test_a_question_of_one_word_and_no_question_word_is_brief(
    view: View,
    question: str,
    is_brief: bool,  # noqa: FBT001
) -> None:
    best = put(question, view).explanation.candidates[0]

    assert best.is_brief == is_brief


def test_no_question_is_read_in_more_ways_than_can_be_searched(view: View) -> None:
    scope = Scope(view.base, view.index)
    _, found = understand("Fennwick and Marrow and " * 15, scope, Request(TODAY))

    assert len(found) <= MOST_READINGS


@pytest.mark.parametrize("said", ["and Fennwick?", "what about Fennwick?"])
def test_a_bare_name_asks_who_that_is_if_a_curator_says_so(said: str) -> None:
    who = make_fact(id="life.who", phrasings=("Odalys Fennwick", "Who is she?"))
    told = build_base((make_held(who, profile=fennwick()),), sources())

    given, silent = put(said, View(told)), put(said, View(make_islanders()))

    assert isinstance(given, Ambiguous)
    assert [choice.fact.id for choice in given.choices] == ["life.who"]
    assert given.explanation.verdict == BARE_NAME
    assert isinstance(silent, Abstained)


@pytest.mark.parametrize(
    "said", ["who are you?", "what can you do", "help", "how does this bot work"]
)
def test_what_is_asked_of_the_bot_is_no_question_about_a_person(said: str, view: View) -> None:
    given = put(said, view)

    assert isinstance(given, Abstained)
    assert given.reason is Reason.NOT_A_QUESTION


def test_who_helped_whom_is_asked_of_people(view: View) -> None:
    given = put("who can help her?", view)

    assert isinstance(given, Abstained)
    assert given.reason is Reason.NO_FACT
