import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA, DamerauLevenshtein

from benchmarks.matching.typos import EVERY, with_typos

TEXTS = st.text("abcdefghij klm?'", min_size=1, max_size=80)


@given(TEXTS)
def test_the_same_text_gets_the_same_typos(text: str) -> None:
    assert with_typos(text) == with_typos(text)


@given(TEXTS)
def test_a_text_gets_at_most_one_edit_for_every_eight_characters(text: str) -> None:
    typed = with_typos(text)

    assert DamerauLevenshtein.distance(text, typed) <= max(1, len(text) // EVERY)


@pytest.mark.parametrize("text", ["a", "go", "who is", "aaaa", "zz z"])
def test_a_short_text_gets_exactly_one_edit(text: str) -> None:
    assert OSA.distance(text, with_typos(text)) == 1


def test_every_kind_of_edit_occurs() -> None:
    texts = [f"word{number}" for number in range(60)]
    changes = [(len(with_typos(text)) - len(text), sorted(with_typos(text))) for text in texts]

    assert {change for change, _ in changes} == {-1, 0, 1}
    assert any(letters == sorted(t) for (_, letters), t in zip(changes, texts, strict=True))


def test_what_has_no_letter_stays_as_it_is() -> None:
    assert with_typos("1234 ?!") == "1234 ?!"


def test_another_seed_makes_other_typos() -> None:
    assert with_typos("a somewhat longer question", seed=7) != with_typos(
        "a somewhat longer question", seed=8
    )
