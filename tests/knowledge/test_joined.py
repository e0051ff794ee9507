"""Two questions in one are offered one by one, unless one fact answers both."""

from functools import cache

import pytest

from knowledge.answer.joined import LONGEST
from knowledge.answer.outcomes import Abstained, Ambiguous, Answered
from knowledge.base import build_base
from knowledge.match.reading import TWO_QUESTIONS
from knowledge.release import View
from tests.knowledge.islanders import (
    FENNWICK,
    MARROW,
    fennwick,
    make_islanders,
    marrow,
    put,
    sources,
)
from tests.knowledge.make import make_fact, make_held


@cache
def view() -> View:
    return View(make_islanders())


def offered(question: str) -> list[tuple[str, str]]:
    given = put(question, view())
    assert isinstance(given, Ambiguous), question
    return [(choice.profile.id, choice.fact.id) for choice in given.choices]


@pytest.mark.parametrize("seam", [" and ", ", and also ", "? And ", "? ", "; ", " & "])
def test_two_questions_are_offered_in_their_order(seam: str) -> None:
    question = f"Where was Odalys Fennwick born{seam}how much was she paid?"

    assert offered(question) == [(FENNWICK, "life.birthplace"), (FENNWICK, "work.wage")]


def test_the_explanation_says_that_two_things_are_asked() -> None:
    given = put("Where was Odalys Fennwick born and how much was she paid?", view())

    assert given.explanation.verdict == TWO_QUESTIONS


def test_the_second_clause_may_be_about_somebody_else() -> None:
    question = "Where was Odalys Fennwick born and who are Marrow's brothers?"

    assert offered(question) == [(FENNWICK, "life.birthplace"), (MARROW, "family.brothers")]


def test_the_second_clause_is_about_whom_the_first_one_names() -> None:
    told = make_fact(id="life.cook", statement="A cook.", phrasings=("Was there a cook?",))
    named = make_fact(id="life.born", statement="In Sorrel.", phrasings=("Where was he born?",))
    hers = told.model_copy(update={"statement": "Another cook."})
    people = (make_held(told, named, profile=marrow()), make_held(hers, profile=fennwick()))
    view = View(build_base(people, sources()))

    given = put("Where was Tobin Marrow born and was there a cook?", view)

    assert isinstance(given, Ambiguous)
    assert [(c.profile.id, c.fact.id) for c in given.choices] == [
        (MARROW, "life.born"),
        (MARROW, "life.cook"),
    ]


@pytest.mark.parametrize(
    "question",
    [
        "Where was Odalys Fennwick born and what is her birthplace?",  # one fact
        "Where was Odalys Fennwick born and lamp tended?",  # no question, nor a phrasing
        "When was Odalys Fennwick born, Odalys Fennwick and Odalys Fennwick?",
    ],
)
def test_what_does_not_ask_for_two_facts_is_no_choice_of_two(question: str) -> None:
    given = put(question, view())

    assert given.explanation.verdict != TWO_QUESTIONS or not isinstance(given, Ambiguous)


def test_a_second_clause_without_a_question_word_is_one_where_a_curator_words_it_so() -> None:
    wage = make_fact(id="work.wage", phrasings=("her wage",))
    born = make_fact(id="life.born", phrasings=("Where was she born?",))
    view = View(build_base((make_held(wage, born, profile=fennwick()),), sources()))

    given = put("Where was Odalys Fennwick born and her wage?", view)

    assert isinstance(given, Ambiguous)
    assert [c.fact.id for c in given.choices] == ["life.born", "work.wage"]


@pytest.mark.parametrize(
    "question",
    [
        "Where was Odalys Fennwick born and raised?",
        "Where was Odalys Fennwick born, and?",
        "and where was Odalys Fennwick born?",
        "Where was Fennwick born, Odalys Fennwick and nobody else?",
    ],
)
def test_a_seam_with_no_question_on_one_side_is_none(question: str) -> None:
    given = put(question, view())

    assert not isinstance(given, Ambiguous) or len(given.choices) < 2


def joined_by_a_curator(phrasing: str) -> View:
    both = make_fact(id="both.told", statement="Born in Sorrel in 1960.", phrasings=(phrasing,))
    where = make_fact(id="life.where", statement="Sorrel.", phrasings=("Where was he born?",))
    when = make_fact(
        id="life.when", statement="In 1960.", phrasings=("When did he first row?",)
    )
    return View(build_base((make_held(both, where, when, profile=marrow()),), sources()))


def test_what_a_curator_joined_is_one_question() -> None:
    question = "Where was he born and when did he first row?"

    given = put(question, joined_by_a_curator(question))

    assert isinstance(given, Answered)
    assert given.fact.id == "both.told"


def test_what_may_answer_both_stands_beside_what_answers_each() -> None:
    view = joined_by_a_curator("Where was he born and when did he first row?")

    given = put("Where was Tobin Marrow born; when did he first row?", view)

    assert isinstance(given, Ambiguous)
    assert [c.fact.id for c in given.choices] == ["life.where", "life.when", "both.told"]


def test_what_one_fact_answers_better_as_a_whole_is_one_question() -> None:
    whole = ("How many sons did he have and how many of them rowed?", "What did his sons do?")
    sons = make_fact(id="sons.all", statement="Three sons, two rowed.", phrasings=whole)
    clause = ("How many of his sons rowed?",)
    rowing = make_fact(id="sons.rowing", statement="Two sons rowed.", phrasings=clause)
    view = View(build_base((make_held(sons, rowing, profile=marrow()),), sources()))

    better = "How many sons did Tobin Marrow have and how many of his sons rowed?"
    worse = "How many sons did Marrow have, and how many of his sons rowed once?"

    given = put(better, view)
    assert isinstance(given, Answered)
    assert given.fact.id == "sons.all"
    assert isinstance(put(worse, view), Ambiguous)


def test_without_the_joined_phrasing_both_are_offered() -> None:
    view = joined_by_a_curator("What is known of his youth?")

    given = put("Where was Tobin Marrow born and when did he first row?", view)

    assert isinstance(given, Ambiguous)
    assert [c.fact.id for c in given.choices] == ["life.where", "life.when"]


def test_two_questions_that_no_fact_answers_are_none() -> None:
    given = put("What is her zodiac sign and which car did she drive?", view())

    assert isinstance(given, Abstained)


def test_a_long_text_is_not_tried_as_two_questions() -> None:
    long = "Where was Odalys Fennwick born; " + "so " * LONGEST + "how much was she paid?"

    assert put(long, view()).explanation.verdict != TWO_QUESTIONS


def test_a_second_clause_that_is_only_a_name_asks_nothing() -> None:
    who = make_fact(id="life.who", phrasings=("Odalys Fennwick",))
    met = make_fact(id="life.met", phrasings=("When did she meet Zorrick?",))
    view = View(build_base((make_held(who, met, profile=fennwick()),), sources()))

    given = put("When did she meet Zorrick? Odalys Fennwick", view)

    assert not isinstance(given, Ambiguous)
