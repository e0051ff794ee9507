"""A cited place that is not in its copy, as `verify`, `verify --record` and `check` name it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.app import cli
from tests.bot.archived import Archived, write_archived

PAGE = 'names a page, and a stored copy has lines; cite the line: "line 3 sentence 1"'


@pytest.fixture
def base(tmp_path: Path) -> Archived:
    return write_archived(tmp_path)


def run(base: Archived, *verb: str) -> Result:
    given = ("--profiles", str(base.profiles), *verb, "--archive", str(base.archive))
    return CliRunner().invoke(cli, given)


def cite_instead(base: Archived, locator: str) -> None:
    storm = base.profiles / "odalys-fennwick/facts/storm.toml"
    text = storm.read_text(encoding="utf-8")
    storm.write_text(text.replace("line 5 sentence 2", locator), encoding="utf-8")


@pytest.mark.parametrize(
    ("locator", "why"),
    [
        ("page 1", PAGE),
        ("line 99", "is not in the stored copy, which has 5 lines; mend the locator"),
        ("line 3 sentence 9", "stored copy, where line 3 has 3 sentences; mend the locator"),
        ("line 2", "is empty in the stored copy; mend the locator: footnote cite prints one"),
    ],
)
def test_a_place_that_is_not_in_a_copy_is_named_with_its_fact_and_what_to_write(
    base: Archived, locator: str, why: str
) -> None:
    cite_instead(base, locator)

    plain, recording = run(base, "verify"), run(base, "verify", "--record")

    for said in (plain.stdout, recording.stderr, recording.stdout):
        flat = " ".join(said.split())
        assert f"{locator} " in flat
        assert why in flat
        assert "odalys-fennwick/storm.rescue" in flat
    assert "gull-gazette was never recorded; mend the missing places, then footnote" in (
        " ".join(plain.stdout.split())
    )


def test_a_check_remarks_on_a_place_that_is_not_in_a_copy(base: Archived) -> None:
    cite_instead(base, "page 1")

    said = run(base, "check").stdout

    assert f"storm.rescue: cites page 1 of gull-gazette, which {PAGE}\n" in said
