"""Fixtures of the laws: the invented base and the shipped one, opened once."""

import pytest

from knowledge.base import FactBase
from knowledge.release import Release
from tests.knowledge.islanders import make_islanders


@pytest.fixture(scope="session")
def islanders() -> Release:
    return Release(make_islanders())


@pytest.fixture(scope="session")
def shipped_release(shipped: FactBase) -> Release:
    return Release(shipped)
