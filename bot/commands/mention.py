"""A question that names the bot, answered in the channel: only what everybody may read."""

import logging
import time

import discord

from bot import channel_strings
from bot.access import Place, Refused
from bot.asking import Asker, Question, ask, outcome_of
from bot.desk import Desk
from bot.failures import log_failure
from bot.mentions import names_bot, question_in
from bot.permissions import missing
from bot.render.card import Button, Card
from bot.render.markdown import escape
from bot.send import answer_message
from bot.serving import channel_ids
from bot.shelf import Seen

_log = logging.getLogger(__name__)


async def answer_mention(desk: Desk, message: discord.Message, bot: int) -> None:
    """Answer a message that names the bot or was written to it alone; leave all others."""
    is_direct = message.guild is None
    if message.author.bot or not (is_direct or names_bot(message.content, bot)):
        return
    began = time.perf_counter()
    with desk.busy():
        try:
            outcome = await _answer(desk, message)
        except discord.Forbidden as error:
            outcome = "forbidden"
            _log.error("a permission is missing code=%s: %s", error.code, _missing(message))
        except Exception as error:  # noqa: BLE001 -- said in the channel, with a reference
            outcome = "failed"
            await _apologize(message, log_failure(error))
    spent = (time.perf_counter() - began) * 1000
    _log.info("served what=mention outcome=%s ms=%.1f", outcome, spent)


async def _answer(desk: Desk, message: discord.Message) -> str:
    await desk.turns.take()
    seen = desk.see(_place(message))
    if isinstance(seen, Refused):
        await answer_message(message, Card((escape(seen.sentence),)))
        return "refused"
    left = desk.cooldown.wait(message.author.id)
    if left:
        await answer_message(message, Card((escape(channel_strings.wait(left)),)))
        return "cooled"
    outcome, card = _reply(desk, seen, message)
    await answer_message(message, card)
    return outcome


def _reply(desk: Desk, seen: Seen, message: discord.Message) -> tuple[str, Card]:
    text = question_in(message.content)
    if not text:
        return "empty", Card((escape(channel_strings.NO_QUESTION),))
    asker = Asker(message.author.id, message.channel.id)
    given, card = ask(desk, seen, asker, Question(text))
    if not card.private or message.guild is None:
        return outcome_of(given), card
    return "neutral", neutral_card()


def neutral_card() -> Card:
    """Return the one line that says nothing about what was found, with its button."""
    button = Button(channel_strings.PRIVATELY, "q:privately", is_main=True)
    return Card((escape(channel_strings.NEUTRAL),), ((button,),), private=False)


def _place(message: discord.Message) -> Place:
    member = message.author
    roles = member.roles if isinstance(member, discord.Member) else ()
    return Place(
        server=message.guild.id if message.guild else None,
        channels=channel_ids(message.channel, message.channel.id),
        roles=frozenset(role.id for role in roles),
    )


def _missing(message: discord.Message) -> str:
    if message.guild is None or isinstance(message.channel, discord.PartialMessageable):
        return "unknown"
    return missing(message.channel.permissions_for(message.guild.me))


async def _apologize(message: discord.Message, ref: str) -> None:
    try:
        await answer_message(message, Card((escape(channel_strings.failed(ref)),)))
    except discord.HTTPException as error:
        _log.warning("apology not taken by Discord code=%s", error.code)
