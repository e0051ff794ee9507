"""The archive: a folder of stored copies, read only.

`read_copy(folder, source)` is what everybody calls: a `Copy`, a `Fault`, or None where the
source names no copy. Nothing that lies there raises.
"""

import os
import re
import stat
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from knowledge.archive.copies import Copy, Fault
from knowledge.model.source import Source

LARGEST_COPY = 16_000_000  # bytes: ten times a long book; the words of a fault name it
LONGEST_LINE = 50_000  # characters: more than any paragraph; a locator in it would lead nowhere
LONGEST_RUN = 1_000  # characters; longer ones take the counting of sentences seconds
_BYTE_ORDER_MARK = "\ufeff"
# UTF-16 and UTF-32 begin so; without a mark their zero bytes make them look like no text.
_OTHER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
# Control characters that no text needs: all but tab, line ends, form feed and escape.
_RUN = re.compile(r"[.!?…]++|(?:\[\d+\])++")  # dots, or reference marks, in a row
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read_copies(folder: Path, sources: Iterable[Source]) -> Mapping[str, Copy | Fault]:
    """Return what the archive holds of each source that names a copy, by the source's id."""
    found = ((source.id, read_copy(folder, source)) for source in sources)
    return {id_: copy for id_, copy in found if copy is not None}


def read_copy(folder: Path, source: Source) -> Copy | Fault | None:
    """Return the stored copy of a source, or why it cannot be used; None where it has none."""
    if source.archive is None:
        return None
    found = _bytes(folder, source.archive)
    return found if isinstance(found, Fault) else _copy(found)


def _bytes(folder: Path, name: str) -> bytes | Fault:
    if not _is_plain(name):
        return Fault.OUTSIDE
    path = folder / name
    try:
        return _read(path) if _lies_in(folder, path) else Fault.OUTSIDE
    except FileNotFoundError:
        return Fault.MISSING
    except (OSError, ValueError):  # the latter where a name cannot be one of a file
        return Fault.UNREADABLE


def _is_plain(name: str) -> bool:
    """Tell whether a name is that of a file in the folder itself, on every system."""
    return name not in {"", ".", ".."} and not set(name) & set("/\\")


def _lies_in(folder: Path, path: Path) -> bool:
    """Tell whether a file, and what it links to, lies in the folder or below it."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _read(path: Path) -> bytes | Fault:
    held = path.stat()
    if not stat.S_ISREG(held.st_mode):  # a pipe or a device would never end
        return Fault.NO_FILE
    if held.st_size > LARGEST_COPY:
        return Fault.TOO_LARGE
    with path.open("rb") as file:
        found = file.read(LARGEST_COPY + 1)  # it may have grown since it was measured
    return found if len(found) <= LARGEST_COPY else Fault.TOO_LARGE


def _copy(found: bytes) -> Copy | Fault:
    if found.startswith(_OTHER_MARKS):
        return Fault.OTHER_ENCODING
    if b"\0" in found or found.startswith(b"%PDF"):
        return Fault.BINARY
    try:
        text = found.decode()
    except UnicodeDecodeError:
        return Fault.OTHER_ENCODING
    if _NO_TEXT.search(text) or any(len(run[0]) > LONGEST_RUN for run in _RUN.finditer(text)):
        return Fault.BINARY
    lines = _lines(text.removeprefix(_BYTE_ORDER_MARK))
    if any(len(line) > LONGEST_LINE for line in lines):
        return Fault.LONG_LINE
    return Copy(lines, sha256(found).hexdigest())


def _lines(text: str) -> tuple[str, ...]:
    """Split a text into lines, whichever system wrote it.

    Where a line feed ends lines, only that does, as `cat -n` has it, and a carriage return
    before it belongs to the line end; in a text without any, carriage returns end the lines.
    """
    end = "\n" if "\n" in text else "\r"
    lines = text.split(end)
    if not lines[-1]:  # what stands behind the last line end is no line
        lines.pop()
    return tuple(line.rstrip("\r") for line in lines)
