"""`footnote passage`: what stands at the places behind a fact, read at this moment."""

from pathlib import Path

import click

from bot.archived import read_passages
from bot.cli.archive import archive_option, needed_archive
from bot.cli.given import Given
from bot.cli.output import say, screen
from bot.curating.showing import find_fact
from bot.days import quoted
from bot.terminal.passages import passages
from bot.terminal.show import to_text
from knowledge.base import FactBase
from knowledge.errors import RequestError
from knowledge.model.fact import Fact

NOTHING_SHOWN = 1


@click.command
@click.argument("fact", metavar="FACT")
@archive_option
@click.pass_context
def passage(ctx: click.Context, fact: str, archive: Path | None) -> None:
    """Show the cited sentences of FACT, profile/topic.slug, with one before and one after.

    The exit status is 0 where any passage is shown, else 1; 2 where it cannot run. Sources that
    name no license are left out unless the settings say unlicensed_passages = true.
    """
    given: Given = ctx.obj
    base = given.sound_base()
    folder, unlicensed = needed_archive(given, archive), given.config.unlicensed_passages
    places = read_passages(_fact(fact, base), base, folder, unlicensed=unlicensed)
    say(to_text(passages(places), screen()))
    ctx.exit(0 if any(place.passage for place in places) else NOTHING_SHOWN)


def _fact(named: str, base: FactBase) -> Fact:
    """Return the fact that is named; RequestError where that is not one."""
    found = base.fact(*find_fact(named, [base]))
    if found is None:
        raise RequestError(f"{quoted(named)} is retracted: it is never answered.")
    return found
