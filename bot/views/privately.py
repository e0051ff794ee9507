"""The button below a neutral line: everybody sees for themselves what may not be public."""

import discord

from bot import channel_strings
from bot.asking import Question, ask, outcome_of
from bot.desk import Desk
from bot.failures import sentence_card
from bot.mentions import question_in
from bot.render.ids import PRIVATELY
from bot.send import Asked, respond
from bot.serving import asker_of
from bot.shelf import Seen
from bot.views.base import Lasting


class PrivatelyButton(Lasting, template=PRIVATELY):
    """Answers the message above for whoever clicks, as they may see it."""

    what = "see privately"

    async def act(self, asked: Asked, desk: Desk, seen: Seen) -> str:
        """Read the question where it was asked; nothing of it was kept."""
        text = await _question(asked)
        if text is None:
            await respond(asked, sentence_card(channel_strings.QUESTION_GONE))
            return "gone"
        given, card = ask(desk, seen, asker_of(asked), Question(text, share=False))
        await respond(asked, card)
        return outcome_of(given)


async def _question(asked: Asked) -> str | None:
    message = asked.message
    reference = message.reference if message else None
    if message is None or reference is None or reference.message_id is None:
        return None
    said = reference.resolved
    if not isinstance(said, discord.Message):
        said = await _fetch(message, reference.message_id)
    return question_in(said.content) if said else None


async def _fetch(message: discord.Message, id_: int) -> discord.Message | None:
    try:
        return await message.channel.fetch_message(id_)
    except (discord.NotFound, discord.Forbidden):
        return None
