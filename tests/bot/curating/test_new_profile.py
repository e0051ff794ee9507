"""`footnote new profile`: a folder of its own, and the surname as a name of its own."""

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.app import cli
from knowledge.load.folder import SHIPPED, load_folder
from tests.bot.curating.started import (
    CONTROL,
    FACT,
    NOT_WRITTEN,
    PROFILE,
    SOURCE,
    WRITTEN,
    new,
    state,
)


def names(folder: Path) -> object:
    text = (folder / "ines-quill/profile.toml").read_text(encoding="utf-8")
    return tomllib.loads(text).get("names")


def test_a_profile_gets_a_folder_of_its_own(folder: Path) -> None:
    before = state(folder)
    names = ("--other-name=I. Quill", "--other-name=Ines van Quill", "--weak-name=Quill")
    others = ("--epithet=the buoy painter", "--pronoun=she", "--pronoun=her")

    result = new(folder, "profile", PROFILE, *names, *others)

    after = state(folder)
    written = after.pop("ines-quill/profile.toml").decode()
    assert result.exit_code == WRITTEN, result.output
    assert after == before
    assert written == (
        'id = "ines-quill"\nname = "Ines Quill"\ndescription = "invented buoy painter"\n'
        'names = ["I. Quill", "Ines van Quill"]\nweak_names = ["Quill"]\n'
        'epithets = ["the buoy painter"]\npronouns = ["she", "her"]\n'
    )
    assert "to mend" not in result.output


def test_a_new_profile_takes_its_first_fact_by_the_command_that_was_printed(
    folder: Path,
) -> None:
    printed = new(folder, "profile", PROFILE).output.splitlines()
    (command,) = (line.split()[2:] for line in printed if line.startswith("next: "))
    fact = [part for pair in FACT.items() if pair[0] != "--profile" for part in pair]

    result = CliRunner().invoke(cli, [*command, *fact])

    assert result.exit_code == WRITTEN, result.output
    assert load_folder(folder).fact("ines-quill", "work.boat")


def test_the_first_profile_of_a_base_can_be_started(tmp_path: Path) -> None:
    top = tmp_path / "base"
    (top / ".git").mkdir(parents=True)

    result = new(top, "profile", PROFILE)

    assert result.exit_code == WRITTEN
    assert (top / "ines-quill/profile.toml").is_file()
    assert result.output.splitlines()[-2:] == [
        f"next: footnote --profiles {top} new source",
        f"next: footnote --profiles {top} new fact --profile ines-quill",
    ]


def test_a_profile_leads_to_the_page_for_curators_where_there_is_one(folder: Path) -> None:
    (folder / "README.md").write_bytes((SHIPPED / "README.md").read_bytes())

    result = new(folder, "profile", PROFILE)

    text = (folder / "ines-quill/profile.toml").read_text(encoding="utf-8")
    assert text.startswith("# ../README.md says what each key holds.\n")
    assert "README.md says what each key holds." in result.output


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"id": "../x"}, "--id: id is '../x'; write a-z, 0-9 and hyphens, such as"),
        ({"id": "odalys-fennwick"}, "--id: id 'odalys-fennwick' is taken"),
        ({"id": "x" * 33}, "--id: id is 33 characters long; write at most 32"),
        ({"name": "O. Fennwick"}, "--name: The profile has a name that identifies odalys"),
        ({"other_name": "o fennwick"}, "--other-name: The profile has a name that identifies"),
        ({"name": CONTROL}, "--name: name: holds line breaks"),
        ({"description": "x" * 10_000}, "--description: description is 10000 characters"),
        ({"name": ""}, "'name' was answered; nothing was written"),
    ],
)
def test_what_is_wrong_with_a_profile_is_named_and_nothing_is_written(
    folder: Path, given: dict[str, str], wrong: str
) -> None:
    before = state(folder.parent)

    result = new(folder, "profile", PROFILE, **given)

    assert result.exit_code == NOT_WRITTEN
    assert wrong in result.stderr
    assert state(folder.parent) == before
    assert not (folder / "ines-quill").exists()


def test_the_surname_alone_becomes_a_name_and_is_told(folder: Path) -> None:
    result = new(folder, "profile", PROFILE, other_name="I. Quill")

    assert "'Quill' alone becomes a name too; take it out again, or say --no-surname" in (
        result.output
    )
    assert names(folder) == ["I. Quill", "Quill"]


def test_a_suffix_is_no_surname(folder: Path) -> None:
    new(folder, "profile", PROFILE, name="Ines Quill, Jr.")

    assert names(folder) == ["Quill"]


@pytest.mark.parametrize("name", ["Ines", "Ines Q.", "Quill Jr."])
def test_a_name_of_one_word_has_no_surname(folder: Path, name: str) -> None:
    result = new(folder, "profile", PROFILE, name=name)

    assert result.exit_code == WRITTEN, result.output
    assert names(folder) is None


def test_who_does_not_want_the_surname_alone_says_so(folder: Path) -> None:
    result = new(folder, "profile", PROFILE, "--no-surname")

    assert result.exit_code == WRITTEN
    assert names(folder) is None
    assert "remark: ines-quill/profile.toml: ines-quill: has no name of a single word" in (
        result.output
    )


@pytest.mark.parametrize("name", ["Corvin Marrow", "Ines marrow"])
def test_a_surname_that_somebody_else_bears_becomes_no_name(folder: Path, name: str) -> None:
    result = new(folder, "profile", PROFILE, name=name)

    assert names(folder) is None
    assert "alone becomes no name: tobin-marrow may be meant too" in result.output


def test_a_surname_of_somebody_around_another_person_becomes_no_name(folder: Path) -> None:
    profile = folder / "tobin-marrow/profile.toml"
    sister = '[[person]]\nname = "Una Quill"\nrelations = ["sister"]\n'
    profile.write_text(profile.read_text(encoding="utf-8") + sister, encoding="utf-8")

    result = new(folder, "profile", PROFILE)

    assert names(folder) is None
    assert "Una Quill may be meant too" in result.output


def test_a_surname_that_is_an_everyday_word_becomes_no_name(folder: Path) -> None:
    result = new(folder, "profile", PROFILE, name="Ines May")

    assert names(folder) is None
    assert "'May' alone becomes no name: it is an everyday word" in result.output


def test_a_person_is_found_by_the_surname_of_a_new_profile(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    steps = (
        new(tmp_path, "profile", PROFILE),
        new(tmp_path, "source", SOURCE),
        new(
            *(tmp_path, "fact", FACT),
            profile="ines-quill",
            phrasing="When was she born?",
            citation="buoy-book, page 4",
        ),
    )

    asked = CliRunner().invoke(
        cli, ["--profiles", str(tmp_path), "ask", "When was Quill born?"]
    )

    assert [step.exit_code for step in steps] == [WRITTEN, WRITTEN, WRITTEN]
    assert asked.exit_code == 0, asked.output
