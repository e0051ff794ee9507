"""What can be asked of anybody leads to the one fact that bears the attribute."""

import pytest

from knowledge.answer.outcomes import Abstained, Answer, Answered
from knowledge.base import build_base
from knowledge.index.features import word_number
from knowledge.index.gather import kin_of
from knowledge.model.attribute import Attribute
from knowledge.model.fact import Fact
from knowledge.release import View
from knowledge.text.tokens import stem
from tests.knowledge.islanders import FENNWICK, fennwick, make_islanders, marrow, put
from tests.knowledge.make import make_fact, make_held, make_source

SHARED = "What did he do for a living?"
LIVING = Attribute(id="living", answers="what", phrasings=(SHARED, "his trade"))
KEEPER = make_fact(attribute="living", phrasings=("Which lamp did she tend?",))
BAKER = make_fact(
    id="work.bread",
    statement="Fennwick sold bread.",
    attribute="living",
    phrasings=("What bread did she sell?",),
)


def view(*facts: Fact) -> View:
    return View(build_base([make_held(*facts)], [make_source()], attributes=[LIVING]))


def fact_of(given: Answer) -> str:
    assert isinstance(given, Answered)
    return given.fact.id


def test_a_shared_phrasing_leads_to_the_one_fact_that_bears_the_attribute() -> None:
    given = put("What did Odalys Fennwick do for a living?", view(KEEPER))

    assert fact_of(given) == "work.lamp"
    assert given.explanation.candidates[0].phrasing == SHARED


def test_the_he_of_a_shared_phrasing_is_a_woman_too() -> None:
    assert fact_of(put("What did she do for a living?", view(KEEPER))) == "work.lamp"
    assert fact_of(put("What was Odalys Fennwick's trade?", view(KEEPER))) == "work.lamp"


def test_a_shared_phrasing_leads_nowhere_where_two_facts_bear_the_attribute() -> None:
    given = put("What did Odalys Fennwick do for a living?", view(KEEPER, BAKER))

    assert isinstance(given, Abstained)


def test_a_shared_phrasing_leads_nowhere_without_its_attribute() -> None:
    plain = KEEPER.model_copy(update={"attribute": None})

    assert isinstance(put("What did Odalys Fennwick do for a living?", view(plain)), Abstained)


def test_a_curators_own_phrasing_goes_before_a_shared_one() -> None:
    own = make_fact(
        id="work.wage",
        statement="Fennwick lived on 300 crowns a month.",
        phrasings=("What did she do for a living?",),
    )
    given = put("What did Odalys Fennwick do for a living?", view(KEEPER, own))

    assert fact_of(given) == "work.wage"
    assert given.explanation.candidates[0].score > 0.99


def number(word: str) -> int:
    return word_number(stem(word))


def test_a_relation_that_one_person_bears_means_that_persons_name() -> None:
    kin = kin_of(fennwick())

    assert number("=tobin-marrow") in kin[number("husband")]
    assert number("husband") in kin[number("=tobin-marrow")]
    assert kin[number("brother")] == {number("brother"), number("=perrin-fennwick")}


def test_a_relation_that_two_people_bear_means_neither() -> None:
    kin = kin_of(marrow())

    assert number("brother") not in kin
    assert number("=ned-marrow") not in kin


def test_a_relation_of_two_words_or_of_nobody_who_is_named_means_nobody() -> None:
    assert {number("first"), number("ex")}.isdisjoint(kin_of(fennwick()))


@pytest.mark.parametrize("name", ["Tobin Marrow", "Captain Marrow"])
def test_the_one_husbands_name_is_understood_as_her_husband(name: str) -> None:
    given = put(f"Is {name} her husband?", View(make_islanders()), profile=FENNWICK)
    objections = {
        effect.name
        for one in given.explanation.candidates
        for effect in one.effects
        if one.fact == "life.husband"
    }

    assert objections
    assert "other person" not in objections


def test_a_name_that_no_phrasing_means_stays_another_person() -> None:
    given = put("Is Perrin her husband?", View(make_islanders()))
    husband = next(c for c in given.explanation.candidates if c.fact == "life.husband")

    assert "other person" in {effect.name for effect in husband.effects}
