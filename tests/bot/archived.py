"""The invented base with an archive: two stored copies, of which one names its license."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.archived import with_archive
from bot.config import Config
from knowledge.archive.folder import read_copies
from knowledge.evidence.record import lock_text, record
from knowledge.load.folder import load_folder
from knowledge.release import Release, View
from tests.bot.keepers import LIFE, PILOT, SOURCES, STORM, WORK, write_keepers

RECORDED = date(2026, 1, 31)
GULL = """Lamps of the coast

The lamp was lit at dusk. Fennwick, born on Tern Island, keeps it. She is *never* late.

In 2009 the keeper and her first husband parted. Nine sailors owe her their lives.
"""
HARBOR = "Log of the Grey Rock station\n2003 to 2008: T. Marrow, pilot.\n"
_PLACES = {
    "page 3": "line 3 sentence 2",
    "page 9": "line 5 sentence 1",
    "page 4": "line 5 sentence 2",
    "page 12": "line 2",
}
_LAMP = 'id = "work.lamp"'
_SUPPORTED = {**_PLACES, _LAMP: f'{_LAMP}\ninferred = "The log calls the place Grey Rock."'}
_COPIES = {
    'id = "gull-gazette"': 'id = "gull-gazette"\narchive = "gull.txt"\nlicense = "CC BY 4.0"',
    'id = "harbor-log"': 'id = "harbor-log"\narchive = "harbor.txt"',
}


@dataclass(frozen=True)
class Archived:
    """A folder of profiles in a working tree, and an archive beside it."""

    top: Path

    @property
    def profiles(self) -> Path:
        return self.top / "profiles"

    @property
    def archive(self) -> Path:
        return self.top / "archive"

    @property
    def lock(self) -> Path:
        return self.profiles / "sources.lock"

    def store(self, name: str, content: str | bytes) -> None:
        """Put a file into the archive."""
        path = self.archive / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def write(self, name: str, content: str) -> None:
        """Write a file of the base anew."""
        (self.profiles / name).write_text(content, encoding="utf-8")

    def record(self) -> None:
        """Record what the copies say now, as `footnote verify --record` does."""
        base = load_folder(self.profiles)
        copies = read_copies(self.archive, base.sources.values())
        recording = record(base, copies, RECORDED, base.sources)
        self.lock.write_text(lock_text(recording.locks.values()), encoding="utf-8")

    def opened(self, *, unlicensed: bool = False) -> View:
        """Return the base as the bot puts it to use, with what it finds in the archive."""
        config = Config(archive=self.archive, unlicensed_passages=unlicensed)
        return Release(with_archive(load_folder(self.profiles), config)).full


def write_archived(top: Path) -> Archived:
    """Write the base and its archive; nothing is recorded yet."""
    written = Archived(top)
    (top / ".git").mkdir()
    written.archive.mkdir()
    written.store("gull.txt", GULL)
    written.store("harbor.txt", HARBOR)
    write_keepers(
        written.profiles,
        {
            "sources.toml": _replaced(SOURCES, _COPIES),
            "odalys-fennwick/facts/life.toml": _replaced(LIFE, _PLACES),
            "odalys-fennwick/facts/storm.toml": _replaced(STORM, _PLACES),
            "odalys-fennwick/facts/work.toml": _replaced(WORK, _SUPPORTED),
            "tobin-marrow/facts/pilot.toml": _replaced(PILOT, _PLACES),
        },
    )
    return written


def _replaced(text: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        text = text.replace(old, new)
    return text
