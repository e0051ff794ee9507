from dataclasses import dataclass, field

from tests.standin import payloads
from tests.standin.bell import Bell
from tests.standin.clock import Clock
from tests.standin.gateway import Gateway
from tests.standin.interactions import Interactions
from tests.standin.messages import Message, Messages
from tests.standin.protocol import CommandKind, Json
from tests.standin.world import Guild, World


@dataclass(slots=True)
class Commands:
    """What the bot has registered: for everybody, and for single servers."""

    everywhere: list[Json] = field(default_factory=list)
    by_guild: dict[int, list[Json]] = field(default_factory=dict)
    syncs: int = 0

    def find(self, name: str, kind: CommandKind, guild: Guild | None) -> Json | None:
        """The command that a person sees by that name where they are."""
        local = self.by_guild.get(guild.id, []) if guild else []
        seen = (each for each in (*local, *self.everywhere) if each["name"] == name)
        return next((each for each in seen if each["type"] == kind), None)


class State:
    """Everything that is true of this Discord at the moment."""

    def __init__(self, token: str, name: str, *, shards: int, heartbeat: float) -> None:
        self.token = token
        self.shards = shards
        self.clock = Clock()
        self.world = World(name)
        self.commands = Commands()
        self.messages = Messages(self.world)
        self.interactions = Interactions(self.clock, self.world.ids)
        self.gateway = Gateway(self.world, token, heartbeat=heartbeat)
        self.bell = Bell()
        self.messages.listeners.append(self._tell)
        self.world.listeners.append(self.gateway.introduce)

    def _tell(self, event: str, message: Message) -> None:
        self.bell.ring()
        if message.private_to is not None:
            return
        guild = message.channel.guild
        payload = self.messages.payload(message)
        if guild:
            payload["guild_id"] = str(guild.id)
            speaker = self.world.in_guild(guild, message.author)
            payload["member"] = payloads.member_without_user(speaker) if speaker else None
        self.gateway.tell_of_message(event, message, payload)
