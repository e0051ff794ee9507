"""`footnote check --archive`: what the facts say against what their sources say."""

from pathlib import Path

from click.testing import CliRunner, Result

from bot.cli.app import cli
from tests.bot.supported import COPY, OPEN_WRONG, RESTRICTED_WRONG, write_supported


def check(profiles: Path, *arguments: str, before: tuple[str, ...] = ()) -> Result:
    given = ["--profiles", str(profiles), *before, "check", *arguments]
    return CliRunner().invoke(cli, given)


def test_a_supported_base_is_sound_and_what_has_no_copy_is_counted(tmp_path: Path) -> None:
    profiles, archive = write_supported(tmp_path)

    result = check(profiles, "--archive", str(archive))

    assert result.exit_code == 0
    assert "checked in their cited sentences   2\n" in result.output
    assert "could not be checked               5\n" in result.output
    assert "nothing to mend" in result.output


def test_what_is_not_supported_is_a_problem_with_the_sentence(tmp_path: Path) -> None:
    profiles, archive = write_supported(tmp_path, OPEN_WRONG, RESTRICTED_WRONG)

    result = check(profiles, "--archive", str(archive))

    assert result.exit_code == 1
    assert "odalys-fennwick/facts/life.toml: life.birthplace: says 'Gannet'" in result.output
    assert COPY.splitlines()[0] in result.output
    assert "life.divorce: says '2008'" in result.output
    assert "2 to mend" in result.output


def test_the_archive_may_stand_in_the_settings(tmp_path: Path) -> None:
    profiles, archive = write_supported(tmp_path, OPEN_WRONG)
    config = tmp_path / "config.toml"
    config.write_text(f'archive = "{archive.name}"\n', encoding="utf-8")

    result = check(profiles, before=("--config", str(config)))

    assert result.exit_code == 1
    assert "'Gannet'" in result.output


def test_without_an_archive_nothing_is_said_of_support(tmp_path: Path) -> None:
    profiles, _ = write_supported(tmp_path, OPEN_WRONG)

    result = check(profiles)

    assert result.exit_code == 0
    assert "cited sentences" not in result.output


def test_a_copy_that_is_not_there_is_no_problem_of_the_facts(tmp_path: Path) -> None:
    profiles, archive = write_supported(tmp_path, OPEN_WRONG)
    (archive / "gull.txt").unlink()

    result = check(profiles, "--archive", str(archive))

    assert result.exit_code == 0
    assert "could not be checked               7\n" in result.output


def test_what_is_broken_and_what_is_unsupported_come_in_one_report(tmp_path: Path) -> None:
    profiles, archive = write_supported(tmp_path, OPEN_WRONG)
    (profiles / "tobin-marrow" / "profile.toml").write_text("x = 1\n", encoding="utf-8")

    result = check(profiles, "--archive", str(archive))

    assert result.exit_code == 1
    assert "has an unknown key 'x'" in result.output
    assert "'Gannet'" in result.output


def test_an_archive_that_is_no_folder_is_named(tmp_path: Path) -> None:
    profiles, archive = write_supported(tmp_path)

    result = check(profiles, "--archive", str(archive / "gull.txt"))

    assert result.exit_code == 2
    assert "is no folder" in result.output
