"""The invented base with a copy of one source: what its facts say stands there."""

from pathlib import Path

from tests.bot.keepers import LIFE, SOURCES, write_keepers

COPY = "Fennwick was born on Tern Island.\nIn 2009 she and her first husband parted.\n"
_ARCHIVED = SOURCES.replace('id = "gull-gazette"', 'id = "gull-gazette"\narchive = "gull.txt"')
_CITED = LIFE.replace("page 3", "line 1 sentence 1").replace("page 9", "line 2 sentence 1")
OPEN_WRONG = ("born on Tern Island", "born on Gannet Island")
RESTRICTED_WRONG = ("parted in 2009", "parted in 2008")


def write_supported(top: Path, *changes: tuple[str, str]) -> tuple[Path, Path]:
    """Return the folder of profiles, its facts about her life changed, and the archive."""
    life = _CITED
    for before, after in changes:
        life = life.replace(before, after)
    archive = top / "archive"
    archive.mkdir(exist_ok=True)
    (archive / "gull.txt").write_text(COPY, encoding="utf-8")
    files: dict[str, str | bytes] = {
        "sources.toml": _ARCHIVED,
        "odalys-fennwick/facts/life.toml": life,
    }
    return write_keepers(top / "profiles", files), archive
