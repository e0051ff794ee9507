"""`footnote check`: everything that a curator must mend, in one report."""

from collections.abc import Sequence

import click

from bot.cli.given import Given, local_today
from bot.cli.output import say
from knowledge.answer.outcomes import Abstained, Ambiguous, Answer, Answered
from knowledge.errors import Problem
from knowledge.evaluate.report import summarize
from knowledge.evaluate.run import Half, Judged, evaluate, unexpected
from knowledge.release import Release

PROBLEMS = 1


@click.command
@click.pass_context
def check(ctx: click.Context) -> None:
    """Load, audit and ask the labelled questions; exit 0 where all is well, else 1.

    Every question of the tuning half must come out as labelled. The reporting half is only
    counted: nothing is set by it.
    """
    given: Given = ctx.obj
    base, problems = given.read()
    judged: tuple[Judged, ...] = ()
    if not problems:
        # A base with problems answers nothing, so its questions would say nothing either.
        judged = evaluate(Release(base).full, local_today())
        problems = tuple(sorted(_problem(one) for one in unexpected(judged, Half.TUNING)))
    for problem in problems:
        say(f"{problem}\n")
    say(_counts(judged))
    if problems:
        say(f"{len(problems)} to mend\n")
        ctx.exit(PROBLEMS)
    say(f"release {base.name}: {base.fact_count} facts, nothing to mend\n")


def _problem(one: Judged) -> Problem:
    return Problem(
        f"{one.profile}/questions.toml",
        one.label.question,
        f"expects {one.label.expect}, but {_came_out(one.given)}",
        "mend the label, or the phrasings of the facts that it should tell apart",
    )


def _came_out(given: Answer) -> str:
    match given:
        case Answered(profile, fact):
            return f"was answered with {profile.id}/{fact.id}"
        case Ambiguous(choices):
            offered = ", ".join(f"{choice.profile.id}/{choice.fact.id}" for choice in choices)
            return f"was ambiguous between {offered}"
        case Abstained(reason):
            return f"was abstained on ({reason.value})"


def _counts(judged: Sequence[Judged]) -> str:
    if not judged:
        return ""
    return "".join(_half_counts(judged, half) for half in Half)


def _half_counts(judged: Sequence[Judged], half: Half) -> str:
    counted = summarize(judged, half)
    rows = (
        ("as expected", counted.as_expected),
        ("wrong", counted.wrong),
        ("answered right, of the answerable", counted.answered_right),
        ("declined, of the others", counted.declined),
    )
    lines = "".join(f"  {label:<35}{share}\n" for label, share in rows)
    return f"{half.value} half\n{lines}"
