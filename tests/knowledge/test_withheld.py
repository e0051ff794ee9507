import re
import shutil
from pathlib import Path

from knowledge.load.folder import SHIPPED, load_folder

MARK = 'privacy = "restricted"'


def test_the_withheld_view_is_the_base_whose_files_never_held_a_restricted_fact(
    tmp_path: Path,
) -> None:
    folder = shutil.copytree(SHIPPED, tmp_path / "profiles")
    whole = load_folder(folder)
    gone = {id_ for path in folder.glob("*/facts/*.toml") for id_ in _take_out_facts(path)}
    for path in folder.glob("*/questions.toml"):
        _take_out_questions(path, gone)
    never = load_folder(folder)

    assert gone
    assert never == whole.without_restricted
    assert never.name == whole.without_restricted.name != whole.name


def _take_out_facts(path: Path) -> set[str]:
    """Take the restricted blocks out of a file of facts, and return their full ids."""
    blocks = _blocks(path, "[[fact]]")
    restricted = [block for block in blocks if MARK in block]
    _write(path, [block for block in blocks if MARK not in block])
    profile = path.parent.parent.name
    return {f"{profile}/{_value(block, 'id')}" for block in restricted}


def _take_out_questions(path: Path, gone: set[str]) -> None:
    profile = path.parent.name
    own = {id_.removeprefix(f"{profile}/") for id_ in gone} | gone
    kept = [
        block for block in _blocks(path, "[[question]]") if _value(block, "expect") not in own
    ]
    _write(path, [_without_also(block, own) for block in kept])


def _without_also(block: str, gone: set[str]) -> str:
    def cleaned(found: re.Match[str]) -> str:
        ids = (id_ for id_ in re.findall(r'"([^"]+)"', found[1]) if id_ not in gone)
        return "also = [" + ", ".join(f'"{id_}"' for id_ in ids) + "]"

    return re.sub(r"^also = \[([^\]]*)\]", cleaned, block, flags=re.MULTILINE)


def _blocks(path: Path, head: str) -> list[str]:
    return re.split(rf"^(?={re.escape(head)})", path.read_text("utf-8"), flags=re.MULTILINE)


def _value(block: str, key: str) -> str:
    found = re.search(rf'^{key} = "([^"]*)"', block, re.MULTILINE)
    return found[1] if found else ""


def _write(path: Path, blocks: list[str]) -> None:
    path.write_text("".join(blocks), "utf-8")
