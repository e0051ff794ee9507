"""A card becomes a Discord message; nothing here knows what a card says."""

import io
from typing import Any, TypeAlias

import discord

from bot import limits
from bot.render.card import Card, Menu, Row

Asked: TypeAlias = discord.Interaction[Any]
NO_PINGS = discord.AllowedMentions.none()


class TooLongError(Exception):
    """A card that Discord would refuse: a bug of ours, since the audit measures every fact."""


def layout(card: Card) -> discord.ui.LayoutView:
    """Return the card as Components V2.

    The view is stopped at once: buttons are answered by their custom_id, so discord.py has
    nothing to remember about a message, and memory does not grow with what was said.
    """
    if card.length > limits.TEXT:
        raise TooLongError(f"{card.length} characters, {limits.TEXT} fit")
    view = discord.ui.LayoutView(timeout=None)
    box: discord.ui.Container[Any] = discord.ui.Container(accent_color=card.color)
    for text in card.texts:
        box.add_item(discord.ui.TextDisplay(text))
    if card.file:
        box.add_item(discord.ui.File(f"attachment://{card.file[0]}"))
    for row in card.rows:
        box.add_item(_row(row))
    view.add_item(box)
    view.stop()
    return view


def files(card: Card) -> list[discord.File]:
    """Return the card's text file, where it has one."""
    if card.file is None:
        return []
    name, text = card.file
    return [discord.File(io.BytesIO(text.encode("utf-8", "replace")), name)]


async def respond(asked: Asked, card: Card) -> None:
    """Send the card as the first response, or as a follow-up where there was one."""
    if asked.response.is_done():
        await follow(asked, card)
        return
    await asked.response.send_message(
        view=layout(card),
        files=files(card),
        ephemeral=card.private,
        allowed_mentions=NO_PINGS,
    )


async def follow(asked: Asked, card: Card) -> None:
    """Send the card after the first response."""
    await asked.followup.send(
        view=layout(card),
        files=files(card),
        ephemeral=card.private,
        allowed_mentions=NO_PINGS,
    )


async def fill(asked: Asked, card: Card) -> None:
    """Put the card where the asker sees that the bot is thinking."""
    await asked.edit_original_response(
        view=layout(card), attachments=files(card), allowed_mentions=NO_PINGS
    )


async def replace(asked: Asked, card: Card) -> None:
    """Put the card in the place of the private message that was clicked on."""
    await asked.response.edit_message(view=layout(card), allowed_mentions=NO_PINGS)


async def answer_message(message: discord.Message, card: Card) -> None:
    """Answer a message in its channel, without a ping."""
    await message.reply(view=layout(card), allowed_mentions=NO_PINGS, mention_author=False)


def _row(row: Row) -> discord.ui.ActionRow[Any]:
    line: discord.ui.ActionRow[Any] = discord.ui.ActionRow()
    if isinstance(row, Menu):
        return line.add_item(_menu(row))
    for button in row:
        style = discord.ButtonStyle.primary if button.is_main else discord.ButtonStyle.secondary
        line.add_item(
            discord.ui.Button(
                label=button.label,
                custom_id=button.custom_id,
                style=style,
                disabled=button.is_spent,
            )
        )
    return line


def _menu(menu: Menu) -> discord.ui.Select[Any]:
    options = [
        discord.SelectOption(label=o.label, value=o.value, description=o.description or None)
        for o in menu.options
    ]
    return discord.ui.Select(
        custom_id=menu.custom_id, placeholder=menu.placeholder, options=options
    )
