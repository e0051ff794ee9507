import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.fold import fold
from knowledge.text.lexicon import Asks, asks
from knowledge.text.numbers import numbers
from knowledge.text.tokens import stem, words

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)


@given(ANY_TEXT)
def test_any_text_has_folded_words_stems_and_numbers(text: str) -> None:
    said = words(text)

    assert all(word and word == fold(word) for word in said)
    assert all(isinstance(stem(word), str) for word in said)
    assert asks(said) in Asks
    assert all(isinstance(number, float) for number in numbers(fold(text)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ()),
        ("?!… 😀", ()),
        ("Who's the keeper?", ("who", "is", "the", "keeper")),
        ("Fennwick’s lamp", ("fennwick", "lamp")),
        ("They didn't sail", ("they", "did", "not", "sail")),
        ("who lit it pls", ("who", "lit", "it", "please")),
        ("can't, won't", ("can", "not", "will", "not")),
        ("Grey-Rock lamp_room", ("grey", "rock", "lamp", "room")),
        ("O'Brien", ("obrien",)),
        ("lamp\u200bs", ("lamps",)),
    ],
)
def test_words_are_folded_and_short_forms_written_out(text: str, said: tuple[str, ...]) -> None:
    assert words(text) == said


def test_capitals_keep_the_organization_and_the_country_apart_from_small_words() -> None:
    assert words("What IS video is it?") == ("what", "isis", "video", "is", "it")
    assert words("the US told us") == ("the", "usa", "told", "us")
    assert words("Tell us who") == ("tell", "who")


@pytest.mark.parametrize("text", ["What IS his rank?", "IS he dead?", "Where IS Fennwick?"])
def test_a_stressed_verb_is_no_organization(text: str) -> None:
    assert "isis" not in words(text)


@pytest.mark.parametrize(
    "text", ["Did he join IS?", "IS minister", "the IS video", "Is IS gone"]
)
def test_an_organization_in_capitals_is_no_verb(text: str) -> None:
    assert "isis" in words(text)


@pytest.mark.parametrize(
    "text", ["by the us", "under us sanctions", "Us Treasury", "tell us of the us army"]
)
def test_a_country_in_small_letters_is_no_pronoun(text: str) -> None:
    assert words(text).count("usa") == 1
    assert "us" not in words(text)


@pytest.mark.parametrize("text", ["did she sail with us", "the usual", "a bus train"])
def test_what_only_looks_like_the_country_stays(text: str) -> None:
    assert "usa" not in words(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("no number here", set()),
        ("3,000,000", {3_000_000}),
        ("$3 million", {3_000_000}),
        ("three million", {3_000_000}),
        ("twenty-one lamps", {21}),
        ("the 5 or six", {5, 6}),
        ("one of them", set()),
        ("2.5 thousand", {2500}),
        ("one million", {1_000_000}),
        ("a million or an hundred", {1_000_000, 100}),
        ("two hundred and fifty", {250}),
        ("three million two hundred thousand", {3_200_000}),
        ("in two thousand and seventeen", {2017}),
        ("3 m tall, 3m wide, 3k", {3, 3_000_000, 3000}),
        ("2000 and twenty", {2000, 20}),
        ("five and six", {5, 6}),
        ("a lamp and", set()),
        ("one two", {2}),
        ("zero hundred", {0}),
    ],
)
def test_numbers_are_read_in_digits_and_words(text: str, found: set[float]) -> None:
    assert numbers(text) == found
