"""How to choose a fixture.

Build what a test is about with `tests.knowledge.make`: most tests need one or two facts.
Take `shipped` only for what must hold of the real fact base, and `documents` only for what
compares it with the texts that it was curated from; they are skipped where those are absent.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest

from knowledge.base import FactBase
from knowledge.load.folder import SHIPPED, load_folder

DOCUMENTS = Path(__file__).parents[2].parent / "shared" / "sources"


@pytest.fixture(scope="session")
def shipped() -> FactBase:
    return load_folder(SHIPPED)


@pytest.fixture(scope="session")
def documents(shipped: FactBase) -> Mapping[str, tuple[str, ...]]:
    """Return the lines of each document, counted from 0, by the id of its source."""
    archived = {source.id: source.archive for source in shipped.sources.values()}
    paths = {id_: DOCUMENTS / name for id_, name in archived.items() if name}
    if not paths or not all(path.is_file() for path in paths.values()):
        pytest.skip("the documents that the base was curated from are not beside this checkout")
    return {
        id_: tuple(path.read_text(encoding="utf-8").splitlines()) for id_, path in paths.items()
    }
