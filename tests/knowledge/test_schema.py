"""What an editor is told of the files: no less than the loader takes, and typos are caught."""

import json
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from knowledge.load.folder import ATTRIBUTES, NEAR_WORDS, SHIPPED
from knowledge.model.fact import Citation
from knowledge.model.locator import WRITTEN
from knowledge.model.record import Edtf, Line, Record
from knowledge.schema import json_schemas
from tests.architecture.code import ROOT, shown

SCHEMAS = json_schemas()
FACT = """[[fact]]
id = "work.lamp"
status = "reported"
statement = "Fennwick tended the Grey Rock lamp."
phrasings = ["What was her work?"]
citations = [{ source = "gull-gazette", locator = "page 3" }]
"""
SOURCE = """[[source]]
id = "gull-gazette"
type = "article-newspaper"
title = "Lamps of the coast"
issued = "2011-03-02"
"""
PROFILE = """id = "odalys-fennwick"
name = "Odalys Fennwick"
description = "invented lighthouse keeper"
"""


def schema_of(path: Path) -> str:
    """Return the name of the schema that a file is for."""
    return "facts" if path.parent.name == "facts" else path.stem


def wrong_with(name: str, text: str) -> list[str]:
    table = json.loads(json.dumps(tomllib.loads(text), default=date.isoformat))
    return [error.message for error in Draft7Validator(SCHEMAS[name]).iter_errors(table)]


def keys(schema: object) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield every key that a curator can write, with what is said of it."""
    if isinstance(schema, list):
        for each in schema:
            yield from keys(each)
    elif isinstance(schema, dict):
        for name, value in schema.items():
            if name == "properties":
                yield from value.items()
                yield from keys(list(value.values()))
            elif name not in {"if", "then"}:
                yield from keys(value)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_one(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name])

    assert SCHEMAS[name]["$schema"] == Draft7Validator.META_SCHEMA["$schema"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_in_the_docs_are_what_the_models_give(name: str) -> None:
    held = (ROOT / "docs" / "schema" / f"{name}.json").read_text(encoding="utf-8")

    assert json.loads(held) == SCHEMAS[name], "run footnote schema docs/schema"


def test_the_docs_hold_no_schema_of_a_file_that_is_gone() -> None:
    held = {path.stem for path in (ROOT / "docs" / "schema").iterdir()}

    assert held == set(SCHEMAS)


@pytest.mark.parametrize(
    "path", [*sorted(SHIPPED.glob("**/*.toml")), ATTRIBUTES, NEAR_WORDS], ids=shown
)
def test_the_shipped_files_are_as_their_schemas_want_them(path: Path) -> None:
    assert wrong_with(schema_of(path), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_says_in_a_line_what_it_holds(name: str) -> None:
    blocks = {"fact", "source", "question", "left-out", "attribute", "synonyms"}
    said = {key: about.get("description", "") for key, about in keys(SCHEMAS[name])}

    silent = [key for key, text in said.items() if not text and key not in blocks]
    assert silent == []
    assert [key for key, text in said.items() if len(str(text)) > 160] == []


@pytest.mark.parametrize(
    ("name", "text", "typo"),
    [
        ("facts", FACT, ("statement =", "statment =")),
        ("facts", FACT, ("[[fact]]", "[[facts]]")),
        ("facts", FACT, ("[[fact]]", "[fact]")),
        ("facts", FACT, ('"reported"', '"report"')),
        ("facts", FACT, ('"reported"', '"disputed"')),
        ("facts", FACT, ('"work.lamp"', '"lamp"')),
        ("facts", FACT, ('"work.lamp"', '"../x"')),
        ("facts", FACT, ('"work.lamp"', f'"work.{"x" * 40}"')),
        ("facts", FACT, ("page 3", "p. 3")),
        ("facts", FACT, ("page 3", "line 3, sentence 1")),
        ("facts", FACT, ("locator =", "place =")),
        ("facts", FACT, (', locator = "page 3"', "")),
        ("facts", FACT, ("locator =", "via_locator =")),
        ("facts", FACT, ('["What was her work?"]', "[]")),
        ("facts", FACT, ('["What was her work?"]', '"What was her work?"')),
        ("facts", FACT, ("tended the", "tended  the")),
        ("facts", FACT, ("tended the", "tended\\nthe")),
        ("facts", FACT, ("tended", "x" * 400)),
        ("facts", FACT, ("phrasings =", 'when = "March 2011"\nphrasings =')),
        ("facts", FACT, ("phrasings =", 'privacy = "restricted"\nphrasings =')),
        ("facts", FACT, ("phrasings =", 'privacy_reason = "A home."\nphrasings =')),
        ("facts", FACT, ("phrasings =", 'value = "keeper"\nphrasings =')),
        ("facts", FACT, ("phrasings =", 'review_by = "soon"\nphrasings =')),
        ("sources", SOURCE, ("article-newspaper", "newspaper")),
        ("sources", SOURCE, ("issued", "date")),
        ("sources", SOURCE, ("2011-03-02", "2 March 2011")),
        ("sources", SOURCE, ("issued =", 'URL = "www.example.org"\nissued =')),
        ("sources", SOURCE, ("issued =", 'container_title = "x"\nissued =')),
        ("profile", PROFILE, ("description", "desc")),
        ("profile", PROFILE, ("odalys-fennwick", "Odalys Fennwick")),
        ("profile", PROFILE, ("invented", "invented" * 13)),
    ],
)
def test_typical_typos_are_caught(name: str, text: str, typo: tuple[str, str]) -> None:
    assert text.count(typo[0]) == 1

    assert wrong_with(name, text) == []
    checked = Draft7Validator(SCHEMAS[name], format_checker=Draft7Validator.FORMAT_CHECKER)
    table = json.loads(json.dumps(tomllib.loads(text.replace(*typo)), default=date.isoformat))
    assert not checked.is_valid(table)


class Written(Record):
    """One value of each kind that a validator of ours reads."""

    line: Line
    date: Edtf = "2011"


WRITTEN_SCHEMA = Draft7Validator(Written.model_json_schema())
PLACES = st.from_regex(
    r"(section [ -~]{1,9}, )?(line|page)s? [0-9]{1,2}([-–][0-9]{1,2})?"
    r"( sentences? [0-9]([-–][0-9])?)?",
    fullmatch=True,
)


def is_taken(kind: type[Record], **values: str) -> bool:
    try:
        kind.model_validate(values)
    except ValueError:
        return False
    return True


@given(st.text(alphabet=st.characters(), max_size=20).map(str.strip))
def test_no_line_that_the_loader_takes_is_refused_by_the_schema(text: str) -> None:
    if is_taken(Written, line=text):
        assert WRITTEN_SCHEMA.is_valid({"line": text})


@given(PLACES)
def test_no_place_that_the_loader_takes_is_refused_by_the_schema(text: str) -> None:
    citation = {"source": "gull-gazette", "locator": text.strip()}

    if is_taken(Citation, **citation):
        assert Draft7Validator({"pattern": WRITTEN}).is_valid(citation["locator"])


@pytest.mark.parametrize(
    "text",
    [
        *("2011", "2011-03", "2011-03-02", "2011-03-02T10:00:00Z", "2011-03-02T10:00:00+05:00"),
        *("2003/2014", "../2021", "2015/..", "2015~", "2015?", "2015%", "201X", "2015-XX"),
        *("2015-04-21/2015-04-30", "2015-21", "[2015,2016]", "{2015..2017}", "Y-17000"),
        *("2015-?04", "2015-(04)?", "unknown/2015", "/2015", "2015/", "1950S2", "-0044"),
        *("2011-03-02/open", "uuuu", "19uu", "[..2015]", "2015-06~/2015-08~", "y1e5"),
    ],
)
def test_no_date_that_the_loader_takes_is_refused_by_the_schema(text: str) -> None:
    if is_taken(Written, line="x", date=text):
        assert WRITTEN_SCHEMA.is_valid({"line": "x", "date": text})
