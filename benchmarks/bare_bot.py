"""The least that discord.py can do: a bot whose /ask answers "hello"; see discord_load.py."""

import os
from typing import Any

import discord
from discord import app_commands


class BareBot(discord.AutoShardedClient):
    def __init__(self) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
        )
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        self.tree.add_command(ask)
        await self.tree.sync()


@app_commands.command(name="ask", description="Say hello")
async def ask(interaction: discord.Interaction[Any], question: str) -> None:
    del question
    await interaction.response.send_message("hello")


if __name__ == "__main__":
    BareBot().run(os.environ["DISCORD_TOKEN"], log_handler=None)
