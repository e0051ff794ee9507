"""One TOML file in, its table or its problems out."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.errors import Problem

LARGEST_FILE = 8_000_000  # bytes; a facts file of this size is a mistake, not a topic


@dataclass
class Reader:
    """Reads the files of one folder and keeps every problem that it meets."""

    folder: Path
    problems: list[Problem] = field(default_factory=list)

    def table(self, path: Path, *, optional: bool = False) -> Mapping[str, object]:
        """Return the file's table; an empty one, and a problem, where it cannot be read."""
        if optional and not path.exists():
            return {}
        text = self._text(path)
        if text is None:
            return {}
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            self.add(path, "", f"is not valid TOML: {error}", "mend the line that it names")
        except RecursionError:
            self.add(path, "", "nests its tables too deep", "write facts as [[fact]] blocks")
        return {}

    def add(self, path: Path, fact: str, wrong: str, remedy: str) -> None:
        """Keep one problem of a file."""
        self.problems.append(Problem(self.shown(path), fact, wrong, remedy))

    def shown(self, path: Path) -> str:
        """Return a path as the curator knows it: from the profiles folder on."""
        return path.relative_to(self.folder).as_posix() if path != self.folder else str(path)

    def line_of(self, path: Path, id_: str) -> int | None:
        """Return the line on which a record's id stands, where it can be found."""
        text = self._text(path) if id_ else None
        for number, line in enumerate((text or "").splitlines(), 1):
            if line.strip().replace(" ", "").startswith((f'id="{id_}"', f"id='{id_}'")):
                return number
        return None

    def _text(self, path: Path) -> str | None:
        try:
            if path.stat().st_size > LARGEST_FILE:
                self.add(path, "", "is larger than 8 MB", "split it by topic")
                return None
            return path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.add(path, "", f"is not UTF-8 (byte {error.start})", "save it as UTF-8")
        except FileNotFoundError:
            self.add(path, "", "is not there", "add it; see README.md in the profiles folder")
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.add(path, "", f"cannot be read ({reason})", "mend its permissions")
        return None
