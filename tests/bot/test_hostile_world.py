"""Files without an end, a full disk, links in a circle, numbers that are none."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.app import cli
from bot.cli.batch import answer_lines
from bot.cli.contract import LONGEST_LINE
from bot.config import ConfigError, load_config
from knowledge.answer.outcomes import Request
from knowledge.release import View
from tests.bot.channel.stage import TODAY

BORN = "Where was Odalys Fennwick born?"
CANNOT_RUN = 2
ENDLESS, FULL = Path("/dev/zero"), Path("/dev/full")


def footnote(folder: Path, *words: str | Path) -> Result:
    return CliRunner().invoke(cli, ["--profiles", str(folder), *map(str, words)])


@pytest.mark.parametrize("share", ["nan", "inf", "-inf", "1e-320", "-nan"])
@pytest.mark.parametrize("words", [("ask", BORN), ("eval",), ("check",)])
def test_a_share_that_is_no_number_of_use_is_refused(
    keepers: Path, words: tuple[str, ...], share: str
) -> None:
    result = footnote(keepers, words[0], f"--most-wrong={share}", *words[1:])

    assert result.exit_code == CANNOT_RUN
    assert "Invalid value for '--most-wrong'" in result.stderr


@pytest.mark.parametrize("share", ["nan", "inf", "1e-320", "0.0"])
def test_nor_is_it_taken_from_the_settings(tmp_path: Path, share: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(f"most_wrong = {share}\n", encoding="utf-8")

    with pytest.raises(ConfigError, match="most_wrong: input should be"):
        load_config(file, {})


@pytest.mark.skipif(not ENDLESS.exists(), reason="only some systems have such a device")
@pytest.mark.parametrize(
    "words", [("import", "--dry-run", ENDLESS), ("ask", "--batch", ENDLESS), ("eval", ENDLESS)]
)
def test_a_file_without_an_end_is_not_read(keepers: Path, words: tuple[str | Path]) -> None:
    result = footnote(keepers, *words)

    assert result.exit_code == CANNOT_RUN
    assert "is no ordinary file" in result.stderr


@pytest.mark.skipif(not ENDLESS.exists(), reason="only some systems have such a device")
def test_nor_are_settings_without_an_end() -> None:
    with pytest.raises(ConfigError, match="is no ordinary file"):
        load_config(ENDLESS, {})


def test_a_bibliography_of_unheard_of_size_is_not_read(keepers: Path, tmp_path: Path) -> None:
    with (tmp_path / "big.bib").open("wb") as file:
        file.truncate(9_000_000)
    result = footnote(keepers, "import", "--dry-run", tmp_path / "big.bib")

    assert result.exit_code == CANNOT_RUN
    assert "is larger than 8 MB; name another file" in result.stderr


def test_a_line_of_a_batch_that_is_too_long_is_passed_over(keepers_view: View) -> None:
    asked = json.dumps({"question": BORN}).encode()
    lines = BytesIO(b"\0" * (3 * LONGEST_LINE + 5) + b"\n" + asked + b"\n" + b"\0" * 2_000_000)
    first, second, third = map(json.loads, answer_lines(lines, keepers_view, Request(TODAY)))

    assert first == third == {"id": None, "error": "The line is longer than 1 MB."}
    assert second["outcome"] == "answered"


@pytest.mark.skipif(not FULL.exists(), reason="only some systems have such a device")
@pytest.mark.parametrize("words", [("ask", BORN), ("check",), ("ask", "--help"), ("--help",)])
def test_a_full_disk_is_said_in_one_plain_line(keepers: Path, words: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "bot", "--profiles", str(keepers), *words]
    with FULL.open("wb") as full:
        result = subprocess.run(  # noqa: S603 -- our own program
            command, stdout=full, stderr=subprocess.PIPE, check=False
        )

    (line,) = result.stderr.decode().splitlines()
    assert result.returncode == CANNOT_RUN
    assert line.startswith("Standard output cannot be written (No space left on device); ")


def test_a_link_in_a_circle_is_called_one(tmp_path: Path) -> None:
    circle = tmp_path / "profiles"
    circle.symlink_to(circle)
    for words in (("check",), ("ask", BORN)):
        result = footnote(circle, *words)

        assert result.exit_code
        assert "is no folder (Too many levels of symbolic links)" in result.output
    assert "git working tree" in footnote(circle, "new", "profile").stderr
