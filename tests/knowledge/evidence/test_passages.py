from dataclasses import replace

import pytest

from knowledge.archive.copies import Copy, Fault
from knowledge.base import FactBase, build_base
from knowledge.evidence.passages import (
    ELSEWHERE,
    STRETCH,
    ReadPlace,
    may_be_shown,
    places_behind,
    read_places,
)
from knowledge.evidence.places import Passage
from knowledge.model.checked import Finding
from knowledge.model.fact import Fact
from knowledge.model.questions import LeftOut
from tests.knowledge.evidence.stored import make_copy, recorded
from tests.knowledge.make import (
    make_citation,
    make_claim,
    make_dispute,
    make_fact,
    make_held,
    make_source,
)

GAZETTE = "gull-gazette"
LICENSED = make_source(archive="gull.txt", license="CC BY 4.0")
BURNED = make_fact(citations=(make_citation(locator="line 3 sentence 2"),))
SECRET = make_fact(
    id="work.secret",
    privacy="restricted",
    privacy_reason="Private.",
    citations=(make_citation(locator="line 3 sentence 1"),),
)
PASSAGE = Passage("She lit it.", ("It burned.",), "It went out.")
LEFT_OUT = LeftOut(source=GAZETTE, locator="line 3 sentence 3", reason="Said twice.")


def base_of(*facts: Fact, left_out: tuple[LeftOut, ...] = ()) -> FactBase:
    return build_base(
        [make_held(*facts, left_out=left_out)], (LICENSED, make_source("almanac"))
    )


def read(
    fact: Fact, base: FactBase, copy: Copy | Fault | None = None, *, unlicensed: bool = False
) -> ReadPlace:
    (place,) = read_places(fact, base, {GAZETTE: copy or make_copy()}, unlicensed=unlicensed)
    return place


def test_a_passage_comes_with_how_it_stands_against_its_record() -> None:
    base = base_of(BURNED)
    fresh = read(BURNED, base)
    verified = read(BURNED, recorded(base, {GAZETTE: make_copy()}))

    assert (fresh.passage, fresh.finding) == (PASSAGE, Finding.UNRECORDED)
    assert (verified.passage, verified.finding) == (PASSAGE, Finding.VERIFIED)


@pytest.mark.parametrize("fault", Fault)
def test_a_copy_that_cannot_be_used_has_no_passage(fault: Fault) -> None:
    place = read(BURNED, base_of(BURNED), fault)

    assert (place.passage, place.finding) == (None, Finding.MISSING)


def test_a_source_without_a_copy_has_no_passage() -> None:
    fact = make_fact(citations=(make_citation("almanac"),))
    place = read(fact, base_of(fact))

    assert (place.passage, place.finding, place.is_withheld) == (None, Finding.NO_COPY, False)


def test_what_names_no_license_is_withheld_unless_that_is_set() -> None:
    source = LICENSED.model_copy(update={"license": None})
    base = replace(base_of(BURNED), sources={GAZETTE: source})

    assert read(BURNED, base).is_withheld
    assert read(BURNED, base).passage is None
    assert read(BURNED, base, unlicensed=True).passage == PASSAGE
    assert not may_be_shown(make_source("almanac", license="CC0"), unlicensed=True)


def test_each_place_is_there_once_in_reading_order() -> None:
    claims = (
        make_claim(citations=(make_citation(locator="line 5"),)),
        make_claim(
            holder="Almanac",
            citations=(
                make_citation("almanac", via=GAZETTE, via_locator="section End, line 5"),
                make_citation(locator="line 1"),
            ),
        ),
    )

    assert [place.text for place in places_behind(make_dispute(*claims))] == [
        "line 5",
        "line 1",
    ]


def test_what_is_cited_as_a_whole_is_no_passage() -> None:
    few, many = ("It shone. " * count for count in (STRETCH, STRETCH + 1))
    fact = make_fact(citations=(make_citation(locator="line 1"),))
    base = base_of(fact)

    assert read(fact, base, make_copy(few)).stretch == 0
    assert read(fact, base, make_copy(many)).stretch == STRETCH + 1


def test_a_neighbor_that_only_a_restricted_fact_tells_is_not_shown_without_access() -> None:
    full = base_of(BURNED, SECRET, left_out=(LEFT_OUT,))
    without = base_of(BURNED, left_out=(LEFT_OUT,))

    assert read(BURNED, full).passage == PASSAGE
    assert read(BURNED, full.without_restricted).passage == replace(PASSAGE, before=ELSEWHERE)
    assert read(BURNED, full.without_restricted) == read(BURNED, without)


def test_in_a_source_that_nobody_worked_through_every_neighbor_is_shown() -> None:
    assert read(BURNED, base_of(BURNED)).passage == PASSAGE


def test_a_fact_about_the_whole_document_tells_none_of_its_sentences() -> None:
    lines = ("Lamps", "", "She lit it. It burned. It went out.", *("It shone. " * 4,) * 4)
    whole = make_fact(id="work.whole", citations=(make_citation(locator="lines 1-7"),))
    base = base_of(BURNED, whole, left_out=(LEFT_OUT,))

    assert read(BURNED, base, make_copy(*lines)).passage == replace(PASSAGE, before=ELSEWHERE)
