"""The invented base in a git repository, for tests of what curators do in one."""

import os
import shutil
import subprocess
from pathlib import Path

from tests.bot.keepers import write_keepers

NOBODY = {
    "GIT_AUTHOR_NAME": "Nobody",
    "GIT_AUTHOR_EMAIL": "nobody@example.org",
    "GIT_COMMITTER_NAME": "Nobody",
    "GIT_COMMITTER_EMAIL": "nobody@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, as nobody in particular, and return what it says."""
    command = shutil.which("git")
    assert command, "these tests need git"
    return subprocess.run(  # noqa: S603 -- our own command
        [command, "-C", str(folder), *arguments],
        env={**os.environ, **NOBODY},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def commit(folder: Path) -> None:
    """Commit everything that lies in a repository."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Keep this state")


def committed_keepers(top: Path) -> Path:
    """Write the invented base into a new repository, commit it, and return its folder."""
    folder = write_keepers(top / "base" / "profiles")
    git(top, "init", "--quiet")
    commit(top)
    return folder
