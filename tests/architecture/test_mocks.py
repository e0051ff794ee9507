import ast
from pathlib import Path

import pytest

from tests.architecture.code import python_files, shown, syntax

MOCKS = {"Mock", "MagicMock", "AsyncMock", "NonCallableMock", "NonCallableMagicMock"}
SPECS = {"spec", "spec_set", "wraps"}
TESTS = python_files("tests")


def loose_mocks(tree: ast.AST) -> list[int]:
    """Return the lines of mocks that would answer to any name, misspelled ones included."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [
        call.lineno
        for call in calls
        if _called(call.func) in MOCKS
        and not call.args
        and not SPECS & {keyword.arg for keyword in call.keywords}
    ]


def _called(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


@pytest.mark.parametrize("path", TESTS, ids=shown)
def test_every_mock_has_a_spec(path: Path) -> None:
    assert loose_mocks(syntax(path)) == []


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("Mock()", [1]),
        ("x = 1\nmock.AsyncMock(return_value=3)", [2]),
        ("Mock(spec=int)", []),
        ("Mock(int)", []),
        ("MagicMock(spec_set=int)", []),
    ],
)
def test_a_mock_without_a_spec_is_found(code: str, lines: list[int]) -> None:
    assert loose_mocks(ast.parse(code)) == lines
