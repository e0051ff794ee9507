"""Whom a message pings, which is not the same as whom it names; pure."""

import re
from dataclasses import dataclass

from tests.standin.protocol import Json

_PERSON = re.compile(r"<@!?(\d+)>")
_ROLE = re.compile(r"<@&(\d+)>")
_EVERYONE = re.compile(r"@(?:everyone|here)")


@dataclass(frozen=True, slots=True)
class Pings:
    """Ids of people and roles that hear a sound, and whether all do."""

    people: tuple[int, ...] = ()
    roles: tuple[int, ...] = ()
    everyone: bool = False


def pings(text: str, allowed: Json | None, *, replied_to: int | None = None) -> Pings:
    """Who is pinged by the text under `allowed_mentions`; without it, everybody named."""
    rule: Json = {"parse": ["users", "roles", "everyone"], "replied_user": True}
    rule = rule if allowed is None else allowed
    people = _permitted(_PERSON, text, rule, "users")
    if replied_to is not None and rule.get("replied_user"):
        people = tuple(dict.fromkeys((*people, replied_to)))
    everyone = "everyone" in (rule.get("parse") or ()) and bool(_EVERYONE.search(text))
    return Pings(people, _permitted(_ROLE, text, rule, "roles"), everyone)


def _permitted(pattern: re.Pattern[str], text: str, rule: Json, kind: str) -> tuple[int, ...]:
    named = tuple(dict.fromkeys(int(found) for found in pattern.findall(text)))
    if kind in (rule.get("parse") or ()):
        return named
    listed = {int(each) for each in rule.get(kind) or ()}
    return tuple(each for each in named if each in listed)
