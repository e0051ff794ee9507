"""Running the bot until it is told to stop, and saying plainly why it cannot run."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress

import aiohttp
import discord

from bot.client import Footnote, make_tree
from bot.config import Config
from bot.permissions import NEEDED
from bot.registration import register
from knowledge.errors import FootnoteError

AUTHENTICATION_FAILED = 4004  # D, gateway close event codes
WRONG_KEY = (
    "Discord does not accept the token in DISCORD_TOKEN: it is wrong, or was revoked. "
    "Copy it anew from the application's page, Bot, Reset Token."
)
NOT_REACHED = "Discord cannot be reached; look at the network and try again."
REFUSED = "Discord refused the connection with code {code}."
NO_SCOPE = (
    "The bot may not set commands in that server: it is not in it, or was invited without "
    "the scope applications.commands. Invite it again with what `footnote invite` prints."
)
_log = logging.getLogger(__name__)

# The bot has no voice: what that would need is nothing to be warned about.
discord.VoiceClient.warn_nacl = False
discord.VoiceClient.warn_dave = False


class NotLetInError(FootnoteError):
    """Discord does not let the bot in, with what to do about it."""


async def run_bot(client: Footnote, token: str) -> None:
    """Connect and answer until SIGTERM or Ctrl-C; what is in flight then goes out first."""
    loop = asyncio.get_running_loop()
    stops: list[asyncio.Task[None]] = []

    def stop() -> None:
        stops.append(loop.create_task(client.stop()))

    _listen(loop, stop)
    async with client:
        await _connected(client, token)
    await asyncio.gather(*stops)


async def sync_commands(config: Config, token: str, *, guild: int | None, force: bool) -> bool:
    """Send the commands to Discord without going online; tell whether that was needed."""
    async with logged_in(token) as client:
        tree = make_tree(client, direct_messages=config.access.direct_messages)
        try:
            return await register(tree, config.state_file, guild=guild, force=force)
        except discord.Forbidden:
            raise NotLetInError(NO_SCOPE) from None


async def invite_link(token: str) -> str:
    """Return the link that brings the bot into a server."""
    async with logged_in(token) as client:
        return discord.utils.oauth_url(
            client.application_id or 0,
            permissions=NEEDED,
            scopes=("bot", "applications.commands"),
        )


@asynccontextmanager
async def logged_in(token: str) -> AsyncIterator[discord.Client]:
    """Log in over REST alone."""
    async with discord.Client(intents=discord.Intents(guilds=True)) as client:
        with plain_refusals():
            await client.login(token)
        yield client


async def _connected(client: Footnote, token: str) -> None:
    with plain_refusals():
        await client.start(token)


@contextmanager
def plain_refusals() -> Iterator[None]:
    """Turn what keeps the bot out into a sentence with its remedy."""
    try:
        yield
    except discord.LoginFailure:
        raise NotLetInError(WRONG_KEY) from None
    except discord.ConnectionClosed as error:
        refused = WRONG_KEY if error.code == AUTHENTICATION_FAILED else REFUSED
        raise NotLetInError(refused.format(code=error.code)) from None
    except (OSError, aiohttp.ClientConnectionError):
        raise NotLetInError(NOT_REACHED) from None


def _listen(loop: asyncio.AbstractEventLoop, stop: Callable[[], None]) -> None:
    for name in (signal.SIGTERM, signal.SIGINT):
        # Windows has no such handlers; Ctrl-C ends the program there all the same.
        with suppress(NotImplementedError):
            loop.add_signal_handler(name, stop)
