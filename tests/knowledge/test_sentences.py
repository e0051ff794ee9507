import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.sentences import sentences


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("", 0),
        ("   ", 0),
        ("No full stop at the end", 1),
        ("The lamp burned. It went out.", 2),
        ("Was it lit? Yes! Perhaps…  Nobody knows.", 4),
        ("It burned.[3] It went out.[4][5] It burned again.", 3),
        ("It burned for years[3] Then it went out.", 2),
        ("Keeper Ada B. Quill lit it. She stayed.", 2),
        ("A. Quill lit it. She stayed.", 2),
        ("“It burned.” She said no more.", 2),
        ("It burned (all night.) Then day came.", 2),
        ("It cost 3.5 crowns a night. 12 keepers paid.", 2),
        ("It burned. it is said, for years.", 1),
        ("Лампа горела. Она погасла.", 2),
        ("The gazette wrote to gull.example. and left.", 1),
    ],
)
def test_sentences_are_counted_by_the_documented_rule(line: str, count: int) -> None:
    assert len(sentences(line)) == count


def test_reference_marks_and_closing_quotes_stay_with_their_sentence() -> None:
    found = sentences("“It burned.”[3] Then it went out.[4]")

    assert found == ("“It burned.”[3]", "Then it went out.[4]")


@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_no_text_raises_and_nothing_but_space_is_lost(line: str) -> None:
    found = "".join(sentences(line))

    assert "".join(found.split()) == "".join(line.split())
