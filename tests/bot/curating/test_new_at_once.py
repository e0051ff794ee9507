"""`footnote new`: every wrong option in one report."""

from pathlib import Path

import pytest

from tests.bot.curating.started import FACT, NOT_WRITTEN, PROFILE, SOURCE, new, state


def test_every_option_that_is_wrong_is_named_at_once(folder: Path) -> None:
    before = state(folder)
    given = {"id": "work.lamp", "status": "sure", "when": "1961-02-30", "citation": "gull"}

    result = new(folder, "fact", FACT, "--phrasing=?!", **given)

    assert result.exit_code == NOT_WRITTEN
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == [
        *("--id", "--status", "--when", "--phrasing", "--citation"),
    ]
    assert state(folder) == before


def test_every_item_of_a_list_that_is_wrong_is_named(folder: Path) -> None:
    cited = ("--citation=nobody, page 1", "--citation=gull-gazette, page four")

    result = new(folder, "fact", FACT, *cited)

    assert [line.split(":")[0] for line in result.stderr.splitlines()] == ["--citation"] * 2


@pytest.mark.parametrize(
    ("kind", "usual", "given", "options"),
    [
        ("source", SOURCE, {"id": "Buoys", "issued": "May"}, ["--id", "--issued"]),
        ("profile", PROFILE, {"id": "Quill", "name": "O. Fennwick"}, ["--id", "--name"]),
    ],
)
def test_sources_and_profiles_have_all_that_is_wrong_named_too(
    folder: Path, kind: str, usual: dict[str, str], given: dict[str, str], options: list[str]
) -> None:
    result = new(folder, kind, usual, **given)

    assert result.exit_code == NOT_WRITTEN
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == options


def test_what_is_wrong_is_named_before_anything_is_asked_for(folder: Path) -> None:
    result = new(folder, "fact", FACT, statement="", status="sure")

    assert result.exit_code == NOT_WRITTEN
    assert result.stderr.startswith("--status: status is 'sure'")
    assert len(result.stderr.splitlines()) == 1
