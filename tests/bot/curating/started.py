"""`footnote new` as tests call it, and what it leaves behind."""

import tomllib
from pathlib import Path

from click.testing import CliRunner, Result

from bot.cli.app import cli

WRITTEN, TO_MEND, NOT_WRITTEN = 0, 1, 2
WORK_FILE = "odalys-fennwick/facts/work.toml"
FACT = {
    "--profile": "odalys-fennwick",
    "--id": "work.boat",
    "--statement": "Fennwick rowed to the lamp.",
    "--phrasing": "How did she get to the lamp?",
    "--citation": "gull-gazette, page 4",
}
SOURCE = {"--id": "buoy-book", "--type": "book", "--title": "The book of buoys"}
PROFILE = {
    "--id": "ines-quill",
    "--name": "Ines Quill",
    "--description": "invented buoy painter",
}
CONTROL = "a\x00b\x1b[31mc\x07"


def new(folder: Path, kind: str, usual: dict[str, str], *more: str, **given: str) -> Result:
    """Start something with the usual options, some of them changed; empty ones go."""
    changed = {**usual, **{f"--{key.replace('_', '-')}": text for key, text in given.items()}}
    options = [part for option, text in changed.items() if text for part in (option, text)]
    return CliRunner().invoke(cli, ["--profiles", str(folder), "new", kind, *options, *more])


def piped(folder: Path, kind: str, *lines: str) -> Result:
    typed = "".join(f"{line}\n" for line in lines)
    return CliRunner().invoke(cli, ["--profiles", str(folder), "new", kind], input=typed)


def state(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, hidden ones included."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def facts(folder: Path, name: str = WORK_FILE) -> dict[str, dict[str, object]]:
    table = tomllib.loads((folder / name).read_text(encoding="utf-8"))
    return {fact["id"]: fact for fact in table["fact"]}
