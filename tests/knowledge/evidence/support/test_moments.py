import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.evidence.support.moments import Moment, moments
from tests.knowledge.dates_table import AT_ANY_SPEED

DAYS = st.dates(date(1000, 1, 1), date(2199, 12, 31))


def stated(text: str) -> list[tuple[str, int, int, str]]:
    found, _ = moments(text)
    return [(m.year, m.month, m.day, m.part) for m in found if not m.is_completed]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Died8 September 2017(2017-09-08)", [("2017", 9, 8, "")] * 2),
        ("on 6 May", [("", 5, 6, "")]),
        ("on May 1 with 10 men", [("", 5, 1, "")]),
        ("Sept. 5, 2011", [("2011", 9, 5, "")]),
        ("the 5th of May, 2011", [("2011", 5, 5, "")]),
        ("at the end of April 2015", [("2015", 4, 0, "late")]),
        ("in early 2015", [("2015", 0, 0, "early")]),
        ("in spring 2015", [("2015", 0, 0, "spring")]),
        ("(1975–2017)", [("1975", 0, 0, ""), ("2017", 0, 0, "")]),
        ("(2015–17)", [("2015", 0, 0, ""), ("2017", 0, 0, "")]),
        ("13-15 April 2015", [("2015", 4, 13, ""), ("2015", 4, 15, "")]),
        ("in the late 1990s", [("199X", 0, 0, "late")]),
        ("born in a March", [("", 3, 0, "")]),
        ("May she rest, as she may", []),
        ("2,000 people, S/2019/570 and BETAB-500", []),
        ("a mark[2015] of reference", []),
    ],
)
def test_dates_are_read_as_prose_gives_them(
    text: str, expected: list[tuple[str, int, int, str]]
) -> None:
    assert stated(text) == expected


def test_a_date_is_taken_out_of_the_text() -> None:
    _, rest = moments("On 6 May 2015, 12 men left.")

    assert "2015" not in rest
    assert "12 men left." in rest


def test_a_date_without_a_year_takes_that_of_its_sentence() -> None:
    found, _ = moments("It began at the end of April 2015 and ended in May.")
    apart, _ = moments("It began in 2015. It ended in May.")

    assert any(moment.implies(Moment("2015", 5)) for moment in found)
    assert not any(moment.implies(Moment("2015", 5)) for moment in apart)


@pytest.mark.parametrize(
    ("stands", "said", "holds"),
    [
        ("28 May 2015", "in May 2015", True),
        ("28 May 2015", "in 2015", True),
        ("28 May 2015", "late May 2015", True),
        ("28 May 2015", "mid-2015", True),
        ("late April 2015", "April 2015", True),
        ("May 2015", "28 May 2015", False),
        ("28 May", "28 May 2015", False),
        ("28 May 2015", "29 May 2015", False),
        ("28 May 2015", "28 June 2015", False),
        ("28 May 2015", "early May 2015", False),
        ("April 2015", "late April 2015", False),
        ("1994", "the 1990s", True),
        ("1994", "the 1980s", False),
    ],
)
def test_a_date_holds_what_is_less_exact(*, stands: str, said: str, holds: bool) -> None:
    ((first, *_), _), ((second, *_), _) = moments(stands), moments(said)

    assert first.implies(second) is holds


@AT_ANY_SPEED
@given(DAYS)
def test_a_day_is_the_same_in_every_form(day: date) -> None:
    month = calendar.month_name[day.month]
    forms = (
        day.isoformat(),
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"the {day.day}th of {month} {day.year}",
        f"{day.day} {month[:3]} {day.year}",
        f"({day.day} {month} {day.year}).",
    )

    assert {form: stated(form) for form in forms} == {
        form: [(str(day.year), day.month, day.day, "")] for form in forms
    }


@AT_ANY_SPEED
@given(st.text())
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    found, _ = moments(text)

    assert all(moment.implies(moment) for moment in found)
