"""As of: what counts by a day, where dates are in doubt."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answer.outcomes import Reason
from knowledge.answer.reported import Reported, reported_by
from knowledge.dates import parse_when
from knowledge.model.fact import Fact
from tests.knowledge.dates_table import AT_ANY_SPEED, DATES
from tests.knowledge.make import (
    make_base,
    make_citation,
    make_claim,
    make_dispute,
    make_fact,
    make_source,
)


@pytest.mark.parametrize(
    ("issued", "not_yet", "by_then"),
    [
        ("2011-03", date(2011, 3, 30), date(2011, 3, 31)),
        ("2011~", date(2011, 12, 31), date(2012, 12, 31)),
        ("2011-03-02?", date(2011, 4, 1), date(2011, 4, 2)),
        ("2011-24", date(2011, 12, 31), date(2012, 2, 29)),
        ("../2011", date(2011, 12, 30), date(2011, 12, 31)),
        ("[2011,2013]", date(2012, 1, 1), date(2013, 12, 31)),
        ("201X", date(2015, 1, 1), date(2019, 12, 31)),
    ],
)
def test_a_source_counts_from_the_last_day_that_its_date_may_mean(
    issued: str, not_yet: date, by_then: date
) -> None:
    base = make_base(make_fact(), sources=(make_source(issued=issued),))

    assert reported_by(make_fact(), base, not_yet) is Reason.NOT_REPORTED_BY_THEN
    assert isinstance(reported_by(make_fact(), base, by_then), Reported)


def test_a_source_without_an_end_is_never_reported_by_a_day() -> None:
    base = make_base(make_fact(), sources=(make_source(issued="2011/.."),))

    assert reported_by(make_fact(), base, date(2030, 1, 1)) is Reason.NOT_REPORTED_BY_THEN


@pytest.mark.parametrize(
    ("said", "issued", "as_of", "counts"),
    [
        ("2019", "2019-05", date(2019, 6, 30), True),
        ("2019", "2017-09-11", date(2018, 1, 1), False),
        ("2019", "2017-09-11", date(2019, 6, 30), False),
        ("2019", "2017-09-11", date(2019, 12, 31), True),
    ],
)
def test_a_claim_counts_once_it_was_surely_made_or_a_source_of_then_can_report_it(
    said: str, issued: str, as_of: date, *, counts: bool
) -> None:
    fact = make_dispute(make_claim(said=said), make_claim(holder="Harbor office"))
    base = make_base(fact, sources=(make_source(issued=issued),))

    reported = reported_by(fact, base, as_of)

    assert isinstance(reported, Reported)
    assert len(reported.fact.claims) == 1 + counts


SOURCES = tuple("abc")
CITATIONS = st.lists(st.sampled_from(SOURCES), min_size=1, max_size=3, unique=True).map(
    lambda ids: tuple(make_citation(id_) for id_ in ids)
)
CLAIMS = st.lists(st.tuples(st.none() | DATES, CITATIONS), min_size=2, max_size=3).map(
    lambda drawn: tuple(
        make_claim(holder=f"Holder {at}", said=said, citations=citations)
        for at, (said, citations) in enumerate(drawn)
    )
)
FACTS = CITATIONS.map(lambda cited: make_fact(citations=cited)) | CLAIMS.map(
    lambda claims: make_dispute(*claims)
)


@AT_ANY_SPEED
@given(FACTS, st.lists(st.none() | DATES, min_size=3, max_size=3), st.dates(), st.dates())
def test_what_had_been_reported_by_a_day_had_been_reported_by_any_later_day(
    fact: Fact, issued: list[str | None], one: date, other: date
) -> None:
    dated = zip(SOURCES, issued, strict=True)
    base = make_base(fact, sources=tuple(make_source(id_, issued=day) for id_, day in dated))
    early, late = (_held(reported_by(fact, base, day)) for day in sorted((one, other)))

    assert early <= late


@AT_ANY_SPEED
@given(DATES)
def test_an_answer_of_a_day_rests_on_no_source_that_may_be_later(issued: str) -> None:
    base = make_base(make_fact(), sources=(make_source(issued=issued),))
    latest = parse_when(issued).latest

    assert isinstance(reported_by(make_fact(), base, latest), Reported)
    if latest > date.min:
        day = date.fromordinal(latest.toordinal() - 1)
        assert isinstance(reported_by(make_fact(), base, day), Reason)


def _held(reported: Reported | Reason) -> frozenset[tuple[str, str]]:
    """Return what is shown, as pairs of a holder and a source."""
    if isinstance(reported, Reason):
        return frozenset()
    fact = reported.fact
    own = {("", citation.source) for citation in fact.citations}
    return frozenset(
        own | {(c.holder, said.source) for c in fact.claims for said in c.citations}
    )


@pytest.mark.parametrize(
    ("when", "silent", "given"),
    [
        ("2019", date(2018, 12, 31), date(2019, 1, 1)),
        ("2012/2014", date(2013, 12, 31), date(2014, 1, 1)),
        ("2012/..", date(2011, 12, 31), date(2012, 1, 1)),
        ("{2012,2014-02}", date(2014, 1, 31), date(2014, 2, 1)),
        ("[2012,2014]", date(2011, 12, 31), date(2012, 1, 1)),
        ("2012~", date(2010, 12, 31), date(2011, 1, 1)),
    ],
)
def test_a_fact_about_a_later_time_is_silent_whenever_its_source_appeared(
    when: str, silent: date, given: date
) -> None:
    fact = make_fact(when=when)
    base = make_base(fact, sources=(make_source(issued="2001"),))

    assert reported_by(fact, base, silent) is Reason.NOT_REPORTED_BY_THEN
    assert isinstance(reported_by(fact, base, given), Reported)


def test_of_a_dispute_only_the_beginning_counts_since_its_claims_are_cut_one_by_one() -> None:
    fact = make_dispute(make_claim(), make_claim(holder="Log"), when="2012/2014")
    base = make_base(fact, sources=(make_source(issued="2001"),))

    assert isinstance(reported_by(fact, base, date(2013, 1, 1)), Reported)


def test_the_sources_of_a_sentence_that_is_not_shown_are_not_shown_either() -> None:
    late = make_claim(holder="Log", said="2015", citations=(make_citation("late-log"),))
    early = make_claim(said="2001", citations=(make_citation(),))
    fact = make_dispute(early, late, citations=(make_citation(),))
    sources = (make_source(issued="2001"), make_source("late-log", issued="2015"))

    reported = reported_by(fact, make_base(fact, sources=sources), date(2010, 1, 1))

    assert isinstance(reported, Reported)
    assert reported.later_claims == 1
    assert reported.fact.citations == ()
