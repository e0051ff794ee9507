import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.model.locator import Locator, parse_locator


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("line 23", Locator("", "line", 23, 23, None)),
        ("lines 37-40", Locator("", "line", 37, 40, None)),
        ("line 23 sentence 1", Locator("", "line", 23, 23, (1, 1))),
        ("line 23 sentences 1-3", Locator("", "line", 23, 23, (1, 3))),
        ("page 32", Locator("", "page", 32, 32, None)),
        ("pages 32–33", Locator("", "page", 32, 33, None)),
        (
            "section Early life, line 23 sentence 1",
            Locator("Early life", "line", 23, 23, (1, 1)),
        ),
        ("section Sea, sky and rock, page 2", Locator("Sea, sky and rock", "page", 2, 2, None)),
    ],
)
def test_a_place_is_read_from_its_words(text: str, place: Locator) -> None:
    assert parse_locator(text) == place


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "names no place"),
        ("chapter 3", "names no place"),
        ("line", "names no place"),
        ("line 3 sentence", "names no place"),
        ("line ٣", "names no place"),
        ("line 0", "count from 1"),
        ("lines 5-3", "the smaller number first"),
        pytest.param(f"page {'9' * 5000}", "counts too far", id="endless"),
        ("line 2 sentences 3-1", "the smaller number first"),
        ("lines 2-3 sentence 1", "across lines"),
        ("page 2 sentence 1", "across lines"),
    ],
)
def test_what_no_program_can_check_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_locator(text)


@given(st.text(max_size=60) | st.from_regex(r"(section [a, ]+, )?lines? [0-9-]+.*"))
def test_any_text_is_a_place_or_a_plain_error(text: str) -> None:
    read = _read(text)

    assert read if isinstance(read, str) else 1 <= read.first <= read.last


def _read(text: str) -> Locator | str:
    try:
        return parse_locator(text)
    except ValueError as error:
        return str(error)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("lines 23", "line 23"),
        ("line 23-23", "line 23"),
        ("lines 37–40", "lines 37-40"),
        ("section Early life, line 23 sentences 1", "line 23 sentence 1"),
        ("line 23 sentence 1–3", "line 23 sentences 1-3"),
        ("pages 3-3", "page 3"),
    ],
)
def test_one_place_is_written_in_one_way(text: str, place: str) -> None:
    assert parse_locator(text).place == place
    assert parse_locator(place).place == place
