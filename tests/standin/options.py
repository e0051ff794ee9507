"""A command line as Discord's client fills it in: only what the command offers."""

from collections.abc import Mapping
from typing import TypeAlias

from tests.standin import payloads
from tests.standin.errors import NotPossibleError
from tests.standin.protocol import Json, OptionKind
from tests.standin.world import Channel, Member, Person, Role

Value: TypeAlias = str | int | float | bool | Member | Person | Channel | Role

_PLAIN: dict[int, tuple[type, ...]] = {
    OptionKind.STRING: (str,),
    OptionKind.INTEGER: (int,),
    OptionKind.NUMBER: (int, float),
    OptionKind.BOOLEAN: (bool,),
}


def command_data(command: Json, path: list[str], values: Mapping[str, Value]) -> Json:
    """What an interaction says about a command that a person sent off."""
    leaf = _leaf(command, path)
    missing = [
        option["name"]
        for option in leaf.get("options") or ()
        if option.get("required") and option["name"] not in values
    ]
    if missing:
        raise NotPossibleError(f"/{command['name']} is not sent without {', '.join(missing)}")
    return _data(command, path, [_filled(leaf, name, values[name]) for name in values], values)


def autocomplete_data(
    command: Json,
    path: list[str],
    values: Mapping[str, Value],
    focus: str,
) -> tuple[Json, int]:
    """What an interaction says while a person types into `focus`, and that option's kind."""
    leaf = _leaf(command, path)
    option = _option(leaf, focus)
    if not option.get("autocomplete"):
        raise NotPossibleError(f"{focus!r} of /{command['name']} offers no autocomplete")
    given = [{**_shape(leaf, name, values[name]), "focused": name == focus} for name in values]
    return _data(command, path, given, values), option["type"]


def _data(
    command: Json, path: list[str], given: list[Json], values: Mapping[str, Value]
) -> Json:
    for name in reversed(path):
        kind = _leaf(command, path[: path.index(name) + 1])["type"]
        given = [{"type": kind, "name": name, "options": given}]
    here = {"guild_id": command["guild_id"]} if "guild_id" in command else {}
    return {
        "id": command["id"],
        "name": command["name"],
        "type": command["type"],
        "options": given,
        "resolved": _resolved(values),
        **here,
    }


def _leaf(command: Json, path: list[str]) -> Json:
    for name in path:
        command = _option(command, name)
    if any(each["type"] <= OptionKind.GROUP for each in command.get("options") or ()):
        raise NotPossibleError(f"/{command['name']} is a group; name one of its commands")
    return command


def _option(command: Json, name: str) -> Json:
    options: list[Json] = command.get("options") or []
    found = next((each for each in options if each["name"] == name), None)
    if found is None:
        offered = ", ".join(each["name"] for each in options) or "nothing"
        raise NotPossibleError(f"/{command['name']} has no option {name!r}, only {offered}")
    return found


def _filled(command: Json, name: str, value: Value) -> Json:
    option = _option(command, name)
    _check_choice(option, value)
    _check_bounds(option, value)
    return _shape(command, name, value)


def _shape(command: Json, name: str, value: Value) -> Json:
    option = _option(command, name)
    kind = option["type"]
    if isinstance(value, Member | Person | Channel | Role):
        return {"name": name, "type": kind, "value": str(_id(value))}
    if not isinstance(value, _PLAIN.get(kind, ())):
        raise NotPossibleError(f"{name!r} takes a {OptionKind(kind).name}, not {value!r}")
    return {"name": name, "type": kind, "value": value}


def _check_choice(option: Json, value: Value) -> None:
    choices = option.get("choices") or ()
    if choices and value not in [each["value"] for each in choices]:
        raise NotPossibleError(f"{option['name']!r} does not offer {value!r}")


def _check_bounds(option: Json, value: Value) -> None:
    measured = len(value) if isinstance(value, str) else value
    least = option.get("min_length" if isinstance(value, str) else "min_value")
    most = option.get("max_length" if isinstance(value, str) else "max_value")
    if not isinstance(measured, int | float):
        return
    if (least is not None and measured < least) or (most is not None and measured > most):
        raise NotPossibleError(f"{option['name']!r} takes {least} to {most}, not {measured}")


def _id(value: Member | Person | Channel | Role) -> int:
    return value.person.id if isinstance(value, Member) else value.id


def _resolved(values: Mapping[str, Value]) -> Json:
    resolved: Json = {}
    for value in values.values():
        match value:
            case Member(person=person):
                key = str(person.id)
                resolved.setdefault("users", {})[key] = payloads.user(person)
                shown = payloads.member_without_user(value)
                shown = {**shown, "permissions": str(value.permissions)}
                resolved.setdefault("members", {})[key] = shown
            case Person():
                resolved.setdefault("users", {})[str(value.id)] = payloads.user(value)
            case Channel():
                shown = payloads.interaction_channel(value, 0)
                resolved.setdefault("channels", {})[str(value.id)] = shown
            case Role():
                resolved.setdefault("roles", {})[str(value.id)] = payloads.role(value)
            case _:
                continue
    return resolved
