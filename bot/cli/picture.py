"""`footnote picture`: the README's picture, from real output."""

import shlex
from pathlib import Path

import click

from bot.cli.given import Given, make_request
from bot.cli.places import refuse_inside
from bot.render.render import render
from bot.samples import sample_answers
from bot.terminal.picture import picture as draw
from knowledge.answer.answer import answer
from knowledge.answer.outcomes import Request
from knowledge.errors import RequestError
from knowledge.release import View


@click.command
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("question", required=False)
@click.option("--today", metavar="DATE", help="The day that counts as today.")
@click.pass_obj
def picture(given: Given, file: Path, question: str | None, today: str | None) -> None:
    """Draw FILE, an SVG of the terminal that answers QUESTION, else a sample question."""
    refuse_inside(file, given.folder, "where only the base belongs")
    opened = given.opened(withhold=True)  # a picture is for everybody
    view = opened.view
    request = make_request(opened, profile=None, as_of=None, today=today)
    asked = question or _first_sample(view, request)
    reply = render(answer(asked, view, request), view.name)
    try:
        file.write_text(draw(f"footnote ask {shlex.quote(asked)}", reply), encoding="utf-8")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RequestError(f"{file} cannot be written ({reason}); name another.") from error


def _first_sample(view: View, request: Request) -> str:
    for question, _ in sample_answers(view, request):
        return question
    raise RequestError("The base answers no sample question; write one after FILE.")
