"""What stands for a name, and what is said around a question."""

from functools import cache

import pytest

from knowledge.answer.outcomes import Answer, Answered
from knowledge.release import Release, View
from tests.knowledge.islanders import BRACK, FENNWICK, MARROW, make_islanders, put

BORN = "Where was Tobin Marrow born?"


@cache
def view() -> View:
    return Release(make_islanders()).full


def asked(question: str) -> Answer:
    return put(question, view())


def answered(question: str) -> tuple[str, str] | None:
    given = asked(question)
    return (given.profile.id, given.fact.id) if isinstance(given, Answered) else None


def test_an_epithet_is_read_as_the_name() -> None:
    assert answered("Where was the harbor pilot born?") == (MARROW, "life.birthplace")
    assert asked("Where was the harbor pilot born?").explanation.named == "the harbor pilot"


def test_beside_a_name_it_is_words_like_others() -> None:
    given = asked("Was Fennwick born where the harbor pilot was?")

    assert {candidate.profile for candidate in given.explanation.candidates} == {FENNWICK}


def test_beside_a_pronoun_of_its_person_it_is_words_like_others() -> None:
    given = asked("Where was he and the harbor pilot born?")

    assert given.explanation.named != "the harbor pilot"


def test_a_relative_of_whom_it_stands_for_is_found() -> None:
    assert answered("Where was the harbor pilot's wife born?") == (FENNWICK, "life.birthplace")


def test_one_that_two_profiles_list_decides_nothing_alone() -> None:
    given = asked("Where was the old captain born?")

    assert not isinstance(given, Answered)
    assert {c.profile for c in given.explanation.candidates[:2]} == {MARROW, BRACK}


@pytest.mark.parametrize(
    "framed",
    [
        "For the obituary: where was Tobin Marrow born?",
        "I need to know where Tobin Marrow was born, please",
        "Building a map, so where was the harbor pilot born?",
    ],
)
def test_what_is_said_around_a_question_does_not_hide_it(framed: str) -> None:
    assert answered(framed) == (MARROW, "life.birthplace")


@pytest.mark.parametrize(
    "frame",
    [
        "For the story on his brother:",
        "For the story on the brothers:",
        "Fennwick's page:",
        "Ned Marrow:",
        "Ulla Sedgeworth died in 2016, so",
        "Somebody Zarqawi:",
        "The ambassador:",
        "The boss:",
        "Our lawyer:",
        "For the story on the lawyer:",
        "For the obituary of the ambassador:",
        "Nobody has confirmed:",
        "Who said:",
        "According to the Harbor Office:",
        "In 2003:",
        "Norway:",
        "Before the storm:",
    ],
)
def test_a_frame_that_may_say_what_is_asked_stays_part_of_it(frame: str) -> None:
    assert answered(f"For the record: {BORN}") == (MARROW, "life.birthplace")
    assert answered(f"{frame} where was he born?") is None


@pytest.mark.parametrize(
    "asked_of",
    [
        "the harbor pilot before him",
        "the harbor pilot in chief",
        "the harbor pilot of Norway",
        "the harbor pilot 1995",
    ],
)
def test_an_epithet_that_goes_on_is_another_one(asked_of: str) -> None:
    assert asked(f"Where was {asked_of} born?").explanation.named != "the harbor pilot"
