"""What is written as a name is not read as words that it only comes near."""

import pytest

from knowledge.base import build_base
from knowledge.index.build import build_index
from knowledge.match.mend import mended
from tests.knowledge.make import make_fact, make_held, make_profile

BELL = make_fact(id="bell.rung", phrasings=("Was the harbor bell rung beyond Tern at once?",))


@pytest.mark.parametrize(
    ("typed", "as_word", "as_name"),
    [
        ("bejonde", "beyond", "bejonde"),  # two letters are wrong
        ("beyund", "beyond", "beyond"),
        ("harborbell", "harbor bell", "harborbell"),
    ],
)
def test_a_name_is_neither_a_far_word_nor_two_words(
    typed: str, as_word: str, as_name: str
) -> None:
    held = make_held(BELL, profile=make_profile(id="xenia-tarn", name="Xenia Tarn"))
    index = build_index(build_base((held,), ()))

    assert mended((typed,), index, frozenset())[0] == tuple(as_word.split())
    assert mended((typed,), index, frozenset({typed}))[0] == tuple(as_name.split())
