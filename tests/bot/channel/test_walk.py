"""Somebody without the role gets, by every path, what a base without those facts would give.

The same person walks the same paths through two bots: one holds restricted facts, the other
a base from which they were deleted. Everything that comes back is compared, word for word.
"""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.client import ITEMS
from tests.bot.archived import GULL, Archived, write_archived
from tests.bot.channel.stage import Stage, play, stage
from tests.bot.keepers import LIFE, write_keepers
from tests.standin.shown import Reply
from tests.standin.world import Member

DIVORCE = "When did Odalys Fennwick get divorced?"
FACT = "odalys-fennwick/life.divorce"
WITHOUT = LIFE[: LIFE.index('[[fact]]\nid = "life.divorce"')]
QUESTIONS = (
    DIVORCE,
    "did she split from her husband",
    "fact:" + FACT,
    "Where was Odalys Fennwick born?",
    "Fennwick and her first husband",
    "What did she eat?",
    "2009",
)
ABOUT = (*QUESTIONS, "gull-gazette", "source:gull-gazette", "page 9", "divorce", "")
PEOPLE = ("odalys-fennwick", "Fennwick", "tobin-marrow", "")
PLANTED = (
    *(f"f:{act}:odalys-fennwick:life.divorce:RELEASE" for act in "srchop"),
    "f:r:odalys-fennwick:life.birthplace:RELEASE",
    "f:s:odalys-fennwick:life.divorce:RELEASE:b4e21",
    "a:no_fact:odalys-fennwick:RELEASE",
    f"p:f:{FACT}:0:RELEASE",
    f"p:r:{FACT}:0:RELEASE",
    f"p:g:{FACT}:0:RELEASE",
    "f:p:odalys-fennwick:life.birthplace:RELEASE",
    "p:g:odalys-fennwick/life.birthplace:0:RELEASE",
    "p:u:gull-gazette:0:RELEASE",
    "p:s::0:RELEASE",
    "p:p:odalys-fennwick:0:RELEASE",
    "p:t:odalys-fennwick/life:0:RELEASE",
    "p:l:odalys-fennwick//:0:RELEASE",
    "p:d:odalys-fennwick:0:RELEASE",
    "q:privately",
    "zzz",
)
MENUS = (
    ("m:t:odalys-fennwick/life:0:RELEASE", FACT),
    ("m:p:odalys-fennwick:0:RELEASE", "life"),
    ("m:s::0:RELEASE", "gull-gazette"),
    ("m:u:gull-gazette:0:RELEASE", FACT),
    ("m:l:odalys-fennwick//:0:RELEASE", FACT),
)


@pytest.mark.parametrize("name", ["Ann", "Ada"])
def test_nothing_restricted_comes_by_any_path(name: str, tmp_path: Path) -> None:
    async def scene() -> None:
        full = await walked(write_keepers(tmp_path / "full"), name)
        without = await walked(write_keepers(tmp_path / "without", GONE), name)

        assert full == without
        assert "parted" not in "\n".join(full)

    play(scene)


@pytest.mark.parametrize("changed", ["", "parted", "owe"])
def test_nothing_restricted_comes_out_of_the_archive(changed: str, tmp_path: Path) -> None:
    """What changed may stand in the restricted fact's sentence, or in another's."""

    async def scene() -> None:
        told = []
        for part in ("full", "without"):
            (tmp_path / part).mkdir()
            base = write_archived(tmp_path / part)
            if part == "without":
                base.write("odalys-fennwick/facts/life.toml", without_divorce(base))
            base.write("odalys-fennwick/left-out.toml", LEFT_OUT)
            base.record()
            base.store("gull.txt", GULL.replace(changed, "x") if changed else GULL)
            told.append(await walked(base.profiles, "Ann", base.archive))

        full, without = told
        assert full == without
        assert "first husband parted" not in "\n".join(full)
        assert any("> Fennwick, born on Tern Island" in step for step in full)

    play(scene)


LEFT_OUT = """
[[left-out]]
source = "gull-gazette"
locator = "line 1"
reason = "The title."
"""


def without_divorce(base: Archived) -> str:
    life = (base.profiles / "odalys-fennwick/facts/life.toml").read_text(encoding="utf-8")
    return life[: life.index('[[fact]]\nid = "life.divorce"')]


def test_the_walk_would_see_a_leak(tmp_path: Path) -> None:
    async def scene() -> None:
        trusted = await walked(write_keepers(tmp_path / "full"), "Tom")
        without = await walked(write_keepers(tmp_path / "without", GONE), "Tom")

        leaks = set(trusted) - set(without)
        assert len(leaks) > len(trusted) // 3
        assert "parted in 2009" in "\n".join(leaks)

    play(scene)


def test_the_walk_takes_every_command_and_every_kind_of_button(tmp_path: Path) -> None:
    async def scene() -> None:
        async with stage(folder=write_keepers(tmp_path)) as on:
            commands = {command.name for command in on.bot.tree.get_commands()}
            steps = [step async for step in _steps(on, on.ann)]
            taken = {step.split()[0] for step in steps}

            assert commands <= taken | {"Find sourced answer"}
            planted = (*PLANTED, *(menu for menu, _ in MENUS))
            for item in ITEMS:
                pattern = item.__discord_ui_compiled_template__
                assert any(pattern.fullmatch(custom_id) for custom_id in planted)

    play(scene)


_CLOCK = re.compile(r"since .*|up for .*")
GONE: dict[str, str | bytes] = {"odalys-fennwick/facts/life.toml": WITHOUT}


async def walked(folder: Path, name: str, archive: Path | None = None) -> list[str]:
    """Return everything that one person is shown on a walk through the whole bot."""
    settings: dict[str, object] = {"access": {"admin_roles": []}, "archive": archive}
    async with stage(folder=folder, settings=settings) as on:
        who = {"Ann": on.ann, "Ada": on.admin, "Tom": on.trusted}[name]
        return [step async for step in _steps(on, who)]


async def _steps(on: Stage, who: Member) -> AsyncIterator[str]:
    for walk in (_asked, _offered, _looked_up, _pressed, _picked, _spoken, _administered):
        async for step in walk(on, who):
            yield step


async def _asked(on: Stage, who: Member) -> AsyncIterator[str]:
    for question in QUESTIONS:
        for share in ("yes", "no"):
            reply = await on.ask(question, who, share=share)
            yield _told("ask", question, reply)
            for button in reply.buttons:
                # A click may change the reply, so each button gets a reply of its own.
                fresh = await on.ask(question, who, share=share)
                clicked = await on.click(fresh, button.custom_id or "", who)
                yield _told("click", button.label, clicked)


async def _offered(on: Stage, who: Member) -> AsyncIterator[str]:
    options = (("ask", "question"), ("sources", "about"), ("profile", "person"))
    for command, option in options:
        for typed in ("", "div", "husband", "2009", "gull", "fenn", "she", "life"):
            found = await on.discord.autocomplete(who, on.channel, command, **{option: typed})
            yield f"{command} {typed}: {[(c.name, c.value) for c in found]}"


async def _looked_up(on: Stage, who: Member) -> AsyncIterator[str]:
    for about in ABOUT:
        reply = await on.slash("sources", who, **({"about": about} if about else {}))
        yield _told("sources", about, reply)
    for command in ("profile", "timeline", "disputes"):
        for person in PEOPLE:
            reply = await on.slash(command, who, **({"person": person} if person else {}))
            yield _told(command, person, reply)
    yield _told("help", "", await on.slash("help", who))


async def _pressed(on: Stage, who: Member) -> AsyncIterator[str]:
    for custom_id in PLANTED:
        release = on.bot.desk.shelf.release.withheld.name
        told = custom_id.replace("RELEASE", release)
        yield _told("press", custom_id, await on.click(on.plant("Old", told), "Old", who))


async def _picked(on: Stage, who: Member) -> AsyncIterator[str]:
    for custom_id, value in MENUS:
        told = custom_id.replace("RELEASE", "0" * 12)
        planted = on.plant_menu(told, value)
        yield _told("pick", custom_id, await on.discord.select(planted, value, by=who))


async def _spoken(on: Stage, who: Member) -> AsyncIterator[str]:
    for question in QUESTIONS:
        reply = await on.discord.mention(who, on.channel, question)
        yield _told("mention", question, reply)
        for label in reply.labels:
            yield _told("click", label, await on.click(reply, label, who))
        said = on.discord.say(on.bob, on.channel, question)
        menu = await on.discord.message_menu(who, said, "Find sourced answer")
        yield _told("menu", question, menu)


async def _administered(on: Stage, who: Member) -> AsyncIterator[str]:
    on.discord.asks.ignore_command_permissions = True
    for command in ("facts status", "facts check", "facts reload"):
        yield _told(command, "", await on.slash(command, who))


def _told(what: str, how: str, reply: Reply) -> str:
    options = [(o.name, o.value, o.description) for s in reply.selects for o in s.options]
    ids = [b.custom_id for b in reply.buttons] + [s.custom_id for s in reply.selects]
    files = [file.text for file in reply.attachments]
    shown = _CLOCK.sub("[now]", reply.text)
    return f"{what} {how}: {reply.private} {shown} {reply.labels} {options} {ids} {files}"
