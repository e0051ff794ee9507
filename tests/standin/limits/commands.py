"""Limits of commands: developers/interactions/application-commands."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from tests.standin.errors import Place, Problem
from tests.standin.limits.callback import CHOICE_NAME, CHOICE_VALUE, CHOICES
from tests.standin.limits.checks import count, needed, unique
from tests.standin.protocol import CommandKind, Json, OptionKind

NAME = 32
DESCRIPTION = 100
OPTIONS = 25
TEXT = 8000
LOCALES = 34
HOW_MANY = {CommandKind.SLASH: 100, CommandKind.PERSON: 15, CommandKind.MESSAGE: 15}
_NESTS = (OptionKind.SUBCOMMAND, OptionKind.GROUP)


def command_set_problems(commands: Sequence[Json]) -> Iterator[Problem]:
    """Everything wrong with a whole set of commands."""
    kinds = Counter(_kind(command) for command in commands)
    for kind, most in HOW_MANY.items():
        if kinds[kind] > most:
            message = f"Maximum number of application commands reached ({most})."
            yield Problem((), "APPLICATION_COMMANDS_MAX", message)
    seen = Counter((_kind(each), each.get("name")) for each in commands)
    for number, command in enumerate(commands):
        if seen[_kind(command), command.get("name")] > 1:
            message = "Command names must be unique"
            yield Problem((number,), "APPLICATION_COMMANDS_DUPLICATE_NAME", message)
        yield from _command((number,), command)


def command_size(command: Json) -> int:
    """The characters that count towards a command's 8000, the longest translation of each."""
    total = _longest(command, "name") + _longest(command, "description")
    for choice in command.get("choices") or ():
        value = choice.get("value")
        total += _longest(choice, "name") + (len(value) if isinstance(value, str) else 0)
    return total + sum(command_size(option) for option in command.get("options") or ())


def _command(place: Place, command: Json) -> Iterator[Problem]:
    if _kind(command) == CommandKind.SLASH:
        yield from _named(place, command)
        yield from _options((*place, "options"), command.get("options") or ())
    else:
        yield from needed((*place, "name"), command.get("name"), most=NAME)
        if command.get("description"):
            message = "Context menu commands cannot have description"
            code = "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION"
            yield Problem((*place, "description"), code, message)
    if command_size(command) > TEXT:
        message = f"Command exceeds maximum size ({TEXT})"
        yield Problem(place, "APPLICATION_COMMAND_TOO_LARGE", message)
    for field in ("name_localizations", "description_localizations"):
        yield from count((*place, field), list(command.get(field) or ()), most=LOCALES)


def _named(place: Place, thing: Json) -> Iterator[Problem]:
    yield from needed((*place, "name"), thing.get("name"), most=NAME)
    yield from needed((*place, "description"), thing.get("description"), most=DESCRIPTION)
    if not all(map(_fits_a_name, thing.get("name") or "")):
        message = "Command name is invalid"
        yield Problem((*place, "name"), "APPLICATION_COMMAND_INVALID_NAME", message)


def _fits_a_name(character: str) -> bool:
    if character in "-_'":
        return True
    plain = unicodedata.category(character)[0] in "LN" and character == character.lower()
    name = unicodedata.name(character, "")
    return plain or name.startswith(("DEVANAGARI", "THAI"))


def _options(place: Place, options: Sequence[Json]) -> Iterator[Problem]:
    yield from count(place, options, most=OPTIONS)
    names = [option.get("name") for option in options]
    message = "Option names must be unique"
    yield from unique(place, names, "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", message)
    flags = [bool(each.get("required")) for each in options if each.get("type") not in _NESTS]
    if flags != sorted(flags, reverse=True):
        message = "Required options must be placed before non-required options"
        yield Problem(place, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message)
    for number, option in enumerate(options):
        yield from _option((*place, number), option)


def _option(place: Place, option: Json) -> Iterator[Problem]:
    choices = option.get("choices") or ()
    yield from _named(place, option)
    yield from _options((*place, "options"), option.get("options") or ())
    yield from count((*place, "choices"), choices, most=CHOICES)
    if option.get("autocomplete") and choices:
        message = "Choices cannot be set with autocomplete"
        code = "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES"
        yield Problem((*place, "autocomplete"), code, message)
    for number, choice in enumerate(choices):
        at = (*place, "choices", number)
        yield from needed((*at, "name"), choice.get("name"), most=CHOICE_NAME)
        if isinstance(choice.get("value"), str):
            yield from needed((*at, "value"), choice["value"], most=CHOICE_VALUE)


def _kind(command: Json) -> CommandKind:
    return CommandKind(command.get("type", CommandKind.SLASH))


def _longest(thing: Json, field: str) -> int:
    translations = (thing.get(f"{field}_localizations") or {}).values()
    return max(map(len, (thing.get(field) or "", *translations)))
