"""From the settings to the running bot; everything here knows discord.py."""

import asyncio

from pydantic import SecretStr

from bot.archived import with_archive
from bot.calibrated import policy_for
from bot.cli.given import Given
from bot.client import Footnote
from bot.config import Channel, ConfigError, Server
from bot.days import local_today, quoted
from bot.desk import Desk
from bot.log import start_log
from bot.running import run_bot
from bot.shelf import Shelf
from bot.strings import listed
from knowledge.base import FactBase
from knowledge.errors import FootnoteError
from knowledge.release import Release


class TokenMissingError(FootnoteError):
    """Discord cannot be asked for anything without a token."""


def connect(given: Given, token: SecretStr) -> None:
    """Load the base and answer on Discord until stopped."""
    start_log(given.config.log_level)
    desk = open_desk(given)
    asyncio.run(run_bot(Footnote(desk), token.get_secret_value()))


def open_desk(given: Given) -> Desk:
    """Return a desk over the folder's base; CurationError lists what is wrong with it."""
    base = given.sound_base()
    _refuse_strangers(given, base)
    release = Release(base)
    policy = policy_for(release, given.config, local_today())
    shelf = Shelf(release.over(with_archive(base, given.config)), policy)
    shelf.build(given.config)
    return Desk(given.config, given.folder, shelf)


def _refuse_strangers(given: Given, base: FactBase) -> None:
    """Name every profile of the settings that is not there: a typo would hide somebody."""
    config = given.config
    channels = (channel for server in config.server for channel in server.channel)
    tables: tuple[Server | Channel, ...] = (*config.server, *channels)
    named = {
        id_ for table in tables for id_ in (*(table.profiles or ()), table.default_profile)
    }
    strangers = sorted(id_ for id_ in {*named, config.default_profile} - {None} if id_)
    unknown = [quoted(id_) for id_ in strangers if id_ not in base.profiles]
    if unknown:
        known = listed(base.profiles)
        raise ConfigError(
            f"The settings name profiles that are not there: {', '.join(unknown)}; "
            f"the profiles are {known}."
        )


def needed_token(given: Given) -> str:
    """Return the token, or say where it is to be set."""
    if given.config.token is None:
        raise TokenMissingError(
            "No token: set the environment variable DISCORD_TOKEN; docs/discord.md says "
            "where Discord shows it."
        )
    return given.config.token.get_secret_value()
