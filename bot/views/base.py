"""The one base class of buttons and menus that outlive a restart."""

import re
from typing import Any, Self

import discord

from bot.desk import Desk
from bot.send import Asked
from bot.serving import serve
from bot.shelf import Seen


class Lasting(discord.ui.DynamicItem[discord.ui.Item[Any]], template=r"(?!)"):
    """A button or menu that is understood by its custom_id alone.

    discord.py drops what a DynamicItem raises; here everything goes through `serve`, so that
    an error reaches the one handler and somebody who clicked always gets a reply.
    """

    what = "click"

    def __init__(self, item: discord.ui.Item[Any], match: re.Match[str]) -> None:
        super().__init__(item)
        self.match = match

    @classmethod
    async def from_custom_id(
        cls,
        interaction: Asked,  # noqa: ARG003 -- part of what discord.py calls
        item: discord.ui.Item[Any],
        match: re.Match[str],
        /,
    ) -> Self:
        """Return the item that was clicked on, with what its custom_id carries."""
        return cls(item, match)

    async def callback(self, interaction: Asked) -> None:
        """Let whoever clicked do what the item is for, if they may."""

        async def act(desk: Desk, seen: Seen) -> str:
            return await self.act(interaction, desk, seen)

        await serve(interaction, self.what, act)

    async def act(self, asked: Asked, desk: Desk, seen: Seen) -> str:
        """Do what the item is for, and return the outcome in one word."""
        raise NotImplementedError

    @property
    def picked(self) -> str:
        """Return the value of the line that was picked from a menu."""
        values: list[str] = getattr(self.item, "values", [])
        return values[0] if values else ""


def is_private(asked: Asked) -> bool:
    """Tell whether the message that was clicked on is the asker's alone."""
    return asked.message is not None and asked.message.flags.ephemeral
