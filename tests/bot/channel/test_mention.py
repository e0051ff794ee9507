"""Asking without a slash: mentions, the message menu, direct messages."""

import pytest

from bot import channel_strings
from tests.bot.channel.stage import Stage, played, played_with
from tests.standin.errors import NoReplyError, NotPossibleError

BORN = "Where was Odalys Fennwick born?"
DIVORCE = "When did Odalys Fennwick get divorced?"


@played
async def test_a_mention_is_answered_in_the_channel_without_a_ping(on: Stage) -> None:
    reply = await on.discord.mention(on.ann, on.channel, BORN)

    assert "Tern Island" in reply.text
    assert reply.labels == ("Sources", "Related", "Cite")
    assert reply.pings.people == ()
    assert not reply.private


@played
async def test_what_may_not_be_public_is_one_neutral_line_whatever_it_is(on: Stage) -> None:
    restricted = await on.discord.mention(on.trusted, on.channel, DIVORCE)
    unknown = await on.discord.mention(on.ann, on.channel, "What did Odalys Fennwick eat?")
    choice = await on.discord.mention(on.bob, on.channel, "Where was Fennwick born?")

    for reply in (restricted, unknown, choice):
        assert reply.text == channel_strings.NEUTRAL
        assert reply.labels == ("See privately",)


@played
async def test_everybody_sees_privately_what_they_may_see_themselves(on: Stage) -> None:
    neutral = await on.discord.mention(on.trusted, on.channel, DIVORCE)
    trusted = await on.click(neutral, "See privately", who=on.trusted)
    ann = await on.click(neutral, "See privately")

    assert trusted.private
    assert "parted in 2009" in trusted.text
    assert ann.private
    assert "was not found here" in ann.text


@played
async def test_a_mention_without_words_and_other_peoples_talk(on: Stage) -> None:
    empty = await on.discord.mention(on.ann, on.channel, "")
    on.discord.say(on.ann, on.channel, "Between us: " + BORN)
    last = await on.discord.mention(on.ann, on.channel, BORN)

    assert empty.text == channel_strings.NO_QUESTION
    assert on.discord.seen(on.ann, on.channel)[-1].id == last.shown.id
    assert len([m for m in on.discord.seen(on.ann, on.channel) if m.author.bot]) == 2


@played
async def test_the_menu_of_a_message_answers_privately_and_can_be_shared(on: Stage) -> None:
    said = on.discord.say(on.bob, on.channel, BORN)
    reply = await on.discord.message_menu(on.ann, said, "Find sourced answer")
    shared = await on.discord.more(await on.click(reply, "Share"), followups=1)

    assert reply.private
    assert "Tern Island" in reply.text
    assert shared.followups[0].text.startswith("-# Ann shared:")


@played
async def test_a_message_that_asks_nothing_is_abstained_on(on: Stage) -> None:
    said = on.discord.say(on.bob, on.channel, "🙂")
    reply = await on.discord.message_menu(on.ann, said, "Find sourced answer")

    assert reply.private
    assert "A question about a person was not found in that." in reply.text


@played
async def test_direct_messages_are_off_unless_they_are_configured(on: Stage) -> None:
    direct = on.discord.direct(on.ann)

    with pytest.raises(NotPossibleError):
        await on.discord.slash(on.ann, direct, "ask", question=BORN)
    on.discord.patience = 0.1
    with pytest.raises(NoReplyError):
        await on.discord.direct_message(on.ann, BORN)
    on.discord.asks.ignore_command_permissions = True


@played_with(access={"direct_messages": True})
async def test_direct_messages_never_show_what_is_restricted(on: Stage) -> None:
    said = await on.discord.direct_message(on.trusted, BORN)
    secret = await on.discord.direct_message(on.trusted, DIVORCE)
    direct = on.discord.direct(on.trusted)
    asked = await on.discord.slash(on.trusted, direct, "ask", question=DIVORCE)

    assert "Tern Island" in said.text
    for reply in (secret, asked):
        assert "was not found here" in reply.text
        assert "2009" not in reply.text
