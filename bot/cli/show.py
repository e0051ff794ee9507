"""`footnote show`: a fact as Discord will show it, before and after the uncommitted edit."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import click

from bot import strings
from bot.cli.given import Given, make_day
from bot.cli.output import say, screen
from bot.curating.committed import committed_base
from bot.curating.showing import (
    State,
    about_fact,
    find_fact,
    looks_alike,
    state_of,
    what_changed,
)
from bot.terminal.cards import PHONE, card_box
from bot.terminal.show import to_text
from knowledge.base import FactBase
from knowledge.errors import CurationError, Problem, RequestError

NARROWEST, WIDEST = 20, 200
Box = Callable[[State], str]


@click.command
@click.argument("fact", metavar="FACT")
@click.option(
    "--width",
    type=click.IntRange(NARROWEST, WIDEST),
    default=PHONE,
    show_default=True,
    help="How many letters fit into a line.",
)
@click.option("--today", metavar="DATE", help="The day that counts as today.")
@click.pass_obj
def show(given: Given, fact: str, width: int, today: str | None) -> None:
    """Show FACT, profile/topic.slug or an id that only one person has, as Discord will.

    In a git working tree it is shown as committed and as edited, where the two differ.
    """
    day = make_day(today)
    edited, problems = given.read()
    committed = committed_base(given.folder)
    bases = [base for base in (edited, committed) if base]
    profile, id_ = _found(fact, bases, problems)
    before = state_of(committed, profile, id_, day) if committed else None
    after = state_of(edited, profile, id_, day)
    on_phone = replace(screen(), width=width)

    def box(state: State) -> str:
        return to_text(card_box(state.card), on_phone) if state.card else strings.NO_CARD

    for part in _parts(before, after, box, is_committed=committed is not None):
        say(part)
    for problem in about_fact(problems, profile, id_):
        say(f"{strings.TO_MEND}: {problem}\n")


def _found(
    named: str, bases: Iterable[FactBase], problems: tuple[Problem, ...]
) -> tuple[str, str]:
    try:
        return find_fact(named, bases)
    except RequestError:
        slug = named.rpartition("/")[2]
        unread = tuple(p for p in problems if slug and p.fact.split(" ")[0] == slug)
        if unread:  # it is there, and cannot be read
            raise CurationError(unread) from None
        raise


def _parts(
    before: State | None, after: State | None, box: Box, *, is_committed: bool
) -> Iterator[str]:
    if before and after:
        yield from _both(before, after, box)
    elif after:
        yield f"{strings.NEW_FACT if is_committed else strings.NOTHING_COMMITTED}\n{box(after)}"
    elif before:
        yield f"{strings.FACT_GONE}\n{box(before)}"


def _both(before: State, after: State, box: Box) -> Iterator[str]:
    changed = "".join(f"  {line}\n" for line in what_changed(before, after))
    if not changed:
        yield f"{strings.AS_COMMITTED}\n{box(after)}"
        return
    if looks_alike(before, after):
        yield f"{strings.LOOKS_AS_COMMITTED}\n{box(after)}"
    else:
        yield f"{strings.BEFORE}\n{box(before)}\n{strings.AFTER}\n{box(after)}"
    yield f"{strings.CHANGED}\n{changed}"
