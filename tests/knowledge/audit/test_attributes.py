"""Remarks on attributes: typos of the library's, and values that are no dates."""

import pytest

from knowledge.audit.rules import remarks, wording_remarks
from knowledge.base import FactBase, build_base
from knowledge.model.attribute import Attribute
from knowledge.model.fact import Fact
from tests.knowledge.audit.finding import OLD
from tests.knowledge.make import make_claim, make_dispute, make_fact, make_held, make_profile

LIBRARY = tuple(
    Attribute.model_validate({"id": id_, "answers": answers, "phrasings": (f"{id_}?",)})
    for id_, answers in (("date-of-birth", "when"), ("rank", "what"))
)


def base_with(fact: Fact) -> FactBase:
    held = make_held(fact, profile=make_profile(names=("Fennwick",)))
    return build_base([held], [OLD], attributes=LIBRARY)


def base_of(**changes: object) -> FactBase:
    return base_with(make_fact(**changes))


def test_an_attribute_that_may_be_a_typo_is_answered_with_the_one_of_the_library() -> None:
    (remark,) = wording_remarks(base_of(attribute="date-of-brith"))

    assert (remark.file, remark.fact) == ("odalys-fennwick/facts/work.toml", "work.lamp")
    assert "'date-of-brith', which lends it no phrasings" in remark.wrong
    assert remark.remedy == "write 'date-of-birth', unless it is one of your own"
    assert remark in remarks(base_of(attribute="date-of-brith"))


@pytest.mark.parametrize("attribute", ["date-of-birth", "rank", "lamps", "street"])
def test_an_attribute_of_the_library_or_of_ones_own_is_no_remark(attribute: str) -> None:
    assert wording_remarks(base_of(attribute=attribute)) == ()


@pytest.mark.parametrize("value", ["3 May 1950", "May 1950", "1950-02-30", "unknown"])
def test_a_value_of_a_date_that_is_no_date_is_named(value: str) -> None:
    (remark,) = wording_remarks(base_of(attribute="date-of-birth", value=value))

    assert remark.wrong == f"gives 'date-of-birth' the value {value!r}, which is no EDTF date"
    assert remark.remedy.startswith("write one such as 2015-05-28")


def test_a_value_of_a_claim_is_held_to_the_same() -> None:
    sides = (make_claim(value="1950"), make_claim(holder="Harbor", value="3 May 1950"))
    base = base_with(make_dispute(*sides, attribute="date-of-birth"))

    assert [r.wrong for r in wording_remarks(base)] == [
        "gives 'date-of-birth' the value '3 May 1950', which is no EDTF date"
    ]


@pytest.mark.parametrize(
    ("attribute", "value"),
    [("date-of-birth", "1950-05-03"), ("date-of-birth", "1950~"), ("rank", "3 May 1950")],
)
def test_a_date_and_a_value_that_need_be_none_are_no_remark(attribute: str, value: str) -> None:
    assert wording_remarks(base_of(attribute=attribute, value=value)) == ()
