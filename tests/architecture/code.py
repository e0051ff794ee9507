"""The project's own files, for tests about the code."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


def python_files(*houses: str) -> tuple[Path, ...]:
    """Return every Python file of some top folders, in the order of their names."""
    found = (path for house in houses for path in (ROOT / house).rglob("*.py"))
    return tuple(sorted(found))


@cache
def syntax(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def shown(path: Path) -> str:
    """Return a path as seen from the top of the project."""
    return path.relative_to(ROOT).as_posix()


def named_here(path: Path) -> Iterator[str]:
    """Yield the names that a file gives: to classes, functions, arguments and variables."""
    for node in ast.walk(syntax(path)):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                yield name
            case ast.AsyncFunctionDef(name=name) | ast.arg(arg=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name
            case _:
                pass
