"""`footnote new`: a fact, a source or a profile, started from questions in the terminal."""

import shlex
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import click
from rich.text import Text

from bot import strings
from bot.cli.given import Given
from bot.cli.output import is_conversation, say, screen
from bot.curating.dialogue import Dialogue, Wanted
from bot.curating.facts import NewFact
from bot.curating.options import keys_of, option_of
from bot.curating.profiles import NewProfile
from bot.curating.showing import state_of
from bot.curating.sources import NewSource
from bot.curating.starting import Values, WorkingBase, missing, open_base, with_fact
from bot.days import local_today
from bot.terminal.asking import typed_answer
from bot.terminal.cards import PHONE, card_box
from bot.terminal.show import to_text
from bot.writing import NotWrittenError
from knowledge.load.folder import SHIPPED
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile
from knowledge.model.questions import full_id
from knowledge.model.record import Record
from knowledge.model.source import Source
from knowledge.text.fold import clean

TO_MEND = 1
_YES, _NO = frozenset({"y", "yes"}), frozenset({"n", "no"})
Command = TypeVar("Command", bound=Callable[..., None])
Answers = str | tuple[str, ...] | None


@click.group
def new() -> None:
    """Start a fact, a source or a profile.

    What is not given as an option is asked for; without a terminal, only what must be there.
    The exit status is 0 where it is written, 1 where it is written and something is to mend,
    2 where nothing is written.
    """


def _options(kind: type[Record]) -> Callable[[Command], Command]:
    """Give a command an option for each key of a record."""

    def with_options(command: Command) -> Command:
        for key, about, is_list in reversed(tuple(keys_of(kind))):
            name = key.replace("-", "_")
            option = click.option(option_of(key), name, multiple=is_list, help=about)
            command = option(command)
        return command

    return with_options


@new.command
@click.option("--profile", metavar="ID", help="Whom the fact is about.")
@_options(Fact)
@click.pass_context
def fact(ctx: click.Context, /, profile: str | None, **given: Answers) -> None:
    """Start a fact, in the file of its topic."""
    working = open_base(ctx.obj.folder)
    if not working.base.profiles:
        raise NotWrittenError(strings.nobody_yet(_command(ctx.obj, "new profile")))
    dialogue = _dialogue(Fact, given)
    about = profile or _profile(dialogue, working)
    held = working.held(about)
    values = dialogue.after_trial(lambda asked: NewFact(asked, working.base, held).values())
    _preview(dialogue, working, about, values)
    _confirm(dialogue)
    path = working.add_fact(about, values)
    say(f"{strings.written(str(path))}\n")
    for hint in missing(working, about, values):
        say(f"{strings.STILL_MISSING}: {hint}\n")
    seen = _command(ctx.obj, f"show {full_id(about, str(values['id']))}")
    say(f"{strings.SEE_IT}: {seen}\n")
    _report(ctx, working)


@new.command
@click.option("--profile", metavar="ID", help="Only in the list of this profile.")
@click.option(
    "--another",
    is_flag=True,
    help="It is another work than the listed one of that title, address or DOI.",
)
@_options(Source)
@click.pass_context
def source(
    ctx: click.Context, /, profile: str | None, *, another: bool, **given: Answers
) -> None:
    """Start a source, in the list that all profiles share.

    One that may be listed already is pointed out; without a terminal it is not written unless
    --another says so.
    """
    working = open_base(ctx.obj.folder)
    if profile:
        working.held(profile)
    dialogue = _dialogue(Source, given)
    values = dialogue.after_trial(
        lambda asked: NewSource(asked, working.base, is_another=another).values()
    )
    _confirm(dialogue)
    path = working.add_source(profile, values)
    say(f"{strings.written(str(path))}\n")
    say(f"{strings.STILL_MISSING}: {strings.cited_by_none(str(values['id']))}\n")
    _report(ctx, working)


@new.command
@click.option(
    "--surname/--no-surname",
    default=True,
    show_default=True,
    help="Make the last word of the name a name of its own, where nobody else here bears it.",
)
@_options(Profile)
@click.pass_context
def profile(ctx: click.Context, /, *, surname: bool, **given: Answers) -> None:
    """Start a profile, in a folder of its own.

    The last word of a name of several words is written into names too, where nobody else here
    bears it and it is no everyday word, so that the surname alone finds the person.
    """
    working = open_base(ctx.obj.folder)
    dialogue = _dialogue(Profile, given)
    values = dialogue.after_trial(
        lambda asked: NewProfile(
            asked, working.base, working.folder, takes_surname=surname
        ).values()
    )
    _confirm(dialogue)
    path = working.add_profile(values)
    say(f"{strings.written(str(path))}\n")
    first_source = () if working.base.sources else ("new source",)
    for verb in (*first_source, f"new fact --profile {values['id']}"):
        say(f"{strings.NEXT}: {_command(ctx.obj, verb)}\n")
    if working.readme.is_file():
        say(f"{strings.keys_in(str(working.readme))}\n")
    _report(ctx, working)


def _dialogue(kind: type[Record], given: Mapping[str, Answers]) -> Dialogue:
    answers: dict[str, Sequence[str]] = {}
    for key, *_ in keys_of(kind):
        answer = given[key.replace("-", "_")]
        if answer is not None:
            answers[key] = answer if isinstance(answer, tuple) else (answer,)
    is_typed = is_conversation()
    return Dialogue(answers, _typed if is_typed else _piped, say, is_typed=is_typed)


def _typed(wanted: Wanted, start: str) -> str:
    if wanted.about and not start:  # else it stands above already
        about = strings.wanted(wanted.about, usual=wanted.usual, is_needed=wanted.is_needed)
        say(to_text(Text(about, style="italic"), screen()))
    return typed_answer(wanted.key, offers=wanted.offers, start=start)


def _piped(wanted: Wanted, start: str) -> str:
    del start  # nobody edits here
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    say(f"{wanted.key}: {clean(line)}\n")
    return line.removesuffix("\n")


def _profile(dialogue: Dialogue, working: WorkingBase) -> str:
    known = tuple(working.base.profiles)

    def wrong(answer: str, before: Sequence[str]) -> str:
        del before
        return "" if answer in known else strings.no_profile(known)

    only = known[0] if len(known) == 1 else ""
    about = strings.WHOSE_FACT
    return dialogue.one(
        Wanted("profile", about, wrong, "--profile", known, usual=only, is_needed=True)
    )


def _preview(dialogue: Dialogue, working: WorkingBase, profile: str, values: Values) -> None:
    if not dialogue.is_typed:
        return
    base = with_fact(working.base, profile, values)
    state = state_of(base, profile, str(values["id"]), local_today())
    if state and state.card:
        say(to_text(card_box(state.card), replace(screen(), width=PHONE)))


def _confirm(dialogue: Dialogue) -> None:
    """Ask a person once more before anything is written."""
    if not dialogue.is_typed:
        return

    def wrong(answer: str, before: Sequence[str]) -> str:
        del before
        return "" if answer.casefold() in {*_YES, *_NO} else strings.YES_OR_NO

    write = Wanted("write it", strings.YES_OR_NO, wrong, "yes or no", usual="yes")
    if dialogue.ask(write).casefold() in _NO:
        raise NotWrittenError(strings.NOT_WRITTEN)


def _report(ctx: click.Context, working: WorkingBase) -> None:
    news = working.news()
    for problem in news.problems:
        say(f"{strings.TO_MEND}: {problem}\n")
    for remark in news.remarks:
        say(f"{strings.REMARK}: {remark}\n")
    ctx.exit(TO_MEND if news.problems else 0)


def _command(given: Given, verb: str) -> str:
    named = "" if given.folder == SHIPPED else f" --profiles {shlex.quote(str(given.folder))}"
    return f"footnote{named} {verb}"
