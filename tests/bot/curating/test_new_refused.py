"""`footnote new` and bad input: named in one sentence, and nothing is written."""

import os
from pathlib import Path

import pytest

from tests.bot.curating.started import (
    CONTROL,
    FACT,
    NOT_WRITTEN,
    PROFILE,
    SOURCE,
    TO_MEND,
    WORK_FILE,
    WRITTEN,
    facts,
    new,
    state,
)
from tests.bot.keepers import WORK, write_keepers
from tests.bot.repository import git


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"id": "../x"}, "--id: id is '../x'; write topic.slug in a-z, 0-9 and hyphens"),
        ({"id": "../../x.y"}, "--id: id is '../../x.y'"),
        ({"id": "work.lamp"}, "is taken; ids are never used again, so write another"),
        ({"id": CONTROL}, "--id: id is"),
        ({"id": f"work.{'x' * 10_000}"}, "--id: id is 10005 characters long"),
        ({"profile": "../tobin-marrow"}, "There is no profile '../tobin-marrow'"),
        ({"status": "certain"}, "--status: status is 'certain'"),
        ({"statement": CONTROL}, "--statement: statement: holds line breaks"),
        ({"statement": "a\nb"}, "--statement: statement: holds line breaks"),
        ({"statement": " "}, "--statement: statement is empty"),
        ({"statement": "x" * 10_000}, "--statement: statement is 10000 characters long"),
        ({"statement": "\udcff"}, "--statement: statement is '\\udcff'"),
        ({"phrasing": "What is her birthplace?"}, "--phrasing: The fact shares its phrasing"),
        ({"phrasing": "🙂"}, "--phrasing: The fact has a phrasing without a word"),
        ({"near_miss": "What is her birthplace?"}, "--near-miss: The fact has a near miss"),
        ({"profile": "x" * 10_000}, "There is no profile"),
        ({"citation": "nobody, page 3"}, "--citation: There is no source 'nobody'"),
        ({"citation": "gull-gazette"}, "--citation: That is no citation"),
        ({"citation": "{ source = "}, "--citation: That cannot be read"),
        ({"citation": f"{{ a{'.a' * 9999} = 1 }}"}, "has a key of more than 16 parts"),
        ({"citation": "{} \nx = 1"}, "--citation: That is no table"),
        ({"citation": '{ source = "gull-gazette" }'}, "without a place; add a locator"),
        ({"citation": "gull-gazette, section \x1b, line 3"}, "holds line breaks"),
        ({"when": "May 2015"}, "--when: when: 'May 2015' is not an EDTF date"),
        ({"value": "x"}, "has a value without an attribute; name the attribute."),
        ({"privacy": "restricted"}, "'privacy_reason' was answered"),
        ({"privacy_reason": "x"}, "go together; write both."),
        ({"review_by": "soon"}, "--review-by: review_by is 'soon'; write a day such as"),
        ({"status": "disputed"}, "'claim 1, holder' was answered"),
        ({"claim": '{ holder = "x" }'}, "--claim: has no 'claim.statement'; add it"),
        ({"claim": "3"}, '--claim: That is no table; write { holder = "…",'),
        ({"claim": "{ holder = "}, 'write one table: { holder = "…", statement = "…",'),
        ({"id": ""}, "It ended before 'id' was answered; nothing was written"),
        ({"phrasing": ""}, "give --phrasing."),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_written(
    folder: Path, given: dict[str, str], wrong: str
) -> None:
    before = state(folder.parent)

    result = new(folder, "fact", FACT, **given)

    assert result.exit_code == NOT_WRITTEN
    assert wrong in result.stderr
    assert "\x1b" not in result.output
    assert len(result.output) < 1_000
    assert state(folder.parent) == before


@pytest.mark.parametrize(
    "text",
    [
        *('She said "no".', '"""', "'''", "\\", "\\u0041", "# no comment", "[[fact]]"),
        *("🙂 она ушла", "a = { b = 1 }", "x" * 400, "%s {} {0}", "[bold]x[/bold]"),
    ],
)
def test_what_looks_like_toml_is_only_text(folder: Path, text: str) -> None:
    statement = text if any(map(str.isalpha, text)) else f"She wrote {text}"

    result = new(folder, "fact", FACT, statement=statement, phrasing=f"Why {statement[:90]}?")

    assert result.exit_code == WRITTEN, result.output
    assert facts(folder)["work.boat"]["statement"] == statement
    assert facts(folder)["work.boat"]["phrasings"] == [f"Why {statement[:90]}?"]


def test_what_only_the_whole_base_shows_is_named_after_writing(folder: Path) -> None:
    result = new(
        folder,
        "fact",
        {**FACT, "--attribute": "date-of-birth", "--value": "Tern Island", "--when": "2020"},
    )

    assert result.exit_code == TO_MEND
    assert "to mend: odalys-fennwick/facts/work.toml: work.boat: is about 2020, but" in (
        result.output
    )
    assert "work.boat" in facts(folder)


def test_a_statement_without_a_word_is_written_and_named(folder: Path) -> None:
    result = new(folder, "fact", FACT, statement="…")

    assert result.exit_code == TO_MEND
    assert "to mend: odalys-fennwick/facts/work.toml: work.boat: has a statement" in (
        result.output
    )


def test_a_base_that_cannot_be_read_is_left_alone(folder: Path) -> None:
    (folder / "tobin-marrow/profile.toml").write_text("[[", encoding="utf-8")

    result = new(folder, "fact", FACT)

    assert result.exit_code == NOT_WRITTEN
    assert "tobin-marrow/profile.toml: is not valid TOML" in result.stderr
    assert "work.boat" not in facts(folder)


@pytest.mark.parametrize(("kind", "usual"), [("fact", FACT), ("source", SOURCE)])
def test_outside_a_working_tree_nothing_is_written(
    tmp_path: Path, kind: str, usual: dict[str, str]
) -> None:
    folder = write_keepers(tmp_path)
    before = state(folder)

    result = new(folder, kind, usual)

    assert result.exit_code == NOT_WRITTEN
    assert "lies in no git working tree" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert state(folder) == before


def test_in_an_installed_copy_nothing_is_written(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    folder = write_keepers(tmp_path / "lib" / "site-packages" / "knowledge" / "profiles")

    result = new(folder, "profile", PROFILE)

    assert result.exit_code == NOT_WRITTEN
    assert "is an installed copy, in which nothing is written" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (folder / "ines-quill").exists()


def test_a_fact_without_any_profile_names_the_command_that_starts_one(folder: Path) -> None:
    result = new(folder.parent / "empty", "fact", FACT)

    assert result.exit_code == NOT_WRITTEN
    assert "There is no profile yet" in result.stderr
    assert "new profile" in result.stderr


def test_a_link_that_leads_out_of_the_working_tree_is_not_followed(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "work.toml"
    outside.write_text(WORK, encoding="utf-8")
    (folder / WORK_FILE).unlink()
    (folder / WORK_FILE).symlink_to(outside)

    result = new(folder, "fact", FACT)

    assert result.exit_code == NOT_WRITTEN
    assert "leads out of the working tree" in result.stderr
    assert outside.read_text(encoding="utf-8") == WORK


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_where_nothing_may_be_written_it_says_so(folder: Path) -> None:
    (folder / WORK_FILE).parent.chmod(0o500)

    result = new(folder, "fact", FACT)

    (folder / WORK_FILE).parent.chmod(0o700)
    assert result.exit_code == NOT_WRITTEN
    assert "cannot be written (Permission denied); nothing was changed" in result.stderr
