"""Who "he" is stays in doubt until somebody is named, and is in doubt after who was named."""

import pytest

from knowledge.answer.another import spoken_of
from knowledge.answer.answer import context_of
from knowledge.answer.outcomes import Abstained, Ambiguous, Answer, Answered, Context, Reason
from knowledge.base import build_base
from knowledge.match.reading import ANOTHER
from knowledge.release import View
from tests.knowledge.islanders import FENNWICK, MARROW, fennwick, marrow, put, sources
from tests.knowledge.make import make_fact, make_held
from tests.knowledge.test_another import view


def talk(*questions: str) -> Answer:
    """Return the answer to the last of some questions, each asked after the one before."""
    context: Context | None = None
    given: Answer | None = None
    for question in questions:
        given = put(question, view(), context=context)
        context = context_of(given, question, context) or context
    assert given is not None
    return given


@pytest.mark.parametrize(
    "silent", ["What did she sing?", "What is her zodiac sign?", "and the lantern?", "why?"]
)
def test_a_question_without_an_answer_leaves_the_doubt(silent: str) -> None:
    given = talk("Who is Zorrick Pell?", silent, "When was she born?")

    assert isinstance(given, Ambiguous)
    assert given.explanation.verdict == ANOTHER


def test_the_doubt_about_a_relative_lasts_too() -> None:
    last = "where was he born"
    given = talk("Who was Odalys Fennwick's first husband?", "What is his zodiac sign?", last)

    assert isinstance(given, Ambiguous)
    assert given.explanation.verdict == ANOTHER


def test_it_ends_where_somebody_is_named() -> None:
    given = talk("Who is Zorrick Pell?", "When was Odalys Fennwick born?", "When was she born?")

    assert isinstance(given, Answered)


def test_after_an_answer_to_who_another_topic_may_be_about_that_person() -> None:
    who = "Who lit the lamp for Odalys Fennwick?"
    named = Context(FENNWICK, "life.birth-date", who, elsewhere=frozenset({"she"}))
    same = put("When was she born?", view(), context=named)
    other = put("which medal did she receive", view(), context=named)

    assert isinstance(same, Answered)
    assert isinstance(other, Ambiguous)
    assert other.explanation.verdict == ANOTHER


@pytest.mark.parametrize(
    ("read", "doubts"),
    [("who gave @ the medal", True), ("who is @ husband", False), ("who is @", False)],
)
def test_only_who_did_something_is_another_person(read: str, *, doubts: bool) -> None:
    assert bool(spoken_of(Context(FENNWICK), read).elsewhere) is doubts


@pytest.mark.parametrize("question", ["What did al-Zorrick say?", 'tell me about "Zorrick"'])
def test_what_a_stranger_said_is_asked_of_a_stranger(question: str) -> None:
    given = talk(question)

    assert isinstance(given, Abstained)
    assert given.reason is Reason.UNKNOWN_PERSON


def test_a_bare_possessive_asks_what_was_asked_before() -> None:
    given = talk("Where was Odalys Fennwick born?", "Marrow's?")

    assert isinstance(given, Answered)
    assert given.profile.id == MARROW
    assert given.fact.id == "life.birthplace"


@pytest.mark.parametrize(("profile", "doubts"), [(None, True), (FENNWICK, False)])
def test_who_did_something_is_meant_instead_where_nobody_else_is(
    profile: str | None, *, doubts: bool
) -> None:
    assert bool(spoken_of(Context(profile), "who lit the lamp").instead) is doubts


def test_a_bare_possessive_is_no_question_who_that_is() -> None:
    who = make_fact(id="life.who", phrasings=("Tobin Marrow", "Who is Tobin Marrow?"))
    born = make_fact(id="life.birthplace", phrasings=("Where was X born?", "X's birthplace"))
    held = (make_held(born, profile=fennwick()), make_held(who, born, profile=marrow()))
    asked = View(build_base(held, sources(), {}))
    before = Context(FENNWICK, "life.birthplace", "Where was Fennwick born?")
    alone, after = put("Marrow's?", asked), put("Marrow's?", asked, context=before)

    assert isinstance(alone, Answered)
    assert alone.fact.id == "life.who"
    assert isinstance(after, Answered)
    assert after.fact.id == "life.birthplace"


def test_he_after_a_fact_that_tells_of_a_husband_is_the_husband_with_a_profile() -> None:
    moved = make_fact(
        id="life.moved", statement="Her husband came to Tern too.", phrasings=("Did she move?",)
    )
    born = make_fact(id="life.birthplace", phrasings=("Where was he born?",))
    held = (make_held(moved, profile=fennwick()), make_held(born, profile=marrow()))
    asked = View(build_base(held, sources(), {}))
    he = frozenset({"he"})
    given = put("where was he born", asked, context=Context(FENNWICK, "life.moved", beside=he))

    assert isinstance(given, Answered)


def test_a_bare_possessive_that_asks_what_nobody_knows_of_them_is_not_answered() -> None:
    who = make_fact(id="life.who", phrasings=("Tobin Marrow", "Who is Tobin Marrow?"))
    born = make_fact(id="life.birthplace", phrasings=("Where was X born?", "X's birthplace"))
    held = (make_held(born, profile=fennwick()), make_held(who, profile=marrow()))
    before = Context(FENNWICK, "life.birthplace", "Where was Fennwick born?")
    given = put("Marrow's?", View(build_base(held, sources(), {})), context=before)

    assert isinstance(given, Ambiguous)
