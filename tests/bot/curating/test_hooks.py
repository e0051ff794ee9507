"""The hooks of the page on curating, as a curator takes them over."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.app import cli
from tests.architecture.code import ROOT
from tests.bot.repository import commit, git

PAGE = (ROOT / "docs" / "curate.md").read_text(encoding="utf-8")
MANIFEST = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
WORK = "base/profiles/odalys-fennwick/facts/work.toml"


@pytest.fixture
def repository(folder: Path) -> Path:
    """Return a repository with a base in it, and the hook of the page in its place."""
    top = folder.parents[1]
    (script,) = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    ours = script.replace(".venv/bin/footnote", f'"{sys.executable}" -m bot')
    hook = top / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(ours.replace("knowledge/profiles", "base/profiles"), encoding="utf-8")
    hook.chmod(0o755)
    return top


def commits(top: Path) -> int:
    return len(git(top, "log", "--oneline").splitlines())


def edit(top: Path, old: str, new: str) -> None:
    text = (top / WORK).read_text(encoding="utf-8")
    (top / WORK).write_text(text.replace(old, new), encoding="utf-8")


def test_the_plain_hook_lets_a_sound_base_through(repository: Path) -> None:
    edit(repository, "tended", "kept")

    commit(repository)

    assert commits(repository) == 2


def test_the_plain_hook_keeps_a_broken_base_from_being_committed(repository: Path) -> None:
    edit(repository, "statement", "statment")

    with pytest.raises(subprocess.CalledProcessError) as refused:
        commit(repository)

    assert "has an unknown key 'statment'; write 'statement'" in (
        refused.value.stdout + refused.value.stderr
    )
    assert commits(repository) == 1


def test_the_plain_hook_checks_what_is_committed_and_not_what_lies_there(
    repository: Path,
) -> None:
    edit(repository, "tended", "kept")
    git(repository, "add", "--all")
    edit(repository, "statement", "statment")

    git(repository, "commit", "--quiet", "--message", "Keep this state")

    assert commits(repository) == 2


def test_the_plain_hook_is_silent_about_everything_else(repository: Path) -> None:
    edit(repository, "statement", "statment")
    (repository / "notes.txt").touch()
    git(repository, "add", "notes.txt")

    git(repository, "commit", "--quiet", "--message", "Keep notes")

    assert commits(repository) == 2


def test_the_hook_of_pre_commit_calls_the_command_as_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    (arguments,) = re.findall(r"^  args: \[(.*)\]$", MANIFEST, re.MULTILINE)

    result = CliRunner().invoke(cli, arguments.split(", "))

    assert "- id: footnote-check\n" in MANIFEST
    assert "- id: footnote-check\n" in PAGE
    assert "  entry: footnote\n" in MANIFEST
    assert result.exit_code == 0
    assert "nothing to mend" in result.output
