"""`footnote cite`: a citation to paste on one stream, the sentences to read on the other."""

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.app import cli
from knowledge.model.fact import Citation
from tests.bot.archived import Archived, write_archived

DONE, CANNOT_RUN = 0, 2


@pytest.fixture
def base(tmp_path: Path) -> Archived:
    return write_archived(tmp_path)


def cite(base: Archived, *arguments: str) -> Result:
    given = ("--profiles", str(base.profiles), "cite", "--archive", str(base.archive))
    return CliRunner().invoke(cli, [*given, *arguments])


def pasted(line: str) -> Citation:
    (citation,) = tomllib.loads(f"citations = [{line}]")["citations"]
    return Citation.model_validate(citation)


@pytest.mark.parametrize(
    ("lines", "locator"),
    [
        (("3",), "line 3"),
        (("3.2",), "line 3 sentence 2"),
        (("3.1-2",), "line 3 sentences 1-2"),
        (("3-5",), "lines 3-5"),
        (("line", "3", "sentence", "2"), "line 3 sentence 2"),
        (("section Lamps, lines 3-3 ",), "section Lamps, line 3"),
    ],
)
def test_a_citation_is_ready_to_paste(
    base: Archived, lines: tuple[str, ...], locator: str
) -> None:
    result = cite(base, "gull-gazette", *(line.strip() for line in lines))

    assert result.exit_code == DONE
    assert pasted(result.stdout) == Citation(source="gull-gazette", locator=locator)


def test_what_is_cited_there_is_cited_via_it(base: Archived) -> None:
    result = cite(base, "harbor-log", "2", "--of", "tide-notes")

    assert pasted(result.stdout) == Citation(
        source="tide-notes", via="harbor-log", via_locator="line 2"
    )


def test_the_sentences_are_shown_and_never_stand_in_what_is_redirected(base: Archived) -> None:
    result = cite(base, "gull-gazette", "3.2")

    assert "Tern Island" in result.stderr
    assert "The lamp was lit at dusk." in result.stderr
    assert "Tern" not in result.stdout
    assert result.stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("gull-gazette", "9"), "no sentence at line 9; the last line is 5"),
        (("gull-gazette", "2"), "no sentence at line 2"),
        (("gull-gazette", "3.9"), "no sentence at line 3 sentence 9"),
        (("gull-gazette", "0"), "count from 1"),
        (("gull-gazette", "3-2"), "the smaller number first"),
        (("gull-gazette", "3-5.1"), "counts sentences across lines"),
        (("gull-gazette", "page 3"), "no sentence at page 3"),
        (("gull-gazette", "the end"), "in brief: 53, 53-54, 53.2 or 53.2-4"),
        (("tide-notes", "1"), "names no stored copy"),
        (("nobody", "1"), "the sources are gull-gazette, harbor-log, tide-notes"),
        (("gull-gazette", "3", "--of", "nobody"), "There is no source 'nobody'"),
        (("gull-gazette",), "LINES"),
    ],
)
def test_what_cannot_be_cited_ends_with_two(
    base: Archived, arguments: tuple[str, ...], words: str
) -> None:
    result = cite(base, *arguments)

    assert result.exit_code == CANNOT_RUN
    assert words in result.stderr
    assert result.stdout == ""


def test_a_copy_that_cannot_be_used_is_named_with_its_remedy(base: Archived) -> None:
    base.store("gull.txt", b"\xff")
    result = cite(base, "gull-gazette", "3")

    assert result.exit_code == CANNOT_RUN
    assert "gull.txt is not UTF-8; save it as UTF-8." in result.stderr
