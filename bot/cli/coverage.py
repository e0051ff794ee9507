"""`footnote coverage`: what of the stored copies no fact cites and nothing explains."""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from bot.cli.archive import archive_option, needed_archive
from bot.cli.contract import to_line
from bot.cli.given import Given
from bot.cli.output import say, screen
from bot.cli.places import refuse_inside
from bot.days import quoted
from bot.html.coverage import coverage_page
from bot.strings import listed
from bot.terminal.coverage import coverage_table, plain
from bot.terminal.show import to_text
from bot.writing import write_whole
from knowledge.archive.folder import read_copies
from knowledge.base import FactBase
from knowledge.errors import RequestError
from knowledge.evidence.coverage import Coverage, cover, sources_read_for

OPEN = 1


class Options(TypedDict):
    """What `coverage` is given, as click hands it over."""

    archive: Path | None
    profile: str | None
    withhold: bool
    as_json: bool
    page: Path | None


@click.command
@archive_option
@click.option("--profile", metavar="ID", help="Only the sources read for that profile.")
@click.option("--withhold", is_flag=True, help="As somebody without access may see it.")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
@click.option(
    "--html",
    "page",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Also write FILE, a page of the documents with the facts beside their sentences.",
)
@click.pass_context
def coverage(ctx: click.Context, /, **options: Unpack[Options]) -> None:
    """List every sentence of the stored copies that is neither cited nor left out.

    The exit status is 0 where every source that names a copy is covered, else 1; 2 where it
    cannot run. FILE holds the text of the documents: keep it where you keep those.
    """
    given: Given = ctx.obj
    archive, page, withheld = (
        needed_archive(given, options["archive"]),
        options["page"],
        options["withhold"],
    )
    if page is not None:
        for folder in (given.folder, archive):  # the facts are published
            refuse_inside(page, folder, "and the page holds the text of the documents")
    base = given.sound_base()
    base = base.without_restricted if withheld else base
    covered = _narrowed(_covered(base, archive, withheld=withheld), base, options["profile"])
    if page is not None:
        write_whole(page, coverage_page(covered, base, withheld=withheld).encode())
        click.echo(f"{page} written; it holds the text of the documents", err=True)
    if options["as_json"]:
        say(f"{to_line(plain(covered))}\n")
    else:
        say(to_text(coverage_table(covered), screen()))
    ctx.exit(0 if all(one.is_covered for one in covered) else OPEN)


def _covered(base: FactBase, archive: Path, *, withheld: bool) -> tuple[Coverage, ...]:
    # a source that only restricted facts cite would name what they are about
    known = base.cited() if withheld else base.sources.keys()
    copies = read_copies(archive, (s for id_, s in base.sources.items() if id_ in known))
    if not copies:
        raise RequestError(
            "No source names a stored copy, so nothing can be covered; "
            'add archive = "file name" to the sources that you store.'
        )
    return cover(base, copies, withheld=withheld)


def _narrowed(
    covered: tuple[Coverage, ...], base: FactBase, profile: str | None
) -> tuple[Coverage, ...]:
    """Return the sources read for a profile; whoever's facts cite them, they are covered."""
    if profile is None:
        return covered
    if profile not in base.profiles:
        known = listed(base.profiles)
        raise RequestError(f"There is no profile {quoted(profile)}; the profiles are {known}.")
    read = sources_read_for(base, profile)
    found = tuple(one for one in covered if one.source.id in read)
    if not found:
        raise RequestError(f"No source with a stored copy was read for {quoted(profile)}.")
    return found
