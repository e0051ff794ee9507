from contextlib import redirect_stdout
from datetime import date
from io import StringIO
from random import Random

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given
from hypothesis import strategies as st

from knowledge.dates import When, parse_when
from tests.knowledge.dates_table import AT_ANY_SPEED, DATES, TABLE, Row


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.edtf)
def test_a_date_reads_and_sorts_and_means_what_the_table_says(row: Row) -> None:
    when = parse_when(row.edtf)

    assert (when.words, when.placed) == (row.words, row.placed)
    assert (*when.order[:2], when.earliest, when.latest) == (*row.named, *row.meant)
    assert when.doubt == row.doubt


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2011-02-30", "is not an EDTF date"),
        ("2011-02-29", "is not an EDTF date"),
        ("2011-13", "is not an EDTF date"),
        ("2011-00", "is not an EDTF date"),
        ("2011-05-00", "is not an EDTF date"),
        ("March 2011", "is not an EDTF date"),
        ("20110302", "is not an EDTF date"),
        ("2011-05-02/2011-05-01", "ends before it begins"),
        ("", "an empty date"),
        ("  ", "an empty date"),
        ("../..", "names no date"),
        ("2011-1X", "knows half of a month or day"),
        ("2011-02-2X", "knows half of a month or day"),
        ("Y1E99999999999", "powers of ten"),
        ("[2011,2012]/2013", "is not an EDTF date"),
        ("2011/2012/2013", "is not an EDTF date"),
        ("2011-02-29~", "is not an EDTF date"),
        ("[" + "2011," * 1000 + "2011]", "write at most"),
    ],
)
def test_an_impossible_date_is_refused_with_what_a_date_looks_like(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why) as refused:
        parse_when(text)

    assert "; " in str(refused.value)


def test_the_years_of_a_date_leave_open_ends_out() -> None:
    assert list(parse_when("2003/2005").years) == [2003, 2004, 2005]
    assert list(parse_when("../2005").years) == [2005]
    assert list(parse_when("2003/..").years) == [2003]


def test_only_one_known_day_month_or_year_is_certain() -> None:
    assert parse_when("2011-03").is_certain
    assert not parse_when("2011-03~").is_certain
    assert not parse_when("2011/2012").is_certain


@AT_ANY_SPEED
@given(st.text(st.sampled_from("0123456789-/.~?%XYSE[]{},T: "), max_size=24) | st.text())
def test_any_text_is_a_date_with_words_or_a_plain_error(text: str) -> None:
    with redirect_stdout(StringIO()) as printed:
        read = _read(text)

    assert printed.getvalue() == ""
    assert isinstance(read, str) or _is_sound(read)


@AT_ANY_SPEED
@given(DATES)
def test_what_may_be_meant_holds_what_is_named_and_every_date_has_words(edtf: str) -> None:
    assert _is_sound(parse_when(edtf))


@AT_ANY_SPEED
@given(st.lists(DATES, max_size=8, unique=True), st.randoms(use_true_random=False))
def test_sorted_dates_have_one_order_however_they_come(
    found: list[str], random: Random
) -> None:
    dates = [parse_when(edtf) for edtf in found]
    shuffled = random.sample(dates, len(dates))
    by_order = sorted(dates, key=lambda when: when.order)

    assert sorted(shuffled, key=lambda when: when.order) == by_order
    assert len({when.order for when in dates}) == len(found)


@AT_ANY_SPEED
@given(st.dates(date(2, 1, 1), date(9997, 12, 31)), st.sampled_from("~?%"))
def test_doubt_never_narrows_what_a_date_may_mean(day: date, mark: str) -> None:
    for text in (f"{day.year:04}", f"{day:%Y-%m}".zfill(7), day.isoformat()):
        sure, doubtful = parse_when(text), parse_when(text + mark)

        assert (doubtful.start, doubtful.end) == (sure.start, sure.end)
        assert doubtful.earliest < sure.earliest <= sure.latest < doubtful.latest


@AT_ANY_SPEED
@given(st.dates())
def test_every_day_is_read_as_itself(day: date) -> None:
    when = parse_when(day.isoformat())

    assert when.earliest == when.latest == day


@AT_ANY_SPEED
@given(st.integers(1, 9999), st.integers(0, 14), st.integers(0, 32))
def test_a_plain_date_is_what_the_library_says_it_is(year: int, month: int, day: int) -> None:
    for text in (f"{year:04}", f"{year:04}-{month:02}", f"{year:04}-{month:02}-{day:02}"):
        read = _read(text)
        expected = _by_the_library(text)

        assert (None if isinstance(read, str) else (read.earliest, read.latest)) == expected


def _by_the_library(text: str) -> tuple[date, date] | None:
    try:
        parsed = parse_edtf(text)
        return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])
    except (EDTFParseException, ValueError):
        return None


def _is_sound(when: When) -> bool:
    is_worded = when.words.strip() and when.placed.strip() and when.doubt.isprintable()
    return bool(is_worded) and when.earliest <= when.start <= when.end <= when.latest


def _read(text: str) -> When | str:
    try:
        return parse_when(text)
    except ValueError as error:
        return str(error)
