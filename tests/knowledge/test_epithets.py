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


@pytest.mark.parametrize("frame", ["For the story on his brother:", "Fennwick's page:"])
def test_a_relative_or_a_name_in_the_frame_stays_part_of_the_question(frame: str) -> None:
    assert answered(BORN) == (MARROW, "life.birthplace")
    assert answered(f"{frame} where was he born?") != answered(BORN)
