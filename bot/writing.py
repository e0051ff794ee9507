"""Files of a fact base, written whole or not at all, and only where a change can be seen."""

import fcntl
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from knowledge.errors import FootnoteError

_INSTALLED = frozenset({"site-packages", "dist-packages"})


class NotWrittenError(FootnoteError):
    """Nothing was written; the sentence says why, and what to do instead."""


def working_tree(folder: Path) -> Path:
    """Return the top of the git working tree that the folder lies in.

    NotWrittenError where there is none: a change to a copy that came with an installation is
    lost with the next one, and outside git nobody sees it or can take it back.
    """
    place = folder.resolve()
    if not _INSTALLED.isdisjoint(place.parts):
        raise NotWrittenError(
            f"{folder} is an installed copy, in which nothing is written; "
            "clone the fact base, and name its folder of profiles with --profiles."
        )
    for above in (place, *place.parents):
        if (above / ".git").exists():
            return above
    raise NotWrittenError(
        f"{folder} lies in no git working tree, where a change could be seen and taken back; "
        "run git init there, or name another folder of profiles with --profiles."
    )


@contextmanager
def alone_in(tree: Path) -> Iterator[None]:
    """Wait until no other run of ours writes into a working tree, and keep others waiting.

    Between reading a file and putting another in its place, what somebody else wrote would be
    lost. The lock is on the folder itself, and ends with the process.
    """
    held = os.open(tree, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network drives know no locks
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def write_whole(path: Path, content: bytes) -> None:
    """Put the content in place in one step; NotWrittenError, and no trace, where that fails.

    A link stays one: what it leads to is written.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():  # a device would be replaced by a file
        raise NotWrittenError(
            f"{path} is no ordinary file; nothing was changed. Name another file."
        )
    try:
        with _new_folders(target.parent), _beside(target) as written:
            with written.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, written)
            written.replace(target)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise NotWrittenError(
            f"{path} cannot be written ({reason}); nothing was changed. "
            "Mend the permissions or the disk, and try again."
        ) from error


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Name a hidden file beside the target, which no reader takes for part of the base."""
    written = target.with_name(f".{secrets.token_hex(8)}.new")
    try:
        yield written
    finally:
        written.unlink(missing_ok=True)


@contextmanager
def _new_folders(folder: Path) -> Iterator[None]:
    """Make what is missing of a folder, and take it away again where nothing comes into it."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for path in missing:
            with suppress(OSError):  # somebody else put something there
                path.rmdir()
        raise
