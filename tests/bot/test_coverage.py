"""`footnote coverage` as it is typed: what it lists, writes and refuses."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.app import cli
from tests.bot.archived import GULL, Archived
from tests.bot.covered import LEFT_OUT, TIDE, rows, write_covered

COVERED, OPEN, CANNOT_RUN = 0, 1, 2
PRIVATE = "her first husband"


@pytest.fixture
def base(tmp_path: Path) -> Archived:
    return write_covered(tmp_path)


def footnote(profiles: Path, archive: Path, *arguments: str) -> Result:
    given = ("--profiles", str(profiles), "coverage", "--archive", str(archive))
    return CliRunner().invoke(cli, [*given, *arguments])


def coverage(base: Archived, *arguments: str, profiles: Path | None = None) -> Result:
    return footnote(profiles or base.profiles, base.archive, *arguments)


def words(result: Result) -> str:
    return " ".join(result.stdout.split())


def test_a_base_in_which_nothing_is_open_ends_with_zero(base: Archived) -> None:
    result = coverage(base)

    assert result.exit_code == COVERED
    assert "gull-gazette verified 6 3 3 0 100 %" in words(result)
    assert "harbor-log verified 2 1 1 0 100 %" in words(result)
    assert "tide-notes verified 6 1 5 0 100 %" in words(result)
    assert words(result).endswith(
        "3 of 3 sources covered; 14 sentences: 5 cited, 9 left out, 0 open"
    )


def test_what_is_open_is_listed_by_locators_that_can_be_pasted(base: Archived) -> None:
    base.store("tide.txt", TIDE + "\nIt ended.\nAt dawn. It was cold.\n")

    result = coverage(base)
    base.write(
        LEFT_OUT,
        (base.profiles / LEFT_OUT).read_text() + rows(("tide-notes", "lines 9-10", "Weather.")),
    )
    base.record()
    after = coverage(base)

    assert result.exit_code == OPEN
    assert "tide-notes is open at lines 9-10 (3 sentences) It ended." in words(result)
    assert after.exit_code == COVERED


def test_a_long_list_of_open_places_is_cut_and_says_how_to_see_the_rest(
    base: Archived,
) -> None:
    base.store("tide.txt", "It rained. It rained.\n" * 200)
    every = (("tide-notes", f"line {n} sentence 1", "Rain.") for n in range(1, 201))
    base.write(LEFT_OUT, rows(*every))

    result = coverage(base)

    assert result.stdout.count("It rained.") == 50
    assert "… and at 150 more places; --json and --html list them all" in words(result)


def test_json_says_of_each_sentence_what_covers_it_and_holds_no_text(base: Archived) -> None:
    base.store("tide.txt", TIDE + "\nIt ended.\n")

    result = coverage(base, "--json")
    shown = json.loads(result.stdout)

    assert result.exit_code == OPEN
    assert list(shown) == ["covered", "sources", "sentences"]
    assert shown["covered"] is False
    assert shown["sources"][1] == {
        "id": "harbor-log",
        "copy": "verified",
        "reason": "",
        "sha256": shown["sources"][1]["sha256"],
        "covered": True,
        "sentences": 2,
        "cited": 1,
        "left_out": 1,
        "open": 0,
        "share": 100,
        "open_places": [],
        "read_as_a_whole_for": [],
        "astray": [],
    }
    assert shown["sources"][2]["open_places"] == ["line 9"]
    assert shown["sentences"][2] == {
        "source": "gull-gazette",
        "line": 3,
        "sentence": 2,
        "standing": "cited",
        "facts": ["odalys-fennwick/life.birthplace", "odalys-fennwick/work.lamp"],
        "left_out": [],
    }
    assert "Tern" not in result.stdout
    assert "skerry" not in result.stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (GULL.encode("utf-8-sig"), "is not the file that was recorded"),
        (GULL.replace("\n", "\r\n"), "is not the file that was recorded"),
        (GULL.encode("utf-16"), "is not UTF-8"),
        ("Café".encode("latin-1"), "is not UTF-8"),
        (b"\0\1\2", "is no text"),
        (b"", "is not the file that was recorded"),
        (b" " * 100_000_000, "is larger than 16 MB"),
    ],
    ids=["mark", "CRLF", "UTF-16", "latin-1", "binary", "empty", "100 MB"],
)
def test_a_bad_copy_is_a_clear_row_and_never_covered(
    base: Archived, tmp_path: Path, content: str | bytes, said: str
) -> None:
    base.store("gull.txt", content)
    page = tmp_path / "page.html"

    result = coverage(base, "--html", str(page))

    assert result.exit_code == OPEN
    assert f"gull-gazette is not covered: its copy {said}" in words(result)
    assert "harbor-log verified 2 1 1 0 100 %" in words(result)
    assert "2 of 3 sources covered" in words(result)
    assert f"Not covered: the copy {said}" in page.read_text(encoding="utf-8")


def test_a_missing_copy_and_a_link_out_of_the_archive_are_not_covered(base: Archived) -> None:
    (base.top / "elsewhere.txt").write_text(GULL, encoding="utf-8")
    (base.archive / "gull.txt").unlink()
    (base.archive / "gull.txt").symlink_to("../elsewhere.txt")
    (base.archive / "harbor.txt").unlink()

    result = coverage(base)

    assert result.exit_code == OPEN
    assert "gull-gazette missing – – – – –" in words(result)
    assert "leads out of the archive" in words(result)
    assert "harbor-log is not covered: its copy is not in the archive" in words(result)


def test_a_place_that_says_something_else_is_named_with_its_fact(base: Archived) -> None:
    base.store("gull.txt", GULL.replace("Tern", "Fern"))

    result = coverage(base)

    assert result.exit_code == OPEN
    assert (
        "odalys-fennwick/work.lamp covers nothing: line 3 sentence 2 of gull-gazette does not "
        "say what it said on 2026-01-31" in words(result)
    )
    assert "gull-gazette is open at line 3 sentence 2" in words(result)


def test_a_profile_narrows_the_sources_and_not_what_covers_them(base: Archived) -> None:
    base.store("tide.txt", TIDE + "\nIt ended.\n")

    result = coverage(base, "--profile", "tobin-marrow")

    assert result.exit_code == COVERED
    assert "harbor-log verified 2 1 1 0 100 %" in words(result)
    assert "1 of 1 source covered" in words(result)
    assert coverage(base, "--profile", "odalys-fennwick").exit_code == OPEN


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--profile", "nobody"), "the profiles are odalys-fennwick, tobin-marrow"),
        (("--archive", "/no/such/folder"), "is no folder"),
        (("--html", "."), "is a directory"),
    ],
)
def test_what_cannot_be_meant_ends_with_two(
    base: Archived, arguments: tuple[str, ...], said: str
) -> None:
    result = coverage(base, *arguments)

    assert result.exit_code == CANNOT_RUN
    assert said in result.stderr


def test_a_base_without_any_stored_copy_cannot_be_called_covered(base: Archived) -> None:
    text = (base.profiles / "sources.toml").read_text(encoding="utf-8")
    base.write("sources.toml", text.replace("archive = ", "note = "))

    result = coverage(base)

    assert result.exit_code == CANNOT_RUN
    assert "No source names a stored copy" in result.stderr


@pytest.mark.parametrize("place", ["profiles", "archive"])
def test_the_page_is_written_neither_among_the_facts_nor_over_a_copy(
    base: Archived, place: str
) -> None:
    (base.top / "link").symlink_to(place)
    before = sorted(base.top.rglob("*"))

    direct = coverage(base, "--html", str(base.top / place / "gull.txt"))
    linked = coverage(base, "--html", str(base.top / "link" / "page.html"))

    assert (direct.exit_code, linked.exit_code) == (CANNOT_RUN, CANNOT_RUN)
    assert "name a file elsewhere" in direct.stderr
    assert sorted(base.top.rglob("*")) == before
    assert (base.archive / "gull.txt").read_text(encoding="utf-8") == GULL


def test_a_page_that_cannot_be_written_leaves_no_trace(base: Archived) -> None:
    (base.top / "file").write_text("kept", encoding="utf-8")
    before = sorted(base.top.rglob("*"))

    result = coverage(base, "--html", str(base.top / "file" / "page.html"))

    assert result.exit_code == CANNOT_RUN
    assert "cannot be written" in result.stderr
    assert sorted(base.top.rglob("*")) == before


def test_a_broken_base_writes_no_page(base: Archived) -> None:
    base.write("sources.toml", "[[source]]\n")
    page = base.top / "page.html"

    result = coverage(base, "--html", str(page))

    assert result.exit_code == CANNOT_RUN
    assert not page.exists()


def test_without_an_archive_it_says_how_to_name_one(base: Archived) -> None:
    result = CliRunner().invoke(cli, ["--profiles", str(base.profiles), "coverage"])

    assert result.exit_code == CANNOT_RUN
    assert "--archive DIR" in result.stderr
