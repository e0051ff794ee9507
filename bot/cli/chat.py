"""`footnote chat`: the conversation in the terminal."""

import sys

import click

from bot.cli.given import Given, make_request
from bot.cli.output import is_conversation, say, screen
from bot.terminal.chat import converse, piped_lines, typed_lines
from bot.terminal.conversation import Talk
from bot.terminal.questions import answerable_questions


@click.command
@click.option("--profile", metavar="ID", help="Whom a question that names nobody is about.")
@click.option("--as-of", metavar="DATE", help="Only what had been reported by that day.")
@click.option("--today", metavar="DATE", help="The day that counts as today.")
@click.option("--withhold", is_flag=True, help="As somebody without access sees it.")
@click.pass_obj
def chat(
    given: Given, profile: str | None, as_of: str | None, today: str | None, *, withhold: bool
) -> None:
    """Ask question after question; each may lean on the one before."""
    opened = given.opened(withhold=withhold)
    view = opened.view
    profile = profile or given.config.default_profile
    request = make_request(opened, profile=profile, as_of=as_of, today=today)
    lines = (
        typed_lines(answerable_questions(view.base))
        if is_conversation()
        else piped_lines(sys.stdin, say=say)
    )
    converse(lines, Talk(view, request), say=say, screen=screen())
