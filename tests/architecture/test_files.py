from pathlib import Path

import pytest

from tests.architecture.code import python_files, shown

LONGEST = 300  # lines that can be read in one sitting
HOUSES = ("bot", "knowledge", "tests")
DRAWERS = {"utils", "helpers", "common", "core", "services", "util", "misc"}


@pytest.mark.parametrize("path", python_files(*HOUSES), ids=shown)
def test_no_file_is_longer_than_can_be_read_in_one_sitting(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")

    assert lines <= LONGEST


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    drawers = [shown(path) for path in python_files(*HOUSES) if path.stem in DRAWERS]

    assert drawers == []


def test_packages_re_export_nothing() -> None:
    full = [
        shown(path)
        for path in python_files(*HOUSES)
        if path.name == "__init__.py" and path.read_text(encoding="utf-8").strip()
    ]

    assert full == []
