"""What a button about passages does: reads the archive beside the answering, keeps nothing."""

import asyncio

from bot import channel_strings
from bot.archived import read_passages
from bot.desk import Desk
from bot.failures import sentence_card
from bot.render.card import Card, with_note
from bot.render.passages import passages_card
from bot.send import Asked, fill
from bot.shelf import Seen
from bot.views.base import is_private
from knowledge.answer.outcomes import Answered


async def show_passages(
    asked: Asked, desk: Desk, seen: Seen, given: Answered, note: str
) -> str:
    """Show the asker alone what stands at the places behind a fact."""
    await asked.response.defer(ephemeral=True, thinking=True)  # a disk may be slow
    await fill(asked, with_note(await passages(desk, seen, given), note))
    return "passage"


async def turn_passages(
    asked: Asked, desk: Desk, seen: Seen, given: Answered, page: tuple[int, str]
) -> str:
    """Show another page of them, in the place of the private one that was clicked on."""
    number, note = page
    if is_private(asked):
        await asked.response.defer()
    else:
        await asked.response.defer(ephemeral=True, thinking=True)
    await fill(asked, with_note(await passages(desk, seen, given, number), note))
    return "page"


async def passages(desk: Desk, seen: Seen, given: Answered, page: int = 0) -> Card:
    """Return a page of the passages behind a fact, read at this moment."""
    config = desk.config
    if config.archive is None:
        return sentence_card(channel_strings.NO_ARCHIVE)
    places = await asyncio.to_thread(
        read_passages,
        given.fact,
        seen.view.base,
        config.archive,
        unlicensed=config.unlicensed_passages,
    )
    return passages_card(given, places, seen.view, page)
