"""`footnote check`: what is to mend, and what is only remarked."""

from pathlib import Path

from click.testing import CliRunner, Result

from bot.cli.app import cli
from tests.bot.keepers import PILOT, write_keepers

BORN = "Where was Odalys Fennwick born?"


def check(folder: Path) -> Result:
    return CliRunner().invoke(cli, ["--profiles", str(folder), "check"])


def test_check_is_content_with_a_clean_base(keepers: Path) -> None:
    result = check(keepers)

    assert result.exit_code == 0
    assert "5 facts, nothing to mend" in result.output


def test_check_names_file_fact_and_remedy_of_every_problem(tmp_path: Path) -> None:
    folder = write_keepers(
        tmp_path, {"tobin-marrow/profile.toml": "id = 'tobin-marrow'\nx = 1\n"}
    )

    result = check(folder)

    assert result.exit_code == 1
    assert "tobin-marrow/profile.toml" in result.output
    assert "has an unknown key 'x'" in result.output


def test_check_finds_a_reply_that_does_not_fit_into_discord(tmp_path: Path) -> None:
    note = "x" * 3000
    long = (
        f'[[fact]]\nid = "work.lamp"\nstatement = "Short."\nnote = "{note}"\n'
        'phrasings = ["What did Odalys Fennwick do?"]\n'
        'citations = [{ source = "gull-gazette", locator = "page 3" }]\n'
    )

    result = check(write_keepers(tmp_path, {"odalys-fennwick/facts/work.toml": long}))

    assert result.exit_code == 1
    assert "where 3000 fit" in result.output


def test_what_a_thin_base_lacks_is_remarked_and_it_ends_with_zero(keepers: Path) -> None:
    result = check(keepers)

    assert result.exit_code == 0
    for remark in (
        "tobin-marrow/facts: 1 of 1 facts have fewer than 6 phrasings: pilot.years",
        "tobin-marrow/questions.toml: holds no labelled question",
    ):
        assert f"remark: {remark}" in result.output
    assert result.output.endswith("nothing to mend, 4 remarks\n")


def test_a_phrasing_that_stands_twice_is_remarked_and_questions_are_answered(
    tmp_path: Path,
) -> None:
    more = '"When was he a pilot?", "When was Marrow a pilot?"'
    twice = PILOT.replace("phrasings = [", f"phrasings = [{more}, ")
    folder = write_keepers(tmp_path, {"tobin-marrow/facts/pilot.toml": twice})

    checked = check(folder)
    asked = CliRunner().invoke(cli, ["--profiles", str(folder), "ask", BORN])

    assert checked.exit_code == 0
    assert "remark: tobin-marrow/facts/pilot.toml: pilot.years: has one phrasing twice" in (
        checked.output
    )
    assert asked.exit_code == 0


def test_remarks_stand_beside_what_is_to_mend(tmp_path: Path) -> None:
    twice = PILOT.replace("harbor-log", "harbour-log")

    result = check(write_keepers(tmp_path, {"tobin-marrow/facts/pilot.toml": twice}))

    assert result.exit_code == 1
    assert result.output.endswith("1 to mend, 4 remarks\n")


def test_a_phrasing_of_two_facts_is_named_once(tmp_path: Path) -> None:
    shared = PILOT + PILOT.replace("pilot.years", "pilot.ships")

    result = check(write_keepers(tmp_path, {"tobin-marrow/facts/pilot.toml": shared}))

    assert result.output.count("shares its phrasing 'When was Tobin Marrow a pilot?'") == 1


def test_an_empty_folder_is_told_the_command_that_starts_a_base(tmp_path: Path) -> None:
    result = check(tmp_path)

    assert result.exit_code == 1
    assert f"start the first with footnote --profiles {tmp_path} new profile" in result.output
