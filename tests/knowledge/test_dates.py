from datetime import date

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given
from hypothesis import strategies as st

from knowledge.dates import EARLIEST, LATEST, When, parse_when


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2011-03-02", "2 March 2011"),
        ("2011-03", "March 2011"),
        ("2011", "2011"),
        ("2011~", "about 2011"),
        ("2011-03?", "perhaps March 2011"),
        ("2011-03-02%", "perhaps about 2 March 2011"),
        ("2003/2014", "2003 to 2014"),
        ("2003?/2014~", "perhaps 2003 to about 2014"),
        ("2011-04-01/2011-04-10", "early April 2011"),
        ("2011-04-11/2011-04-20", "mid April 2011"),
        ("2011-04-21/2011-04-30", "late April 2011"),
        ("2012-02-21/2012-02-29", "late February 2012"),
        ("2011-01/2011-04", "early 2011"),
        ("2011-05/2011-08", "mid 2011"),
        ("2011-09/2011-12", "late 2011"),
        ("2011-04-21/2011-05-01", "21 April 2011 to 1 May 2011"),
        ("../2021", "by 2021"),
        ("/2021", "by 2021"),
        ("2021-06/..", "since June 2021"),
        ("2021-06/", "since June 2021"),
        ("2011-22", "summer 2011"),
        ("2011-XX-XX", "2011"),
        ("2011-03-XX", "March 2011"),
        ("2011-03-02T10:00:00", "2 March 2011"),
        ("[2011,2013]", "[2011,2013]"),
        ("-0500-03", "-0500-03"),
    ],
)
def test_a_date_reads_as_a_person_would_say_it(edtf: str, said: str) -> None:
    assert parse_when(edtf).words == said


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2011", date(2011, 1, 1), date(2011, 12, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2011-04-21/2011-04-30", date(2011, 4, 21), date(2011, 4, 30)),
        ("2011~", date(2011, 1, 1), date(2011, 12, 31)),
        ("../2021", EARLIEST, date(2021, 12, 31)),
        ("/2021", EARLIEST, date(2021, 12, 31)),
        ("2021/..", date(2021, 1, 1), LATEST),
        ("2021/", date(2021, 1, 1), LATEST),
        ("2011-XX-05", date(2011, 1, 5), date(2011, 12, 5)),
    ],
)
def test_a_date_has_the_first_and_the_last_day_that_it_may_mean(
    edtf: str, earliest: date, latest: date
) -> None:
    when = parse_when(edtf)

    assert (when.earliest, when.latest) == (earliest, latest)


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


@given(st.text(st.sampled_from("0123456789-/.~?%XYES[]{},T: "), max_size=24) | st.text())
def test_any_text_is_a_date_with_words_or_a_plain_error(text: str) -> None:
    read = _read(text)

    assert read if isinstance(read, str) else read.words and read.earliest <= read.latest


@given(st.dates())
def test_every_day_is_read_as_itself(day: date) -> None:
    when = parse_when(day.isoformat())

    assert when.earliest == when.latest == day


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


def _read(text: str) -> When | str:
    try:
        return parse_when(text)
    except ValueError as error:
        return str(error)
