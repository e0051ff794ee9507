"""What the stand-in notices about a bot, and what it leaves behind."""

import asyncio

import discord
import pytest

from tests.standin.errors import NoReplyError
from tests.standin.sample import Asked, SampleBot, stage
from tests.standin.server import StandIn


def test_nobody_who_was_not_answered_goes_unnoticed() -> None:
    async def play() -> None:
        async with stage(StandIn(patience=0.1)) as on:
            with pytest.raises(NoReplyError, match="not answered"):
                await on.do(_say_nothing)
            assert [each.name for each in on.discord.unanswered] == ["do"]

    asyncio.run(play())


def test_the_addresses_of_the_real_discord_come_back() -> None:
    before = discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY

    async def play() -> None:
        async with StandIn() as standin:
            assert standin.rest_url.startswith("http://127.0.0.1:")
            assert standin.rest_url == discord.http.Route.BASE

    asyncio.run(play())

    assert before == (discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY)


def test_every_body_is_held_against_the_description() -> None:
    async def play() -> None:
        async with stage() as on:
            if on.discord.contract is None:
                pytest.skip("no ../shared/discord-openapi.json beside the repository")
            await on.discord.slash(on.bob, on.channel, "ask", question="Who?")
            assert on.discord.contract.checked == 2
            assert on.discord.violations == []
            route = discord.http.Route("POST", "/users/@me/channels")
            await on.bot.http.request(route, json={"recipient_id": on.bob.person.id})
            assert on.discord.violations == []
            with pytest.raises(discord.HTTPException):
                await on.bot.http.request(route, json={"recipient_id": 1.5})
            assert len(on.discord.violations) == 1

    asyncio.run(play())


def test_no_privileged_intent_is_asked_for_by_a_client_that_wants_none() -> None:
    async def play() -> None:
        async with stage(bot=SampleBot()) as on:
            assert [each.privileged for each in on.discord.gateway.identifies] == [()]

    asyncio.run(play())


async def _say_nothing(_: Asked) -> None:
    return
