"""The conversation as pure steps: a line in, what to show and the next state out."""

from dataclasses import dataclass, replace

from rich.console import Group, RenderableType
from rich.text import Text

from bot import strings
from bot.render.render import render
from bot.render.reply import Choices, Option, Reply
from bot.terminal.explain import explain
from bot.terminal.records import command_list, profile_list, source_records
from bot.terminal.show import layout
from knowledge.answer.answer import answer, context_of
from knowledge.answer.outcomes import Answer, Answered, Request
from knowledge.release import View

LONGEST_ECHO = 40


@dataclass(frozen=True)
class Talk:
    """Where a conversation stands: what it asks, and what was said last."""

    view: View
    request: Request
    last: Answer | None = None
    options: tuple[Option, ...] = ()
    """What the last reply offers; a number picks one."""


@dataclass(frozen=True)
class Step:
    """What to show, and how the conversation goes on: not at all where `talk` is None."""

    shown: RenderableType
    talk: Talk | None


def take(line: str, talk: Talk) -> Step:
    """Carry out one line: a command, the number of an offered question, or a question."""
    typed = line.strip()
    if typed.startswith(":"):
        return _command(typed.lower(), talk)
    plain = typed.lower().removeprefix("/")
    if plain in {"quit", "exit"}:
        return Step(Text(strings.GOODBYE), None)
    if plain == "help":
        return Step(command_list(), talk)
    picked = _picked(typed, talk)
    if picked:
        # It is asked as it stands there: of that person, leaning on nothing.
        profile = picked.profile or talk.request.profile
        return _ask(picked.question, talk, replace(talk.request, profile=profile, context=None))
    if _is_number(typed):
        return Step(Text(strings.nothing_offered(typed)), talk)
    return _ask(line, talk, talk.request)


def _ask(question: str, talk: Talk, request: Request) -> Step:
    given = answer(question, talk.view, request)
    reply = render(given, talk.view.name)
    # A question that was not understood leaves the one before in place.
    context = context_of(given, question, talk.request.context) or talk.request.context
    heard = replace(talk.request, context=context)
    return Step(layout(reply), Talk(talk.view, heard, given, _options(reply)))


def _command(typed: str, talk: Talk) -> Step:
    match typed:
        case ":quit" | ":q" | ":exit":
            return Step(Text(strings.GOODBYE), None)
        case ":help":
            return Step(command_list(), talk)
        case ":profiles":
            return Step(profile_list(talk.view.base), talk)
        case ":forget":
            fresh = Talk(talk.view, replace(talk.request, context=None))
            return Step(Text(strings.FORGOTTEN), fresh)
        case ":explain" | ":sources":
            return Step(_about_last(typed, talk.last), talk)
        case _:
            return Step(Text(strings.unknown_command(typed[:LONGEST_ECHO])), talk)


def _about_last(typed: str, last: Answer | None) -> RenderableType:
    if last is None:
        return Text(strings.NOT_YET)
    if typed == ":explain":
        return explain(last.explanation)
    return source_records(last) if isinstance(last, Answered) else Text(strings.NO_SOURCES)


def _options(reply: Reply) -> tuple[Option, ...]:
    return tuple(
        option
        for block in reply.blocks
        if isinstance(block, Choices)
        for option in block.options
    )


def _is_number(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) == 1


def _picked(typed: str, talk: Talk) -> Option | None:
    if not _is_number(typed):
        return None
    place = int(typed) - 1
    return talk.options[place] if 0 <= place < len(talk.options) else None


def opening(talk: Talk) -> RenderableType:
    """Return the first line of a conversation: whom it knows."""
    names = tuple(held.profile.name for held in talk.view.base.profiles.values())
    return Group(Text(strings.greeting(names)), Text())
