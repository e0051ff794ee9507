"""What is asked of somebody's relative is not asked of them, though a phrasing names him."""

import pytest

from knowledge.base import build_base
from knowledge.release import View
from tests.knowledge.islanders import FENNWICK, fennwick, marrow, put, sources
from tests.knowledge.make import make_fact, make_held

BORN = make_fact(
    id="life.born",
    statement="The keeper was born at Tern.",
    phrasings=(
        "Where was Fennwick born?",
        "Fennwick's birthplace",
        "Where is Marrow's wife from?",
    ),
)
BELL = make_fact(id="bell.cast", phrasings=("Who cast the bell for Marrow?",))


@pytest.mark.parametrize(
    ("question", "objects"),
    [
        ("Fennwick's husband's birthplace", True),
        ("Fennwick's second husband's birthplace", True),
        ("what is Fennwick's birthplace", False),
        ("so where is Marrow's wife from then", False),
        ("birthplace of a husband, and Fennwick", False),
    ],
)
def test_a_relative_of_whom_it_is_about_is_another_subject(
    question: str, *, objects: bool
) -> None:
    held = (make_held(BORN, profile=fennwick()), make_held(BELL, profile=marrow()))
    view = View(build_base(held, sources(), {}))
    candidates = put(question, view, profile=FENNWICK).explanation.candidates
    effects = [e.name for c in candidates if c.fact == "life.born" for e in c.effects]

    assert candidates
    assert ("another subject" in effects) is objects
