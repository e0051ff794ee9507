"""A question after another: what it takes from the one before, and what it does not."""

from collections.abc import Iterator
from functools import cache

import pytest

from knowledge.answer.answer import context_of
from knowledge.answer.followup import may_borrow
from knowledge.answer.outcomes import (
    Abstained,
    Ambiguous,
    Answer,
    Answered,
    Request,
)
from knowledge.answer.understanding import understand
from knowledge.base import build_base
from knowledge.match.explain import Candidate
from knowledge.match.find import Found
from knowledge.match.reading import BY_CHANCE, OTHER_TOPIC, Reading, Scope
from knowledge.release import View
from knowledge.text.lexicon import WHO_IS_MEANT
from tests.knowledge.islanders import (
    FENNWICK,
    MARROW,
    TODAY,
    fennwick,
    make_islanders,
    marrow,
    put,
    sources,
)
from tests.knowledge.make import make_fact, make_held

PAID = "How much was Odalys Fennwick paid?"
BORN = "Where was Odalys Fennwick born?"
BIRTHDAY = "When was Odalys Fennwick born?"
LEFT = "Why did Tobin Marrow leave the pilots?"


@cache
def view() -> View:
    return View(make_islanders())


def after(before: str, question: str) -> Answer:
    return put(question, view(), context=context_of(put(before, view()), before))


def found_after(before: str | None, question: str) -> tuple[Found, ...]:
    context = context_of(put(before, view()), before) if before else None
    scope = Scope(view().base, view().index)
    return understand(question, scope, Request(TODAY, context=context))[1]


def score(
    question: str, fact: str, before: str | None = None, profile: str = FENNWICK
) -> float:
    """Return the best score of a fact by readings that borrow no words."""
    asked = (f for f in found_after(before, question) if not f.reading.borrows)
    held = (one for found in asked for one in found.candidates)
    return max((c.score for c in held if (c.profile, c.fact) == (profile, fact)), default=0.0)


def borrowing(before: str, question: str) -> Iterator[Found]:
    return (found for found in found_after(before, question) if found.reading.borrows)


def signs(candidate: Candidate) -> set[str]:
    return {effect.name for effect in candidate.effects if effect.amount}


def test_what_little_a_question_says_is_sooner_about_the_matter_before() -> None:
    same, alone, another = (
        score("which grey lamp?", "work.lamp", before) for before in (PAID, None, BORN)
    )

    assert same > alone > another


def test_the_more_a_question_says_the_less_it_leans_on_the_one_before() -> None:
    def moved(question: str) -> float:
        return score(question, "work.lamp") - score(question, "work.lamp", BORN)

    assert moved("which lamp?") > moved("which tended lamp, and what was the work?") > 0


def test_what_is_a_phrasing_word_for_word_leans_too() -> None:
    question = "What was her wage?"

    assert score(question, "work.wage", BORN) < score(question, "work.wage", PAID)


@pytest.mark.parametrize(
    "question",
    [
        "Which lamp did Odalys Fennwick tend?",
        "Odalys: which lamp?",
        "Which lamp did his wife tend?",
    ],
)
def test_who_is_named_anew_is_asked_about_whatever_was_asked_before(question: str) -> None:
    assert score(question, "work.lamp", LEFT) == score(question, "work.lamp")


def test_a_pronoun_that_turns_to_somebody_else_names_nobody() -> None:
    question = "what did she tend?"

    assert score(question, "work.lamp", LEFT) < score(question, "work.lamp")


def test_the_same_topic_of_somebody_else_is_another_matter() -> None:
    question, fact = "his birthplace?", "life.birthplace"

    assert score(question, fact, BIRTHDAY, MARROW) < score(question, fact, None, MARROW)


def test_the_fact_that_was_given_is_not_raised_once_more() -> None:
    raised = score("her pay?", "work.wage", "Which lamp did she tend?")

    assert raised > score("her pay?", "work.wage", PAID) + 0.1


def test_what_asks_nothing_raises_nothing() -> None:
    said, fact, before = "is he", "family.wife", "Who are his brothers?"

    assert score(said, fact, before, MARROW) == pytest.approx(score(said, fact, None, MARROW))
    assert score(f"who {said}", fact, before, MARROW) > score(said, fact, before, MARROW)


@pytest.mark.parametrize(
    "said",
    ["got it", "ok", "so it is", "and that?", "who are you?", "Why should I?", "and me?"],
)
def test_what_asks_nothing_or_the_bot_is_not_answered(said: str) -> None:
    assert isinstance(after(BORN, said), Abstained)


@pytest.mark.parametrize(
    "masked", ["", "got it", "who are you", "and your wife", "which grey lamp"]
)
def test_what_asks_nothing_or_the_bot_or_enough_borrows_no_words(masked: str) -> None:
    assert not may_borrow(Reading(FENNWICK, tuple(masked.split())))


@pytest.mark.parametrize(
    "masked", ["and where", "when was that", f"what about {WHO_IS_MEANT}", "which years"]
)
def test_a_question_that_says_next_to_nothing_borrows_words(masked: str) -> None:
    assert may_borrow(Reading(FENNWICK, tuple(masked.split())))


@pytest.mark.parametrize("masked", ["not @", "and before", "medal never", "after that"])
def test_what_turns_the_words_before_borrows_none(masked: str) -> None:
    assert not may_borrow(Reading(FENNWICK, tuple(masked.split())))


def test_what_turns_to_somebody_else_borrows_only_if_it_says_nothing_more() -> None:
    assert may_borrow(Reading(MARROW, ("and", WHO_IS_MEANT)), turns=True)
    assert not may_borrow(Reading(MARROW, ("and", WHO_IS_MEANT, "medal")), turns=True)
    assert not list(borrowing(BORN, "did Marrow cry?"))
    assert list(borrowing(BORN, "and Marrow?"))


def test_what_is_asked_of_the_bot_raises_nothing() -> None:
    def raised(question: str) -> bool:
        found = (c for f in found_after(BIRTHDAY, question) for c in f.candidates)
        return any("same matter" in signs(candidate) for candidate in found)

    assert raised("where born?")
    assert not raised("where were you born?")


@pytest.mark.parametrize(
    ("before", "question", "read"),
    [
        (BIRTHDAY, "and how?", "how was @ born"),
        (BORN, "which date?", "which date was @ born"),
        (BORN, "which year was it?", "which year was @ born"),
        (LEFT, "in which years?", "in which years did @ leave the pilots"),
        (LEFT, "how many times?", "how many times did @ leave the pilots"),
        (LEFT, "and the ships?", "why did @ leave the pilots ships"),
        (BORN, "what about Marrow?", "where was @ born"),
        (BORN, "what?", "where was @ born"),
    ],
)
def test_the_question_words_are_new_and_the_rest_is_borrowed(
    before: str, question: str, read: str
) -> None:
    first = next(borrowing(before, question))

    assert " ".join(first.reading.masked) == read


@pytest.mark.parametrize(
    ("before", "question", "fact"),
    [(LEFT, "in which years?", "pilot.years"), (PAID, "for which lamp?", "work.lamp")],
)
def test_a_question_of_one_word_is_answered_by_another_fact_of_the_topic(
    before: str, question: str, fact: str
) -> None:
    given = after(before, question)

    assert isinstance(given, Answered)
    assert given.fact.id == fact


def test_borrowed_words_find_only_other_facts_of_the_topic_and_the_kind_of_answer() -> None:
    found = {c.fact for f in borrowing(BORN, "when?") for c in f.candidates}

    assert "life.birth-date" in found
    assert "life.birthplace" not in found
    assert all(fact.startswith("life.") for fact in found)
    assert not any(f.candidates for f in borrowing("Which lamp did she tend?", "when?"))
    assert not any(f.candidates for f in borrowing(BORN, "and why?"))
    assert not any(f.candidates for f in borrowing(BIRTHDAY, "which day?"))


def test_what_is_found_by_borrowed_words_is_neither_raised_nor_lowered_for_its_matter() -> None:
    found = [c for f in borrowing(BORN, "what about her husband?") for c in f.candidates]

    assert found
    for one in found:
        assert "borrowed words" in signs(one)
        assert signs(one).isdisjoint({"same matter", "another matter"})


@pytest.mark.parametrize("question", ["when?", "and when?", "which date?"])
def test_a_question_that_borrows_its_words_does_not_get_the_same_fact_again(
    question: str,
) -> None:
    given = after(BIRTHDAY, question)

    assert not isinstance(given, Answered) or given.fact.id != "life.birth-date"


@pytest.mark.parametrize("turn", ["and Marrow?", "and him?", "what about Marrow?"])
def test_a_bare_turn_is_offered_what_lies_in_another_topic(
    turn: str,
) -> None:
    paid = make_fact(id="purse.wage", phrasings=("How much was he paid?",))
    hers = make_fact(id="work.wage", phrasings=("How much was she paid?",))
    people = (make_held(hers, profile=fennwick()), make_held(paid, profile=marrow()))
    held = View(build_base(people, sources()))
    before = put("How much was Fennwick paid?", held)

    given = put(turn, held, context=context_of(before, ""))

    assert isinstance(given, Ambiguous)
    assert [choice.fact.id for choice in given.choices] == ["purse.wage"]
    assert given.explanation.verdict == OTHER_TOPIC


def test_a_phrasing_by_chance_is_offered_beside_what_goes_on_about_the_matter_before() -> None:
    asked = (
        "Who succeeded him in the pilot house?",
        "Who succeeded Marrow as pilot?",
        "Who has succeeded him?",
    )
    pilot = make_fact(id="pilot.next", phrasings=asked)
    mayor = make_fact(
        id="town.next", phrasings=("Who succeeded him?", "Who was the next mayor?")
    )
    when = make_fact(id="pilot.when", phrasings=("When was he a pilot?",))
    where = make_fact(id="town.born", phrasings=("Where was he born?",))
    held = View(
        build_base((make_held(pilot, mayor, when, where, profile=marrow()),), sources())
    )
    before = context_of(put("When was he a pilot?", held), "When was he a pilot?")

    alone = put("Who succeeded him?", held)
    later = put("Who succeeded him?", held, context=before)
    other = put("Where was he born?", held, context=before)

    assert [g.fact.id for g in (alone, other) if isinstance(g, Answered)] == [
        "town.next",
        "town.born",
    ]
    assert isinstance(later, Ambiguous)
    assert [choice.fact.id for choice in later.choices] == ["town.next", "pilot.next"]
    assert later.explanation.verdict == BY_CHANCE
