"""`footnote import` and `footnote export`: nothing half written, everything said."""

import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.app import cli
from knowledge.load.folder import load_folder
from tests.bot.keepers import SOURCES, write_keepers
from tests.knowledge.bibliography.sources import FIFTY
from tests.knowledge.bibliography.sources import SOURCES as INVENTED

COMMENTED = (
    "# Every document relied on.\n\n"
    + SOURCES.strip().replace('[[source]]\nid = "harbor', '# the log\n[[source]]\nid = "harbor')
    + "  # the last one\n"
)
LAMPS = '{"id": "lamps-2015", "type": "book", "title": "Lamps", "issued": "2015"}'
SCRIPT = '{"id": "b", "type": "book", "title": "<script>alert(1)</script>"}'


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Return the folder of an invented base within a git working tree."""
    (tmp_path / ".git").mkdir()
    return write_keepers(tmp_path / "profiles", {"sources.toml": COMMENTED})


def footnote(base: Path, *words: str | Path) -> Result:
    return CliRunner().invoke(cli, ["--profiles", str(base), *map(str, words)])


def given(base: Path, text: str | bytes, name: str = "in.json") -> Path:
    path = base.parent / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_what_comes_in_stands_in_the_order_of_ids_and_all_else_stays(base: Path) -> None:
    result = footnote(base, "import", given(base, f"[{LAMPS}]"))

    text = (base / "sources.toml").read_text(encoding="utf-8")
    added = '[[source]]\nid = "lamps-2015"\ntype = "book"\ntitle = "Lamps"\nissued = "2015"\n\n'
    assert result.exit_code == 0
    assert result.output.startswith("added lamps-2015: “Lamps”, 2015\n1 added, 0 known, 0 left")
    assert text.replace(added, "") == COMMENTED
    assert text.index("# the log") < text.index("lamps-2015") < text.index("tide-notes")


def test_a_hostile_bibliography_leaves_what_is_bad_and_takes_the_rest(base: Path) -> None:
    hostile = f'[{SCRIPT}, {LAMPS}, {{"type": "book", "title": 7}}, {"[" * 50_000}'
    result = footnote(base, "import", given(base, hostile))

    assert result.exit_code == 1
    assert "lamps-2015" in load_folder(base).sources
    assert result.output.count("\nleft record") + result.output.startswith("left record") == 3
    assert "title holds markup, '<script>alert(1)</sc'; write it as plain text" in result.output
    assert "1 added, 0 known, 3 left" in result.output


def test_only_the_record_that_is_not_utf_8_is_left(base: Path) -> None:
    text = b"@book{a, title = {Caf\xe9}}\n@book{lamps, title = {Lamps}}"
    result = footnote(base, "import", given(base, text, "in.bib"))

    assert "title is not UTF-8; save the file as UTF-8" in result.output
    assert "lamps" in load_folder(base).sources


def test_what_the_base_or_the_file_has_already_stays_out(base: Path) -> None:
    again = (
        '{"type": "article", "title": "Lamps of the coast", "issued": "2011-03"},'
        f'{LAMPS}, {{"type": "book", "title": "LAMPS", "issued": "2015"}}'
    )
    result = footnote(base, "import", given(base, f"[{again}]"))

    assert "known record 1 “Lamps of the coast”: it is gull-gazette, by title" in result.output
    assert "known record 3 “LAMPS”: it is lamps-2015, by title and date" in result.output
    assert result.exit_code == 0


def test_importing_twice_changes_nothing_the_second_time(base: Path) -> None:
    bibliography = given(base, FIFTY)
    footnote(base, "import", bibliography)
    once = (base / "sources.toml").read_bytes()
    result = footnote(base, "import", bibliography)

    assert (base / "sources.toml").read_bytes() == once
    assert f"0 added, {len(INVENTED)} known, 0 left" in result.output


@pytest.mark.parametrize("form", ["csl-json", "bibtex"])
def test_what_is_exported_and_imported_elsewhere_is_the_same(base: Path, form: str) -> None:
    footnote(base, "import", given(base, FIFTY))
    exported = footnote(base, "export", "--format", form).output
    (base / "sources.toml").write_text("", encoding="utf-8")
    footnote(base, "import", given(base, exported, "out"))

    text = (base / "sources.toml").read_text(encoding="utf-8")
    found = {each["id"]: each for each in tomllib.loads(text)["source"]}
    before = {each["id"]: each for each in tomllib.loads(COMMENTED)["source"]}
    assert len(found) == len(INVENTED) + len(before)
    assert {id_: found[id_] for id_ in before} == before


def test_a_string_that_looks_like_a_block_does_not_lead_astray(base: Path) -> None:
    led = "[[source]]\nid = 'a'\ntype = 'book'\ntitle = 'x'\nnote = '''\n[[source]]\n'''\n"
    text = f"{led}\n[[source]]\nid = 'z'\ntype = 'book'\ntitle = 'z'\n"
    path = given(base, text, "profiles/tobin-marrow/sources.toml")
    result = footnote(base, "import", "--profile", "tobin-marrow", given(base, f"[{LAMPS}]"))

    found = tomllib.loads(path.read_text(encoding="utf-8"))["source"]
    assert result.exit_code == 0
    assert sorted(each["id"] for each in found) == ["a", "lamps-2015", "z"]
    assert path.read_text(encoding="utf-8").startswith(
        text[: text.index("[[source]]\nid = 'z'")]
    )


def test_a_dry_run_writes_nothing(base: Path) -> None:
    result = footnote(base, "import", "--dry-run", given(base, f"[{LAMPS}]"))

    assert "added lamps-2015" in result.output
    assert "nothing was written" in result.output
    assert (base / "sources.toml").read_text(encoding="utf-8") == COMMENTED


def test_a_profile_may_have_sources_of_its_own(base: Path) -> None:
    footnote(base, "import", "--profile", "tobin-marrow", given(base, f"[{LAMPS}]"))

    text = (base / "tobin-marrow" / "sources.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)["source"][0]["id"] == "lamps-2015"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", "nowhere.json"), "cannot be read"),
        (("import", "--profile", "../x", "good.json"), "There is no profile '../x'"),
        (("import", "empty.json"), "holds no record"),
        (("import", "words.json"), "holds no record"),
        (("export", "nobody-1999"), "There is no source 'nobody-1999'"),
        (("export", "--profile", "nobody"), "There is no profile 'nobody'"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    base: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(base.parent)
    for name, text in {"good": f"[{LAMPS}]", "empty": "", "words": "Dear reader,"}.items():
        given(base, text, f"{name}.json")
    result = footnote(base, *words)

    assert (result.exit_code, said in result.output) == (2, True)
    assert (base / "sources.toml").read_text(encoding="utf-8") == COMMENTED


def test_outside_a_working_tree_nothing_is_written(tmp_path: Path) -> None:
    base = write_keepers(tmp_path / "profiles")
    result = footnote(base, "import", given(base, f"[{LAMPS}]"))

    assert result.exit_code == 2
    assert "git working tree" in result.output
    assert "lamps-2015" not in load_folder(base).sources


def test_sources_that_cannot_be_read_are_not_added_to(base: Path) -> None:
    (base / "sources.toml").write_text("[[source]\n", encoding="utf-8")
    result = footnote(base, "import", given(base, f"[{LAMPS}]"))

    assert result.exit_code == 2
    assert (base / "sources.toml").read_text(encoding="utf-8") == "[[source]\n"


def test_an_export_holds_what_is_named_or_what_a_profile_rests_on(base: Path) -> None:
    named = json.loads(footnote(base, "export", "tide-notes").output)
    held = json.loads(footnote(base, "export", "--profile", "tobin-marrow").output)

    assert [item["id"] for item in named] == ["tide-notes"]
    assert [item["id"] for item in held] == ["harbor-log"]


def test_who_lacks_access_gets_no_source_of_a_restricted_fact_alone(base: Path) -> None:
    private = '\n[[source]]\nid = "private-letter"\ntype = "manuscript"\ntitle = "A letter"\n'
    (base / "sources.toml").write_text(COMMENTED + private, encoding="utf-8")
    facts = base / "odalys-fennwick" / "facts" / "life.toml"
    text = facts.read_text(encoding="utf-8")
    start, end = text.split('source = "gull-gazette", locator = "page 9"')
    restricted = 'source = "private-letter", locator = "page 9"'
    facts.write_text(f"{start}{restricted}{end}", encoding="utf-8")

    assert "private-letter" in footnote(base, "export").output
    assert "private-letter" not in footnote(base, "export", "--withhold").output
