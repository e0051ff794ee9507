# How to choose a fixture: take the smallest thing that shows what the test is about.
#
# 1. A builder of tests/knowledge/make.py (`make_fact`, `make_claim`, `make_source` …) where
#    one record is enough; say only what the test is about.
# 2. `keepers`, the folder of an invented base with every kind of fact, where the test asks
#    from the command line; `keepers_view`, the same base opened, where it asks directly.
# 3. `approved`, where a whole reply is compared; `pytest --approve` writes anew what is
#    expected, and the difference is read like prose.
# 4. The real profiles only in tests of the data itself.

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from knowledge.load.folder import load_folder
from knowledge.release import Release, View
from tests.bot.keepers import write_keepers

REPLIES = Path(__file__).parent / "replies"
Approve = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--approve", action="store_true", help="Write the approved replies anew.")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        # Nobody is called but this machine itself, where the stand-in for Discord answers.
        item.add_marker(pytest.mark.allow_hosts(["127.0.0.1"]))


@pytest.fixture
def approved(request: pytest.FixtureRequest) -> Approve:
    """Compare a text with the approved one of that name."""

    def compare(name: str, text: str) -> None:
        file = REPLIES / f"{name}.txt"
        if request.config.getoption("--approve"):
            file.write_text(text, encoding="utf-8")
        assert file.exists(), f"{file.name} is not approved yet; run pytest --approve"
        assert text == file.read_text(encoding="utf-8")

    return compare


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what a start keeps out of the cache of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def keepers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an invented base with every kind of fact."""
    return write_keepers(tmp_path_factory.mktemp("keepers"))


@pytest.fixture(scope="session")
def keepers_view(keepers: Path) -> View:
    """Return the invented base, opened in full."""
    return Release(load_folder(keepers)).full
