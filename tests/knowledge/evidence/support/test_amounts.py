import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.evidence.support.amounts import Kind, amounts, units_named
from tests.knowledge.dates_table import AT_ANY_SPEED
from tests.knowledge.evidence.support.spelled import spelled

NUMBERS = st.integers(0, 999_999_999)


def values(text: str) -> list[tuple[float, str]]:
    return [(amount.value, amount.unit) for amount in amounts(text)]


@pytest.mark.parametrize(
    "text",
    [
        *("$3 million", "$3,000,000", "3 million dollars", "three million dollars", "$3M"),
        *("3,000,000 US dollars", "US$3 million", "USD 3,000,000", "3 000 000 USD", "$3 m"),
        *("a $3 million USD bounty", "three-million-dollar reward", "3mn dollars"),
    ],
)
def test_three_million_dollars_are_read_however_they_are_written(text: str) -> None:
    assert values(text) == [(3_000_000, "dollar")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 12-minute video", [(12, "minute")]),
        ("30 kilometres north", [(30, "kilometer")]),
        ("30 km", [(30, "kilometer")]),
        ("an 8-year-old", [(8, "year")]),
        ("two or three months", [(2, "month"), (3, "month")]),
        ("5%", [(5, "percent")]),
        ("twice", [(2, "time")]),
        ("half a million", [(500_000, "")]),
        ("two hundred and sixty thousand", [(260_000, "")]),
        ("200 militants, 50 of them", [(200, ""), (50, "")]),
        ("1.5 million", [(1_500_000, "")]),
        ("a dozen men", [(12, "")]),
        ("30m and $30m", [(30, "meter"), (30_000_000, "dollar")]),
        ("no number", []),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, expected: list[tuple[float, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("his second wife", [Kind.RANK]),
        ("her first husband", [Kind.RANK]),
        ("who first said so", []),
        ("the 21st and the twenty-first", [Kind.RANK, Kind.RANK]),
        ("30 seconds", [Kind.COUNT]),
        ("hundreds of them", [Kind.LOOSE]),
        ("a few days later", [Kind.LOOSE]),
        ("some people", []),
    ],
)
def test_ranks_and_loose_numbers_are_told_from_counts(text: str, kinds: list[Kind]) -> None:
    assert [amount.kind for amount in amounts(text)] == kinds


def test_units_are_named_without_a_number_too() -> None:
    assert units_named("Days later, over € notes") == {"day", "euro"}


@AT_ANY_SPEED
@given(NUMBERS)
def test_a_number_is_the_same_in_digits_with_separators_and_in_words(number: int) -> None:
    forms = (str(number), f"{number:,}", f"{number:_}".replace("_", "\u00a0"), spelled(number))

    assert {form: [a.value for a in amounts(form)] for form in forms} == {
        form: [number] for form in forms
    }


@AT_ANY_SPEED
@given(st.text())
def test_no_text_breaks_the_reading_of_numbers(text: str) -> None:
    assert all(amount.words in text for amount in amounts(text))
