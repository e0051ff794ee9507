"""`footnote ask`: one answer, or a batch of them."""

from dataclasses import replace
from typing import TypedDict, Unpack

import click

from bot.cli.batch import answer_asked, answer_lines, ordinary
from bot.cli.contract import Asked, to_line
from bot.cli.given import Given, make_request
from bot.cli.output import say, screen
from bot.cli.target import most_wrong_option
from bot.memory import context_after
from bot.render.render import render
from bot.terminal.explain import explain
from bot.terminal.show import show, to_text
from knowledge.answer.answer import answer
from knowledge.answer.outcomes import Answered, Request
from knowledge.release import View

NOT_ANSWERED = 1


class Options(TypedDict):
    """What `ask` is given, as click hands it over."""

    words: tuple[str, ...]
    profile: str | None
    as_of: str | None
    today: str | None
    context: str | None
    withhold: bool
    as_json: bool
    explained: bool
    most_wrong: float | None
    batch: str | None


@click.command
@click.argument("words", nargs=-1, metavar="QUESTION")
@click.option("--profile", metavar="ID", help="Whom a question that names nobody is about.")
@click.option("--as-of", metavar="DATE", help="Only what had been reported by that day.")
@click.option("--today", metavar="DATE", help="The day that counts as today.")
@click.option("--context", metavar="QUESTION", help="The question before.")
@click.option("--withhold", is_flag=True, help="As somebody without access sees it.")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
@most_wrong_option
@click.option("--explain", "explained", is_flag=True, help="Say why, as a table.")
@click.option(
    "--batch",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    callback=ordinary,
    metavar="FILE",
    help="Answer JSON lines from a file, or from - for standard input.",
)
@click.pass_context
def ask(ctx: click.Context, /, **options: Unpack[Options]) -> None:
    """Answer one question.

    The exit status is 0 where it is answered, 1 where it is not, 2 where it cannot run.
    A batch ends with 0 once every line has its object.
    """
    _refuse_contradictions(options)
    given: Given = ctx.obj
    opened = given.opened(withhold=options["withhold"], most_wrong=options["most_wrong"])
    view = opened.view
    request = make_request(
        opened,
        profile=options["profile"] or given.config.default_profile,
        as_of=options["as_of"],
        today=options["today"],
    )
    if options["batch"] is not None:
        _answer_batch(options["batch"], view, request)
        return
    is_answered = (_write_json if options["as_json"] else _write_reply)(options, view, request)
    ctx.exit(0 if is_answered else NOT_ANSWERED)


def _refuse_contradictions(options: Options) -> None:
    is_batch = options["batch"] is not None
    if is_batch and (options["words"] or options["context"] is not None):
        raise click.UsageError(
            "A batch brings its own questions; leave QUESTION and --context out."
        )
    if not is_batch and not options["words"]:
        raise click.UsageError("There is no question; write one after ask, in quotation marks.")
    if options["explained"] and (is_batch or options["as_json"]):
        raise click.UsageError("--explain is for reading; leave out --json and --batch.")


def _answer_batch(file: str, view: View, request: Request) -> None:
    with click.open_file(file, "rb") as lines:
        for line in answer_lines(lines, view, request):
            say(f"{line}\n")


def _write_json(options: Options, view: View, request: Request) -> bool:
    asked = Asked(_question(options), context=options["context"])
    shown = answer_asked(asked, view, request)
    say(f"{to_line(shown)}\n")
    return shown["outcome"] == "answered"


def _write_reply(options: Options, view: View, request: Request) -> bool:
    if options["context"] is not None:
        request = replace(request, context=context_after(options["context"], view, request))
    given = answer(_question(options), view, request)
    say(show(render(given, view.name), screen()))
    if options["explained"]:
        say("\n" + to_text(explain(given.explanation), screen()))
    return isinstance(given, Answered)


def _question(options: Options) -> str:
    return " ".join(options["words"])
