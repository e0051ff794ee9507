"""A fact as Discord will show it, before and after an edit."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.app import cli
from bot.curating.committed import committed_base
from bot.render.card import Button, Card, Menu, Option
from bot.terminal.cards import PHONE, card_box
from bot.terminal.show import Screen, to_text
from knowledge.load.folder import load_folder
from tests.bot.keepers import WORK, write_keepers
from tests.bot.repository import commit, committed_keepers, git

LAMP = "odalys-fennwick/facts/work.toml"
BOX = "╭"


def show(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--profiles", str(folder), "show", *arguments])


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def boxed(card: Card, width: int = PHONE) -> list[str]:
    return to_text(card_box(card), Screen(width=width)).splitlines()


def test_what_is_as_committed_is_shown_once(tmp_path: Path) -> None:
    result = show(committed_keepers(tmp_path), "work.lamp")

    assert result.exit_code == 0
    assert result.output.startswith("As committed:\n")
    assert result.output.count(BOX) == 1
    assert "Fennwick tended the Grey Rock lamp." in result.output
    assert "[Sources] [Related] [Cite]" in result.output


def test_an_edit_is_shown_before_and_after_with_what_changed(tmp_path: Path) -> None:
    folder = committed_keepers(tmp_path)
    edit(folder / LAMP, "tended", "kept")

    output = show(folder, "odalys-fennwick/work.lamp").output

    before, after = output.split("After, as edited:\n")
    assert "Fennwick tended the Grey Rock lamp." in before
    assert "Fennwick kept the Grey Rock lamp." in after
    assert "statement: Fennwick tended the Grey Rock lamp. → Fennwick kept" in after


def test_an_edit_of_a_source_shows_in_the_card_of_its_facts(tmp_path: Path) -> None:
    folder = committed_keepers(tmp_path)
    edit(folder / "sources.toml", "Lamps of the coast", "Lamps of the north")

    output = show(folder, "work.lamp").output

    assert output.count(BOX) == 2
    assert "source gull-gazette: title: Lamps of the coast → Lamps of the north" in output


def test_an_edit_of_the_person_shows_in_the_card(tmp_path: Path) -> None:
    folder = committed_keepers(tmp_path)
    edit(folder / "odalys-fennwick/profile.toml", "lighthouse keeper", "buoy keeper")

    output = show(folder, "work.lamp").output

    assert output.count(BOX) == 2
    assert "profile description: invented lighthouse keeper → invented buoy keeper" in output


def test_an_edit_that_no_reader_sees_shows_one_card_and_what_changed(tmp_path: Path) -> None:
    folder = committed_keepers(tmp_path)
    edit(folder / LAMP, "What did she do for a living?", "What was her trade?")

    output = show(folder, "work.lamp").output

    assert output.startswith("The card looks as committed:\n")
    assert output.count(BOX) == 1
    assert "phrasings: − What did she do for a living?; + What was her trade?" in output


def test_an_edited_claim_and_a_new_note_are_told_in_plain_words(tmp_path: Path) -> None:
    folder = committed_keepers(tmp_path)
    edit(folder / "odalys-fennwick/facts/storm.toml", "out six", "out seven")
    edit(folder / "odalys-fennwick/facts/storm.toml", 'when = "2010-11"', 'note = "By night."')

    output = show(folder, "storm.rescue").output

    assert "claim: − holder Harbor Office, statement She pulled out six." in output
    assert "note: + By night." in output
    assert "when: − 2010-11" in output
    assert "{" not in output


def test_a_fact_that_is_not_committed_yet_is_new(tmp_path: Path) -> None:
    folder = committed_keepers(tmp_path)
    new = WORK.replace("work.lamp", "night.watch").replace("work of", "night of")
    new = new.replace("do for a living", "watch at night")
    (folder / "odalys-fennwick/facts/night.toml").write_text(new, encoding="utf-8")

    assert show(folder, "night.watch").output.startswith("New, not committed yet:\n")


def test_a_fact_that_was_taken_away_is_shown_as_it_was(tmp_path: Path) -> None:
    folder = committed_keepers(tmp_path)
    (folder / LAMP).unlink()

    output = show(folder, "work.lamp").output

    assert output.startswith("Taken away since the last commit:\n")
    assert "Fennwick tended the Grey Rock lamp." in output


def test_a_retracted_fact_has_no_card(tmp_path: Path) -> None:
    folder = committed_keepers(tmp_path)
    edit(folder / LAMP, 'id = "work.lamp"', 'id = "work.lamp"\nstatus = "retracted"')

    output = show(folder, "work.lamp").output

    assert output.count(BOX) == 1
    assert "After, as edited:\n(no card: a retracted fact is never answered" in output
    assert "status: reported → retracted" in output


@pytest.mark.parametrize("repository", [False, True])
def test_without_a_commit_the_fact_is_shown_as_it_stands(
    tmp_path: Path, *, repository: bool
) -> None:
    folder = write_keepers(tmp_path / "profiles")
    if repository:
        git(tmp_path, "init", "--quiet")

    output = show(folder, "work.lamp").output

    assert output.startswith("As it stands; there is no commit to compare it with:\n")


def test_without_git_the_fact_is_shown_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = committed_keepers(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert show(folder, "work.lamp").output.startswith("As it stands;")


def test_git_is_asked_about_the_folder_even_from_inside_a_hook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = committed_keepers(tmp_path / "one")
    git_folder = tmp_path / "one" / ".git"
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "--quiet")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))

    committed = committed_base(folder)

    assert git_folder.is_dir()
    assert committed is not None
    assert committed.name == load_folder(folder).name


def test_a_committed_link_that_leads_anywhere_is_left_out(tmp_path: Path) -> None:
    folder = committed_keepers(tmp_path)
    (folder / "odalys-fennwick/left-out.toml").symlink_to("/etc/hostname")
    (folder / "odalys-fennwick/questions.toml").symlink_to("../nowhere.toml")
    commit(tmp_path)

    result = show(folder, "work.lamp")

    assert result.exit_code == 0
    assert result.output.startswith("As committed:\n")


def test_the_base_may_be_the_whole_repository(tmp_path: Path) -> None:
    write_keepers(tmp_path)
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)

    committed = committed_base(tmp_path)

    assert committed is not None
    assert committed.name == load_folder(tmp_path).name


def test_what_is_to_mend_about_the_fact_stands_below_it(tmp_path: Path) -> None:
    folder = committed_keepers(tmp_path)
    edit(folder / LAMP, '"gull-gazette"', '"gul-gazette"')

    output = show(folder, "work.lamp").output

    assert "to mend: odalys-fennwick/facts/work.toml: work.lamp: cites unknown source" in output


def test_an_edit_that_cannot_be_read_is_named_below_the_fact_as_it_was(tmp_path: Path) -> None:
    folder = committed_keepers(tmp_path)
    edit(folder / LAMP, "statement", "statment")

    output = show(folder, "work.lamp").output

    assert "Fennwick tended the Grey Rock lamp." in output
    assert "has an unknown key 'statment'; write 'statement'" in output


def test_a_fact_that_cannot_be_read_at_all_says_what_is_wrong_with_it(tmp_path: Path) -> None:
    folder = write_keepers(tmp_path, {LAMP: WORK.replace("statement", "statment")})

    result = show(folder, "work.lamp")

    assert result.exit_code == 2
    assert "has an unknown key 'statment'; write 'statement'" in result.stderr


def test_a_restricted_fact_says_who_sees_it(keepers: Path) -> None:
    assert "─ for the asker alone ─" in show(keepers, "life.divorce").output


@pytest.mark.parametrize(
    ("named", "remedy"),
    [
        ("work.lam", "did you mean work.lamp?"),
        ("tobin-marrow/work.lamp", "did you mean"),
        ("../x", "write profile/topic.slug"),
        ("\x1b[31m" + "x" * 10_000, "write profile/topic.slug"),
        ("", "write profile/topic.slug"),
    ],
)
def test_a_fact_that_is_not_there_gets_the_nearest_one(
    keepers: Path, named: str, remedy: str
) -> None:
    result = show(keepers, "--", named)

    assert result.exit_code == 2
    assert remedy in result.stderr
    assert "\x1b" not in result.stderr
    assert len(result.stderr) < 200


def test_an_id_that_two_people_have_is_asked_back(tmp_path: Path) -> None:
    other = WORK.replace("Fennwick tended", "Marrow tended").replace("Odalys Fennwick", "him")
    other = other.replace("she", "he")
    folder = write_keepers(tmp_path, {"tobin-marrow/facts/work.toml": other})

    result = show(folder, "work.lamp")

    assert result.exit_code == 2
    assert "odalys-fennwick/work.lamp or tobin-marrow/work.lamp" in result.stderr
    assert show(folder, "tobin-marrow/work.lamp").exit_code == 0


@pytest.mark.parametrize("width", [20, 44, 200])
def test_no_line_is_wider_than_asked_for(keepers: Path, width: int) -> None:
    output = show(keepers, "storm.rescue", "--width", str(width)).output

    boxes = [line for line in output.splitlines() if line.startswith(("╭", "│", "╰"))]
    assert {len(line) for line in boxes} == {width}


def test_markup_is_shown_as_discord_shows_it() -> None:
    card = Card(
        (
            "**Odd \\*name\\***\n-# small \\_print\\_",
            "- said \\[1\\] [the \\] site](<https://example.org/a>)\nplain \\\\",
        ),
        private=False,
    )

    lines = [line.strip("│╭╰─╮╯ ") for line in boxed(card)]

    assert lines[1:6] == [
        "Odd *name*",
        "small _print_",
        "",
        "• said [1] the ] site",
        "plain \\",
    ]


def test_buttons_and_menus_stand_below_the_texts() -> None:
    spent, picked = Button("Share", "x", is_spent=True), Button("Cite", "y")
    card = Card(("x",), ((spent, picked), Menu("Pick one", "z", (Option("a", "b"),))))

    text = "\n".join(boxed(card))

    assert "(Share) [Cite]" in text
    assert "[Pick one ▾]" in text
