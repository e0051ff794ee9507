"""The bot on a stage: a server of an invented base's readers, and people who use it.

`Stage` holds who is there. A test is a scene, played on a fresh stage by `played`; at the end
both sides must have kept to Discord's description, and nobody may wait for a reply.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from bot.archived import with_archive
from bot.client import Footnote
from bot.config import Config
from bot.desk import Desk
from bot.shelf import Shelf
from knowledge.base import FactBase
from knowledge.load.folder import load_folder
from knowledge.release import Release
from tests.bot.keepers import write_keepers
from tests.standin.server import StandIn
from tests.standin.shown import Reply, Shown
from tests.standin.world import Channel, Guild, Member, Role

TODAY = date(2026, 1, 31)
Scene = Callable[["Stage"], Awaitable[None]]


class Bot(Footnote):
    """The bot as it is, but for a wait that only a real gateway needs."""

    async def before_identify_hook(
        self, shard_id: int | None, *, initial: bool = False
    ) -> None:
        """Identify at once: the stand-in does not count."""


@dataclass(slots=True)
class Stage:
    """A server with an admin, a colleague who may see restricted facts, and one who may not."""

    discord: StandIn
    bot: Bot
    guild: Guild
    channel: Channel
    trusted_role: Role
    admin: Member
    trusted: Member
    ann: Member
    bob: Member

    async def ask(self, question: str, who: Member | None = None, **options: str) -> Reply:
        """Let Ann, or somebody else, use /ask."""
        return await self.discord.slash(
            who or self.ann, self.channel, "ask", question=question, **options
        )

    async def click(
        self, shown: Reply | Shown, button: str, who: Member | None = None
    ) -> Reply:
        """Let Ann, or somebody else, press a button."""
        return await self.discord.click(shown, button, by=who or self.ann)

    async def slash(self, command: str, who: Member | None = None, /, **options: str) -> Reply:
        """Let Ann, or somebody else, use a command."""
        return await self.discord.slash(who or self.ann, self.channel, command, **options)

    async def idle(self) -> None:
        """Wait until the bot has done everything that it was asked for."""
        while self.bot.desk.in_flight:  # noqa: ASYNC110 -- a count has no event
            await asyncio.sleep(0.01)

    def plant(self, label: str, custom_id: str) -> Shown:
        """Return a message with one button that the bot sent in another life."""
        button = {"type": 2, "style": 2, "label": label, "custom_id": custom_id}
        row = {"type": 1, "components": [button]}
        text = {"type": 10, "content": "An old reply."}
        return self.discord.plant(self.channel, components=[text, row], flags=1 << 15)

    def plant_menu(self, custom_id: str, *values: str) -> Shown:
        """Return a message with one menu that the bot sent in another life."""
        options = [{"label": value, "value": value} for value in values]
        menu = {"type": 3, "custom_id": custom_id, "options": options}
        row = {"type": 1, "components": [menu]}
        return self.discord.plant(self.channel, components=[row], flags=1 << 15)


@cache
def keepers_folder() -> Path:
    """Write the invented base once for all scenes."""
    return write_keepers(Path(mkdtemp(prefix="keepers")))


def make_desk(folder: Path, config: Config, base: FactBase) -> Desk:
    """Return a desk on which it is always the same day."""
    shelf = Shelf(Release(with_archive(base, config)))
    return Desk(config, folder, shelf, today=lambda: TODAY)


@asynccontextmanager
async def stage(
    *,
    folder: Path | None = None,
    base: FactBase | None = None,
    settings: Mapping[str, object] | None = None,
    standin: StandIn | None = None,
    is_calm: bool = True,
) -> AsyncIterator[Stage]:
    """Set the stage, with the bot online; `settings` are those of the configuration.

    Where something is to go wrong that a person notices, it is not `is_calm`.
    """
    async with standin or StandIn() as discord_:
        guild = discord_.guild("Desk")
        channel = discord_.channel(guild, "research")
        role = discord_.role(guild, "Trusted")
        config = make_config(guild, role, settings or {})
        folder = folder or keepers_folder()
        bot = Bot(make_desk(folder, config, base or load_folder(folder)))
        set_stage = Stage(
            discord_,
            bot,
            guild,
            channel,
            role,
            admin=discord_.member(guild, "Ada", administrator=True),
            trusted=discord_.member(guild, "Tom", roles=(role,)),
            ann=discord_.member(guild, "Ann"),
            bob=discord_.member(guild, "Bob"),
        )
        async with discord_.running(bot):
            yield set_stage
            if is_calm:
                check_conduct(discord_)


def make_config(guild: Guild, role: Role, settings: Mapping[str, object]) -> Config:
    """Return settings with this server as the home server and no waiting."""
    access = {"home_server": guild.id, "restricted_roles": [role.id], "cooldown": 0}
    given = settings.get("access", {})
    assert isinstance(given, dict)
    state = Path(mkdtemp(prefix="state")) / "state.json"
    usual = {"state_file": state, **settings, "access": {**access, **given}}
    return Config.model_validate(usual)


def played(scene: Scene) -> Callable[[], None]:
    """Make a test of a scene."""

    def test() -> None:
        asyncio.run(_play(scene, {}))

    test.__name__, test.__module__ = scene.__name__, scene.__module__
    return test


def played_with(**settings: object) -> Callable[[Scene], Callable[[], None]]:
    """Make a test of a scene in which other settings hold."""

    def decorate(scene: Scene) -> Callable[[], None]:
        def test() -> None:
            asyncio.run(_play(scene, settings))

        test.__name__, test.__module__ = scene.__name__, scene.__module__
        return test

    return decorate


async def _play(scene: Scene, settings: dict[str, object]) -> None:
    async with stage(settings=settings) as set_stage:
        await scene(set_stage)


def play(scene: Callable[[], Awaitable[None]]) -> None:
    """Play a scene that sets its own stage."""
    asyncio.run(_awaited(scene))


async def _awaited(scene: Callable[[], Awaitable[None]]) -> None:
    await scene()


def check_conduct(standin: StandIn) -> None:
    """Fail where the bot broke a rule of Discord's, or left somebody without a reply."""
    assert standin.violations == [], "\n".join(standin.violations)
    assert standin.refused == []
    assert standin.unsettled == ()
