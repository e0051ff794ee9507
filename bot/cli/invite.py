"""`footnote invite`: the link that brings the bot into a server."""

import asyncio

import click

from bot.cli.connect import needed_token
from bot.cli.given import Given
from bot.cli.output import say
from bot.running import invite_link


@click.command
@click.pass_obj
def invite(given: Given) -> None:
    """Print the invite link, with the few permissions that the bot needs."""
    say(f"{asyncio.run(invite_link(needed_token(given)))}\n")
