"""What must hold of any text: it supports itself, and a way of writing changes nothing."""

from functools import cache

from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.evidence.support.missing import Missing, Said, missing
from knowledge.evidence.support.reading import read
from knowledge.evidence.support.vocabulary import Vocabulary, build_vocabulary
from tests.knowledge.dates_table import AT_ANY_SPEED
from tests.knowledge.evidence.support.lamps import lamps
from tests.knowledge.evidence.support.spelled import spelled

PIECES = (
    *("Fennwick", "Odalys", "Tobin Marrow", "US", "us", "IS", "is", "United Nations", "UN"),
    *("3 million", "$3", "2,000", "2015", "May", "6", "April", "late", "early", "first"),
    *("second", "his", "two", "months", "year-old", "aged", "42", "km", "BETAB-500", "mail.ru"),
    *(
        "Al-Qaeda's",
        "twenty",
        "-",
        "one",
        "hundred",
        "thousand",
        "and",
        "of",
        "the",
        ",",
        ".",
        ":",
    ),
    *(
        "(",
        ")",
        "“",
        "”",
        "EUR",
        "k",
        "m",
        "%",
        "1990s",
        "15–17",
        "12/5/2011",
        "[3]",
        "Hundreds",
    ),
    *("few", "days", "once", "twice", "half a", "she", "section", "Tajiks", "Tajikistan", "№"),
)
PROSE = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
PEOPLE = st.sampled_from(["Fennwick", "Odalys Fennwick", "O. Fennwick"])


@cache  # no fixture: it is too large for what hypothesis prints of a counterexample
def vocabulary() -> Vocabulary:
    return build_vocabulary(lamps())


def lacking(said: str, source: str) -> list[Missing]:
    text = Said(said, "odalys-fennwick", vocabulary=vocabulary())
    return list(missing(text, read(source, vocabulary())))


@AT_ANY_SPEED
@given(text=st.text() | PROSE)
@example(text="£0A0")
def test_a_sentence_supports_itself(text: str) -> None:
    assert lacking(text, text) == []


@AT_ANY_SPEED
@given(text=PROSE, more=PROSE, before=st.booleans())
def test_nothing_is_lost_where_another_sentence_is_cited_too(
    *, text: str, more: str, before: bool
) -> None:
    said = Said(text, "odalys-fennwick", vocabulary=vocabulary())
    readings = [read(text, vocabulary()), read(more, vocabulary())]
    first, second = reversed(readings) if before else readings

    assert list(missing(said, first | second)) == []


@AT_ANY_SPEED
@given(number=st.integers(2, 999_999), name=PEOPLE)
def test_the_way_of_writing_a_number_changes_no_verdict(number: int, name: str) -> None:
    forms = (f"${number:,}", f"{number:,} dollars", f"{spelled(number)} US dollars")
    other = f"{name} got ${number + 1:,}."

    for said in forms:
        for stands in forms:
            assert lacking(f"Fennwick got {said}.", f"{name} got {stands}.") == []
        assert lacking(f"Fennwick got {said}.", other) != []
