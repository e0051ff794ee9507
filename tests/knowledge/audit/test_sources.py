import pytest

from knowledge.model.fact import Fact
from knowledge.model.questions import LeftOut
from tests.knowledge.audit.finding import OLD, other, problems, problems_of, wrongs
from tests.knowledge.make import (
    make_citation,
    make_claim,
    make_dispute,
    make_fact,
    make_held,
    make_source,
)


def test_a_claim_that_cites_a_source_older_than_itself_is_named() -> None:
    late = make_claim(said="2012-05")
    fact = make_dispute(late, make_claim(holder="Harbor office", said="2011"))

    assert wrongs(problems(fact)) == [
        "is about May 2012, but 'gull-gazette' is of 2 March 2011"
    ]


def test_a_claim_without_a_day_is_about_the_time_of_its_fact() -> None:
    fact = make_dispute(when="2012")

    assert wrongs(problems(fact)) == ["is about 2012, but 'gull-gazette' is of 2 March 2011"]


@pytest.mark.parametrize(
    "fact",
    [
        make_fact(when="2012", note="The gazette could not know."),
        make_dispute(make_claim(said="2012", note="Too early."), make_claim(holder="Harbor")),
        make_dispute(make_claim(said="2012"), make_claim(holder="Harbor"), note="Too early."),
        make_fact(when="2011"),
        make_fact(when="../2012"),
    ],
)
def test_an_older_source_may_stand_where_a_note_explains_it_or_the_dates_allow_it(
    fact: Fact,
) -> None:
    assert problems(fact) == ()


def test_an_undated_source_is_never_too_old() -> None:
    assert problems(make_fact(when="2012"), sources=(make_source(),)) == ()


def test_sources_read_via_each_other_are_named() -> None:
    facts = (
        make_fact(citations=(make_citation("a", via="b", via_locator="line 1"),)),
        other(citations=(make_citation("b", via="c", via_locator="line 1"),)),
        make_fact(
            id="work.sea",
            phrasings=("What sea?",),
            citations=(make_citation("c", via="a", via_locator="line 1"),),
        ),
    )
    found = problems(*facts, sources=tuple(make_source(id_) for id_ in "abc"))

    assert [problem.fact for problem in found] == ["a", "b", "c"]
    assert set(wrongs(found)) == {"is read via a source that is itself read via it"}


def test_a_source_read_via_itself_is_named() -> None:
    itself = make_citation(via="gull-gazette", via_locator="line 1")

    assert wrongs(problems(make_fact(citations=(itself,)))) == [
        "is read via a source that is itself read via it"
    ]


def test_origins_in_a_circle_are_named() -> None:
    circle = (OLD, make_source("a", origin="b"), make_source("b", origin="a"))

    assert len(wrongs(problems(make_fact(), sources=circle))) == 2


def test_an_origin_that_looks_like_an_id_is_one() -> None:
    copies = (
        OLD,
        make_source("a", origin="gul-gazette"),
        make_source("b", origin="Radio Rock"),
    )

    assert wrongs(problems(make_fact(), sources=copies)) == [
        "copies unknown source 'gul-gazette'"
    ]


def test_a_base_without_any_source_is_one_problem() -> None:
    assert wrongs(problems(make_fact(), other(), sources=())) == ["lists no source"]


def test_what_is_left_out_needs_a_source_and_a_place() -> None:
    left = (
        LeftOut(source="log", locator="line 3", reason="Furniture."),
        LeftOut(source="gull-gazette", locator="the end", reason="Furniture."),
    )

    assert len(wrongs(problems_of(make_held(make_fact(), left_out=left)))) == 2
