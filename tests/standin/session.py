import json
import secrets
from collections import deque
from dataclasses import dataclass, field
from typing import Protocol

from tests.standin.protocol import Intent, Json, Op
from tests.standin.world import Guild

REMEMBERED = 10_000  # events kept for a resume; enough for a minute of load


class Line(Protocol):
    """Whatever carries payloads to the client at the moment."""

    def send(self, text: str) -> None:
        """Put a payload on its way."""


@dataclass(frozen=True, slots=True)
class Identify:
    """What a client said about itself when it connected."""

    valid_token: bool
    intents: int
    shard: tuple[int, int]
    compression: str | None

    @property
    def privileged(self) -> tuple[str, ...]:
        """The names of the intents that Discord would want a reason for."""
        wanted = (Intent.GUILD_MEMBERS, Intent.GUILD_PRESENCES, Intent.MESSAGE_CONTENT)
        return tuple(str(each.name) for each in wanted if self.intents & each)


@dataclass(slots=True, eq=False)
class Session:
    """One shard's place in the stream of events; it outlives its connection."""

    identify: Identify
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    sequence: int = 0
    line: Line | None = None
    is_ready: bool = False
    _sent: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=REMEMBERED))

    def dispatch(self, event: str, data: Json) -> None:
        """Number an event, remember it, and send it when somebody listens."""
        self.sequence += 1
        payload = {"op": int(Op.DISPATCH), "t": event, "s": self.sequence, "d": data}
        text = json.dumps(payload)
        self._sent.append((self.sequence, text))
        if self.line:
            self.line.send(text)

    def replay(self, after: int) -> int:
        """Send again what came after a number; how many that were."""
        missed = [text for number, text in self._sent if number > after]
        for text in missed:
            if self.line:
                self.line.send(text)
        return len(missed)

    def serves(self, guild: Guild | None) -> bool:
        """Whether events of a server, or of direct messages, belong to this shard."""
        number, count = self.identify.shard
        return ((guild.id >> 22) % count if guild else 0) == number

    def wants(self, intent: Intent) -> bool:
        """Whether the client asked for this kind of event."""
        return bool(self.identify.intents & intent)
