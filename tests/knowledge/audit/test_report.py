import pytest

from knowledge.audit.rules import audit
from knowledge.base import FactBase
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile
from tests.knowledge.audit.finding import OLD, other, problems, wrongs
from tests.knowledge.make import (
    make_base,
    make_citation,
    make_claim,
    make_dispute,
    make_fact,
)

FACTS = "odalys-fennwick/facts/work.toml"
SECRET = make_fact(
    id="home.street",
    phrasings=("Where does she live?",),
    attribute="street",
    value="12 Herring Lane",
    privacy="restricted",
    privacy_reason="A home.",
)


def test_a_sound_base_has_no_problems() -> None:
    assert problems(make_fact(), other()) == ()


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"citations": (make_citation("log"),)}, "cites unknown source 'log'"),
        (
            {"citations": (make_citation(via="log", via_locator="line 2"),)},
            "cites unknown source 'log'",
        ),
        ({"when": "2012"}, "is about 2012, but 'gull-gazette' is of 2 March 2011"),
        ({"statement": "…"}, "has a statement without a word"),
        ({"statement": "..."}, "has a statement without a word"),
        ({"statement": "TODO"}, "has a statement that is yet to be written, 'TODO'"),
        ({"statement": "Tbd."}, "has a statement that is yet to be written, 'Tbd.'"),
        (
            {"statement": "FIXME: Fennwick sailed."},
            "has a statement that is yet to be written, 'FIXME: Fennwick sailed.'",
        ),
        (
            {"phrasings": ("What was her work?", "TODO more")},
            "has a phrasing that is yet to be written, 'TODO more'",
        ),
        ({"phrasings": ("?!",)}, "has a phrasing without a word, '?!'"),
        (
            {"phrasings": ("Born 2 March 1960?",), "attribute": "born", "value": "1960-03-02"},
            "has a phrasing that holds its own value, 'Born 2 March 1960?'",
        ),
        (
            {"phrasings": ("Did she sail?",), "attribute": "deed", "value": "did she sail"},
            "has a phrasing that holds its own value, 'Did she sail?'",
        ),
        (
            {"status": "retracted", "review_by": "2030-01-01"},
            "is retracted and still has a review date",
        ),
    ],
)
def test_a_fact_that_breaks_a_rule_is_named(changes: dict[str, object], wrong: str) -> None:
    found = problems(make_fact(**changes))

    assert wrongs(found) == [wrong]
    assert (found[0].file, found[0].fact) == (FACTS, "work.lamp")


def test_a_claim_that_says_nothing_yet_is_named() -> None:
    sides = (make_claim(statement="TODO"), make_claim(statement="–", holder="Harbor office"))

    assert set(wrongs(problems(make_dispute(*sides)))) == {
        "has a claim that is yet to be written, 'TODO'",
        "has a claim without a word",
    }


@pytest.mark.parametrize("statement", ["Her todo list burned.", "Fennwick wrote a to-do list."])
def test_a_statement_about_what_is_to_do_is_written(statement: str) -> None:
    assert problems(make_fact(statement=statement)) == ()


def test_a_reply_longer_than_the_budget_is_named_with_both_lengths() -> None:
    def measure(fact: Fact, profile: Profile, base: FactBase) -> int:
        assert profile.id in base.profiles
        return len(fact.statement)

    base = make_base(make_fact(statement="x" * 300), sources=(OLD,))

    assert wrongs(audit(base, measure=measure, budget=299)) == [
        "makes a reply of 300 characters, where 299 fit"
    ]
    assert audit(base, measure=measure, budget=300) == ()


def test_a_fact_with_an_unknown_source_is_not_measured() -> None:
    def measure(fact: Fact, profile: Profile, base: FactBase) -> int:
        return len(base.sources[fact.citations[0].source].id + profile.id)

    base = make_base(make_fact(citations=(make_citation("log"),)), sources=(OLD,))

    assert wrongs(audit(base, measure=measure, budget=0)) == ["cites unknown source 'log'"]


def test_the_report_is_sorted_whatever_the_order_of_the_facts() -> None:
    facts = [
        make_fact(when="2012"),
        other(when="2012"),
        SECRET,
        make_fact(id="a.b", when="2013"),
    ]

    assert problems(*facts) == problems(*reversed(facts)) == tuple(sorted(problems(*facts)))
    assert len(problems(*facts)) > 2
