"""Each guard objects to one question and lets its neighbor pass, on an invented base."""

from functools import cache

import pytest

from knowledge.answer.outcomes import Request
from knowledge.answer.understanding import understand
from knowledge.match.explain import Candidate
from knowledge.match.find import best_of
from knowledge.match.reading import Scope
from knowledge.match.weights import GENERAL, PERSONAL
from knowledge.release import View
from tests.knowledge.islanders import TODAY, make_islanders

MEDAL, RESCUE, BIRTHPLACE = "storm.medal", "storm.rescue", "life.birthplace"
GUARDED = [
    ("new words", MEDAL, "Which medal did Fennwick get for juggling?", "Which medal?"),
    (
        "new thing",
        MEDAL,
        "Which medal did she get for juggling?",
        "Which medal did she get for her lamp?",
    ),
    (
        "not looked for",
        "life.first-husband",
        "Who was her first husband on the sea?",
        "Who exactly was her first husband?",
    ),
    ("near words", MEDAL, "Did she get a prize?", "Did she get a decoration?"),
    ("stray words", MEDAL, "Did the pilots get her a medal?", "Did she also get a medal?"),
    (
        "only told",
        MEDAL,
        "Did she receive a medal in 2014?",
        "Did she indeed receive a medal?",
    ),
    ("small words", MEDAL, "Which medal did she get up there?", "Which medal did she get?"),
    ("thing asked", MEDAL, "Which crown did she receive?", "Which medal did she receive?"),
    ("asks for a number", MEDAL, "How many medals did she get?", "Did she get medals?"),
    ("other name", MEDAL, "Which medal did she receive at Tern?", "Which medal at all?"),
    ("name told", MEDAL, "Did she receive the Oar medal?", "Did she receive the medal?"),
    ("stranger", BIRTHPLACE, "Where was Zandt with Fennwick born?", "Where is she born?"),
    ("other person", MEDAL, "Did Perrin get a medal?", "Did Fennwick get the medal?"),
    (
        "person told",
        "pilot.left",
        "Why did Marrow leave the pilots to Sedgeworth?",
        "So why did Marrow leave the pilots?",
    ),
    (
        "near miss",
        MEDAL,
        "Which medal did Fennwick's boat get?",
        "Did Odalys Fennwick get a medal?",
    ),
    ("other pronoun", MEDAL, "Did Fennwick get his medal?", "Did Fennwick get her medal?"),
    (
        "another's near miss",
        "work.lamp",
        "Which lamp did her boat tend?",
        "So which lamp did she tend?",
    ),
    (
        "somebody else",
        "work.wage",
        "How much did the Harbor Office pay?",
        "So how much did the Harbor Office pay her?",
    ),
    (
        "another subject",
        RESCUE,
        "How many sailors did the Gull Gazette rescue?",
        "How many of the sailors did Fennwick rescue?",
    ),
    ("relation", MEDAL, "Did Fennwick's sister get a medal?", "Did Fennwick get the medal?"),
    (
        "relation",
        "life.husband",
        "To whom is Odalys Fennwick's sister married?",
        "So who is the husband of Fennwick?",
    ),
    ("owned", MEDAL, "Did Fennwick's dentist get a medal?", "Did Fennwick soon get a medal?"),
    ("number", MEDAL, "Did Fennwick receive 3 medals?", "Did she receive a medal in 2014?"),
    ("negation", MEDAL, "Did Fennwick never get a medal?", "Did Fennwick ever get a medal?"),
    ("negation", MEDAL, "Which medal did she not get?", "Which medal did she get?"),
    (
        "name for name",
        "work.wage",
        "How much did the Grey Rock pay Odalys Fennwick?",
        "How much did she pay the Harbor Office?",
    ),
    ("other country", MEDAL, "Did she get a medal in Iraq?", "Did she get a medal?"),
    (
        "contrast",
        "life.first-husband",
        "Who was Fennwick's second husband?",
        "Who exactly was Fennwick's first husband?",
    ),
    ("kind of answer", MEDAL, "When did she get a medal?", "Which medal did she get?"),
    ("kind of answer", MEDAL, "Why did she get a medal?", "Has she got a medal?"),
    (
        "kind of answer",
        BIRTHPLACE,
        "Why was Odalys Fennwick born there?",
        "So where was Odalys Fennwick born?",
    ),
    (
        "other question word",
        BIRTHPLACE,
        "Why was Odalys Fennwick born?",
        "So where was Odalys Fennwick born?",
    ),
    ("now", MEDAL, "Does she still have a medal?", "Which medal did she get?"),
    (
        "typos repaired",
        MEDAL,
        "Which meddal did she get then?",
        "Which medal did she get then?",
    ),
    (
        "not found",
        "life.first-husband",
        "Who exactly was her first husband?",
        "Who exactly is her husband?",
    ),
    (
        "roundabout",
        BIRTHPLACE,
        "Where was the husband of Fennwick actually born?",
        "Where was Marrow actually born?",
    ),
    (
        "named second",
        "family.wife",
        "Is Fennwick the one to whom Marrow is married?",
        "To whom is Marrow really married?",
    ),
]


def test_every_guard_that_has_a_weight_has_its_pair_of_questions() -> None:
    after_another = {"borrowed words", "another matter"}  # test_followup has these

    assert PERSONAL.takes.keys() == GENERAL.takes.keys()
    assert PERSONAL.takes.keys() - after_another == {guard for guard, *_ in GUARDED}


@cache
def view() -> View:
    return View(make_islanders())


def candidate(question: str, fact: str) -> Candidate | None:
    scope = Scope(view().base, view().index)
    _, found = understand(question, scope, Request(TODAY))
    return next((one for one in best_of(found) if one.fact == fact), None)


def objections(question: str, fact: str) -> set[str]:
    """Return the names of what speaks against a fact; nothing where it is no candidate."""
    found = candidate(question, fact)
    return {effect.name for effect in found.effects} if found else set()


def amount(found: Candidate | None, guard: str) -> float:
    """Return how much one guard measured."""
    assert found is not None
    return sum(effect.amount for effect in found.effects if effect.name == guard)


@pytest.mark.parametrize(("guard", "fact", "objected", "passed"), GUARDED)
def test_a_guard_objects_to_one_question_and_lets_the_other_pass(
    guard: str, fact: str, objected: str, passed: str
) -> None:
    assert guard in objections(objected, fact)
    assert guard not in objections(passed, fact)


@pytest.mark.parametrize(("guard", "fact", "objected", "passed"), GUARDED)
def test_no_objection_ever_gives_anything(
    guard: str, fact: str, objected: str, passed: str
) -> None:
    for question in (objected, passed):
        found = candidate(question, fact)
        measured = found.effects if found else ()

        assert all(e.amount >= 0 for e in measured if e.name == guard)
        assert all(e.taken <= 0 for e in measured if e.name == guard)


def test_a_question_that_is_a_phrasing_meets_no_guard() -> None:
    assert objections("Which medal did Fennwick receive?", MEDAL) == {"word for word"}


def test_a_new_thing_weighs_the_same_in_a_short_question_and_in_a_long_one() -> None:
    short, long = (
        candidate(question, MEDAL)
        for question in (
            "Which medal for juggling?",
            "Which medal did the Harbor Office give to Fennwick in 2014 for her juggling?",
        )
    )

    assert amount(short, "new thing") == amount(long, "new thing") == 1.0
    assert amount(short, "new words") > amount(long, "new words")


def test_only_what_was_not_found_objects_to_all_that_was_not_looked_for() -> None:
    assert "not looked for" not in objections("Which medal did she get at sea?", MEDAL)


def test_an_objection_names_what_it_saw() -> None:
    found = candidate("Did Perrin get a medal?", MEDAL)

    assert found is not None
    assert [e.detail for e in found.effects if e.name == "other person"] == ["perrin-fennwick"]


def test_a_score_is_never_raised_by_what_speaks_against_it() -> None:
    clean = candidate("Did Fennwick get the medal?", MEDAL)
    guarded = candidate("Did Fennwick's sister get the medal?", MEDAL)

    assert clean is not None
    assert guarded is not None
    assert guarded.score < clean.score


def test_how_far_a_fact_stands_ahead_is_told_from_the_next() -> None:
    asked = "Where or when was Fennwick born?"
    found = [candidate(asked, fact) for fact in (BIRTHPLACE, "life.birth-date")]
    (share, behind), (other, ahead) = sorted(
        (amount(one, "share"), amount(one, "ahead")) for one in found
    )

    assert 0 < share < other
    assert behind == pytest.approx(share - other)
    assert ahead == pytest.approx(other - share)
