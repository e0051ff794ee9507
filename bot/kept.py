"""What the last start worked out, kept for the next one: a sound base's index and calibration.

The index of a release is the same whenever it is built from the same content by the same code,
and so is what its labelled questions show, so both name the file. It lies in the operator's own
cache folder, and is read only where nobody else may write; what cannot be read is built again.
"""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import NamedTemporaryFile

import knowledge
from bot.mapped import read_mapped, write_mapped
from knowledge.evaluate.calibrate import Point
from knowledge.index.build import Index
from knowledge.release import Release, View

_OWNER_ONLY = 0o700
_FILES_KEPT = 8  # of a kind; the oldest give way
_INDEX, _POINTS = ".index", ".points"


def kept_index(release: Release, view: View) -> Index | None:
    """Return the index that an earlier start built for just this content, or None."""
    found = _kept(release, view, _INDEX)
    if not isinstance(found, Index):
        return None
    return replace(found, vectors=view.base.lexicon.vectors)


def keep_index(release: Release, view: View) -> None:
    """Keep the view's index for the next start; where that cannot be, nothing changes."""
    # The model behind the vectors is large, and every start loads it with the base.
    _keep(release, view, _INDEX, replace(view.index, vectors=None))


def kept_points(release: Release) -> tuple[Point, ...] | None:
    """Return what an earlier start found the open labelled questions to show, or None."""
    found = _kept(release, release.withheld, _POINTS)
    if not isinstance(found, tuple) or not all(isinstance(each, Point) for each in found):
        return None
    return found


def keep_points(release: Release, points: tuple[Point, ...]) -> None:
    """Keep what the open labelled questions show, as an index is kept."""
    _keep(release, release.withheld, _POINTS, points)


def _kept(release: Release, view: View, kind: str) -> object:
    try:
        path = _file(release, view, kind)
        if not _is_ours(path.parent) or not _is_ours(path):
            return None
        return read_mapped(path)
    except Exception:  # noqa: BLE001 whatever is wrong with it, it is built again
        return None


def _keep(release: Release, view: View, kind: str, made: object) -> None:
    with suppress(OSError, RuntimeError):  # a full or read-only disk, a user without a home
        path = _file(release, view, kind)
        path.parent.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
        if not _is_ours(path.parent):
            return
        with (
            NamedTemporaryFile(dir=path.parent, delete=False) as written,
            _no_rest(written.name),
        ):
            write_mapped(made, written)
            written.close()
            Path(written.name).replace(path)
        _forget_oldest(path.parent, kind)


@contextmanager
def _no_rest(name: str) -> Iterator[None]:
    """Leave no half-written file behind."""
    try:
        yield
    finally:
        Path(name).unlink(missing_ok=True)


def _file(release: Release, view: View, kind: str) -> Path:
    """Name the file by the whole release too: it is sound with all its facts or not at all."""
    home = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if not home.is_absolute():  # as the XDG base directory specification has it
        home = Path.home() / ".cache"
    return home / "footnote" / f"{release.name}-{view.name}-{_code()}{kind}"


@cache
def _code() -> str:
    """Return what names this code: its bytes, the interpreter, what builds and compares."""
    found = sha256(sys.version.encode())
    for path in sorted(Path(knowledge.__file__).parent.rglob("*.py")):
        found.update(path.read_bytes())
    for library in ("anyascii", "numpy", "PyStemmer", "rapidfuzz", "model2vec"):
        with suppress(PackageNotFoundError):  # word vectors are an extra
            found.update(version(library).encode())
    return found.hexdigest()[:12]


def _is_ours(path: Path) -> bool:
    """Tell whether only this user can have written there."""
    if not hasattr(os, "getuid"):  # Windows keeps a user's folder by itself
        return path.exists()
    held = path.lstat()
    others = stat.S_IWGRP | stat.S_IWOTH
    is_plain = stat.S_ISREG(held.st_mode) or stat.S_ISDIR(held.st_mode)  # no link, no pipe
    return is_plain and held.st_uid == os.getuid() and not held.st_mode & others


def _forget_oldest(folder: Path, kind: str) -> None:
    files = sorted(folder.glob(f"*{kind}"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[_FILES_KEPT:]:
        path.unlink(missing_ok=True)
