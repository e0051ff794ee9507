"""A tiny bot in unchanged discord.py, and a stage on which tests watch it."""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from re import Match, Pattern, compile  # noqa: A004 - discord.py wants a template to match
from typing import Any, Self, TypeAlias

import discord
from discord import app_commands

from tests.standin.server import StandIn
from tests.standin.world import Channel, Guild, Member

Asked: TypeAlias = discord.Interaction["SampleBot"]
Act: TypeAlias = Callable[[Asked], Awaitable[object]]

QUESTIONS = ("Where was she born?", "When was she born?", "Who taught her?")
SOURCES: Pattern[str] = compile(r"sources:(?P<fact>\d+)")
TOPIC: Pattern[str] = compile(r"topic:(?P<person>\w+)")


class Sources(discord.ui.DynamicItem[discord.ui.Button[Any]], template=SOURCES):
    """A button that survives a restart, since its fact stands in its custom_id."""

    def __init__(self, fact: int) -> None:
        label, custom_id = "Sources", f"sources:{fact}"
        super().__init__(discord.ui.Button(label=label, custom_id=custom_id))
        self.fact = fact

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003 - part of what discord.py calls
        item: discord.ui.Item[Any],  # noqa: ARG003
        match: Match[str],
        /,
    ) -> Self:
        return cls(int(match["fact"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        text = f"Sources of fact {self.fact}"
        await interaction.response.send_message(text, ephemeral=True)


class Topic(discord.ui.DynamicItem[discord.ui.Select[Any]], template=TOPIC):
    """A menu that rewrites the message it stands on."""

    def __init__(self, person: str) -> None:
        options = [
            discord.SelectOption(label=each.title(), value=each) for each in ("life", "work")
        ]
        custom_id = f"topic:{person}"
        select: discord.ui.Select[Any]
        select = discord.ui.Select(custom_id=custom_id, placeholder="Topics", options=options)
        super().__init__(select)

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003
        item: discord.ui.Item[Any],  # noqa: ARG003
        match: Match[str],
        /,
    ) -> Self:
        return cls(match["person"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.edit_message(content=f"Topic {self.item.values[0]}")


def buttons() -> discord.ui.View:
    """The button and the menu below an answer."""
    view = discord.ui.View(timeout=None)
    return view.add_item(Sources(7)).add_item(Topic("ann"))


class SampleBot(discord.AutoShardedClient):
    """Answers what a test tells it to; remembers what went wrong."""

    def __init__(self, intents: discord.Intents | None = None) -> None:
        asked = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
        super().__init__(
            intents=intents or asked,
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            allowed_mentions=discord.AllowedMentions.none(),
        )
        self.tree = app_commands.CommandTree(self)
        self.act: Act = _greet
        self.errors: list[Exception] = []
        self.heard: list[str] = []
        self.speakers: list[discord.User | discord.Member] = []
        self.tree.error(self._failed)

    async def before_identify_hook(
        self, shard_id: int | None, *, initial: bool = False
    ) -> None:
        """Identify at once: the stand-in does not count."""

    async def setup_hook(self) -> None:
        self.add_dynamic_items(Sources, Topic)
        for command in _COMMANDS:
            self.tree.add_command(command)
        await self.tree.sync()

    async def on_message(self, message: discord.Message) -> None:
        self.heard.append(message.content)
        self.speakers.append(message.author)
        spoken_to = message.guild is None or self.user in message.mentions
        if message.author != self.user and spoken_to:
            await message.reply(f"You said: {message.content.partition('> ')[2]}")

    async def _failed(self, _: Asked, error: Exception) -> None:
        self.errors.append(getattr(error, "original", error))


async def _greet(interaction: Asked) -> None:
    await interaction.response.send_message("Hello")


async def _offer(_: Asked, typed: str) -> list[app_commands.Choice[str]]:
    fitting = (each for each in QUESTIONS if typed.lower() in each.lower())
    return [app_commands.Choice(name=each, value=each) for each in fitting]


@app_commands.command(name="ask", description="Ask a question")
@app_commands.autocomplete(question=_offer)
async def _ask(interaction: Asked, question: str, share: bool = True) -> None:  # noqa: FBT001, FBT002
    embed = discord.Embed(title="Ann", description=f"Answer to: {question}")
    embed.add_field(name="1", value="Al-Monitor")
    await interaction.response.send_message(embed=embed, view=buttons(), ephemeral=not share)


@app_commands.command(name="do", description="Do what the test says")
async def _do(interaction: Asked) -> None:
    await interaction.client.act(interaction)


@app_commands.context_menu(name="Find sourced answer")
async def _find(interaction: Asked, message: discord.Message) -> None:
    await interaction.response.send_message(f"About: {message.content}", ephemeral=True)


_facts = app_commands.Group(
    name="facts",
    description="For admins",
    guild_only=True,
    default_permissions=discord.Permissions(administrator=True),
)


@_facts.command(name="status", description="How it is")
async def _status(interaction: Asked) -> None:
    await interaction.response.send_message("All is well", ephemeral=True)


_COMMANDS: tuple[
    app_commands.Command[Any, ..., Any] | app_commands.ContextMenu | app_commands.Group,
    ...,
]
_COMMANDS = (_ask, _do, _find, _facts)


@dataclass(frozen=True, slots=True)
class Stage:
    """A server with two people, and the bot in it."""

    discord: StandIn
    bot: SampleBot
    guild: Guild
    channel: Channel
    ann: Member
    bob: Member

    async def do(self, act: Act) -> Any:  # noqa: ANN401 - a reply, read by its fields
        """Let the bot do something when Ann asks for it."""
        self.bot.act = act
        return await self.discord.slash(self.ann, self.channel, "do")


Scene: TypeAlias = Callable[[Stage], Awaitable[None]]


def played(scene: Scene) -> Callable[[], None]:
    """Make a test of a scene, on a fresh stage where both sides keep to the description."""

    def test() -> None:
        asyncio.run(_play(scene))

    test.__name__, test.__module__ = scene.__name__, scene.__module__
    return test


@asynccontextmanager
async def stage(
    standin: StandIn | None = None,
    bot: SampleBot | None = None,
) -> AsyncIterator[Stage]:
    """Set the stage, with the bot online."""
    async with standin or StandIn() as discord_:
        if discord_.contract:
            discord_.contract.checks_answers = True
        guild = discord_.guild("Desk")
        channel = discord_.channel(guild, "research")
        ann = discord_.member(guild, "Ann", administrator=True)
        bob = discord_.member(guild, "Bob")
        client = bot or SampleBot()
        async with discord_.running(client):
            yield Stage(discord_, client, guild, channel, ann, bob)


async def _play(scene: Scene) -> None:
    async with stage() as set_stage:
        await scene(set_stage)
        contract = set_stage.discord.contract
        broken = [*contract.violations, *contract.own_violations] if contract else []
        assert not broken, "\n".join(broken)


if __name__ == "__main__":
    SampleBot().run(os.environ["DISCORD_TOKEN"], log_handler=None)
