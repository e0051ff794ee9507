"""`footnote new`: every wrong option in one report, and two runs at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.curating.starting import open_base
from bot.writing import NotWrittenError, alone_in
from knowledge.load.folder import load_folder
from tests.bot.curating.started import FACT, NOT_WRITTEN, PROFILE, SOURCE, new, state

RUNS = 8


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


def test_of_several_runs_at_once_none_loses_what_another_wrote(folder: Path) -> None:
    runs = [open_base(folder) for _ in range(RUNS)]

    def add(number: int) -> Path:
        values = {"id": f"buoy-{number}", "type": "book", "title": f"Buoy {number}"}
        return runs[number].add_source(None, values)

    with ThreadPoolExecutor(RUNS) as pool:
        list(pool.map(add, range(RUNS)))

    assert {f"buoy-{number}" for number in range(RUNS)} <= {*load_folder(folder).sources}


def test_a_run_waits_for_the_one_that_writes(folder: Path) -> None:
    working = open_base(folder)
    values = {"id": "buoy-book", "type": "book", "title": "Buoys"}

    with ThreadPoolExecutor(1) as pool:
        with alone_in(working.tree):
            waiting = pool.submit(working.add_source, None, values)
            before = load_folder(folder).sources
        waiting.result()

    assert "buoy-book" not in before
    assert "buoy-book" in load_folder(folder).sources


def test_what_another_run_has_started_meanwhile_is_not_written_again(folder: Path) -> None:
    working = open_base(folder)
    source = {"id": "buoy-book", "type": "book", "title": "Buoys"}
    profile = {"id": "ines-quill", "name": "Ines Quill", "description": "buoy painter"}
    open_base(folder).add_source(None, source)
    open_base(folder).add_profile(profile)
    before = state(folder)

    with pytest.raises(NotWrittenError, match="buoy-book is there already"):
        working.add_source(None, source)
    with pytest.raises(NotWrittenError, match="is there already; nothing was written"):
        working.add_profile(profile)

    assert state(folder) == before
