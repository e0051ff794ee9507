from pathlib import Path

import pytest

from knowledge.errors import CurationError
from knowledge.load.folder import load_folder
from knowledge.load.locks import lock_files
from tests.knowledge.make import SOURCES, write_base

SHA = "a" * 64
LOCK = f"""[[source]]
id = "gull-gazette"
sha256 = "{SHA}"
recorded = 2026-01-31

[source.fingerprints]
"line 3 sentence 2" = "{"b" * 32}"
"""
OTHER = SOURCES.replace("gull-gazette", "harbor-log")


def problems(folder: Path, lock: str | bytes) -> str:
    write_base(folder, {"sources.lock": lock})
    with pytest.raises(CurationError) as raised:
        load_folder(folder)
    return str(raised.value)


def test_what_was_recorded_is_loaded_with_the_base(tmp_path: Path) -> None:
    base = load_folder(write_base(tmp_path, {"sources.lock": LOCK}))

    assert base.locks["gull-gazette"].fingerprints == {"line 3 sentence 2": "b" * 32}
    assert base.locks["gull-gazette"].sha256 == SHA


def test_a_base_without_a_lock_file_has_nothing_recorded(tmp_path: Path) -> None:
    assert load_folder(write_base(tmp_path)).locks == {}


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (("sha256", "sha255"), "has an unknown key 'sha255'"),
        (('id = "gull', 'id = "Gull'), "id"),
        ((SHA, "abc"), "sha256"),
        (("2026-01-31", '"soon"'), "recorded"),
        (("b" * 32, "B" * 32), "fingerprints"),
        (("line 3 sentence 2", "lines 3-3"), "take its block out"),
        (("line 3 sentence 2", "near the end"), "names no place"),
        (("[[source]]", "[[lock]]"), "write [[source]] blocks only"),
        (("[[source]]", "<<<<<<< HEAD"), "is not valid TOML"),
    ],
)
def test_what_nobody_recorded_is_named(
    tmp_path: Path, change: tuple[str, str], wrong: str
) -> None:
    found = problems(tmp_path, LOCK.replace(*change))

    assert "sources.lock" in found
    assert wrong in found


def test_a_source_that_is_recorded_twice_is_a_problem(tmp_path: Path) -> None:
    assert "is recorded more than once" in problems(tmp_path, LOCK + LOCK)


def test_a_lock_file_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    assert "is not UTF-8" in problems(tmp_path, b"\xff")


def test_each_file_of_sources_has_its_lock_file(tmp_path: Path) -> None:
    write_base(tmp_path, {"odalys-fennwick/sources.toml": OTHER})

    assert lock_files(tmp_path) == {
        tmp_path / "sources.lock": {"gull-gazette"},
        tmp_path / "odalys-fennwick" / "sources.lock": {"harbor-log"},
    }
