"""One TOML file in, its table or its problems out."""

import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.errors import FootnoteError, Problem
from knowledge.load.toml import TomlError, read_toml
from knowledge.text.fold import clean

LARGEST_FILE = 8_000_000  # bytes; a facts file of this size is a mistake, not a topic


class UnreadableError(FootnoteError):
    """A file that is not read: what is wrong with it, and what to do about it."""

    def __init__(self, wrong: str, remedy: str) -> None:
        super().__init__(f"{wrong}; {remedy}")
        self.wrong = wrong
        self.remedy = remedy


@dataclass
class Reader:
    """Reads the files of one folder and keeps every problem that it meets."""

    folder: Path
    problems: list[Problem] = field(default_factory=list)
    unread: set[tuple[str, str]] = field(default_factory=set)
    """File and id of what is broken; no id where it is the whole file, or not known."""

    def table(self, path: Path, *, optional: bool = False) -> Mapping[str, object] | None:
        """Return the file's table; None, and a problem, where it cannot be read.

        An optional file that is not there is an empty table.
        """
        if optional and not os.path.lexists(path):
            return {}
        text = self.text(path)
        try:
            if text is not None:
                return read_toml(text)
        except TomlError as error:
            self.add(path, "", error.wrong, error.remedy)
        self.leave(path)
        return None

    def children(self, folder: Path, *, optional: bool = False) -> tuple[Path, ...]:
        """Return what a folder holds, hidden files left out, in the order of names."""
        if optional and not os.path.lexists(folder):
            return ()
        try:
            found = sorted(folder.iterdir())
        except FileNotFoundError:
            self.add(folder, "", "is not there", "start the first with footnote new fact")
        except NotADirectoryError:
            self.add(folder, "", "is no folder", "put a folder in its place")
        except OSError as error:
            self.add(folder, "", *_unreadable(error))
        else:
            return tuple(path for path in found if not path.name.startswith((".", "_")))
        self.leave(folder)
        return ()

    def add(self, path: Path, fact: str, wrong: str, remedy: str) -> None:
        """Keep one problem of a file."""
        self.problems.append(Problem(self.shown(path), fact, clean(wrong), clean(remedy)))

    def leave(self, path: Path, id_: str = "") -> None:
        """Keep in mind that a record, or all that a file holds, is left out."""
        self.unread.add((self.shown(path), id_))

    def shown(self, path: Path) -> str:
        """Return a path as the curator knows it: from the profiles folder on."""
        name = path.relative_to(self.folder).as_posix() if path != self.folder else str(path)
        return name.encode("utf-8", "backslashreplace").decode()

    def with_line(self, what: str, path: Path, id_: str, nth: int = 0) -> str:
        """Return some words with the line on which a record's id stands, if it can be found.

        Of several records of one id in a file, `nth` counts from 0.
        """
        text = (self.text(path) if id_ else None) or ""
        pattern = rf"^\s*id\s*=\s*[\"']{re.escape(id_)}[\"']"
        ends = [found.end() for found in re.finditer(pattern, text, re.MULTILINE)]
        if nth >= len(ends):
            return what
        return f"{what} (line {text.count(chr(10), 0, ends[nth]) + 1})"

    def text(self, path: Path) -> str | None:
        """Return what a file holds; None, and a problem, where it cannot be read."""
        try:
            return file_text(path)
        except UnreadableError as error:
            self.add(path, "", error.wrong, error.remedy)
        return None


def file_text(path: Path) -> str:
    """Return what a file holds, as UTF-8; UnreadableError where that cannot be."""
    try:
        return file_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"is not UTF-8 (byte {error.start})", "save it as UTF-8"
        ) from error


def file_bytes(path: Path) -> bytes:
    """Return the bytes of an ordinary file of no unheard-of size; else UnreadableError."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise UnreadableError("is a folder", "put a file in its place, or rename it")
        if not stat.S_ISREG(found.st_mode):  # a pipe or a device would never end
            raise UnreadableError("is no ordinary file", "put a file in its place")
        if found.st_size > LARGEST_FILE:
            raise UnreadableError("is larger than 8 MB", "split it by topic")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError("is not there", "add it, or take its folder away") from error
    except OSError as error:
        raise UnreadableError(*_unreadable(error)) from error


def _unreadable(error: OSError) -> tuple[str, str]:
    reason = error.strerror or type(error).__name__
    return f"cannot be read ({reason})", "mend its permissions, or what it links to"
