"""`footnote eval`: how well labelled questions are answered, by family and outcome."""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from bot.calibrated import TARGETS, calibrated
from bot.cli.contract import to_line
from bot.cli.evaluated import grades_before, plain, posed_from
from bot.cli.given import Given, Opened
from bot.cli.output import say, screen
from bot.cli.places import refuse_inside
from bot.cli.progress import watched
from bot.cli.target import most_wrong_option
from bot.days import local_today
from bot.render.curve import draw_curve
from bot.terminal.evaluated import evaluation_report
from bot.terminal.show import to_text
from bot.writing import write_whole
from knowledge.answer.outcomes import Request
from knowledge.base import FactBase
from knowledge.errors import CurationError, RequestError
from knowledge.evaluate.evaluation import Evaluation
from knowledge.evaluate.run import Half, Posed, judging, labelled, posed_to
from knowledge.load.questions import load_questions

_WARNING = (
    "The questions of the reporting half are listed: whoever mends facts or phrasings by them "
    "spoils the only figures that nothing was set by."
)


class Options(TypedDict):
    """What `eval` is given, as click hands it over."""

    questions: Path | None
    as_json: bool
    most_wrong: float | None
    against: Path | None
    plot: Path | None
    misses: bool
    withhold: bool
    shows_reporting: bool


@click.command
@click.argument("questions", type=click.Path(path_type=Path), required=False)
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
@most_wrong_option
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What --json wrote before: list what has come out otherwise since.",
)
@click.option(
    "--plot",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Draw coverage against risk into FILE, an SVG.",
)
@click.option("--misses", is_flag=True, help="List what was not answered or only offered too.")
@click.option("--withhold", is_flag=True, help="As somebody without access sees the base.")
@click.option(
    "--show-reporting",
    "shows_reporting",
    is_flag=True,
    help="List questions of the reporting half too, which nobody should tune to.",
)
@click.pass_obj
def eval(given: Given, /, **options: Unpack[Options]) -> None:  # noqa: A001 -- the verb
    """Ask labelled questions and count what became of them, by family and outcome.

    QUESTIONS is a file of `[[question]]` blocks or of JSON lines; left out, the base's own are
    asked. Of those, the tuning half is listed and the reporting half only counted. With
    --withhold, what only a restricted fact answers is to be met with silence; it is counted and
    not listed.
    """
    if options["plot"]:
        refuse_inside(options["plot"], given.folder, "where only the base belongs")
    before = grades_before(options["against"]) if options["against"] else {}
    withhold, most_wrong = options["withhold"], options["most_wrong"]
    opened = given.opened(withhold=withhold, most_wrong=most_wrong)
    found = _evaluation(opened, options)
    if options["shows_reporting"]:
        click.echo(_WARNING, err=True)
    if options["plot"]:
        write_whole(options["plot"], draw_curve(found).encode())
    flipped = tuple(found.flipped(before))
    if options["as_json"]:
        say(f"{to_line(plain(found, flipped))}\n")
    else:
        shown = evaluation_report(found, flipped, misses=options["misses"])
        say(to_text(shown, screen()))


def _from_file(file: Path, base: FactBase) -> tuple[Posed, ...]:
    if not file.exists():
        raise RequestError(f"{file} is not there; name a file of questions, or none.")
    try:
        return posed_from(load_questions(file), file, base)
    except CurationError as error:
        raise RequestError(f"The questions cannot be asked as they are:\n{error}") from None


def _own(base: FactBase) -> tuple[Posed, ...]:
    found = tuple(labelled(base))
    if not found:
        files = " or ".join(f"{id_}/questions.toml" for id_ in base.profiles)
        raise RequestError(
            f"There are no labelled questions; write some into {files}, "
            "or name a file of questions."
        )
    return found


def _evaluation(opened: Opened, options: Options) -> Evaluation:
    whole, file = opened.release.base, options["questions"]
    asked = posed_to(opened.view, _from_file(file, whole) if file else _own(whole))
    request = Request(local_today(), policy=opened.policy)
    judged = watched(judging(asked, opened.view, request), len(asked), "asking")
    wanted = {*TARGETS, opened.policy.most_wrong}
    targets = (calibrated(opened.release, each, request.today) for each in sorted(wanted))
    return Evaluation(
        opened.view.base,
        opened.policy,
        tuple(judged),
        tuple(targets),
        parts=(None,) if file else tuple(Half),
        shows_reporting=options["shows_reporting"],
    )
