"""The fact base as it was last committed, beside the one that is being edited."""

import io
import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from knowledge.base import FactBase
from knowledge.load.folder import read_folder


def committed_base(folder: Path) -> FactBase | None:
    """Return the base of the last commit, as far as it can be read.

    None where there is no git, no working tree, or no commit that holds the folder.
    """
    stored = _archived(folder)
    if stored is None:
        return None
    with TemporaryDirectory() as place:
        with tarfile.open(fileobj=io.BytesIO(stored)) as files:
            for member in files:
                if member.isfile():  # a link may lead anywhere
                    _lay_out(Path(place).resolve(), member.name, files.extractfile(member))
        base, _ = read_folder(Path(place))
    return base


def _lay_out(place: Path, name: str, content: IO[bytes] | None) -> None:
    path = (place / name).resolve()
    if content and path.is_relative_to(place):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.read())


def _archived(folder: Path) -> bytes | None:
    top = _git(folder, "rev-parse", "--show-toplevel")
    below = _git(folder, "rev-parse", "--show-prefix")
    if not top or below is None:
        return None
    # The folder's own tree, so that what it holds stands at the top of the archive.
    tree = f"HEAD:{_path(below).rstrip('/')}"
    return _git(Path(_path(top)), "archive", "--format=tar", tree)


def _path(line: bytes) -> str:
    return os.fsdecode(line).rstrip("\n")


def _git(folder: Path, *arguments: str) -> bytes | None:
    """Return what git says about the folder, or None where it has nothing to say."""
    git = shutil.which("git")
    if git is None:
        return None
    try:
        said = subprocess.run(  # noqa: S603 -- no word of it is typed by anybody
            [git, "-C", str(folder), *arguments],
            capture_output=True,
            check=True,
            env=_environment(),
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return said.stdout


def _environment() -> dict[str, str]:
    """Leave out what git tells its hooks: the folder alone says which repository is meant."""
    told = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"}
    return {name: value for name, value in os.environ.items() if name not in told}
