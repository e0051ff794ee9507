"""What goes wrong at Discord goes wrong here in the same way."""

import asyncio

import discord
import pytest

from tests.standin.errors import NoReplyError
from tests.standin.protocol import ORDINARY, CloseCode, Permission
from tests.standin.sample import Asked, SampleBot, Stage, played, stage
from tests.standin.server import StandIn

CALLBACK = "/interactions/*"


@played
async def test_an_event_during_a_cut_is_replayed_when_the_client_resumes(on: Stage) -> None:
    release = asyncio.Event()

    async def wait(asked: Asked) -> None:
        await release.wait()
        await asked.response.send_message("Here after all")

    on.bot.act = wait
    before = on.discord.asks.slash(on.ann, on.channel, "do", {})
    await on.discord.gateway.cut()
    during = on.discord.asks.slash(on.bob, on.channel, "do", {})
    release.set()

    assert (await on.discord.reply_to(before)).content == "Here after all"
    assert (await on.discord.reply_to(during)).content == "Here after all"
    assert on.discord.gateway.resumes == 1
    assert on.discord.gateway.replayed >= 1
    assert len(on.discord.gateway.identifies) == 1


@played
async def test_a_client_that_is_asked_to_reconnect_resumes(on: Stage) -> None:
    on.discord.gateway.ask_to_reconnect()
    await on.discord.gateway.until(lambda: on.discord.gateway.resumes == 1)

    assert (await on.discord.slash(on.bob, on.channel, "do")).content == "Hello"


@played
async def test_a_close_code_that_allows_it_is_resumed(on: Stage) -> None:
    await on.discord.gateway.cut(code=CloseCode.UNKNOWN_ERROR)
    await on.discord.gateway.until(lambda: on.discord.gateway.resumes == 1)

    assert (await on.discord.slash(on.bob, on.channel, "do")).content == "Hello"


@played
async def test_a_session_that_may_be_resumed_is(on: Stage) -> None:
    on.discord.gateway.invalidate(resumable=True)
    await on.discord.gateway.until(lambda: on.discord.gateway.resumes == 1)

    assert (await on.discord.slash(on.bob, on.channel, "do")).content == "Hello"


@played
async def test_an_invalid_session_is_started_anew(on: Stage) -> None:
    on.discord.gateway.invalidate()
    await on.discord.gateway.until(lambda: len(on.discord.gateway.identifies) == 2)

    assert (await on.discord.slash(on.bob, on.channel, "do")).content == "Hello"
    assert on.discord.gateway.resumes == 0


@played
async def test_a_resume_of_a_forgotten_session_is_refused(on: Stage) -> None:
    on.discord.gateway.forget()
    await on.discord.gateway.cut()
    await on.discord.gateway.until(lambda: len(on.discord.gateway.identifies) == 2)

    assert on.discord.gateway.resumes == 0


@played
async def test_a_client_answers_when_it_is_asked_for_a_heartbeat(on: Stage) -> None:
    before = on.discord.gateway.heartbeats
    on.discord.gateway.ask_for_heartbeat()
    await on.discord.gateway.until(lambda: on.discord.gateway.heartbeats > before)

    assert on.discord.gateway.heartbeats == before + 1


@played
async def test_a_rate_limited_response_is_tried_again_after_the_wait(on: Stage) -> None:
    on.discord.faults.rate_limit("POST", CALLBACK, retry_after=0.1)
    reply = await on.discord.slash(on.bob, on.channel, "do")

    assert reply.content == "Hello"
    assert reply.elapsed >= 0.1
    assert [each.status for each in on.discord.requests[-2:]] == [429, 200]
    assert on.discord.refused == []


@played
async def test_a_global_rate_limit_holds_back_every_request(on: Stage) -> None:
    on.discord.faults.rate_limit("GET", "/users/*", retry_after=0.1, everywhere=True)
    person = await on.bot.fetch_user(on.bob.person.id)

    assert person.name == "bob"


@played
async def test_a_server_error_is_tried_again(on: Stage) -> None:
    on.discord.faults.server_error("POST", CALLBACK)
    reply = await on.discord.slash(on.bob, on.channel, "do")

    assert reply.content == "Hello"
    assert reply.elapsed >= 1  # the first pause of discord.py


@played
async def test_a_response_that_took_effect_before_an_error_counts_as_acknowledged(
    on: Stage,
) -> None:
    on.discord.faults.server_error("POST", CALLBACK, after_taking_effect=True)
    reply = await on.discord.slash(on.bob, on.channel, "do")
    await _first_error(on.bot)

    assert reply.content == "Hello"
    assert _codes(on.bot) == [40060]


@played
async def test_a_second_response_is_refused(on: Stage) -> None:
    async def twice(asked: Asked) -> None:
        await asked.response.send_message("Once")
        await discord.InteractionResponse(asked).send_message("Twice")

    reply = await on.do(twice)
    await _first_error(on.bot)

    assert reply.content == "Once"
    assert _codes(on.bot) == [40060]
    assert [each.code for each in on.discord.refused] == [40060]


@played
async def test_a_response_after_three_seconds_finds_no_interaction(on: Stage) -> None:
    async def late(asked: Asked) -> None:
        on.discord.clock.advance(3.1)
        await asked.response.send_message("Too late")

    on.bot.act = late
    asked = on.discord.asks.slash(on.ann, on.channel, "do", {})
    await _first_error(on.bot)

    assert _codes(on.bot) == [10062]
    assert on.discord.unanswered == (asked,)


@played
async def test_an_interaction_that_arrives_late_cannot_be_answered(on: Stage) -> None:
    on.discord.arrive_late(4)
    on.discord.asks.slash(on.ann, on.channel, "do", {})
    await _first_error(on.bot)

    assert _codes(on.bot) == [10062]
    assert (await on.discord.slash(on.ann, on.channel, "do")).content == "Hello"


@played
async def test_a_token_ends_after_fifteen_minutes(on: Stage) -> None:
    async def slow(asked: Asked) -> None:
        await asked.response.send_message("Hello")
        on.discord.clock.advance(15 * 60)
        await asked.followup.send("Still there?")

    await on.do(slow)
    await _first_error(on.bot)

    assert _codes(on.bot) == [50027]


@played
async def test_a_channel_that_is_closed_to_the_bot_says_why(on: Stage) -> None:
    hidden = on.discord.channel(on.guild, "hidden", bot_may=0)
    silent = on.discord.channel(
        on.guild,
        "silent",
        bot_may=ORDINARY & ~Permission.SEND_MESSAGES,
    )
    on.discord.faults.forbid("POST", "/channels/*", code=50007)

    assert [await _refusal(on, each.id) for each in (on.channel, hidden, silent)] == [
        50007,
        50001,
        50013,
    ]


def test_a_wrong_token_is_refused_at_login() -> None:
    async def play() -> None:
        async with StandIn() as standin, SampleBot() as client:
            with pytest.raises(discord.LoginFailure):
                await client.start("wrong")
            assert [each.status for each in standin.requests] == [401]

    asyncio.run(play())


def test_a_token_revoked_while_the_bot_runs_ends_it() -> None:
    async def play() -> None:
        async with StandIn() as standin, SampleBot() as client:
            task = asyncio.create_task(client.start(standin.token))
            await standin.gateway.until(lambda: standin.is_online)
            standin.revoke_token()
            await standin.gateway.cut(code=CloseCode.AUTHENTICATION_FAILED)
            with pytest.raises(discord.ConnectionClosed) as closed:
                await task
            assert closed.value.code == CloseCode.AUTHENTICATION_FAILED

    asyncio.run(play())


def test_an_intent_that_was_not_granted_is_refused() -> None:
    async def play() -> None:
        bot = SampleBot(discord.Intents(guilds=True, message_content=True))
        with pytest.raises(discord.PrivilegedIntentsRequired):
            async with stage(bot=bot):
                pass

    asyncio.run(play())


def test_an_intent_that_was_granted_is_not() -> None:
    async def play() -> None:
        standin = StandIn()
        standin.gateway.allowed_intents |= 1 << 15
        bot = SampleBot(discord.Intents(guilds=True, message_content=True))
        async with stage(standin, bot):
            assert standin.gateway.identifies[0].privileged == ("MESSAGE_CONTENT",)

    asyncio.run(play())


def test_a_client_that_falls_silent_is_hung_up_on() -> None:
    async def play() -> None:
        standin = StandIn(heartbeat=0.1, patience=0.2)
        async with stage(standin) as on:
            await standin.gateway.until(lambda: standin.gateway.heartbeats >= 3)
            assert standin.gateway.missed_heartbeats == 0
            await _block(on.bot)
            await standin.gateway.until(lambda: standin.gateway.resumes == 1)
            assert standin.gateway.missed_heartbeats == 1

    asyncio.run(play())


def test_a_person_is_told_nothing_when_the_bot_only_thinks() -> None:
    async def play() -> None:
        async with stage(StandIn(patience=0.1)) as on:
            with pytest.raises(NoReplyError, match="only acknowledged"):
                await on.do(lambda asked: asked.response.defer(thinking=True))
            assert on.discord.unanswered == ()
            assert len(on.discord.unsettled) == 1

    asyncio.run(play())


async def _first_error(bot: SampleBot) -> None:
    async with asyncio.timeout(5):
        while not bot.errors:  # noqa: ASYNC110 - a list has no bell
            await asyncio.sleep(0.01)


def _codes(bot: SampleBot) -> list[int]:
    return [each.code for each in bot.errors if isinstance(each, discord.HTTPException)]


async def _refusal(on: Stage, channel_id: int) -> int:
    channel = on.bot.get_partial_messageable(channel_id)
    with pytest.raises(discord.Forbidden) as refused:
        await channel.send("Hello")
    return refused.value.code


async def _block(bot: SampleBot) -> None:
    """Stop the client's heart, as a blocked loop would."""
    for shard in bot.shards.values():
        heart = shard._parent.ws._keep_alive  # noqa: SLF001 - no door to it
        assert heart is not None
        heart.stop()
