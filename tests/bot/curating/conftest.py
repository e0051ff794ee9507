from pathlib import Path

import pytest

from tests.bot.repository import committed_keepers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an invented base, committed to a repository of its own."""
    return committed_keepers(tmp_path)
