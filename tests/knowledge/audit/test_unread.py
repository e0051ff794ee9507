"""One broken record is one problem: what would follow from it alone is not reported."""

from pathlib import Path

import pytest

from knowledge.audit.rules import audit, remarks
from knowledge.load.folder import read_folder
from tests.knowledge.make import FACT, PROFILE, SOURCES, write_base

SHARED, OWN = "sources.toml", "odalys-fennwick/sources.toml"
PERSON = "odalys-fennwick/profile.toml"
FACTS = "odalys-fennwick/facts/work.toml"
QUESTIONS = "odalys-fennwick/questions.toml"
OTHER = """id = "tobin-marrow"
name = "Tobin Marrow"
description = "invented harbor pilot"
[[person]]
relations = ["friend"]
profile = "odalys-fennwick"
"""
ASKED = """[[question]]
question = "What did she do?"
expect = "work.lamp"
[[question]]
question = "What did she own?"
expect = "ABSTAIN"
"""
SOUND: dict[str, str | bytes] = {
    SHARED: SOURCES + SOURCES.replace("gull-gazette", "harbor-log") + 'origin = "gull-gazette"',
    "odalys-fennwick/left-out.toml": '[[left-out]]\nsource = "gull-gazette"\n'
    'locator = "line 1"\nreason = "Furniture."\n',
    QUESTIONS: ASKED,
    "tobin-marrow/profile.toml": OTHER,
    "tobin-marrow/facts/pilot.toml": FACT.replace("work.lamp", "pilot.lamp"),
    "tobin-marrow/questions.toml": ASKED.replace("work.lamp", "odalys-fennwick/work.lamp"),
}


def found(folder: Path, changes: dict[str, str | bytes]) -> set[tuple[str, str]]:
    """Return the file and the fault of all that loading and the audit find."""
    base, problems = read_folder(write_base(folder, {**SOUND, **changes}))
    return {(problem.file, problem.wrong) for problem in (*problems, *audit(base))}


def test_the_base_that_is_broken_here_is_sound(tmp_path: Path) -> None:
    assert found(tmp_path, {}) == set()


@pytest.mark.parametrize(
    ("file", "content"),
    [
        (SHARED, SOURCES.replace('"2011-03-02"', '"around 1999"')),
        (SHARED, str(SOUND[SHARED]).replace('"2011-03-02"', "2011-03-02", 1)),
        (SHARED, str(SOUND[SHARED]).replace('"gull-gazette"', '"Gull Gazette"', 1)),
        (SHARED, str(SOUND[SHARED]).replace('id = "gull-gazette"', "", 1)),
        (SHARED, SOURCES.replace("[[source]]", "[[sources]]")),
        (SHARED, SOURCES.replace("[[source]]", "[source]")),
        (SHARED, "source = [3]"),
        (SHARED, SOURCES + "[[source"),
        (SHARED, b"\xff"),
        (PERSON, "name ="),
        (PERSON, PROFILE.replace("name =", "nmae =")),
        (PERSON, PROFILE.replace('id = "odalys-fennwick"', 'id = "odalys-fenwick"')),
        (FACTS, FACT.replace("statement =", "statment =")),
        (FACTS, FACT.replace("work.lamp", "work.The Lamp")),
        (FACTS, FACT + "[[fact"),
        (FACTS, b"\xff"),
    ],
)
def test_no_other_file_is_blamed_for_a_broken_one(
    tmp_path: Path, file: str, content: str | bytes
) -> None:
    blamed = {broken for broken, _ in found(tmp_path, {file: content})}

    assert blamed == {file}


def test_a_source_whose_file_has_another_name_is_not_said_to_be_unknown(tmp_path: Path) -> None:
    write_base(tmp_path, {**SOUND, "source.toml": SOUND[SHARED]})
    (tmp_path / SHARED).unlink()
    base, problems = read_folder(tmp_path)

    assert [p.wrong for p in (*problems, *audit(base))] == ["is a file that nothing reads"]


def test_a_fact_whose_file_has_another_name_is_not_said_to_be_unknown(tmp_path: Path) -> None:
    write_base(tmp_path, SOUND)
    (tmp_path / FACTS).rename((tmp_path / FACTS).with_suffix(".txt"))
    base, problems = read_folder(tmp_path)

    assert [p.wrong for p in (*problems, *audit(base))] == ["is no .toml file"]


def test_what_does_not_follow_from_a_broken_record_is_named_beside_it(tmp_path: Path) -> None:
    said = found(
        tmp_path,
        {
            SHARED: str(SOUND[SHARED]).replace('"2011-03-02"', '"around 1999"', 1),
            FACTS: FACT.replace("statement =", "statment ="),
            "tobin-marrow/facts/pilot.toml": FACT.replace("work.lamp", "pilot.lamp").replace(
                "gull-gazette", "gul-gazette"
            ),
            QUESTIONS: ASKED.replace("work.lamp", "work.boat"),
        },
    )

    assert ("tobin-marrow/facts/pilot.toml", "cites unknown source 'gul-gazette'") in said
    assert (QUESTIONS, "expects unknown fact 'work.boat'") in said


def test_broken_questions_are_not_said_to_be_too_few(tmp_path: Path) -> None:
    one_less = ASKED.replace('expect = "ABSTAIN"', "expect = 3")
    said = found(tmp_path / "one", {QUESTIONS: one_less})
    none = read_folder(write_base(tmp_path / "two", {**SOUND, QUESTIONS: "[[question"}))[0]

    assert said == {(QUESTIONS, "expect is 3")}
    assert "holds no labelled question" not in {remark.wrong for remark in remarks(none)}
