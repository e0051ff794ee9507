"""Results in one JSON file, written after each row, so that a run can be taken up again."""

import json
import platform
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from math import isfinite
from pathlib import Path
from typing import NamedTuple, TypeAlias, TypedDict

Row: TypeAlias = Mapping[str, float | None]
"""Figures by name; None where there is none."""
KINDS = ("quality", "speed")


class Key(NamedTuple):
    """What a row is about."""

    kind: str
    """One of KINDS."""
    task: str
    peer: str
    run: str
    """The seed."""


class Store:
    """Rows by kind, task, peer and run; what is there need not be measured again."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.rows: dict[Key, Row] = {}
        self.versions: dict[str, str] = {}
        self.machines: list[str] = [machine()]
        if path and path.exists():
            self._read(json.loads(path.read_text(encoding="utf-8")))

    def add(self, key: Key, row: Row, packages: Iterable[str] = ()) -> None:
        """Keep a row, with the versions of what it was measured with."""
        self.rows[key] = {name: _plain(value) for name, value in row.items()}
        self.versions.update(_versions(packages))
        self._write()

    def take_in(self, other: "Store") -> None:
        """Take over the rows of another file; where both have one, the other's holds."""
        self.rows.update(other.rows)
        self.versions.update(other.versions)
        self.machines = list(dict.fromkeys((*self.machines, *other.machines)))
        self._write()

    def _write(self) -> None:
        if self.path:
            part = self.path.with_suffix(".part")
            part.write_text(json.dumps(self._written(), indent=1), encoding="utf-8")
            part.replace(self.path)

    def of(self, kind: str, task: str, peer: str) -> list[Row]:
        """Return the rows of one peer on one task."""
        return [row for key, row in self.rows.items() if key[:3] == (kind, task, peer)]

    def mean(self, kind: str, task: str, peer: str, name: str) -> float | None:
        """Return the mean of one figure over the runs that have it."""
        found = (row.get(name) for row in self.of(kind, task, peer))
        held = [value for value in found if value is not None]
        return sum(held) / len(held) if held else None

    def tasks(self, kind: str) -> list[str]:
        """Return the tasks that have rows, as they came."""
        return list(dict.fromkeys(key.task for key in self.rows if key.kind == kind))

    def peers(self, kind: str) -> list[str]:
        """Return the peers that have rows, as they came."""
        return list(dict.fromkeys(key.peer for key in self.rows if key.kind == kind))

    def _read(self, held: "Written") -> None:
        self.rows = {
            Key(each["kind"], each["task"], each["peer"], each["run"]): each["figures"]
            for each in held["rows"]
        }
        self.versions = held["versions"]
        self.machines = list(dict.fromkeys((*held["machines"], *self.machines)))

    def _written(self) -> "Written":
        rows = [
            WrittenRow(kind=key.kind, task=key.task, peer=key.peer, run=key.run, figures=row)
            for key, row in self.rows.items()
        ]
        return Written(machines=self.machines, versions=self.versions, rows=rows)


class WrittenRow(TypedDict):
    """A row as the file has it."""

    kind: str
    task: str
    peer: str
    run: str
    figures: Row


class Written(TypedDict):
    """What the file holds."""

    machines: list[str]
    versions: dict[str, str]
    rows: list[WrittenRow]


def machine() -> str:
    """Return what this machine is, without its name."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    models = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    named = f"{len(models)} × {models[0]}" if models else platform.machine()
    return f"{named}, {platform.system()}, Python {platform.python_version()}"


def _versions(packages: Iterable[str]) -> Iterator[tuple[str, str]]:
    for package in packages:
        try:
            yield package, version(package)
        except PackageNotFoundError:  # not a distribution: it says its own version
            name, _, number = package.partition(" ")
            yield name, number


def _plain(value: float | None) -> float | None:
    return value if value is None or isfinite(value) else None
