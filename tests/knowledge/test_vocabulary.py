"""What the base's texts tell of its words."""

import pytest

from knowledge.base import build_base
from knowledge.index.build import build_index
from knowledge.text.tokens import stem
from tests.knowledge.make import make_fact, make_held, make_profile


@pytest.mark.parametrize(
    ("word", "is_name"),
    [
        *(("tarnwick", True), ("sorrel", True), ("quillby", True)),
        *(("harbor", False), ("al", False), ("so", False)),
    ],
)
def test_a_name_is_told_by_its_capital_behind_a_hyphen_too(word: str, *, is_name: bool) -> None:
    phrasings = (
        "Who was al-Tarnwick to the anti-Sorrel harbor?",
        "Did X meet al-Tarnwick in the harbor-side house?",
        "Was it Sorrel? So did X go to “Quillby” (or Quillby-by-Sea)?",
    )
    fact = make_fact(id="harbor.met", phrasings=phrasings)
    held = make_held(fact, profile=make_profile(id="xenia-tarn", name="Xenia Tarn"))
    vocabulary = build_index(build_base((held,), ())).vocabulary

    assert vocabulary.is_proper((stem(word),)) is is_name
