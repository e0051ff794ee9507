"""`/facts`: how the base stands, what is wrong with it, and reloading it; for admins."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

import discord
from discord import app_commands

from bot import channel_strings
from bot.desk import Desk
from bot.failures import sentence_card
from bot.reload import Checked, changes, check_folder, visible_problems
from bot.render.admin import (
    Health,
    problems_card,
    reloaded_card,
    sound_card,
    status_card,
)
from bot.render.card import Card
from bot.send import Asked, fill, respond
from bot.serving import serve
from bot.shelf import Seen, Shelf
from knowledge.release import View

_log = logging.getLogger(__name__)

facts_group = app_commands.Group(
    name="facts",
    description="The fact base, for admins",
    guild_only=True,
    # Hides the commands from most; `access` decides, since a server's own settings can differ.
    default_permissions=discord.Permissions(administrator=True),
)


@facts_group.command(name="status", description="Which release runs, and how it stands")
async def facts_status(interaction: Asked) -> None:
    """Show release, counts, since when, uptime and latency."""

    async def card(desk: Desk, seen: Seen) -> Card:
        health = Health(
            desk.since,
            desk.clock() - desk.started,
            interaction.client.latency,
            len(interaction.client.guilds),
        )
        return status_card(_whole(desk.shelf, seen), health)

    await _administer(interaction, "facts status", card)


@facts_group.command(name="check", description="Read the base on disk and list every problem")
async def facts_check(interaction: Asked) -> None:
    """Load, audit and ask the labelled questions, and leave what runs as it is."""

    async def card(desk: Desk, seen: Seen) -> Card:
        return await _alone(desk, seen, _check)

    await _administer(interaction, "facts check", card)


@facts_group.command(name="reload", description="Check the base on disk, and answer from it")
async def facts_reload(interaction: Asked) -> None:
    """Swap the base at once, or list every problem and leave what runs."""

    async def card(desk: Desk, seen: Seen) -> Card:
        return await _alone(desk, seen, _reload)

    await _administer(interaction, "facts reload", card)


async def _alone(desk: Desk, seen: Seen, make: Callable[[Desk, Seen], Awaitable[Card]]) -> Card:
    """Read the base on disk once at a time: it takes seconds and much memory."""
    if desk.reloading.locked():
        return sentence_card(channel_strings.RELOADING)
    async with desk.reloading:
        return await make(desk, seen)


async def _check(desk: Desk, seen: Seen) -> Card:
    checked = await _checked(desk)
    if checked.problems:
        return await _problems(checked, seen, channel_strings.CHECKED)
    view = checked_view(checked, seen)
    return sound_card(view, checked.questions, channel_strings.CHECKED)


async def _reload(desk: Desk, seen: Seen) -> Card:
    checked = await _checked(desk)
    if checked.shelf is None:
        _log.warning("reload refused problems=%s", len(checked.problems))
        return await _problems(checked, seen, channel_strings.NOT_RELOADED)
    before = _whole(desk.shelf, seen)
    desk.shelf = checked.shelf  # the one assignment: no answer sees half of it
    desk.since = datetime.now().astimezone()
    after = _whole(desk.shelf, seen)
    _log.warning("reloaded release=%s", checked.base.name)
    return reloaded_card(after, changes(before, after), checked.questions)


async def _checked(desk: Desk) -> Checked:
    return await asyncio.to_thread(check_folder, desk.folder, desk.config, desk.today())


async def _problems(checked: Checked, seen: Seen, lead: str) -> Card:
    return await asyncio.to_thread(_problems_card, checked, seen, lead)


def _problems_card(checked: Checked, seen: Seen, lead: str) -> Card:
    """Return the problems that the admin may read; of thousands it takes a while."""
    shown = visible_problems(checked, sees_restricted=seen.allowed.sees_restricted)
    return problems_card(shown, len(checked.problems) - len(shown), lead)


def checked_view(checked: Checked, seen: Seen) -> View:
    """Return a sound base as this admin may see it."""
    if checked.shelf is None:
        raise ValueError("a base with problems has no shelf")
    return _whole(checked.shelf, seen)


def _whole(shelf: Shelf, seen: Seen) -> View:
    return shelf.release.view(withhold=not seen.allowed.sees_restricted)


async def _administer(
    interaction: Asked, what: str, make: Callable[[Desk, Seen], Awaitable[Card]]
) -> None:
    async def act(desk: Desk, seen: Seen) -> str:
        if not seen.allowed.is_admin:
            await respond(interaction, sentence_card(channel_strings.NO_ADMIN))
            return "no admin"
        await interaction.response.defer(ephemeral=True, thinking=True)
        await fill(interaction, await make(desk, seen))
        return "done"

    await serve(interaction, what, act)
