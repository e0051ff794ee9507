"""One handler for all that goes wrong: a private sentence with a reference, a logged trace."""

import logging
import secrets

import discord
from discord import app_commands

from bot import channel_strings
from bot.permissions import missing
from bot.render.card import Card
from bot.render.markdown import escape
from bot.send import Asked, respond

UNKNOWN_INTERACTION = 10062  # D, topics/opcodes-and-status-codes: came too late
ALREADY_ANSWERED = 40060  # same page: acknowledged before
_STALE = (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch)
_log = logging.getLogger(__name__)


async def handle(asked: Asked, error: BaseException) -> None:
    """Log the error and tell the asker; never raises."""
    error = getattr(error, "original", error)
    if is_too_late(error):
        _log.warning("response not taken by Discord code=%s", getattr(error, "code", 0))
        return
    if isinstance(error, _STALE):
        _log.warning("an older form of a command was used kind=%s", type(error).__name__)
        await _tell(asked, channel_strings.OLD_COMMAND)
        return
    if isinstance(error, discord.Forbidden):
        lacking = missing(asked.app_permissions)
        _log.error("a permission is missing code=%s: %s", error.code, lacking)
        await _tell(asked, channel_strings.ELSEWHERE)
        return
    ref = log_failure(error)
    await _tell(asked, channel_strings.failed(ref))


def log_failure(error: BaseException) -> str:
    """Log an error with its trace, and return the reference that finds it again."""
    ref = secrets.token_hex(3)
    _log.error("failed ref=%s kind=%s", ref, type(error).__name__, exc_info=error)
    return ref


def is_too_late(error: BaseException) -> bool:
    """Tell whether Discord no longer takes, or already has, the first response."""
    codes = {UNKNOWN_INTERACTION, ALREADY_ANSWERED}
    return isinstance(error, discord.HTTPException) and error.code in codes


async def _tell(asked: Asked, sentence: str) -> None:
    if asked.type is discord.InteractionType.autocomplete:
        return  # a list of choices has no room for a sentence
    try:
        await respond(asked, sentence_card(sentence))
    except Exception as error:  # noqa: BLE001 -- whoever handles errors must not raise one
        code = getattr(error, "code", type(error).__name__)
        _log.warning("apology not taken by Discord code=%s", code)


def sentence_card(sentence: str) -> Card:
    """Return a card that says one thing, privately."""
    return Card((escape(sentence),))
