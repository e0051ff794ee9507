"""Servers, channels and people, before anybody has said a word."""

import itertools
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import TypeAlias

from tests.standin.protocol import EVERYTHING, ORDINARY, Permission

DISCORD_EPOCH = 1_420_070_400_000  # first millisecond of 2015, where ids begin


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a Discord account; the bot has one as well."""

    id: int
    name: str
    bot: bool = False


@dataclass(frozen=True, slots=True)
class Guild:
    """A server; `default` is what everybody in it may do."""

    id: int
    name: str
    default: int = ORDINARY


@dataclass(frozen=True, slots=True)
class Role:
    """A role of one server."""

    id: int
    name: str
    guild: Guild
    permissions: int = 0


@dataclass(frozen=True, slots=True)
class Channel:
    """A text channel of a server, or a direct conversation with one person."""

    id: int
    name: str
    guild: Guild | None = None
    recipient: Person | None = None
    bot_may: int = ORDINARY


@dataclass(frozen=True, slots=True)
class Member:
    """A person in one server, with the roles they have there."""

    person: Person
    guild: Guild
    roles: tuple[Role, ...] = ()

    @property
    def permissions(self) -> int:
        """Everything that the server and the roles allow."""
        allowed = reduce(or_, (role.permissions for role in self.roles), self.guild.default)
        return EVERYTHING if allowed & Permission.ADMINISTRATOR else allowed


Who: TypeAlias = Member | Person


def person_of(who: Who) -> Person:
    """The account behind a member."""
    return who.person if isinstance(who, Member) else who


class Ids:
    """Snowflakes: never the same twice, and readable as the time they were made."""

    def __init__(self) -> None:
        self._count = itertools.count(1)

    def new(self, *, later: int = 0) -> int:
        """The next id, `later` milliseconds on for those that must fall on another shard."""
        milliseconds = int(time.time() * 1000) - DISCORD_EPOCH + later
        return (milliseconds << 22) | (next(self._count) & 0x3FFFFF)


Made: TypeAlias = Guild | Role | Channel


class World:
    """Who and what exists; builders add to it, and listeners hear of what is new."""

    def __init__(self, name: str) -> None:
        self.ids = Ids()
        self.bot = Person(self.ids.new(), name, bot=True)
        self.owner = Person(self.ids.new(), "owner")
        self.guilds: dict[int, Guild] = {}
        self.roles: dict[int, Role] = {}
        self.channels: dict[int, Channel] = {}
        self.people: dict[int, Person] = {self.bot.id: self.bot, self.owner.id: self.owner}
        self.members: dict[tuple[int, int], Member] = {}
        self.listeners: list[Callable[[Made], None]] = []
        self._direct: dict[int, Channel] = {}

    def guild(self, name: str, *, id: int | None = None) -> Guild:  # noqa: A002 - Discord's word
        """A new server with the bot in it."""
        made = Guild(id or self.ids.new(later=len(self.guilds)), name)
        self.guilds[made.id] = made
        self.roles[made.id] = Role(made.id, "@everyone", made, made.default)
        self.members[made.id, self.bot.id] = Member(self.bot, made)
        self._tell(made)
        return made

    def channel(self, guild: Guild, name: str, *, bot_may: int = ORDINARY) -> Channel:
        """A new text channel, where the bot may do what `bot_may` says."""
        made = Channel(self.ids.new(), name, guild=guild, bot_may=bot_may)
        self.channels[made.id] = made
        self._tell(made)
        return made

    def role(self, guild: Guild, name: str, *, permissions: int = 0) -> Role:
        """A new role of a server."""
        made = Role(self.ids.new(), name, guild, permissions)
        self.roles[made.id] = made
        self._tell(made)
        return made

    def person(self, name: str) -> Person:
        """A new account, in no server yet."""
        made = Person(self.ids.new(), name)
        self.people[made.id] = made
        return made

    def member(
        self,
        guild: Guild,
        who: str | Who,
        *,
        roles: Iterable[Role] = (),
        administrator: bool = False,
    ) -> Member:
        """A person in a server: a new one by name, or one who exists already."""
        person = self.person(who) if isinstance(who, str) else person_of(who)
        extra = (self._administrators(guild),) if administrator else ()
        made = Member(person, guild, (*roles, *extra))
        self.members[guild.id, person.id] = made
        return made

    def give(self, member: Member, *roles: Role) -> Member:
        """The same member with exactly these roles from now on."""
        changed = replace(member, roles=roles)
        self.members[member.guild.id, member.person.id] = changed
        return changed

    def direct(self, who: Who) -> Channel:
        """The direct conversation between the bot and a person."""
        person = person_of(who)
        if person.id not in self._direct:
            made = Channel(self.ids.new(), person.name, recipient=person)
            self._direct[person.id] = self.channels[made.id] = made
        return self._direct[person.id]

    def in_guild(self, guild: Guild, who: Who) -> Member | None:
        """The member that a person is in a server, if they are in it."""
        return self.members.get((guild.id, person_of(who).id))

    def _tell(self, made: Made) -> None:
        for listener in self.listeners:
            listener(made)

    def _administrators(self, guild: Guild) -> Role:
        return self.role(guild, "Administrator", permissions=int(Permission.ADMINISTRATOR))
