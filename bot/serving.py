"""What every path goes through: access first, then the act, errors to one handler."""

import logging
import time
from collections.abc import Awaitable, Callable
from typing import TypeAlias

import discord

from bot import channel_strings
from bot.access import Place, Refused
from bot.asking import Asker
from bot.desk import Desk, desk_of
from bot.failures import handle, sentence_card
from bot.send import Asked, respond
from bot.shelf import Seen

Act: TypeAlias = Callable[[Desk, Seen], Awaitable[str]]
"""What is done for somebody who may; returns the outcome in one word, for the log."""
_log = logging.getLogger(__name__)


def place_of(asked: Asked) -> Place:
    """Return where an interaction comes from, as access wants to know it."""
    member = asked.user
    roles = member.roles if isinstance(member, discord.Member) else ()
    return Place(
        server=asked.guild_id,
        channels=channel_ids(asked.channel, asked.channel_id),
        roles=frozenset(role.id for role in roles),
        is_administrator=asked.guild_id is not None and asked.permissions.administrator,
    )


def channel_ids(channel: object, id_: int | None) -> tuple[int, ...]:
    """Return a channel's id, and of a thread also its parent's."""
    parent = getattr(channel, "parent_id", None)
    return tuple(each for each in (id_, parent) if each is not None)


def asker_of(asked: Asked) -> Asker:
    """Return who asks where."""
    return Asker(asked.user.id, asked.channel_id or 0)


async def serve(asked: Asked, what: str, act: Act, *, cools: bool = False) -> None:
    """Let somebody who may do it do it; everybody gets a reply, whatever happens."""
    desk, began = desk_of(asked.client), time.perf_counter()
    with desk.busy():
        try:
            outcome = await _act(asked, desk, act, cools=cools)
        except Exception as error:  # noqa: BLE001 -- the handler logs it and tells the asker
            outcome = "failed"
            await handle(asked, error)
    spent = (time.perf_counter() - began) * 1000
    _log.info("served what=%s outcome=%s ms=%.1f", what, outcome, spent)


async def _act(asked: Asked, desk: Desk, act: Act, *, cools: bool) -> str:
    if not await desk.turns.take():
        return "too late"
    seen = desk.see(place_of(asked))
    if isinstance(seen, Refused):
        await respond(asked, sentence_card(seen.sentence))
        return "refused"
    left = desk.cooldown.wait(asked.user.id) if cools else 0.0
    if left:
        await respond(asked, sentence_card(channel_strings.wait(left)))
        return "cooled"
    return await act(desk, seen)
