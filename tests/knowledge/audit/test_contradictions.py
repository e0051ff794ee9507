"""Two values of one attribute: which may both be right, and which are a problem."""

import pytest

from knowledge.audit.contradictions import agree
from knowledge.audit.rules import audit
from knowledge.base import build_base
from knowledge.errors import Problem
from knowledge.model.attribute import Attribute
from knowledge.model.fact import Fact
from tests.knowledge.audit.finding import OLD, other, problems, wrongs
from tests.knowledge.make import make_claim, make_dispute, make_fact, make_held

LIBRARY = tuple(
    Attribute.model_validate(
        {"id": id_, "answers": answers, "values": values, "phrasings": (f"What of {id_}?",)}
    )
    for id_, answers, values in (
        ("born", "when", "one"),
        ("rank", "what", "one at a time"),
        ("employer", "who", "many"),
        ("birthplace", "where", "one"),
    )
)
BY_ID = {attribute.id: attribute for attribute in LIBRARY}
ANOTHER = "gives {!r} another value than work.lamp"


def found(*facts: Fact) -> tuple[Problem, ...]:
    """Return what the audit finds in a base whose library knows a few attributes."""
    base = build_base([make_held(*facts)], [OLD], attributes=LIBRARY)
    return audit(base, measure=None, budget=0)


def pair(attribute: str, first: str, second: str, **whens: str) -> tuple[Problem, ...]:
    times = [{"when": when} for when in whens.values()] or [{}, {}]
    return found(
        make_fact(attribute=attribute, value=first, **times[0]),
        other(attribute=attribute, value=second, **times[1]),
    )


def test_two_values_of_one_attribute_are_named_at_the_later_fact() -> None:
    (problem,) = pair("born", "1960-03-02", "1961")

    assert wrongs([problem]) == [ANOTHER.format("born")]
    assert problem.fact == "work.rock"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        *(("2017", "2017-09-08"), ("2015-04", "2015-04-21/2015-04-30"), ("2015~", "2015-05")),
        *(("1975-05-14", "14 May 1975"), ("2015-01/2015-04", "early 2015")),
        *(("Mate", "mate"), ("Deir ez-Zor", "Deir ez Zor"), ("the Grey Rock", "Grey Rock")),
        *(("3000000 USD", "3,000,000 USD"), ("3 million USD", "$3,000,000"), ("five", "5")),
        *(("one", "1"), ("Fenwick; Marrow", "Marrow, Fenwick"), ("Ned and Ada", "Ada; Ned")),
        *(("Терн", "Tern"), ("Zürich", "Zurich")),
    ],
)
def test_one_value_in_other_writing_or_more_precise_is_no_contradiction(
    first: str, second: str
) -> None:
    assert agree(first, second)
    assert agree(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        *(("2017", "2018"), ("2017-09-08", "2017-09-18"), ("2015-04-05", "2015-05-04")),
        *(("3000000 USD", "5000000 USD"), ("3000000 USD", "3000000 EUR"), ("4", "5")),
        *(("colonel", "lieutenant colonel"), ("Low Harrow", "Port Sorrel")),
        *(("Moscow to Istanbul", "Istanbul to Moscow"), ("2", "2 with Marrow")),
    ],
)
def test_values_that_differ_do_not_agree(first: str, second: str) -> None:
    assert not agree(first, second)
    assert not agree(second, first)


def test_a_place_may_be_named_more_precisely_and_nothing_else_may() -> None:
    assert pair("birthplace", "Tern Island", "Low Harrow, Tern Island") == ()
    assert wrongs(pair("birthplace", "Tern Island", "Port Sorrel")) == [
        ANOTHER.format("birthplace")
    ]
    assert wrongs(pair("rank", "mate", "first mate")) == [ANOTHER.format("rank")]


@pytest.mark.parametrize(
    ("attribute", "are_named"),
    [("born", True), ("rank", False), ("employer", False), ("own-word", False)],
)
def test_what_holds_at_other_times_is_excused_unless_a_life_has_only_one(
    attribute: str, *, are_named: bool
) -> None:
    named = pair(attribute, "1960", "1970", a="1960", b="1970/..")

    assert bool(named) is are_named


@pytest.mark.parametrize(
    ("attribute", "are_named"),
    [("born", True), ("rank", True), ("employer", False), ("own-word", True)],
)
def test_what_holds_at_one_time_is_named_unless_many_may_hold(
    attribute: str, *, are_named: bool
) -> None:
    named = pair(attribute, "1960", "1970", a="1960/1980", b="1970/..")

    assert bool(named) is are_named


def test_two_attributes_and_two_people_do_not_contradict_each_other() -> None:
    facts = (make_fact(attribute="born", value="1960"), other(attribute="rank", value="mate"))

    assert found(*facts) == ()


def test_values_inside_one_dispute_are_no_contradiction_but_outside_they_are() -> None:
    sides = (make_claim(value="3"), make_claim(holder="Harbor office", value="4"))
    dispute = make_dispute(*sides, attribute="lamps")

    assert problems(dispute) == ()
    assert wrongs(problems(dispute, other(attribute="lamps", value="3"))) == [
        ANOTHER.format("lamps")
    ]


def test_claims_of_two_disputes_about_one_attribute_are_named() -> None:
    first = make_dispute(
        make_claim(value="3"), make_claim(holder="Harbor office", value="4"), attribute="rank"
    )
    second = make_dispute(
        make_claim(value="3"),
        make_claim(holder="Harbor office", value="5"),
        id="work.rock",
        phrasings=("Which rock?",),
        attribute="rank",
    )

    assert wrongs(found(first, second)) == [ANOTHER.format("rank")]


def test_a_retracted_fact_contradicts_nothing() -> None:
    withdrawn = other(attribute="born", value="1970", status="retracted")

    assert found(make_fact(attribute="born", value="1960"), withdrawn) == ()


def test_two_claims_of_one_holder_on_one_day_are_named() -> None:
    twice = make_dispute(make_claim(), make_claim(statement="It went out."))
    same_day = make_dispute(
        make_claim(said="2010-05-01", value="3"),
        make_claim(said="2010-05-01/2010-05-01", value="4", holder="Gull gazette"),
        attribute="lamps",
    )
    changed_its_mind = make_dispute(make_claim(said="2010"), make_claim(said="2011"))

    expected = "has two claims of one day by one holder, 'Gull Gazette'"
    assert wrongs(problems(twice)) == [expected]
    assert expected in wrongs(problems(same_day))
    assert problems(changed_its_mind) == ()
