"""`/facts`, from an admin's side and from everybody else's."""

import threading
from pathlib import Path

import pytest

from bot.reload import Checked, visible_problems
from bot.shelf import Shelf
from knowledge.errors import Problem
from knowledge.load.folder import load_folder
from knowledge.release import Release
from tests.bot.channel.stage import Stage, play, played, stage
from tests.bot.keepers import LIFE, write_keepers

BORN = "Where was Odalys Fennwick born?"
MOVED = LIFE.replace("born on Tern Island", "born on Gannet Island")
BROKEN = LIFE.replace('source = "gull-gazette"', 'source = "gul-gazette"')


@played
async def test_status_says_what_runs(on: Stage) -> None:
    reply = await on.slash("facts status", on.admin)

    assert reply.private
    assert reply.deferred
    assert "2 profiles · 4 facts · 1 disputed · 3 sources" in reply.text
    assert "since " in reply.text
    assert "1 servers" in reply.text


@played
async def test_only_admins_of_the_home_server_administer(on: Stage) -> None:
    on.discord.asks.ignore_command_permissions = True
    for command in ("facts status", "facts check", "facts reload"):
        reply = await on.slash(command, on.trusted)

        assert reply.private
        assert reply.text == "That is for admins of the home server."


@played
async def test_no_check_and_no_reload_begins_beside_another(on: Stage) -> None:
    async with on.bot.desk.reloading:
        replies = [await on.slash(f"facts {verb}", on.admin) for verb in ("check", "reload")]
    after = await on.slash("facts check", on.admin)

    assert {reply.text for reply in replies} == {"A check or a reload is under way already."}
    assert after.text not in {reply.text for reply in replies}


def test_an_administrator_of_another_server_is_no_admin() -> None:
    async def scene() -> None:
        async with stage() as on:
            guild = on.discord.guild("Elsewhere")
            channel = on.discord.channel(guild, "talk")
            boss = on.discord.member(guild, "Boss", administrator=True)
            reply = await on.discord.slash(boss, channel, "facts status")

            assert reply.text == "That is for admins of the home server."

    play(scene)


def test_a_reload_answers_from_the_new_base_at_once_and_says_what_changed(
    tmp_path: Path,
) -> None:
    async def scene() -> None:
        async with stage(folder=write_keepers(tmp_path)) as on:
            old = await on.ask(BORN)
            write_keepers(tmp_path, {"odalys-fennwick/facts/life.toml": MOVED})
            reloaded = await on.slash("facts reload", on.admin)
            new = await on.ask(BORN)
            clicked = await on.click(old, "Cite")
            opened = await on.click(old, "Sources")

            assert "Tern" in old.text
            assert reloaded.private
            assert "- changed: 1 (odalys-fennwick/life.birthplace)" in reloaded.text
            assert "Gannet Island" in new.text
            assert clicked.text.startswith("-# The fact base has changed since that reply")
            assert opened.text.startswith("-# The fact base has changed since that reply")

    play(scene)


def test_a_broken_base_changes_nothing_and_every_problem_is_listed(tmp_path: Path) -> None:
    async def scene() -> None:
        async with stage(folder=write_keepers(tmp_path)) as on:
            shelf = on.bot.desk.shelf
            write_keepers(tmp_path, {"odalys-fennwick/facts/life.toml": BROKEN})
            checked = await on.slash("facts check", on.admin)
            reloaded = await on.slash("facts reload", on.admin)
            answer = await on.ask(BORN)

            assert "gul-gazette" in checked.text
            assert "Not reloaded; what ran runs on" in reloaded.text
            assert "gul-gazette" in reloaded.text
            assert on.bot.desk.shelf is shelf
            assert "Tern Island" in answer.text

    play(scene)


def test_many_problems_come_as_a_file(tmp_path: Path) -> None:
    many = "".join(
        f'[[fact]]\nid = "work.a{n}"\nstatement = "S."\nphrasings = ["Which {n}?"]\n'
        for n in range(60)
    )

    async def scene() -> None:
        async with stage(folder=write_keepers(tmp_path)) as on:
            write_keepers(tmp_path, {"odalys-fennwick/facts/work.toml": many})
            checked = await on.slash("facts check", on.admin)

            assert "to mend" in checked.text
            assert checked.attachments[0].filename == "problems.txt"
            assert "work.a59" in checked.attachments[0].text

    play(scene)


def test_problems_are_sorted_out_beside_the_answering(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []

    def watched(checked: Checked, *, sees_restricted: bool) -> tuple[Problem, ...]:
        threads.append(threading.current_thread())
        return visible_problems(checked, sees_restricted=sees_restricted)

    async def scene() -> None:
        async with stage(folder=write_keepers(tmp_path)) as on:
            write_keepers(tmp_path, {"odalys-fennwick/facts/life.toml": BROKEN})
            for command in ("facts check", "facts reload"):
                assert "gul-gazette" in (await on.slash(command, on.admin)).text

    monkeypatch.setattr("bot.commands.facts.visible_problems", watched)
    play(scene)

    assert len(threads) == 2
    assert threading.main_thread() not in threads


def test_an_admin_reads_no_problem_of_a_fact_that_they_may_not_see(tmp_path: Path) -> None:
    broken = LIFE.replace(
        '"When did Odalys Fennwick get divorced?"', '"Where was she born?", "x"'
    )

    async def scene() -> None:
        async with stage(folder=write_keepers(tmp_path)) as on:
            write_keepers(tmp_path, {"odalys-fennwick/facts/life.toml": broken + broken})
            checked = await on.slash("facts check", on.admin)

            assert "divorce" not in checked.text
            assert "in facts that you may not see" in checked.text

    play(scene)


def test_nor_of_one_that_is_too_broken_to_be_read(tmp_path: Path) -> None:
    broken = LIFE.replace('privacy_reason = "A divorce is private life."', "")

    async def scene() -> None:
        async with stage(folder=write_keepers(tmp_path)) as on:
            write_keepers(tmp_path, {"odalys-fennwick/facts/life.toml": broken})
            checked = await on.slash("facts check", on.admin)
            boss = on.discord.give(on.admin, *on.admin.roles, on.trusted_role)
            whole = await on.slash("facts check", boss)

            assert "divorce" not in checked.text
            assert "1 to mend" in checked.text
            assert "life.divorce" in whole.text

    play(scene)


def test_a_withdrawn_fact_is_withdrawn_on_old_buttons_too(tmp_path: Path) -> None:
    async def scene() -> None:
        async with stage(folder=write_keepers(tmp_path)) as on:
            old = await on.ask("What was the work of Odalys Fennwick?")
            private = await on.ask("What was the work of Odalys Fennwick?", share="no")
            write_keepers(tmp_path, {"odalys-fennwick/facts/work.toml": b""})
            on.bot.desk.shelf = Shelf(Release(load_folder(tmp_path)))
            for button in ("Sources", "Related", "Cite"):
                clicked = await on.click(old, button)
                assert clicked.private
                assert clicked.text.startswith("That is withdrawn")
            shared = await on.click(private, "Share")
            assert shared.private
            assert shared.text.startswith("That is withdrawn")

    play(scene)
