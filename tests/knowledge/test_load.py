import os
from pathlib import Path

import pytest

from knowledge.errors import CurationError, Problem
from knowledge.load.files import LARGEST_FILE, Reader
from knowledge.load.folder import load_folder, read_folder
from tests.knowledge.make import FACT, PROFILE, SOURCES, write_base

FACTS = "odalys-fennwick/facts/work.toml"
PERSON = "odalys-fennwick/profile.toml"
OWN = "odalys-fennwick/sources.toml"
LAMP = "work.lamp (line 2)"
LONG = FACT.replace("Fennwick", "x" * 400)
DEEP = "a = " + "[" * 5000 + "]" * 5000
DEEP_STATEMENT = '[[fact]]\nid = "work.lamp"\nstatement = ' + "[" * 200 + "]" * 200


def test_a_valid_folder_is_loaded_without_problems(tmp_path: Path) -> None:
    base = load_folder(write_base(tmp_path))

    assert base.fact_count == 1
    assert list(base.sources) == ["gull-gazette"]


@pytest.mark.parametrize(
    ("file", "content", "fact", "wrong"),
    [
        (FACTS, "[[fact", "", "is not valid TOML"),
        (FACTS, FACT + "x = 2011-02-30\n", "", "is not valid TOML"),
        (FACTS, "x = " + "9" * 5000, "", "holds a number of too many digits"),
        (FACTS, b"id = \xff", "", "is not UTF-8 (byte 5)"),
        (FACTS, DEEP, "", "nests its tables too deep"),
        (FACTS, DEEP_STATEMENT, LAMP, "statement is"),
        (FACTS, "[fact]\n" + FACT.partition("\n")[2], "", "is no list of blocks"),
        (FACTS, "fact = [3]", "", "3 is no table"),
        (FACTS, FACT.replace("[[fact]]", "[[facts]]"), "", "has an unknown key 'facts'"),
        (FACTS, FACT.replace("phrasings", "phrasing"), LAMP, "unknown key"),
        (FACTS, FACT.replace("locator", "locater"), LAMP, "unknown key"),
        (FACTS, FACT.replace(', locator = "page 3"', ""), LAMP, "without a place"),
        (FACTS, FACT.replace("page 3", "near the top"), LAMP, "names no place"),
        (FACTS, FACT + 'when = "2011-02-30"\n', LAMP, "is not an EDTF date"),
        (FACTS, FACT + "review_by = 3\n", LAMP, "review_by is 3"),
        (FACTS, FACT + 'privacy = "secret"\n', LAMP, "privacy is 'secret'"),
        (FACTS, LONG, LAMP, "characters long"),
        (FACTS, FACT + FACT, "work.lamp (line 7)", f"already used in {FACTS} (line 2)"),
        (FACTS, FACT.replace("work.lamp", "home.lamp"), "home.lamp", "is of topic 'home'"),
        (FACTS, FACT.replace("work.lamp", "Lamp"), "Lamp (line 2)", "id is 'Lamp'"),
        ("odalys-fennwick/facts/more.txt", "x", "", "is no .toml file"),
        ("odalys-fennwick/question.toml", "", "", "is a file that nothing reads"),
        ("source.toml", "", "", "is a file that nothing reads"),
        (PERSON, "", "", "has no 'name'"),
        (PERSON, PROFILE.replace("nwick", "wick"), "odalys-fenwick", "stands in the folder"),
        ("sources.toml", SOURCES * 2, "gull-gazette (line 7)", "first in sources.toml (line"),
        (OWN, SOURCES, "gull-gazette (line 2)", "is listed more than once, first in sources"),
        ("sources.toml", SOURCES.replace("-news", "-new"), "gull-gazette (line 2)", "CSL"),
        ("synonyms.toml", '[[synonyms]]\nword = ["a"]', "", "has an unknown key 'word'"),
        ("odalys-fennwick/left-out.toml", "[[left-out]]\n", "", "has no 'reason'"),
        ("odalys-fennwick/questions.toml", "[[question]]\n", "", "has no 'expect'"),
    ],
)  # fmt: skip
def test_a_broken_file_is_named_with_what_is_wrong(
    tmp_path: Path, file: str, content: str | bytes, fact: str, wrong: str
) -> None:
    problems = read_folder(write_base(tmp_path, {file: content}))[1]

    assert any(p.file == file and p.fact == fact and wrong in p.wrong for p in problems)
    assert all(p.remedy for p in problems)


def test_an_empty_statement_is_named(tmp_path: Path) -> None:
    lines = FACT.splitlines()
    lines[2] = 'statement = " "'
    problems = read_folder(write_base(tmp_path, {FACTS: "\n".join(lines)}))[1]

    assert [p.wrong for p in problems] == ["statement is empty"]


def test_a_misspelled_key_is_answered_with_the_right_one(tmp_path: Path) -> None:
    broken = FACT.replace("locator", "locater").replace("phrasings", "phrasing")
    problems = read_folder(write_base(tmp_path, {FACTS: broken}))[1]

    remedies = {p.wrong: p.remedy for p in problems}

    assert remedies["has an unknown key 'citations.1.locater'"] == "write 'locator'"
    assert remedies["has an unknown key 'phrasing'"] == "write 'phrasings'"


def test_all_problems_of_all_files_come_in_one_report(tmp_path: Path) -> None:
    changes: dict[str, str | bytes] = {
        "sources.toml": SOURCES.replace("2011-03-02", "2011-13"),
        PERSON: PROFILE.replace("name =", "nmae ="),
        FACTS: FACT.replace("locator", "locater") + FACT.replace("statement", "state"),
        "odalys-fennwick/facts/home.toml": "[[fact",
        "odalys-fennwick/left-out.toml": b"\xff",
    }
    with pytest.raises(CurationError) as refused:
        load_folder(write_base(tmp_path, changes))

    files = {problem.file for problem in refused.value.problems}

    assert files == set(changes)
    assert str(refused.value).count("\n") == len(refused.value.problems) - 1


def test_one_broken_file_is_not_followed_by_complaints_about_its_missing_keys(
    tmp_path: Path,
) -> None:
    problems = read_folder(write_base(tmp_path, {PERSON: "name ="}))[1]

    assert len(problems) == 1


def test_nothing_is_half_loaded(tmp_path: Path) -> None:
    write_base(tmp_path, {FACTS: FACT + "[[fact]]\n"})

    with pytest.raises(CurationError):
        load_folder(tmp_path)


@pytest.mark.parametrize("name", ["missing", "x" * 300, "nul\0byte"])
def test_a_folder_that_is_not_there_is_one_problem(tmp_path: Path, name: str) -> None:
    base, problems = read_folder(tmp_path / name)

    assert [p.wrong.partition(" (")[0] for p in problems] == ["is no folder"]
    assert base.fact_count == 0


@pytest.mark.parametrize("below", ["odalys-fennwick", "odalys-fennwick/"])
def test_a_profiles_own_folder_is_answered_with_the_folder_above(
    tmp_path: Path, below: str
) -> None:
    (problem,) = read_folder(f"{write_base(tmp_path)}/{below}")[1]

    assert problem.file == "profile.toml"
    assert "so that it is one profile's own" in problem.wrong
    assert problem.remedy == f"name the folder above it: --profiles {tmp_path}"


def test_a_folder_may_be_named_by_a_text(tmp_path: Path) -> None:
    assert load_folder(str(write_base(tmp_path))).name == load_folder(tmp_path).name


def test_an_empty_folder_holds_no_profile(tmp_path: Path) -> None:
    problems = read_folder(tmp_path)[1]

    assert [p.wrong for p in problems] == ["holds no profile"]


def test_a_profile_without_facts_is_named(tmp_path: Path) -> None:
    write_base(tmp_path)
    (tmp_path / FACTS).unlink()
    empty = read_folder(tmp_path)[1]
    (tmp_path / FACTS).parent.rmdir()
    missing = read_folder(tmp_path)[1]

    assert [(p.file, p.wrong) for p in empty] == [
        ("odalys-fennwick/facts", "holds no facts"),
    ]
    assert [(p.file, p.wrong) for p in missing] == [("odalys-fennwick/facts", "is not there")]


def test_a_folder_named_like_a_file_is_named(tmp_path: Path) -> None:
    write_base(tmp_path)
    (tmp_path / "odalys-fennwick/facts/home.toml").mkdir()
    (tmp_path / "synonyms.toml").mkdir()
    problems = read_folder(tmp_path)[1]

    assert {(p.file, p.wrong) for p in problems} == {
        ("odalys-fennwick/facts/home.toml", "is a folder"),
        ("synonyms.toml", "is a folder"),
    }


def test_a_link_is_followed_and_a_dead_one_is_named(tmp_path: Path) -> None:
    write_base(tmp_path)
    facts = tmp_path / "odalys-fennwick/facts"
    (facts / "work.toml").rename(tmp_path / "elsewhere.txt")
    (facts / "work.toml").symlink_to(tmp_path / "elsewhere.txt")
    whole = read_folder(tmp_path)[1]
    (facts / "home.toml").symlink_to(tmp_path / "gone")
    (tmp_path / "synonyms.toml").symlink_to("synonyms.toml")
    broken = read_folder(tmp_path)[1]

    assert whole == ()
    assert {(p.file, p.wrong.partition(" (")[0]) for p in broken} == {
        ("odalys-fennwick/facts/home.toml", "is not there"),
        ("synonyms.toml", "cannot be read"),
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_named_and_never_waited_for(tmp_path: Path) -> None:
    write_base(tmp_path)
    os.mkfifo(tmp_path / "odalys-fennwick/facts/home.toml")
    problems = read_folder(tmp_path)[1]

    assert [p.wrong for p in problems] == ["is no ordinary file"]


def test_a_huge_file_is_named_and_not_read(tmp_path: Path) -> None:
    write_base(tmp_path)
    with (tmp_path / FACTS).open("r+b") as file:
        file.truncate(LARGEST_FILE + 1)
    problems = read_folder(tmp_path)[1]

    assert [p.wrong for p in problems] == ["is larger than 8 MB"]


def test_a_file_that_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    write_base(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", refuse)  # tests may run as a user who may read all
    problems = read_folder(tmp_path)[1]

    assert {p.file for p in problems} == {
        "attributes.toml",
        "near_words.toml",
        "sources.toml",
        PERSON,
        FACTS,
    }
    assert {p.wrong for p in problems} == {"cannot be read (Permission denied)"}


def test_a_file_may_begin_with_a_byte_order_mark_and_end_lines_as_windows_does(
    tmp_path: Path,
) -> None:
    content = b"\xef\xbb\xbf" + FACT.replace("\n", "\r\n").encode()

    assert load_folder(write_base(tmp_path, {FACTS: content})).fact_count == 1


def test_a_file_name_that_is_not_unicode_can_still_be_printed(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"gr\xffy.toml")
    reader = Reader(tmp_path)
    reader.add(path, "", "is\x1b[31m red", "mend it")

    printed = str(reader.problems[0])

    assert printed.encode().decode() == printed
    assert "\x1b" not in printed


def test_hidden_files_and_folders_are_left_alone(tmp_path: Path) -> None:
    hidden: dict[str, str | bytes] = {
        ".git/sources.toml": SOURCES,
        "_drafts/sources.toml": SOURCES,
        "odalys-fennwick/facts/.work.toml.swp": b"\xff",
    }

    assert load_folder(write_base(tmp_path, hidden)).fact_count == 1


def test_a_problem_reads_as_file_fact_wrong_and_remedy() -> None:
    problem = Problem("a/facts/b.toml", "b.c", "is wrong", "write it right")

    assert str(problem) == "a/facts/b.toml: b.c: is wrong; write it right"
    assert str(Problem("a.toml", "", "is wrong", "mend it")) == "a.toml: is wrong; mend it"


def test_a_problem_shows_what_cannot_be_seen_instead_of_sending_it_to_the_terminal() -> None:
    problem = Problem("a.toml", "\x1b[31m\u202efact", "is wrong", "mend it")

    assert str(problem) == r"a.toml: \x1b[31m\u202efact: is wrong; mend it"
