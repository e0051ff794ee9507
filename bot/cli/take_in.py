"""`footnote import`: a bibliography into the sources of the base."""

from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import click

from bot.cli.given import Given
from bot.cli.output import say
from bot.curating.importing import (
    Left,
    Outcome,
    Repeated,
    Taken,
    read_bibliography,
    sort_out,
    with_sources,
)
from bot.days import quoted
from bot.strings import listed
from bot.writing import alone_in, working_tree, write_whole
from knowledge.base import FactBase
from knowledge.cite.lines import source_title
from knowledge.errors import CurationError, RequestError
from knowledge.load.folder import read_folder

LEFT_SOME = 1
SOURCES = "sources.toml"


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--profile", metavar="ID", help="Into the sources of one profile.")
@click.option("--dry-run", is_flag=True, help="Say what would come in, and write nothing.")
@click.pass_context
def take_in(ctx: click.Context, file: Path, profile: str | None, *, dry_run: bool) -> None:
    """Take the records of FILE, CSL-JSON or BibTeX, into sources.toml.

    What the base has already stays out; what is wrong with a record is said, and it is left.
    The exit status is 0 where no record was left, else 1.
    """
    given: Given = ctx.obj
    tree = None if dry_run else working_tree(given.folder)
    found = read_bibliography(file)
    with alone_in(tree) if tree else nullcontext():
        base = _base_of(given)
        target = _target(given, base, profile)
        outcomes = tuple(sort_out(found, base))
        content = target.read_bytes() if target.exists() else b""
        written = with_sources(content, outcomes)
        if written != content and tree:
            write_whole(target, written)
    for outcome in outcomes:
        say("".join(f"{line}\n" for line in _lines(outcome)))
    say(_summary(outcomes, target, dry_run=dry_run))
    ctx.exit(LEFT_SOME if any(isinstance(each, Left) for each in outcomes) else 0)


def _base_of(given: Given) -> FactBase:
    """Return the base; CurationError where its sources, in which repeats are sought, break.

    What is wrong with facts may stay: often they wait for the sources that come in.
    """
    base, problems = read_folder(given.folder)
    broken = tuple(problem for problem in problems if problem.file.endswith(SOURCES))
    if broken:
        raise CurationError(broken)
    return base


def _target(given: Given, base: FactBase, profile: str | None) -> Path:
    if profile is None:
        return given.folder / SOURCES
    if profile not in base.profiles:
        known = listed(base.profiles)
        raise RequestError(f"There is no profile {quoted(profile)}; the profiles are {known}.")
    return given.folder / profile / SOURCES


def _lines(outcome: Outcome) -> Iterator[str]:
    label = outcome.incoming.label
    match outcome:
        case Taken(incoming, source):
            yield f"added {source.id}: {source_title(source)}"
            if incoming.without:
                yield f"  without {', '.join(incoming.without)}: no part of a source"
        case Repeated(_, id_, why):
            yield f"known {label}: it is {id_}, by {why}"
        case Left(_, problems):
            yield from (f"left {label}: {problem}" for problem in problems)


def _summary(outcomes: tuple[Outcome, ...], target: Path, *, dry_run: bool) -> str:
    counts = Counter(type(outcome) for outcome in outcomes)
    parts = f"{counts[Taken]} added, {counts[Repeated]} known, {counts[Left]} left"
    where = f"; nothing was written to {target}" if dry_run else f" · {target}"
    return f"{parts}{where}\n"
