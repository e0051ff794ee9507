"""What a curator reads who wrote a value of another kind than a key takes."""

import datetime as dt
import re
from pathlib import Path

import pytest

from knowledge.load.folder import read_folder
from knowledge.load.records import record_problems
from knowledge.model.attribute import Attribute
from knowledge.model.fact import Citation, Claim, Fact
from knowledge.model.names import Name
from knowledge.model.profile import Person, Profile
from knowledge.model.questions import AskedQuestion, LabelledQuestion, LeftOut
from knowledge.model.record import Record
from knowledge.model.source import Source
from knowledge.model.synonyms import NearWords, Synonyms
from tests.knowledge.make import FACT, PROFILE, SOURCES, write_base

FACTS = "odalys-fennwick/facts/work.toml"
PERSON = "odalys-fennwick/profile.toml"
CITED = '[{ source = "gull-gazette", locator = "page 3" }]'
TABLE = CITED[1:-1]
KINDS: tuple[type[Record], ...] = (
    *(Attribute, Citation, Claim, Fact, Name, Person, Profile, AskedQuestion),
    *(LabelledQuestion, LeftOut, Source, NearWords, Synonyms),
)
OF_TOML: tuple[object, ...] = (
    *(
        "",
        " ",
        "\udcff",
        "Some Text",
        "a\nb",
        "x" * 600,
        "2011-02-30",
        3,
        -1,
        0.5,
        float("nan"),
        True,
    ),
    *(dt.date(1950, 5, 3), dt.datetime(1950, 5, 3, 1, 2), dt.time(1, 2), 10**5000),  # noqa: DTZ001 -- as tomllib reads a local time
    *([], [[]], [3], [""], ["a"], [{}], {}, {"a": 1}, {"a": {"b": ["c"]}}, None),
)
RAW = re.compile(r"\b(input|valid|string|tuple|dictionary|instance|pattern|datetimes?)\b")


def problems(tmp_path: Path, file: str, content: str) -> list[str]:
    """Return what is wrong and what to write, of a base in which one file is another."""
    found = read_folder(write_base(tmp_path, {file: content}))[1]
    return [f"{problem.wrong}; {problem.remedy}" for problem in found]


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_a_key_holds_the_report_says_what_to_write_in_words_of_its_own(
    kind: type[Record],
) -> None:
    keys = [field.alias or name for name, field in kind.model_fields.items()]
    said = {
        text: (key, value)
        for key in keys
        for value in OF_TOML
        for text in record_problems(kind, {key: value})
    }

    assert said
    assert {text: where for text, where in said.items() if RAW.search(text)} == {}
    assert [text for text in said if text.endswith("; mend it") or "; " not in text] == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("when = 1950-05-03", 'when is 1950-05-03; put it in quotes: "1950-05-03"'),
        ("when = 1950", 'when is 1950; put it in quotes: "1950"'),
        ("when = 1950-05-03T10:00:00", 'put the day in quotes: "1950-05-03"'),
        ("review_by = 2027", "review_by is 2027; write a day such as 2026-01-31"),
        ('status = "Disputed"', "write 'established', 'reported', 'disputed', 'unknown'"),
        ("privacy = true", "privacy is true; write 'open' or 'restricted'"),
        ('note = ["a"]', "note is ['a']; write it without brackets: \"a\""),
        ("note = {a = 1}", 'note is { a = 1 }; write a text in quotes: "…"'),
        ('note = ""', "note is empty; write it, or leave the key out"),
        ('near_misses = "x"', "near_misses is 'x'; write a list: [\"x\"]"),
        ("near_misses = 3", 'near_misses is 3; write a list: ["3"]'),
        ('near_misses = [""]', "near_misses.1 is empty; write it, or take it out of the list"),
        ('attribute = "Date of birth"', 'and hyphens, such as "date-of-birth"'),
        ('[fact.claim]\nholder = "x"', "write [[fact.claim]], not [fact.claim]"),
        ('claim = ["a"]', "claim.1 is 'a'; write each as a [[fact.claim]] block"),
        ('[[claim]]\nholder = "x"', "write [[fact.claim]], below the [[fact]] that"),
    ],
)
def test_a_value_of_another_kind_is_answered_with_what_to_write(
    tmp_path: Path, line: str, expected: str
) -> None:
    (said,) = problems(tmp_path, FACTS, f"{FACT}{line}\n")

    assert expected in said


@pytest.mark.parametrize("number", [f"0x{'f' * 5000}", "1234567890" * 5])
@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (CITED, f"{CITED}\nnote = NUMBER", 'put it in quotes: "…"'),
        (CITED, f"{CITED}\nnear_misses = NUMBER", 'write a list: ["…"]'),
        ('"page 3"', "NUMBER", 'write what it counts: "page …" or "line …"'),
    ],
)
def test_a_number_that_is_too_long_to_repeat_is_no_example_of_what_to_write(
    tmp_path: Path, number: str, before: str, after: str, expected: str
) -> None:
    broken = FACT.replace(before, after.replace("NUMBER", number))

    assert [said.partition("; ")[2] for said in problems(tmp_path, FACTS, broken)] == [expected]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (CITED, '["gull-gazette, page 3"]', f"3'; write a table: {TABLE}"),
        (CITED, '"gull-gazette, page 3"', f"write a list: {CITED}"),
        (CITED, TABLE, f"write a list: {CITED}"),
        (CITED, '["gull-gazette"]', 'write a table: { source = "…", locator = "…" }'),
        (CITED, "[]", "has no citation; add its source: citations = [{"),
        ('"page 3"', "3", 'locator is 3; write what it counts: "page 3" or "line 3"'),
        ('"page 3"', '"page 0"', "count from 1, and write the smaller number first"),
        ('"gull-gazette"', '"Gull Gazette"', 'such as "gull-gazette"'),
        ('["What was her work?"]', '"What work?"', 'write a list: ["What work?"]'),
        ('["What was her work?"]', "[]", 'phrasings is empty; write it: phrasings = ["…"]'),
        ('"work.lamp"', '"lamp"', 'topic.slug in a-z, 0-9 and hyphens, such as "life.lamp"'),
        ('"work.lamp"', '"Work.The lamp"', 'such as "work.the-lamp"'),
        ('"work.lamp"', '"…"', 'such as "life.birthplace"'),
        ("statement =", "note =", "has no 'statement'; add it: statement = \"…\""),
        ("phrasings =", "near_misses =", "has no 'phrasings'; add it: phrasings = [\"…\"]"),
        ("phrasings =", 'said = "1950"\nphrasings =', "'said'; write it in a [[fact.claim]]"),
        ("phrasings =", 'locator = "page 3"\nphrasings =', "write it in citations = [{ source"),
        ("phrasings =", 'side = "1950"\nphrasings =', "'side'; remove it; README.md lists"),
        ("[[fact]]\n", "", "has an unknown key 'id'; write [[fact]] on a line above it"),
    ],
)  # fmt: skip
def test_a_fact_that_is_written_otherwise_is_answered_with_what_to_write(
    tmp_path: Path, before: str, after: str, expected: str
) -> None:
    said = problems(tmp_path, FACTS, FACT.replace(before, after))

    assert any(expected in each for each in said)


@pytest.mark.parametrize(
    ("file", "content", "expected"),
    [
        (PERSON, PROFILE.replace('["she", "her"]', '"she"'), 'write a list: ["she"]'),
        (PERSON, PROFILE + 'relations = ["aunt"]\n', "write it in a [[person]]"),
        (PERSON, PROFILE + "[person]\n", "write [[person]], not [person]"),
        ("sources.toml", SOURCES.replace('"2011-03-02"', "2011-03-02"), '"2011-03-02"'),
        ("sources.toml", SOURCES + 'author = "Ada Quill"\n', '[{ literal = "Ada Quill" }], or'),
        ("sources.toml", SOURCES + 'author = ["Ada Quill"]\n', '{ literal = "Ada Quill" }, or'),
        ("sources.toml", SOURCES + "author = [{}]\n", "has no family and no literal; write {"),
        ("sources.toml", SOURCES + "author = [3]\n", '{ family = "…", given = "…" }'),
        ("sources.toml", SOURCES + 'grade = "G"\n', "write one letter from A to F, in quotes"),
        ("sources.lock", '[[source]]\nid = "gull-gazette"\n', "take its block out, and run"),
    ],
)
def test_a_file_that_is_written_otherwise_is_answered_with_what_to_write(
    tmp_path: Path, file: str, content: str, expected: str
) -> None:
    said = problems(tmp_path, file, content)

    assert any(expected in each for each in said)


def test_a_list_of_mistakes_alone_is_not_said_to_be_empty(tmp_path: Path) -> None:
    for wrong in ('[[["…"]]]', "[3, 4]", '[""]', "[{ a = [1] }]"):
        broken = FACT.replace('["What was her work?"]', wrong)
        said = problems(tmp_path, FACTS, broken)

        assert said
        assert [each for each in said if not each.startswith("phrasings.")] == []


def test_citations_of_mistakes_alone_are_not_said_to_be_missing_from_a_claim() -> None:
    claim = {"holder": "Gull Gazette", "statement": "It burned.", "citations": [{"source": []}]}

    assert list(record_problems(Claim, claim)) == [
        'citations.1.source is []; write one text, no list: "…"'
    ]


HUGE = "y" * 100_000


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("sources.toml", SOURCES.replace("2011-03-02", HUGE)),
        ("sources.toml", SOURCES.replace("article-newspaper", HUGE)),
        ("sources.toml", f"{SOURCES}URL = '{HUGE}'\n"),
        ("sources.toml", f"{SOURCES}{HUGE} = 1\n"),
        ("sources.toml", f"[[{HUGE}]]\n"),
        ("sources.toml", f"[{HUGE}]\n[[{HUGE}]]\n"),
        ("sources.toml", f"{HUGE} = 1\n[{HUGE}]\n"),
        ("sources.toml", f"{HUGE} = {HUGE}\n"),
        (FACTS, FACT.replace("page 3", HUGE)),
        (FACTS, FACT.replace("gull-gazette", HUGE)),
        (FACTS, FACT.replace("locator", HUGE)),
        (FACTS, FACT.replace("work.lamp", HUGE)),
    ],
)
def test_no_error_repeats_a_value_by_the_page(tmp_path: Path, file: str, content: str) -> None:
    said = problems(tmp_path, file, content)

    assert said
    assert [each[:400] for each in said if len(each) > 400] == []
