"""`footnote verify` as it is typed: what it finds, records and refuses."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.app import cli
from tests.bot.archived import GULL, HARBOR, Archived, write_archived

SOUND, UNSOUND, CANNOT_RUN = 0, 1, 2


@pytest.fixture
def base(tmp_path: Path) -> Archived:
    return write_archived(tmp_path)


@pytest.fixture
def recorded(base: Archived) -> Archived:
    assert verify(base, "--record", "--today", "2026-01-31").exit_code == SOUND
    return base


def verify(base: Archived, *arguments: str) -> Result:
    given = ("--profiles", str(base.profiles), "verify", "--archive", str(base.archive))
    return CliRunner().invoke(cli, [*given, *arguments])


def found(base: Archived) -> dict[str, str]:
    sources = json.loads(verify(base, "--json").stdout)["sources"]
    return {source["id"]: source["finding"] for source in sources}


def test_what_was_never_recorded_is_not_verified(base: Archived) -> None:
    result = verify(base)

    assert result.exit_code == UNSOUND
    assert "gull-gazette   not recorded" in result.stdout
    assert "5 not recorded, 1 no copy" in result.stdout


def test_recording_writes_one_lock_file_and_then_all_is_verified(recorded: Archived) -> None:
    result = verify(recorded)

    assert result.exit_code == SOUND
    assert "gull-gazette   verified   4 of 4" in result.stdout
    assert "tide-notes     no copy    0 of 1" in result.stdout
    assert "6 citations: 1 no copy, 5 verified" in result.stdout
    assert "2026-01-31" in recorded.lock.read_text(encoding="utf-8")
    assert [path.name for path in recorded.profiles.glob("*.lock")] == ["sources.lock"]


def test_recording_again_writes_nothing(recorded: Archived) -> None:
    before = recorded.lock.stat().st_mtime_ns

    result = verify(recorded, "--record", "--today", "2026-02-28")

    assert (result.exit_code, result.stderr) == (SOUND, "")
    assert recorded.lock.stat().st_mtime_ns == before


def test_a_changed_sentence_is_named_with_its_facts_and_the_others_are_intact(
    recorded: Archived,
) -> None:
    recorded.store("gull.txt", GULL.replace("Tern", "Fern"))

    result = verify(recorded)

    assert result.exit_code == UNSOUND
    assert "gull-gazette   changed    0 of 4" in result.stdout
    assert "changed  line 3 sentence 2 of gull-gazette does not say" in result.stdout
    assert "odalys-fennwick/life.birthplace, odalys-fennwick/work.lamp" in result.stdout
    assert "2 changed, 2 intact, 1 no copy, 1 verified" in result.stdout
    assert "harbor-log     verified" in result.stdout


def test_only_the_citations_of_one_profile_are_looked_at(recorded: Archived) -> None:
    recorded.store("gull.txt", GULL.replace("Tern", "Fern"))

    result = verify(recorded, "--profile", "tobin-marrow")

    assert result.exit_code == SOUND
    assert "1 citation: 1 verified" in result.stdout
    assert "gull-gazette" not in result.stdout


def test_json_says_of_each_citation_where_it_was_read(recorded: Archived) -> None:
    recorded.store("gull.txt", GULL.replace("Nine", "Ten"))

    shown = json.loads(verify(recorded, "--json").stdout)

    assert list(shown) == ["counts", "sources", "citations"]
    assert shown["counts"]["changed"] == 1
    (changed,) = (one for one in shown["citations"] if one["finding"] == "changed")
    assert changed == {
        "fact": "odalys-fennwick/storm.rescue",
        "read_in": "gull-gazette",
        "source": "gull-gazette",
        "locator": "line 5 sentence 2",
        "via": None,
        "via_locator": None,
        "finding": "changed",
        "reason": "does not say what it said on 2026-01-31",
    }


@pytest.mark.parametrize(
    ("content", "finding", "words"),
    [
        (GULL.encode("utf-8-sig"), "changed", "is not the file that was recorded"),
        (GULL.replace("\n", "\r\n"), "changed", "is not the file that was recorded"),
        (GULL.encode("utf-16"), "missing", "is not UTF-8"),
        ("Café".encode("latin-1"), "missing", "is not UTF-8"),
        (b"\0\1\2", "missing", "is no text"),
        (b"", "changed", "is not in the stored copy"),
        (b" " * 100_000_000, "missing", "is larger than 16 MB"),
    ],
    ids=["mark", "CRLF", "UTF-16", "latin-1", "binary", "empty", "100 MB"],
)
def test_a_bad_copy_is_a_clear_row_and_never_verified(
    recorded: Archived, content: str | bytes, finding: str, words: str
) -> None:
    recorded.store("gull.txt", content)

    result = verify(recorded)

    assert result.exit_code == UNSOUND
    assert f"gull-gazette   {finding}" in result.stdout
    assert words in " ".join(result.stdout.split())
    assert found(recorded)["harbor-log"] == "verified"


def test_a_link_out_of_the_archive_is_not_followed(recorded: Archived) -> None:
    (recorded.top / "elsewhere.txt").write_text(GULL, encoding="utf-8")
    (recorded.archive / "gull.txt").unlink()
    (recorded.archive / "gull.txt").symlink_to("../elsewhere.txt")

    result = verify(recorded)

    assert result.exit_code == UNSOUND
    assert "leads out of the archive" in result.stdout


def test_a_missing_or_odd_file_is_missing(recorded: Archived) -> None:
    (recorded.archive / "gull.txt").unlink()
    (recorded.archive / "harbor.txt").unlink()
    (recorded.archive / "harbor.txt").mkdir()

    assert found(recorded) == {
        "gull-gazette": "missing",
        "harbor-log": "missing",
        "tide-notes": "no copy",
    }
    assert verify(recorded).exit_code == UNSOUND


def test_recording_refuses_what_changed_until_its_curator_accepts_it(
    recorded: Archived,
) -> None:
    before = recorded.lock.read_text(encoding="utf-8")
    recorded.store("gull.txt", GULL.replace("Tern", "Fern"))

    refused = verify(recorded, "--record", "--today", "2026-02-28")
    held = recorded.lock.read_text(encoding="utf-8")
    accepted = verify(recorded, "--record", "--accept", "gull-gazette", "--today", "2026-02-28")

    assert refused.exit_code == UNSOUND
    assert "1 cited place does not say what it said" in " ".join(refused.stderr.split())
    assert "--accept gull-gazette" in " ".join(refused.stderr.split())
    assert held == before
    assert accepted.exit_code == SOUND
    assert recorded.lock.read_text(encoding="utf-8") != before
    assert verify(recorded).exit_code == SOUND


def test_one_refused_source_keeps_no_other_from_being_recorded(recorded: Archived) -> None:
    recorded.store("gull.txt", GULL.replace("Tern", "Fern"))
    recorded.store("harbor.txt", HARBOR.replace("2003", "2004"))

    result = verify(recorded, "--record", "--accept", "harbor-log", "--today", "2026-02-28")

    assert result.exit_code == UNSOUND
    assert found(recorded) == {
        "gull-gazette": "changed",
        "harbor-log": "verified",
        "tide-notes": "no copy",
    }


def test_nothing_is_recorded_outside_a_working_tree(base: Archived) -> None:
    (base.top / ".git").rmdir()

    result = verify(base, "--record")

    assert result.exit_code == CANNOT_RUN
    assert "working tree" in result.stderr
    assert not base.lock.exists()


def test_a_folder_in_the_place_of_the_lock_file_keeps_it_from_running(base: Archived) -> None:
    base.lock.mkdir()
    before = sorted(base.profiles.rglob("*"))

    result = verify(base, "--record")

    assert result.exit_code == CANNOT_RUN
    assert "sources.lock" in result.stderr
    assert sorted(base.profiles.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--accept", "gull-gazette"), "go with --record"),
        (("--record", "--profile", "tobin-marrow"), "leave --profile out"),
        (("--record", "--accept", "nobody"), "those that do: gull-gazette, harbor-log"),
        (("--profile", "nobody"), "the profiles are odalys-fennwick, tobin-marrow"),
        (("--record", "--today", "soon"), "write one such as 2026-01-31"),
        (("--archive", "/no/such/folder"), "is no folder"),
    ],
)
def test_what_cannot_be_meant_ends_with_two(
    base: Archived, arguments: tuple[str, ...], words: str
) -> None:
    result = verify(base, *arguments)

    assert result.exit_code == CANNOT_RUN
    assert words in result.stderr
    assert not base.lock.exists()


def test_without_an_archive_it_says_how_to_name_one(base: Archived) -> None:
    result = CliRunner().invoke(cli, ["--profiles", str(base.profiles), "verify"])

    assert result.exit_code == CANNOT_RUN
    assert "--archive DIR" in result.stderr


def test_the_archive_of_the_settings_is_taken_unless_another_is_named(
    recorded: Archived,
) -> None:
    file = recorded.top / "config.toml"
    file.write_text('profiles = "profiles"\narchive = "archive"\n', encoding="utf-8")
    other = recorded.top / "empty"
    other.mkdir()

    configured = CliRunner().invoke(cli, ["--config", str(file), "verify"])
    named = CliRunner().invoke(cli, ["--config", str(file), "verify", "--archive", str(other)])

    assert configured.exit_code == SOUND
    assert named.exit_code == UNSOUND
    assert "is not in the archive" in named.stdout


def test_a_broken_lock_file_keeps_it_from_running(recorded: Archived) -> None:
    text = recorded.lock.read_text(encoding="utf-8")
    recorded.lock.write_text(text.replace("sha256", "sha255"), encoding="utf-8")

    result = verify(recorded)

    assert result.exit_code == CANNOT_RUN
    assert "sources.lock" in result.stderr
