"""Several commands that write into one base at once."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.writing import NotWrittenError, alone_in, working_tree
from knowledge.load.folder import load_folder
from tests.bot.archived import write_archived
from tests.bot.repository import git

PAUSED = """
import sys
from pathlib import Path
from bot.writing import alone_in

with alone_in(Path(sys.argv[1])):
    print("taken", flush=True)
    sys.stdin.read()
"""


def started(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 -- our own program
        [sys.executable, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@contextmanager
def writing(tree: Path) -> Iterator[subprocess.Popen[str]]:
    """Let another process be alone in a working tree."""
    other = started("-c", PAUSED, str(tree))
    with other:
        assert other.stdout
        assert other.stdout.readline() == "taken\n"
        yield other
        other.kill()


def test_no_run_loses_what_another_wrote_at_the_same_time(folder: Path) -> None:
    buoys = folder.parent / "buoys.json"
    items = [{"id": f"buoy-{n}", "type": "book", "title": f"Buoy {n}"} for n in range(60)]
    buoys.write_text(json.dumps(items), encoding="utf-8")
    given = ("--type", "book", "--title")
    runs = [
        ("import", str(buoys)),
        *(("new", "source", "--id", f"lamp-{n}", *given, f"Lamp {n}") for n in range(3)),
    ]
    whole = ("-m", "bot", "--profiles", str(folder))
    running = [started(*whole, *run) for run in runs]
    said = {run.communicate()[0]: run.returncode for run in running}

    added = {*(f"buoy-{n}" for n in range(60)), "lamp-0", "lamp-1", "lamp-2"}
    assert {*said.values()} == {0}, said
    assert added <= {*load_folder(folder).sources}


def test_what_is_recorded_waits_for_what_another_run_writes(tmp_path: Path) -> None:
    base = write_archived(tmp_path)
    git(tmp_path, "init", "--quiet")
    words = ("-m", "bot", "--profiles", str(base.profiles), "verify", "--record")
    with writing(working_tree(base.profiles)) as other:
        recording = started(*words, "--archive", str(base.archive))
        with pytest.raises(subprocess.TimeoutExpired):
            recording.wait(4)
        is_written_too_early = base.lock.exists()
        other.kill()
        recording.communicate()

    assert not is_written_too_early
    assert base.lock.exists()


def test_the_lock_ends_with_the_process_that_held_it(folder: Path) -> None:
    tree = working_tree(folder)
    with writing(tree) as other:
        other.kill()
        other.wait()
        with alone_in(tree):
            pass


def test_who_waits_too_long_is_told_plainly_and_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = working_tree(folder)
    monkeypatch.setattr("bot.writing._PATIENCE", 0.1)
    with (
        writing(tree),
        pytest.raises(NotWrittenError, match=r"is writing into .* nothing was changed"),
        alone_in(tree),
    ):
        pytest.fail("two were alone at once")
