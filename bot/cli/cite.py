"""`footnote cite`: a citation ready to paste, and the sentences that it means."""

import re
from pathlib import Path

import click

from bot.cli.archive import archive_option, needed_archive
from bot.cli.given import Given
from bot.cli.output import say
from bot.days import quoted
from bot.strings import listed
from bot.terminal.passages import passage
from bot.terminal.show import PLAIN, to_text
from knowledge.archive.copies import Copy, Fault
from knowledge.archive.folder import read_copy
from knowledge.base import FactBase
from knowledge.errors import RequestError
from knowledge.evidence.places import passage_at
from knowledge.model.locator import Locator, parse_locator
from knowledge.model.source import Source

_BRIEF = re.compile(
    r"(?P<lines>\d+(?:[-–]\d+)?)(?:\.(?P<sentences>\d+(?:[-–]\d+)?))?", re.ASCII
)


@click.command
@click.argument("source")
@click.argument("lines", nargs=-1, required=True, metavar="LINES")
@click.option("--of", metavar="SOURCE", help="The source that is cited there, not seen by us.")
@archive_option
@click.pass_obj
def cite(
    given: Given, source: str, lines: tuple[str, ...], of: str | None, archive: Path | None
) -> None:
    """Print a citation of LINES in SOURCE: 53, 53-54, 53.2, 53.2-4, or a whole locator.

    The sentences are written to standard error: a copied or redirected citation has none of
    them in it.
    """
    base = given.sound_base()
    read = _source(source, base)
    cited = _source(of, base) if of is not None else None
    place = _locator(" ".join(lines))
    copy = _copy(read, needed_archive(given, archive))
    shown = passage_at(copy.lines, place)
    if shown is None:
        last = f"the last line is {len(copy.lines)}" if copy.lines else "the copy is empty"
        raise RequestError(f"{read.id} has no sentence at {place.place}; {last}.")
    click.echo(to_text(passage(shown), PLAIN), err=True, nl=False)
    say(f"{_toml(read, cited, place)}\n")


def _toml(read: Source, cited: Source | None, place: Locator) -> str:
    written = f"section {place.section}, {place.place}" if place.section else place.place
    if cited:
        return f'{{ source = "{cited.id}", via = "{read.id}", via_locator = "{written}" }},'
    return f'{{ source = "{read.id}", locator = "{written}" }},'


def _source(id_: str, base: FactBase) -> Source:
    if id_ not in base.sources:
        known = listed(base.sources)
        raise RequestError(f"There is no source {quoted(id_)}; the sources are {known}.")
    return base.sources[id_]


def _copy(source: Source, archive: Path) -> Copy:
    copy = read_copy(archive, source)
    if copy is None:
        raise RequestError(f"{source.id} names no stored copy; add archive to its record.")
    if isinstance(copy, Fault):
        raise RequestError(f"{source.archive} {copy}; {copy.remedy}.")
    return copy


def _locator(text: str) -> Locator:
    brief = _BRIEF.fullmatch(text)
    sentences = f" sentence {brief['sentences']}" if brief and brief["sentences"] else ""
    try:
        return parse_locator(f"line {brief['lines']}{sentences}" if brief else text)
    except ValueError as error:
        raise RequestError(f"{error}; in brief: 53, 53-54, 53.2 or 53.2-4.") from None
