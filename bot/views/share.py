"""Sharing a private reply: its button is spent, and a public follow-up says who shared it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import discord

from bot import channel_strings
from bot.desk import Desk
from bot.failures import ALREADY_ANSWERED, sentence_card
from bot.render.answers import shared_card
from bot.render.card import Card
from bot.render.markdown import escape
from bot.send import NO_PINGS, Asked, follow, respond
from bot.views.base import Lasting

MOST_SHARED = 1000  # messages that are held against a double click


async def share(asked: Asked, desk: Desk, button: Lasting, card: Card | None) -> str:
    """Show everybody what one person was shown, once."""
    if card is None:
        await respond(asked, sentence_card(channel_strings.NOT_SHAREABLE))
        return "not shareable"
    message = asked.message.id if asked.message else asked.id
    if message in desk.shared:
        await respond(asked, sentence_card(channel_strings.ALREADY_SHARED))
        return "shared already"
    _note(desk, message)
    await _spend(asked, button)
    question = _question_above(button)
    whole = replace(card, texts=(question, *card.texts)) if question else card
    await follow(asked, shared_card(whole, asked.user.display_name))
    return "shared"


def _note(desk: Desk, message: int) -> None:
    desk.shared[message] = None
    while len(desk.shared) > MOST_SHARED:
        del desk.shared[next(iter(desk.shared))]


async def _spend(asked: Asked, button: Lasting) -> None:
    """Take the button away from the private message by disabling it."""
    view = button.view
    if not isinstance(view, discord.ui.LayoutView):
        await asked.response.defer()
        return
    if isinstance(button.item, discord.ui.Button):
        button.item.disabled = True
        button.item.label = channel_strings.SHARED
    view.stop()
    try:
        await asked.response.edit_message(view=view, allowed_mentions=NO_PINGS)
    except discord.HTTPException as error:
        # After an error of Discord's own, the second try finds the first one done.
        if error.code != ALREADY_ANSWERED:
            raise


def _question_above(button: Lasting) -> str:
    """Return the question that the private reply repeats, as everybody may read it now."""
    start = escape(channel_strings.asked("")).rstrip()
    for text in _texts(button.view):
        small, _, rest = text.partition("-# ")
        if not small and rest.startswith(start):
            return f"-# {channel_strings.ASKED}{rest.removeprefix(start)}"
    return ""


def _texts(view: Any) -> Iterator[str]:  # noqa: ANN401 -- discord.py's view of any message
    children = view.walk_children() if isinstance(view, discord.ui.LayoutView) else ()
    for child in children:
        if isinstance(child, discord.ui.TextDisplay):
            yield child.content
