"""`footnote sync`: tell Discord of the commands, without going online."""

import asyncio

import click

from bot.cli.connect import needed_token
from bot.cli.given import Given
from bot.cli.output import say
from bot.running import sync_commands


@click.command
@click.option("--force", is_flag=True, help="Send them even if Discord has just these.")
@click.option("--guild", type=int, metavar="ID", help="Send them to one server alone.")
@click.pass_obj
def sync(given: Given, guild: int | None, *, force: bool) -> None:
    """Send the commands to Discord where they have changed.

    `footnote run` does the same at each start. In one server they appear at once.
    """
    token = needed_token(given)
    sent = asyncio.run(sync_commands(given.config, token, guild=guild, force=force))
    say("The commands are registered.\n" if sent else "Discord has these commands already.\n")
