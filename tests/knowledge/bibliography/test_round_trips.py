"""Out and in again: no field is lost that a source holds."""

import json

import pytest
from hypothesis import given

from knowledge.bibliography.bibtex import read_bibtex
from knowledge.bibliography.csl_json import read_csl_json
from knowledge.bibliography.records import Incoming
from knowledge.export.bibtex import to_bibtex, to_record
from knowledge.export.csl_json import to_csl_json, to_item
from knowledge.model.source import TYPES, Source
from tests.knowledge.bibliography.sources import ANY_SOURCE, AT_ANY_SPEED, ITEMS, SOURCES
from tests.knowledge.make import make_source

OWN = make_source(
    "relay-2011",
    archive="relay.txt",
    archived="2012-02-03",
    origin="quill-2011",
    grade="B",
    license="CC BY-SA",
    **{"archive-url": "https://old.example/relay"},
)


def one(found: list[Incoming]) -> Source:
    assert [(each.wrong, each.without) for each in found] == [((), ())]
    return found[0].source(found[0].key)


def test_the_fifty_are_of_every_type_and_hold_every_variable_of_csl() -> None:
    held = {
        key for source in SOURCES.values() for key in source.model_dump(exclude_defaults=True)
    }
    own = {"archive", "archive_url", "archived", "grade", "origin"}

    assert len(SOURCES) >= 50
    assert {source.type for source in SOURCES.values()} == set(TYPES)
    assert set(Source.model_fields) - held == own


@pytest.mark.parametrize("id_", SOURCES)
def test_an_item_of_csl_json_comes_out_as_it_went_in(id_: str) -> None:
    assert to_item(SOURCES[id_]) == ITEMS[id_]


@pytest.mark.parametrize("id_", SOURCES)
def test_bibtex_gives_back_what_it_was_given(id_: str) -> None:
    assert one(list(read_bibtex(to_record(SOURCES[id_])))) == SOURCES[id_]


def test_a_whole_bibliography_comes_back_in_both_formats() -> None:
    sources = (*SOURCES.values(), OWN)
    for written in (read_csl_json(to_csl_json(sources)), read_bibtex(to_bibtex(sources))):
        assert tuple(each.source(each.key) for each in written) == sources


def test_what_only_we_know_travels_where_others_leave_it_alone() -> None:
    item = to_item(OWN)

    assert item["custom"] == {
        "footnote": {
            "archived": "2012-02-03",
            "archive-url": "https://old.example/relay",
            "archive": "relay.txt",
            "origin": "quill-2011",
            "grade": "B",
        }
    }
    assert "footnote-grade = {B}" in to_record(OWN)


def test_a_date_of_ours_keeps_its_doubt_in_bibtex() -> None:
    source = make_source("x", archived="2011-21~", accessed="2011-03?", issued="2011%")

    assert one(list(read_bibtex(to_record(source)))) == source


@AT_ANY_SPEED
@given(ANY_SOURCE)
def test_no_source_loses_anything_in_csl_json(source: Source) -> None:
    assert one(list(read_csl_json(json.dumps([to_item(source)])))) == source


@AT_ANY_SPEED
@given(ANY_SOURCE)
def test_no_source_loses_anything_in_bibtex(source: Source) -> None:
    assert one(list(read_bibtex(to_record(source)))) == source


def test_a_name_that_ends_with_a_sign_does_not_run_into_the_next() -> None:
    names = ({"family": "Ostavol", "given": "&"}, {"family": "Brunwick"})
    source = make_source("relay-2011", type="article", editor=names)

    assert one(list(read_bibtex(to_bibtex([source])))).editor == source.editor
