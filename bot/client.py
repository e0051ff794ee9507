"""The connection to Discord: what it asks for, which commands it has, how it ends."""

import asyncio
import logging
from typing import Any, TypeAlias

import discord
from discord import app_commands

from bot.commands.ask import ask_command
from bot.commands.facts import facts_group
from bot.commands.lookups import (
    disputes_command,
    help_command,
    profile_command,
    sources_command,
    timeline_command,
)
from bot.commands.mention import answer_mention
from bot.commands.menu import find_command
from bot.desk import Desk
from bot.failures import handle
from bot.registration import register
from bot.send import NO_PINGS, Asked
from bot.views.facts import FactButton, OtherItem, SilenceButton
from bot.views.pages import ListMenu, PageButton
from bot.views.privately import PrivatelyButton

LAST_CALLS = 0.5  # seconds in which what has been sent to us before a stop still comes in
PATIENCE = 10.0  # seconds that answers in flight may take once a stop was asked for
ITEMS = (FactButton, SilenceButton, PageButton, ListMenu, PrivatelyButton, OtherItem)
_TICK = 0.02
_Registered: TypeAlias = (
    app_commands.Command[Any, ..., Any] | app_commands.ContextMenu | app_commands.Group
)
_log = logging.getLogger(__name__)


def needed_intents(*, direct_messages: bool) -> discord.Intents:
    """Return what the bot has to hear of: servers, and messages that name it."""
    intents = discord.Intents.none()
    intents.guilds = True
    intents.guild_messages = True
    intents.dm_messages = direct_messages
    return intents


class Footnote(discord.AutoShardedClient):
    """The bot: commands, buttons and mentions over one desk."""

    def __init__(self, desk: Desk) -> None:
        direct = desk.config.access.direct_messages
        super().__init__(
            intents=needed_intents(direct_messages=direct),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            allowed_mentions=NO_PINGS,
            enable_debug_events=False,
        )
        self.desk = desk
        self.is_stopping = False
        self.tree = make_tree(self, direct_messages=direct)

    async def setup_hook(self) -> None:
        """Make old buttons work, and tell Discord of commands that have changed."""
        self.add_dynamic_items(*ITEMS)
        try:
            sent = await register(self.tree, self.desk.config.state_file)
        except discord.HTTPException as error:
            # What is registered already still works.
            _log.error("commands not registered status=%s code=%s", error.status, error.code)
        else:
            _log.info("commands %s", "registered" if sent else "unchanged")

    async def on_ready(self) -> None:
        """Say in the log that the bot is there."""
        _log.info("ready servers=%s release=%s", len(self.guilds), self.desk.shelf.release.name)

    async def on_message(self, message: discord.Message) -> None:
        """Answer who names the bot."""
        if self.user is not None:
            await answer_mention(self.desk, message, self.user.id)

    async def stop(self) -> None:
        """End in order: hear the last calls, hang up, let answers in flight go out, close."""
        if self.is_stopping:
            return
        self.is_stopping = True
        _log.info("stopping in_flight=%s", self.desk.in_flight)
        await asyncio.sleep(LAST_CALLS)
        for shard in list(self.shards.values()):
            await shard.disconnect()
        await self._finish()
        _log.info("stopped in_flight=%s", self.desk.in_flight)
        await self.close()

    async def _finish(self) -> None:
        """Wait for the answers in flight, those that have only just begun included."""
        loop = asyncio.get_running_loop()
        end = loop.time() + PATIENCE
        quiet = 0
        while loop.time() < end and quiet < 3:  # noqa: PLR2004 -- three looks in a row
            quiet = quiet + 1 if self.desk.in_flight == 0 else 0
            await asyncio.sleep(_TICK)


def make_tree(
    client: discord.Client, *, direct_messages: bool
) -> app_commands.CommandTree[Any]:
    """Return every command; in direct messages only where those are answered."""
    tree: app_commands.CommandTree[Any] = app_commands.CommandTree(
        client,
        allowed_contexts=app_commands.AppCommandContext(
            guild=True, dm_channel=direct_messages, private_channel=False
        ),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    )
    commands: tuple[_Registered, ...] = (
        ask_command,
        sources_command,
        profile_command,
        timeline_command,
        disputes_command,
        help_command,
        facts_group,
        find_command,
    )
    for command in commands:
        tree.add_command(command)
    tree.error(_failed)
    return tree


async def _failed(interaction: Asked, error: app_commands.AppCommandError) -> None:
    await handle(interaction, error)
