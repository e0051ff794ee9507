"""Writing into a fact base: whole or not at all, and only where a change can be seen."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.app import cli
from bot.writing import NotWrittenError, working_tree, write_whole
from knowledge.schema import json_schemas


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_what_is_written_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text("before", encoding="utf-8")
    path.chmod(0o640)

    write_whole(path, b"after")

    assert path.read_bytes() == b"after"
    assert path.stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == {"x.toml"}


def test_a_new_file_has_the_permissions_that_any_file_gets(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()

    write_whole(tmp_path / "facts" / "x.toml", b"")

    assert (tmp_path / "facts" / "x.toml").stat().st_mode == usual.stat().st_mode


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "x.toml").touch()
    link = tmp_path / "x.toml"
    link.symlink_to(tmp_path / "far" / "x.toml")

    write_whole(link, b"after")

    assert link.is_symlink()
    assert (tmp_path / "far" / "x.toml").read_bytes() == b"after"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_says_so_and_stays_as_it_was(
    tmp_path: Path,
) -> None:
    path = tmp_path / "x.toml"
    path.write_text("before", encoding="utf-8")
    tmp_path.chmod(0o500)

    with pytest.raises(NotWrittenError, match="Permission denied"):
        write_whole(path, b"after")

    tmp_path.chmod(0o700)
    assert path.read_text(encoding="utf-8") == "before"


def test_where_writing_fails_no_new_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()

    with pytest.raises(NotWrittenError, match="cannot be written"):
        write_whole(tmp_path / "taken" / "facts" / "x.toml", b"")
    with pytest.raises(NotWrittenError, match="cannot be written"):
        write_whole(tmp_path / "new" / ("x" * 300), b"")

    assert names(tmp_path) == {"taken"}


def test_a_folder_in_a_repository_lies_in_a_working_tree(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "profiles").mkdir()

    assert working_tree(tmp_path / "profiles") == tmp_path


def test_a_linked_working_tree_is_one_too(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")

    assert working_tree(tmp_path) == tmp_path


def test_an_installed_copy_is_refused_even_inside_a_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    folder = tmp_path / ".venv" / "lib" / "site-packages" / "knowledge" / "profiles"
    folder.mkdir(parents=True)

    with pytest.raises(NotWrittenError, match="installed copy"):
        working_tree(folder)


def test_a_folder_outside_git_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError, match="git init"):
        working_tree(tmp_path)


def test_the_schemas_are_written_into_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "schema"

    result = CliRunner().invoke(cli, ["schema", str(folder)])

    assert result.exit_code == 0
    assert names(folder) == {f"{name}.json" for name in json_schemas()}
    assert result.output.splitlines() == sorted(str(path) for path in folder.iterdir())


def test_what_is_no_ordinary_file_is_never_replaced_by_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    with pytest.raises(NotWrittenError, match="no ordinary file"):
        write_whole(pipe, b"after")

    assert pipe.is_fifo()
    assert names(tmp_path) == {"pipe"}
