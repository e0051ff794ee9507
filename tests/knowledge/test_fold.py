import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.fold import clean, fold, latin

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)  # lone surrogates too


@given(ANY_TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)

    assert fold(once) == once


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)

    assert clean(once) == once


@given(ANY_TEXT)
def test_nothing_invisible_survives_cleaning(text: str) -> None:
    left = {unicodedata.category(character) for character in clean(text)}

    assert not left & {"Cc", "Cf", "Cs", "Co"}


@given(ANY_TEXT)
def test_latin_letters_of_any_folded_text_are_folded(text: str) -> None:
    written = latin(fold(text))

    assert fold(written) == written


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoë Ångström", "zoe angstrom"),
        ("ＦＵＬＬ Width", "full width"),
        ("who’s “there”", 'who\'s "there"'),
        ("two\n\tlines  here", "two lines here"),
        ("zero\u200bwidth\u202e", "zerowidth"),
        ("STRASSE", "straße"),
        ("a\x00b", "ab"),
    ],
)
def test_spellings_of_one_text_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_words_stay_different() -> None:
    assert fold("Wick") != fold("Week")


def test_cyrillic_is_kept_by_folding_and_written_in_latin_letters_on_demand() -> None:
    assert fold("Тамм") == "тамм"
    assert latin("тамм") == "tamm"


def test_ten_thousand_marks_fold_without_an_error() -> None:
    assert fold("é\u0301" * 10_000).startswith("e")
