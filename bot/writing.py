"""Files of a fact base, written whole or not at all, and only where a change can be seen."""

import errno
import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from time import monotonic, sleep

from knowledge.errors import FootnoteError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PATIENCE = 20.0  # seconds; a run that records every copy takes a few
_PAUSE = 0.05  # seconds between two tries
_TAKEN = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK})
_INSTALLED = frozenset({"site-packages", "dist-packages"})


class NotWrittenError(FootnoteError):
    """Nothing was written; the sentence says why, and what to do instead."""


def working_tree(folder: Path) -> Path:
    """Return the top of the git working tree that the folder lies in.

    NotWrittenError where there is none: a change to a copy that came with an installation is
    lost with the next one, and outside git nobody sees it or can take it back.
    """
    place = Path(os.path.realpath(folder))  # `resolve` raises at a link in a circle
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
    """Keep every other run of ours from writing into a working tree, and wait for its end.

    Between reading a file and putting another in its place, what somebody else wrote would be
    lost. The lock is the system's own and ends with the process; NotWrittenError where another
    run keeps it too long.
    """
    held = _lock_of(tree)
    try:
        end = monotonic() + _PATIENCE
        while not _is_taken(held):
            if monotonic() > end:
                raise NotWrittenError(
                    f"Another footnote is writing into {tree}; nothing was changed. "
                    "Let it end, and try again."
                )
            sleep(_PAUSE)
        yield
    finally:
        os.close(held)


def _lock_of(tree: Path) -> int:
    """Open what is locked: the folder itself, so that nothing is left behind in it."""
    if sys.platform == "win32":  # which opens no folder
        name = sha256(os.fsencode(tree)).hexdigest()[:16]
        path = Path(tempfile.gettempdir()) / f"footnote-{name}.lock"
        return os.open(path, os.O_RDWR | os.O_CREAT)
    return os.open(tree, os.O_RDONLY)


def _is_taken(held: int) -> bool:
    """Take the lock, and tell whether it is ours now; some network drives know none."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _TAKEN
    return True


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
