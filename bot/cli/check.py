"""`footnote check`: everything that a curator must mend, in one report."""

from collections.abc import Sequence
from pathlib import Path

import click

from bot import strings
from bot.cli.archive import archive_option, known_archive
from bot.cli.given import Given
from bot.cli.output import say
from bot.cli.target import most_wrong_option
from bot.days import local_today
from bot.reading import check_archived, judge, label_problems
from knowledge.answer.outcomes import Request
from knowledge.audit.rules import remarks
from knowledge.evaluate.report import summarize
from knowledge.evaluate.run import Grade, Half, Judged
from knowledge.evidence.support.check import Support
from knowledge.release import Release

PROBLEMS = 1
_LISTS = "not as labelled in the tuning half: {}; `footnote eval --misses` lists them"


@click.command
@archive_option
@most_wrong_option
@click.pass_context
def check(ctx: click.Context, archive: Path | None, most_wrong: float | None) -> None:
    """Load, audit and ask the labelled questions; exit 0 where nothing is to mend, else 1.

    Strong questions of the tuning half must come out as labelled, and of its answers no more
    may be wrong than allowed. The reporting half is only counted: nothing is set by it. With
    an archive, each number, date and name that a statement or claim holds must stand in its
    cited sentences, or be explained in `inferred`. A remark is no problem: the base answers
    rightly as it is.
    """
    given: Given = ctx.obj
    folder = known_archive(given, archive)
    base, problems = given.read()
    support = check_archived(base, folder) if folder else None
    judged: tuple[Judged, ...] = ()
    if not problems:
        # A base with problems answers nothing, so its questions would say nothing either.
        release = Release(base)
        policy = given.policy(release, most_wrong)
        judged = judge(release, Request(local_today(), policy=policy))
        problems = label_problems(judged, policy.most_wrong)
    if support:
        problems = tuple(sorted({*problems, *support.problems}))
    for problem in problems:
        say(f"{problem}\n")
    remarked = tuple(sorted({*remarks(base), *(support.remarks if support else ())}))
    for remark in remarked:
        say(f"{strings.REMARK}: {remark}\n")
    say(_counts(judged))
    say(_supported(support))
    beside = f", {strings.remark_count(len(remarked))}" if remarked else ""
    if problems:
        say(f"{len(problems)} to mend{beside}\n")
        ctx.exit(PROBLEMS)
    facts = strings.fact_count(base.fact_count)
    say(f"release {base.name}: {facts}, nothing to mend{beside}\n")


def _supported(support: Support | None) -> str:
    if support is None:
        return ""
    lines = (
        f"support\n  {'checked in their cited sentences':<35}{support.checked}\n",
        f"  {'could not be checked':<35}{support.unchecked}\n",
    )
    return "".join(lines)


def _counts(judged: Sequence[Judged]) -> str:
    if not judged:
        return ""
    counts = "".join(_half_counts(judged, half) for half in Half)
    missed = sum(one.half is Half.TUNING and one.grade is not Grade.RIGHT for one in judged)
    return counts + (f"{_LISTS.format(missed)}\n" if missed else "")


def _half_counts(judged: Sequence[Judged], half: Half) -> str:
    counted = summarize(judged, half)
    rows = (
        ("as expected", counted.as_expected),
        ("answered", counted.answered),
        ("wrong, of the answered", counted.wrong),
        ("answered right, of the answerable", counted.answered_right),
        ("declined, of the others", counted.declined),
    )
    lines = "".join(f"  {label:<35}{share}\n" for label, share in rows)
    return f"{half.value} half\n{lines}"
