"""The library of attributes that every base shares, named as the world names them."""

import re
from typing import get_args

import pytest

from knowledge.base import FactBase
from knowledge.model.attribute import Answers
from knowledge.text.lexicon import Asks

# https://www.wikidata.org/wiki/Property:P569 and so on, and https://schema.org/Person
WELL_KNOWN = {
    "date-of-birth": ("P569", "birthDate", "when", "one"),
    "place-of-birth": ("P19", "birthPlace", "where", "one"),
    "date-of-death": ("P570", "deathDate", "when", "one"),
    "place-of-death": ("P20", "deathPlace", "where", "one"),
    "cause-of-death": ("P509", None, "how", "one"),
    "father": ("P22", "parent", "who", "one"),
    "mother": ("P25", "parent", "who", "one"),
    "spouse": ("P26", "spouse", "who", "one at a time"),
    "rank": ("P410", None, "what", "one at a time"),
    "children": ("P40", "children", "yes or no", "many"),
    "nationality": ("P27", "nationality", "what", "many"),
    "employer": ("P108", "worksFor", "who", "many"),
    "education": ("P69", "alumniOf", "what", "many"),
    "awards": ("P166", "award", "what", "many"),
}


@pytest.mark.parametrize("id_", WELL_KNOWN)
def test_a_well_known_attribute_has_its_names_its_answer_and_its_number_of_values(
    shipped: FactBase, id_: str
) -> None:
    found = shipped.attributes[id_]

    assert (found.wikidata, found.schema_org, found.answers, found.values) == WELL_KNOWN[id_]


def test_every_kind_of_answer_is_one_that_a_question_can_want() -> None:
    assert set(get_args(Answers)) == {kind.value for kind in Asks} - {Asks.OPEN.value}


def test_a_property_of_schema_org_is_written_as_it_is_there(shipped: FactBase) -> None:
    names = [found.schema_org for found in shipped.attributes.values() if found.schema_org]

    assert len(names) > 40
    assert [name for name in names if not re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", name)] == []


def test_a_property_of_wikidata_is_shared_only_by_what_it_covers(shipped: FactBase) -> None:
    bearers: dict[str, set[str]] = {}
    for id_, found in shipped.attributes.items():
        if found.wikidata:
            bearers.setdefault(found.wikidata, set()).add(id_)

    assert {each: ids for each, ids in bearers.items() if len(ids) > 1} == {
        "P40": {"children", "sons-and-daughters"},
        "P3373": {"siblings", "brothers", "sisters"},
    }


def test_only_one_death_and_one_birth_belong_to_a_life(shipped: FactBase) -> None:
    once = {id_ for id_, found in shipped.attributes.items() if found.values == "one"}

    assert {"date-of-birth", "place-of-birth", "date-of-death", "place-of-death"} <= once
    assert once.isdisjoint({"rank", "spouse", "employer", "residence"})
