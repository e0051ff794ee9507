"""`footnote verify`: whether cited places still say what they said, and recording it."""

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TypedDict, Unpack

import click

from bot.cli.archive import archive_option, needed_archive
from bot.cli.contract import to_line
from bot.cli.given import Given, make_day
from bot.cli.output import say, screen
from bot.days import quoted
from bot.strings import listed
from bot.terminal.show import to_text
from bot.terminal.verified import plain, refusals, verified_table
from bot.writing import alone_in, working_tree, write_whole
from knowledge.archive.folder import read_copies
from knowledge.base import FactBase
from knowledge.errors import RequestError
from knowledge.evidence.record import lock_text, record
from knowledge.evidence.verify import Copies, verify_citations
from knowledge.load.locks import lock_files
from knowledge.model.checked import UNSOUND, CheckedSource
from knowledge.model.lock import LockedSource

UNSOUND_FOUND = 1


class Options(TypedDict):
    """What `verify` is given, as click hands it over."""

    archive: Path | None
    profile: str | None
    as_json: bool
    recorded: bool
    accepted: tuple[str, ...]
    today: str | None


@click.command
@archive_option
@click.option("--profile", metavar="ID", help="Only the citations of that profile.")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
@click.option(
    "--record", "recorded", is_flag=True, help="Record what the copies say now, first."
)
@click.option(
    "--accept",
    "accepted",
    metavar="SOURCE",
    multiple=True,
    help="With --record: record a source anew though its copy has changed; may be repeated.",
)
@click.option("--today", metavar="DATE", help="With --record: the day that counts as today.")
@click.pass_context
def verify(ctx: click.Context, /, **options: Unpack[Options]) -> None:
    """Hold every citation against the stored copy of its source.

    The exit status is 0 where nothing is changed, missing or not recorded, else 1; 2 where it
    cannot run. A fingerprint that was recorded moves only for a source that --accept names.
    """
    _refuse_contradictions(options)
    given: Given = ctx.obj
    tree = working_tree(given.folder) if options["recorded"] else None
    with alone_in(tree) if tree else nullcontext():
        base = given.sound_base()
        copies = read_copies(needed_archive(given, options["archive"]), base.sources.values())
        is_refused = False
        if tree:
            base, is_refused = _record(given, base, copies, options)
    checked = _checked(base, copies, options["profile"])
    if options["as_json"]:
        say(f"{to_line(plain(checked))}\n")
    else:
        say(to_text(verified_table(checked), screen()))
    is_unsound = any(source.finding in UNSOUND for source in checked)
    ctx.exit(UNSOUND_FOUND if is_unsound or is_refused else 0)


def _refuse_contradictions(options: Options) -> None:
    if options["recorded"] and options["profile"] is not None:
        raise click.UsageError("A lock file is for every profile; leave --profile out.")
    if not options["recorded"] and (options["accepted"] or options["today"] is not None):
        raise click.UsageError("--accept and --today go with --record; add it.")


def _checked(base: FactBase, copies: Copies, profile: str | None) -> tuple[CheckedSource, ...]:
    """Return what is found of every source, or of those behind one profile's facts."""
    if profile is None:
        return verify_citations(base, copies)
    if profile not in base.profiles:
        known = listed(base.profiles)
        raise RequestError(f"There is no profile {quoted(profile)}; the profiles are {known}.")
    only = MappingProxyType({profile: base.profiles[profile]})
    checked = verify_citations(replace(base, profiles=only), copies)
    return tuple(source for source in checked if source.citations)


def _record(
    given: Given, base: FactBase, copies: Copies, options: Options
) -> tuple[FactBase, bool]:
    """Write what may be recorded, name what may not, and return the base as it is then."""
    _refuse_strangers(options["accepted"], base)
    today: date = make_day(options["today"])
    recording = record(base, copies, today, options["accepted"])
    for path, text in _lock_texts(given.folder, recording.locks.values()).items():
        write_whole(path, text.encode())
        click.echo(f"{path.relative_to(given.folder)} written", err=True)
    if recording.refused:
        click.echo(to_text(refusals(recording.refused)), err=True, nl=False)
    return replace(base, locks=recording.locks), bool(recording.refused)


def _refuse_strangers(accepted: Iterable[str], base: FactBase) -> None:
    with_copy = [source.id for source in base.sources.values() if source.archive]
    for id_ in accepted:
        if id_ not in with_copy:
            known = listed(with_copy) or "none"
            raise RequestError(
                f"No source {quoted(id_)} has a stored copy; those that do: {known}."
            )


def _lock_texts(folder: Path, locks: Iterable[LockedSource]) -> Mapping[Path, str]:
    """Return the text of each lock file that is not what it should be."""
    held = tuple(locks)
    texts = {
        path: lock_text(lock for lock in held if lock.id in ids)
        for path, ids in lock_files(folder).items()
        if path.exists() or any(lock.id in ids for lock in held)
    }
    return {path: text for path, text in texts.items() if _held(path) != text.encode()}


def _held(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None
