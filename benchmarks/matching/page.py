"""docs/benchmarks.md, written from what was measured."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.matching.store import Store
from benchmarks.matching.tables import Sheet, sheets

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"
INTRODUCTION = Path(__file__).with_name("page.md")


def written(store: Store) -> str:
    """Return the page."""
    parts = [
        INTRODUCTION.read_text(encoding="utf-8"),
        _circumstances(store),
        *(_markdown(s) for s in sheets(store) if s.rows),
    ]
    return "\n".join(parts)


def _circumstances(store: Store) -> str:
    versions = ", ".join(f"{name} {number}" for name, number in sorted(store.versions.items()))
    machines = "; ".join(store.machines)
    return f"## Where and with what\n\nMachine: {machines}.\n\nVersions: {versions}.\n"


def _markdown(sheet: Sheet) -> str:
    return "\n".join((f"## {sheet.title[:1].upper()}{sheet.title[1:]}", "", *_table(sheet), ""))


def _table(sheet: Sheet) -> Iterator[str]:
    yield _line(sheet.heads)
    yield _line(("---", *("--:" for _ in sheet.heads[1:])))
    yield from (_line(row) for row in sheet.rows)


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
