"""The folder of a base whose files never held a restricted fact."""

import re
import shutil
from functools import partial
from pathlib import Path

_ALSO = re.compile(r"^also = \[[^\]]*\]", re.MULTILINE)
_RESTRICTED = 'privacy = "restricted"'


def write_without_restricted(folder: Path, into: Path) -> Path:
    """Copy a folder of profiles, without restricted facts and the labels that expect them."""
    shutil.copytree(folder, into)
    gone = {id_ for path in sorted(into.glob("*/facts/*.toml")) for id_ in _strip_facts(path)}
    for path in into.glob("*/questions.toml"):
        _strip_questions(path, gone)
    return into


def _strip_facts(path: Path) -> set[str]:
    blocks = _blocks(path, "[[fact]]")
    kept = [block for block in blocks if _RESTRICTED not in block]
    path.write_text("".join(kept), "utf-8")
    gone = (block for block in blocks if _RESTRICTED in block)
    return {f"{path.parent.parent.name}/{_value(block, 'id')}" for block in gone}


def _strip_questions(path: Path, gone: set[str]) -> None:
    """Take out labels that expect what is gone, and what is gone from the others' `also`."""
    own = {id_.removeprefix(f"{path.parent.name}/") for id_ in gone} | gone
    blocks = (b for b in _blocks(path, "[[question]]") if _value(b, "expect") not in own)
    quoted = re.compile("|".join(rf'"{re.escape(id_)}",?\s*' for id_ in sorted(own)))
    path.write_text("".join(_ALSO.sub(partial(_taken_out, quoted), b) for b in blocks), "utf-8")


def _taken_out(quoted: re.Pattern[str], found: re.Match[str]) -> str:
    return quoted.sub("", found[0])


def _blocks(path: Path, head: str) -> list[str]:
    return re.split(rf"^(?={re.escape(head)})", path.read_text("utf-8"), flags=re.MULTILINE)


def _value(block: str, key: str) -> str:
    found = re.search(rf'^{key} = "([^"]*)"', block, re.MULTILINE)
    return found[1] if found else ""
