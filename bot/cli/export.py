"""`footnote export`: the sources as a bibliography."""

from collections.abc import Iterator

import click

from bot.cli.given import Given
from bot.cli.output import say
from bot.days import quoted
from bot.strings import listed
from knowledge.base import FactBase
from knowledge.errors import CurationError, RequestError
from knowledge.export.bibtex import to_bibtex
from knowledge.export.csl_json import to_csl_json
from knowledge.load.folder import read_folder
from knowledge.model.source import Source

_FORMATS = {"csl-json": to_csl_json, "bibtex": to_bibtex}


@click.command
@click.argument("ids", nargs=-1, metavar="[SOURCE]...")
@click.option("--profile", metavar="ID", help="Only what the facts of one profile rest on.")
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(_FORMATS)),
    default="csl-json",
    show_default=True,
)
@click.option("--withhold", is_flag=True, help="As somebody without access sees it.")
@click.pass_obj
def export(
    given: Given, ids: tuple[str, ...], profile: str | None, form: str, *, withhold: bool
) -> None:
    """Write the sources as CSL-JSON or BibTeX, all of them or those that are named."""
    base, problems = read_folder(given.folder)
    if problems:
        raise CurationError(problems)
    shown = base.without_restricted if withhold else base
    say(_FORMATS[form](_chosen(shown, ids, profile, withhold=withhold)))


def _chosen(
    base: FactBase, ids: tuple[str, ...], profile: str | None, *, withhold: bool
) -> Iterator[Source]:
    """Return the sources that are meant; who lacks access gets those of facts that they see."""
    if unknown := [id_ for id_ in ids if id_ not in base.sources]:
        raise RequestError(f"There is no source {quoted(unknown[0])}.")
    if profile is not None and profile not in base.profiles:
        known = listed(base.profiles)
        raise RequestError(f"There is no profile {quoted(profile)}; the profiles are {known}.")
    used = base.cited(profile) if withhold or profile is not None else None
    for id_ in dict.fromkeys(ids or base.sources):
        if used is None or id_ in used:
            yield base.sources[id_]
