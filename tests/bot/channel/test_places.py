"""Servers and channels in which only some may be asked about."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.access import OTHER_CHANNEL, OTHER_SERVER
from tests.bot.channel.stage import Stage, play, stage
from tests.standin.server import StandIn
from tests.standin.world import Channel, Member

BORN = "Where was Odalys Fennwick born?"
MARROW = "When was Tobin Marrow a pilot?"


@asynccontextmanager
async def two_channels() -> AsyncIterator[tuple[Stage, Channel, Channel, Member]]:
    """Set a stage with one channel for one person only, and one that is closed."""
    standin = StandIn()
    home = standin.guild("Home")
    narrow, closed = standin.channel(home, "narrow"), standin.channel(home, "closed")
    channels = [
        {"id": narrow.id, "profiles": ["tobin-marrow"]},
        {"id": closed.id, "profiles": []},
    ]
    servers = [{"id": home.id, "channel": channels}]
    async with stage(standin=standin, settings={"server": servers}) as on:
        yield on, narrow, closed, standin.member(home, "Ann of Home")


def test_a_channel_knows_only_whom_it_may_ask_about() -> None:
    async def scene() -> None:
        async with two_channels() as (on, narrow, _, ann):
            discord = on.discord
            known = await discord.slash(ann, narrow, "ask", question=MARROW)
            unknown = await discord.slash(ann, narrow, "ask", question=BORN)
            offered = await discord.autocomplete(ann, narrow, "ask", question="")
            people = await discord.slash(ann, narrow, "help")
            sources = await discord.slash(ann, narrow, "sources")
            stranger = await discord.slash(ann, narrow, "profile", person="odalys-fennwick")

            assert "Marrow piloted ships" in known.text
            assert "Tern" not in unknown.text
            assert [choice.name for choice in offered] == [MARROW]
            assert "Fennwick" not in people.text
            assert "**Sources** · 1" in sources.text
            assert "there is Tobin Marrow." in stranger.text

    play(scene)


def test_where_nobody_may_be_asked_about_every_path_says_so() -> None:
    async def scene() -> None:
        async with two_channels() as (on, _, closed, ann):
            shut = await on.discord.slash(ann, closed, "ask", question=MARROW)
            spoken = await on.discord.mention(ann, closed, MARROW)
            elsewhere = await on.ask(MARROW)
            offered = await on.discord.autocomplete(on.ann, on.channel, "ask", question="")

            for refused in (shut, spoken):
                assert refused.text == OTHER_CHANNEL
            assert elsewhere.text == OTHER_SERVER
            assert offered == ()

    play(scene)


def test_an_old_button_asks_again_who_may_see_what() -> None:
    async def scene() -> None:
        async with stage() as on:
            reply = await on.ask("When did Odalys Fennwick get divorced?", on.trusted)
            shown = await on.click(reply, "Sources", who=on.trusted)
            on.trusted = on.discord.give(on.trusted)
            hidden = await on.click(reply, "Cite", who=on.trusted)

            assert "page 9" in shown.text
            assert hidden.text.startswith("That is withdrawn, or cannot be shown")

    play(scene)
