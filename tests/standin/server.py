"""A small Discord on loopback: gateway, REST, and people to talk to the bot.

async with StandIn() as discord:
    guild = discord.guild("Desk")
    channel = discord.channel(guild, "research")
    ann = discord.member(guild, "Ann")
    async with discord.running(client):
        reply = await discord.slash(ann, channel, "ask", question="Who?")
        sources = await discord.click(reply, "Sources", by=ann)
    assert discord.complaints == ()
"""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from typing import Self

import discord
from aiohttp import web

from tests.standin.addresses import pointed_at
from tests.standin.asks import Asks
from tests.standin.errors import NoReplyError
from tests.standin.faults import Faults
from tests.standin.interactions import Interaction
from tests.standin.messages import Body, Message
from tests.standin.openapi import DEFAULT_PATH, Contract
from tests.standin.options import Value
from tests.standin.protocol import Json
from tests.standin.rest.desk import API, Desk, Request
from tests.standin.shown import Choice, Reply, Shown, outcome, snapshot
from tests.standin.state import State
from tests.standin.world import Channel, Who, person_of

TOKEN = "stand-in.token.of-nobody"  # noqa: S105 - opens nothing
PATIENCE = 5.0


class StandIn:
    """A Discord of our own; while it is entered, discord.py knows no other."""

    def __init__(  # noqa: PLR0913 - every setting by its name
        self,
        *,
        token: str = TOKEN,
        name: str = "Footnote",
        shards: int = 1,
        heartbeat: float = 41.25,
        openapi: Path | None = DEFAULT_PATH,
        patience: float = PATIENCE,
    ) -> None:
        self.state = State(token, name, shards=shards, heartbeat=heartbeat)
        self.token = token
        self.patience = patience
        self.faults = Faults()
        self.contract = Contract(openapi) if openapi and openapi.is_file() else None
        self.desk = Desk(self.state, self.faults, self.contract)
        self.asks = Asks(self.state)
        self.world = self.state.world
        self.gateway = self.state.gateway
        self.clock = self.state.clock
        self.commands = self.state.commands
        self.guild = self.world.guild
        self.channel = self.world.channel
        self.role = self.world.role
        self.person = self.world.person
        self.member = self.world.member
        self.give = self.world.give
        self.direct = self.world.direct
        self.rest_url = self.gateway_url = ""
        self._open = ExitStack()
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=200 * 1024 * 1024)
        self.desk.add_to(app)
        app.router.add_get("/gateway", self.gateway.accept)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self._addresses(self._runner.addresses[0][1])
        self._open.enter_context(pointed_at(self.rest_url, self.gateway_url))
        return self

    async def __aexit__(self, *_: object) -> None:
        self._open.close()
        if self._runner:
            await self.gateway.cut()
            await self._runner.cleanup()

    @asynccontextmanager
    async def running(self, client: discord.Client) -> AsyncIterator[None]:
        """Log a client in, wait until it is online, and close it afterwards."""
        task = asyncio.create_task(client.start(self.token))
        task.add_done_callback(lambda _: self.gateway.bell.ring())
        try:
            await self.gateway.until(lambda: task.done() or self.is_online, patience=15)
            if task.done():
                task.result()
            yield
        finally:
            await client.close()
            await asyncio.gather(task, return_exceptions=True)

    @property
    def is_online(self) -> bool:
        """Whether every shard is on the line."""
        return self.gateway.live >= self.state.shards

    @property
    def requests(self) -> list[Request]:
        """Every request that the bot made, oldest first."""
        return self.desk.requests

    @property
    def refused(self) -> list[Request]:
        """The requests that Discord's rules refused, without those that failed on demand."""
        return [each for each in self.requests if each.status >= 400 and not each.on_demand]

    @property
    def violations(self) -> list[str]:
        """How bodies that the bot sent break Discord's own description."""
        return self.contract.violations if self.contract else []

    @property
    def unanswered(self) -> tuple[Interaction, ...]:
        """Interactions that never got a first response."""
        return self.state.interactions.unanswered()

    @property
    def unsettled(self) -> tuple[Interaction, ...]:
        """Interactions whose person saw nothing, or only that the bot was thinking."""
        return self.state.interactions.unsettled()

    @property
    def complaints(self) -> tuple[str, ...]:
        """Everything that a whole run must be free of, in words."""
        own = self.contract.own_violations if self.contract else []
        refused = (
            f"{each.method} {each.path}: {each.code} {each.problem}" for each in self.refused
        )
        unanswered = (f"never answered: {each}" for each in self.unanswered)
        return (*self.violations, *own, *refused, *unanswered)

    async def slash(
        self, who: Who, channel: Channel, command: str, /, **options: Value
    ) -> Reply:
        """Send a slash command and wait for its reply."""
        return await self.reply_to(self.asks.slash(who, channel, command, options))

    async def autocomplete(
        self,
        who: Who,
        channel: Channel,
        command: str,
        /,
        **options: Value,
    ) -> tuple[Choice, ...]:
        """Type into the last option given, and see what is offered."""
        asked = self.asks.autocomplete(who, channel, command, options)
        await self.reply_to(asked)
        return tuple(Choice(each["name"], each["value"]) for each in asked.choices or ())

    async def message_menu(self, who: Who, message: Shown | Reply, command: str) -> Reply:
        """Use a message's menu and wait for the reply."""
        return await self.reply_to(self.asks.message_menu(who, _shown(message), command))

    async def click(self, message: Shown | Reply, button: str, *, by: Who) -> Reply:
        """Press a button and wait for what comes of it."""
        return await self.reply_to(self.asks.click(by, _shown(message), button))

    async def select(
        self,
        message: Shown | Reply,
        *picked: str,
        by: Who,
        menu: str | None = None,
    ) -> Reply:
        """Pick lines of a menu and wait for what comes of it."""
        return await self.reply_to(self.asks.select(by, _shown(message), picked, menu))

    async def submit(self, form: Reply, *, by: Who, **fields: str) -> Reply:
        """Fill in the form that a reply opened, and wait for what comes of it."""
        assert form.interaction is not None
        return await self.reply_to(self.asks.submit(by, form.interaction, fields))

    def say(
        self,
        who: Who,
        channel: Channel,
        text: str,
        *,
        answering: Shown | Reply | None = None,
    ) -> Shown:
        """Let a person say something in a channel; nobody waits for an answer."""
        reference = self.state.messages.get(_shown(answering).id) if answering else None
        draft = Message(
            self.world.ids.new(), channel, person_of(who), text, reference=reference
        )
        return snapshot(self.state.messages.say(draft))

    async def mention(self, who: Who, channel: Channel, text: str) -> Reply:
        """Name the bot in a message and wait for its answer in the channel."""
        return await self._spoken(self.say(who, channel, f"<@{self.world.bot.id}> {text}"))

    async def direct_message(self, who: Who, text: str) -> Reply:
        """Write to the bot and wait for its answer."""
        return await self._spoken(self.say(who, self.direct(who), text))

    async def reply_to(self, interaction: Interaction) -> Reply:
        """Wait until an interaction shows its person something."""
        bell = interaction.bell
        if not await bell.until(lambda: interaction.is_settled, self.patience):
            state = "only acknowledged" if interaction.callback else "not answered"
            raise NoReplyError(f"{interaction}: {state} after {self.patience} s")
        return outcome(interaction)

    async def more(self, reply: Reply, *, followups: int = 0, edits: int = 0) -> Reply:
        """Wait for follow-ups and edits after a reply, and read it again."""
        interaction = reply.interaction
        assert interaction is not None

        def came() -> bool:
            changed = interaction.original.edits if interaction.original else 0
            return len(interaction.followups) >= followups and changed >= edits

        if not await interaction.bell.until(came, self.patience):
            raise NoReplyError(f"{interaction}: {len(interaction.followups)} follow-ups came")
        return outcome(interaction)

    def now(self, message: Shown | Reply) -> Shown:
        """A message as it stands now."""
        return snapshot(self.state.messages.any(_shown(message).id))

    def seen(self, who: Who, channel: Channel) -> tuple[Shown, ...]:
        """Everything that a person sees in a channel, oldest first."""
        messages = self.state.messages.in_channel(channel)
        return tuple(snapshot(each) for each in messages if each.is_seen_by(who))

    def plant(self, channel: Channel, **body: object) -> Shown:
        """A message that the bot sent earlier, in another life, by its raw body."""
        content: Json = dict(body)
        draft = Message(self.world.ids.new(), channel, self.world.bot)
        return snapshot(self.state.messages.post(draft, Body(content)))

    def arrive_late(self, seconds: float) -> None:
        """Make the next interaction this old when the bot hears of it."""
        self.state.interactions.late_by = seconds

    def revoke_token(self) -> None:
        """Let the token that the bot has open nothing any more."""
        self.state.token = self.gateway.token = secrets.token_urlsafe()

    def _addresses(self, port: int) -> None:
        self.state.messages.base = f"http://127.0.0.1:{port}"
        self.rest_url = f"http://127.0.0.1:{port}{API}"
        self.gateway_url = self.gateway.url = f"ws://127.0.0.1:{port}/gateway"

    async def _spoken(self, said: Shown) -> Reply:
        start = self.clock.now()

        def answer() -> Message | None:
            later = (m for m in self.state.messages.in_channel(said.channel) if m.id > said.id)
            own = (m for m in later if m.author == self.world.bot)
            return next(
                (m for m in own if m.reference is None or m.reference.id == said.id), None
            )

        await self.state.bell.until(lambda: answer() is not None, self.patience)
        found = answer()
        if found is None:
            raise NoReplyError(f"no answer to {said.content!r} after {self.patience} s")
        return Reply(None, None, snapshot(found), self.clock.now() - start, deferred=False)


def _shown(message: Shown | Reply) -> Shown:
    return message.shown if isinstance(message, Reply) else message
