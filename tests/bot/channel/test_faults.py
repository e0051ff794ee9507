"""What goes wrong, from a person's side and in the log."""

import asyncio
import io
import json
import logging
from collections.abc import Iterator

import pytest

from bot.log import start_log
from tests.bot.channel.stage import Stage, play, played, stage
from tests.standin.errors import NoReplyError
from tests.standin.protocol import ORDINARY, Permission

BORN = "Where was Odalys Fennwick born?"
CALLBACK = "/interactions/*"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Return what the running bot would write at its most talkative."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    written = io.StringIO()
    handler = start_log("DEBUG", written)
    yield written
    handler.flush()
    root.handlers[:] = handlers
    root.setLevel(level)


def items(log: io.StringIO) -> list[dict[str, str]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def break_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr("bot.recent.answer", broken)


@played
async def test_a_cut_in_the_middle_of_an_answer_loses_nothing(on: Stage) -> None:
    on.discord.faults.server_error("POST", CALLBACK)
    before = on.discord.asks.slash(on.ann, on.channel, "ask", {"question": BORN})
    await asyncio.sleep(0.05)
    await on.discord.gateway.cut()
    during = on.discord.asks.slash(on.bob, on.channel, "ask", {"question": BORN})

    for asked in (before, during):
        assert "Tern Island" in (await on.discord.reply_to(asked)).text
    assert on.discord.gateway.resumes == 1


@played
async def test_a_session_that_became_invalid_is_started_anew(on: Stage) -> None:
    on.discord.gateway.invalidate()
    await on.discord.gateway.until(lambda: len(on.discord.gateway.identifies) == 2)

    assert "Tern Island" in (await on.ask(BORN)).text


@played
async def test_a_rate_limit_is_waited_out(on: Stage) -> None:
    on.discord.faults.rate_limit("POST", CALLBACK, retry_after=0.05)

    assert "Tern Island" in (await on.ask(BORN)).text


@played
async def test_an_error_of_discords_is_tried_again(on: Stage) -> None:
    on.discord.faults.server_error("POST", CALLBACK)

    assert "Tern Island" in (await on.ask(BORN)).text


def test_what_took_effect_before_an_error_is_not_said_twice(log: io.StringIO) -> None:
    async def scene() -> None:
        async with stage(is_calm=False) as on:
            on.discord.faults.server_error("POST", CALLBACK, after_taking_effect=True)
            reply = await on.ask(BORN)
            await on.idle()

            assert "Tern Island" in reply.text
            assert reply.followups == ()

    play(scene)
    warnings = [
        e for e in items(log) if e["level"] == "WARNING" and e["name"] == "bot.failures"
    ]
    assert [e["message"] for e in warnings] == ["response not taken by Discord code=40060"]


def test_sharing_goes_on_where_the_first_half_took_effect_before_an_error() -> None:
    async def scene() -> None:
        async with stage(is_calm=False) as on:
            reply = await on.ask(BORN, share="no")
            on.discord.faults.server_error("POST", CALLBACK, after_taking_effect=True)
            shared = await on.discord.more(await on.click(reply, "Share"), followups=1)

            assert shared.followups[0].text.startswith("-# Ann shared:")

    play(scene)


def test_a_question_that_comes_too_late_is_logged_and_the_next_is_answered(
    log: io.StringIO,
) -> None:
    async def scene() -> None:
        async with stage(is_calm=False) as on:
            on.discord.patience = 0.3
            on.discord.arrive_late(4)
            with pytest.raises(NoReplyError):
                await on.ask(BORN)

            assert "Tern Island" in (await on.ask(BORN)).text

    play(scene)
    messages = [e["message"] for e in items(log)]
    assert "response not taken by Discord code=10062" in messages
    assert not any(e["level"] == "ERROR" for e in items(log))


@played
async def test_a_double_click_shares_once(on: Stage) -> None:
    reply = await on.ask(BORN, share="no")
    clicks = [on.discord.asks.click(on.ann, reply.shown, "Share") for _ in range(2)]
    first, second = [await on.discord.reply_to(click) for click in clicks]
    await on.discord.more(first, followups=1)
    await on.idle()

    public = [m for m in on.discord.seen(on.bob, on.channel) if "Ann shared:" in m.text]
    assert len(public) == 1
    assert second.private
    assert "shared already" in second.text


@played
async def test_a_double_click_on_a_button_is_answered_twice(on: Stage) -> None:
    reply = await on.ask(BORN)
    clicks = [on.discord.asks.click(on.bob, reply.shown, "Cite") for _ in range(2)]

    for click in clicks:
        assert (await on.discord.reply_to(click)).private


@played
async def test_a_button_that_no_build_knows_is_answered_all_the_same(on: Stage) -> None:
    for custom_id in ("from the future", "f:s:x", "p:s::x:y", "a:no_reason:x:y", "q:privately"):
        reply = await on.click(on.plant("Old", custom_id), "Old")

        assert reply.private
        assert "Ask" in reply.text


def test_an_error_is_a_private_sentence_with_a_reference_that_the_log_has_too(
    monkeypatch: pytest.MonkeyPatch, log: io.StringIO
) -> None:
    shown: list[str] = []

    async def scene() -> None:
        async with stage() as on:
            neutral = await on.discord.mention(on.ann, on.channel, "What of Odalys Fennwick?")
            old = await on.ask(BORN)
            break_answers(monkeypatch)
            said = on.discord.say(on.bob, on.channel, BORN)
            replies = [
                await on.ask(BORN),
                await on.slash("sources", about=BORN),
                await on.discord.message_menu(on.ann, said, "Find sourced answer"),
            ]
            if "See privately" in neutral.labels:
                replies.append(await on.click(neutral, "See privately"))
            monkeypatch.setattr("bot.views.facts.sources_card", None)
            replies.append(await on.click(old, "Sources"))
            public = await on.discord.mention(on.ann, on.channel, BORN)

            shown.extend(reply.text for reply in replies)
            assert all(reply.private for reply in replies if "ref" in reply.text)
            shown.append(public.text)

    play(scene)
    refs = [text.partition("(ref ")[2][:6] for text in shown if "(ref " in text]
    failures = [item for item in items(log) if item["level"] == "ERROR"]
    assert len(refs) >= 4
    for ref in refs:
        item = next(e for e in failures if f"ref={ref}" in e["message"])
        assert "Traceback" in item["trace"]


def test_an_error_while_somebody_types_offers_nothing_and_names_nobody(
    monkeypatch: pytest.MonkeyPatch, log: io.StringIO
) -> None:
    async def scene() -> None:
        async with stage() as on:
            monkeypatch.setattr("bot.offers.Offers.matching", None)
            found = await on.discord.autocomplete(on.ann, on.channel, "ask", question="born")

            assert found == ()
            assert str(on.ann.person.id) not in log.getvalue()

    play(scene)
    assert any(item["level"] == "ERROR" for item in items(log))


def test_a_missing_permission_is_named_in_the_log(log: io.StringIO) -> None:
    async def scene() -> None:
        async with stage(is_calm=False) as on:
            silent = ORDINARY & ~int(Permission.SEND_MESSAGES)
            closed = on.discord.channel(on.guild, "announcements", bot_may=silent)
            on.discord.patience = 0.3
            on.discord.gateway.introduce(closed)
            with pytest.raises(NoReplyError):
                await on.discord.mention(on.ann, closed, BORN)

            assert "Tern Island" in (await on.ask(BORN)).text

    play(scene)
    assert any(
        "a permission is missing code=50013: send_messages" in e["message"] for e in items(log)
    )


def test_neither_questions_nor_who_asked_stand_in_the_log(
    monkeypatch: pytest.MonkeyPatch, log: io.StringIO
) -> None:
    ids: list[str] = []

    async def scene() -> None:
        async with stage(is_calm=False) as on:
            ids.extend(str(who.person.id) for who in (on.ann, on.bob, on.admin, on.trusted))
            reply = await on.ask(BORN, share="no")
            await on.discord.more(await on.click(reply, "Share"), followups=1)
            await on.discord.mention(on.bob, on.channel, BORN)
            await on.discord.autocomplete(on.ann, on.channel, "ask", question="Where was")
            await on.slash("facts status", on.admin)
            on.discord.faults.rate_limit("POST", CALLBACK, retry_after=0.05)
            on.discord.faults.answer("POST", CALLBACK, status=400, code=50035, message="x")
            await on.ask(BORN)
            break_answers(monkeypatch)
            await on.ask(BORN)
            await on.discord.mention(on.bob, on.channel, BORN)
            state = on.bot.desk.config.state_file.read_text(encoding="utf-8")
            assert not any(id_ in state for id_ in ids)
            held = repr((on.bot.desk.memory, on.bot.desk.cooldown, on.bot.desk.shared))
            assert not any(id_ in held for id_ in ids)

    play(scene)
    written = log.getvalue()
    assert "served what=ask outcome=answered" in written
    assert "Where was" not in written
    assert not any(id_ in written for id_ in ids)


@played
async def test_a_stop_lets_answers_in_flight_go_out_first(on: Stage) -> None:
    on.discord.faults.server_error("POST", CALLBACK)
    asked = [
        on.discord.asks.slash(on.ann, on.channel, "ask", {"question": BORN}) for _ in range(20)
    ]
    await asyncio.sleep(0.05)
    await on.bot.stop()

    for each in asked:
        assert "Tern Island" in (await on.discord.reply_to(each)).text
    assert on.bot.is_closed()


@played
async def test_no_privileged_intent_is_asked_for(on: Stage) -> None:
    assert [each.privileged for each in on.discord.gateway.identifies] == [()]
    assert not on.bot.intents.message_content
    assert not on.bot.intents.members
    assert not on.bot.intents.presences
    assert not on.bot.intents.dm_messages


@played
async def test_nothing_is_remembered_of_messages_and_members(on: Stage) -> None:
    for _ in range(5):
        await on.ask(BORN)
        await on.discord.mention(on.bob, on.channel, BORN)

    guild = on.bot.get_guild(on.guild.id)
    assert guild is not None
    assert [member.id for member in guild.members] in ([], [on.discord.world.bot.id])
    assert list(on.bot.cached_messages) == []
    assert on.bot.persistent_views == []
