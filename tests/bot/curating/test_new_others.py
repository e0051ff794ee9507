"""`footnote new source`, and the options of all three."""

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.app import cli
from bot.curating.options import keys_of, option_of
from knowledge.load.folder import load_folder
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile
from knowledge.model.record import Record
from knowledge.model.source import Source
from tests.bot.curating.started import (
    CONTROL,
    NOT_WRITTEN,
    SOURCE,
    WRITTEN,
    new,
    piped,
    state,
)

SOURCES = "sources.toml"


def sources(folder: Path, name: str = SOURCES) -> dict[str, dict[str, object]]:
    table = tomllib.loads((folder / name).read_text(encoding="utf-8"))
    return {source["id"]: source for source in table["source"]}


def test_a_source_is_written_in_its_place_and_all_else_stays(folder: Path) -> None:
    before = state(folder)

    result = new(folder, "source", SOURCE)

    after = state(folder)
    assert result.exit_code == WRITTEN, result.output
    assert list(sources(folder)) == ["buoy-book", "gull-gazette", "harbor-log", "tide-notes"]
    block = b'[[source]]\nid = "buoy-book"\ntype = "book"\ntitle = "The book of buoys"\n\n'
    assert after.pop(SOURCES).replace(block, b"", 1) == before.pop(SOURCES)
    assert after == before


def test_a_source_takes_every_key_by_its_csl_name(folder: Path) -> None:
    given = {
        **{"publisher": "Harbor Press", "publisher_place": "Tern Island", "issued": "2015~"},
        **{"accessed": "2020-01", "language": "en", "volume": "2", "issue": "3", "page": "7-9"},
        **{"url": "https://example.org/b", "archive_url": "https://example.org/a"},
        **{"doi": "10.1000/b", "isbn": "978-0", "issn": "0000-0000", "grade": "B"},
        **{"archive": "b.txt", "license": "CC BY", "origin": "gull-gazette", "note": "Torn."},
        **{"container_title": "Buoys", "genre": "memoir", "number": "1", "edition": "2"},
        "archived": "2021",
    }
    people = ("--author=Quill, Ines M.", "--author=Harbor Office", "--editor=Marrow, Tobin")

    result = new(folder, "source", SOURCE, *people, **given)

    written = sources(folder)["buoy-book"]
    assert result.exit_code == WRITTEN, result.output
    assert written["author"] == [
        {"family": "Quill", "given": "Ines M."},
        {"literal": "Harbor Office"},
    ]
    options = {option for option in given if option not in {"url", "doi", "isbn", "issn"}}
    keys = {option.replace("_", "-") for option in options}
    assert set(written) == keys | {
        "URL",
        "DOI",
        "ISBN",
        "ISSN",
        "author",
        "editor",
        "id",
        "type",
        "title",
    }
    assert load_folder(folder).sources["buoy-book"].container_title == "Buoys"


def test_a_source_of_one_profile_stands_in_its_folder(folder: Path) -> None:
    result = new(folder, "source", {**SOURCE, "--profile": "tobin-marrow"})

    assert result.exit_code == WRITTEN
    assert list(sources(folder, "tobin-marrow/sources.toml")) == ["buoy-book"]


@pytest.mark.parametrize(
    ("given", "same"),
    [
        ({"url": "http://www.example.org/lamps/#top"}, "URL"),
        ({"title": "LAMPS of the coast"}, "title"),
        ({"title": "Lamps of the coast", "issued": "2011"}, "title"),
        ({"title": "Lamps of the coast", "issued": "2012"}, ""),
        ({"url": "https://example.org/other"}, ""),
    ],
)
def test_where_nobody_can_be_asked_what_may_be_listed_is_written_only_on_demand(
    folder: Path, given: dict[str, str], same: str
) -> None:
    before = state(folder)

    result = new(folder, "source", SOURCE, **given)

    assert result.exit_code == (NOT_WRITTEN if same else WRITTEN)
    assert (state(folder) == before) == bool(same)
    assert (f"That has the same {same}. Cite that one" in result.stderr) == bool(same)
    if same:
        assert new(folder, "source", SOURCE, "--another", **given).exit_code == WRITTEN


def test_a_doi_is_the_same_with_and_without_its_address(folder: Path) -> None:
    assert new(folder, "source", SOURCE, doi="10.1000/Lamp").exit_code == WRITTEN

    again = new(folder, "source", SOURCE, id="other", title="Lamps", doi="doi:10.1000/lamp")

    assert again.exit_code == NOT_WRITTEN
    assert "Is it buoy-book, “The book of buoys”, undated? That has the same DOI." in (
        again.stderr
    )


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"id": "../x"}, "--id: id is '../x'"),
        ({"id": "gull-gazette"}, "--id: id 'gull-gazette' is taken, by"),
        ({"type": "newspaper"}, "--type: type: 'newspaper' is no CSL type; write"),
        ({"issued": "May"}, "--issued: issued: 'May' names no date"),
        ({"url": "javascript:x"}, "--url: URL: 'javascript:x' is no web address"),
        ({"title": CONTROL}, "--title: title: holds line breaks"),
        ({"title": "x" * 10_000 + "\n\x00"}, "--title: title: holds"),
        (
            {"author": "{ given = 'x' }"},
            "--author: author: has no family and no literal; write { family =",
        ),
        ({"author": "Quill,"}, "--author: author"),
        ({"grade": "Z"}, "--grade: grade is 'Z'"),
        ({"title": ""}, "'title' was answered; nothing was written"),
    ],
)
def test_what_is_wrong_with_a_source_is_named_and_nothing_is_written(
    folder: Path, given: dict[str, str], wrong: str
) -> None:
    before = state(folder.parent)

    result = new(folder, "source", SOURCE, **given)

    assert result.exit_code == NOT_WRITTEN
    assert wrong in result.stderr
    assert "\x1b" not in result.output
    assert state(folder.parent) == before


def test_a_source_is_asked_for_what_it_cannot_be_without(folder: Path) -> None:
    result = piped(folder, "source", "Buoy book", "buoy-book", "book", "The book of buoys")

    assert result.exit_code == WRITTEN, result.output
    assert sources(folder)["buoy-book"]["title"] == "The book of buoys"


@pytest.mark.parametrize(
    ("kind", "record"), [("fact", Fact), ("source", Source), ("profile", Profile)]
)
def test_every_key_of_a_record_is_an_option_with_its_promise(
    kind: str, record: type[Record]
) -> None:
    page = CliRunner().invoke(cli, ["new", kind, "--help"], env={"COLUMNS": "200"}).output

    words = " ".join(page.split())
    assert [key for key, *_ in keys_of(record) if f"{option_of(key)} " not in words] == []
    assert [about for _, about, _ in keys_of(record) if about not in words] == []


def test_the_help_shows_how_a_claim_and_a_citation_are_typed() -> None:
    page = CliRunner().invoke(cli, ["new", "fact", "--help"], env={"COLUMNS": "200"}).output

    words = " ".join(page.split())
    assert '--claim TEXT One side of a dispute, as { holder = "…", statement = "…"' in words
    assert "`source, line 3`, `source via other, line 3`" in words


def test_the_usual_keys_of_a_source_come_before_those_that_few_need() -> None:
    keys = [key for key, *_ in keys_of(Source)]

    assert keys[:3] == ["id", "type", "title"]
    assert keys.index("note") < keys.index("chapter-number")
