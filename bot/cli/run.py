"""`footnote run`: Discord, or the terminal where there is no token."""

from importlib import import_module

import click

from bot import strings
from bot.cli.chat import chat
from bot.cli.given import Given, make_request
from bot.cli.output import is_conversation, say, screen
from bot.render.render import render
from bot.samples import sample_answers
from bot.terminal.show import show


@click.command
@click.pass_context
def run(ctx: click.Context) -> None:
    """Connect to Discord; without a token, open the conversation in the terminal.

    Where there is no terminal to talk to, three sample questions are answered.
    """
    given: Given = ctx.obj
    if given.config.token:
        # Imported here: the terminal does without discord.py, and starts faster for it.
        import_module("bot.cli.connect").connect(given, given.config.token)
        return
    if is_conversation():
        say(f"{strings.ONLY_HERE}\n\n")
        ctx.invoke(chat, profile=None, as_of=None, today=None, withhold=False)
    else:
        say(f"{strings.ONLY_SAMPLES}\n\n")
        _answer_samples(given)


def _answer_samples(given: Given) -> None:
    opened = given.opened(withhold=False)
    view = opened.view
    request = make_request(opened, profile=None, as_of=None, today=None)
    for question, answered in sample_answers(view, request):
        say(f"> {question}\n{show(render(answered, view.name), screen())}\n")
