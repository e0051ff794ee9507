import secrets
from dataclasses import dataclass, field

from tests.standin.bell import Bell
from tests.standin.clock import Clock
from tests.standin.errors import RefusedError, unknown
from tests.standin.messages import Message
from tests.standin.protocol import Ask, Callback, Json
from tests.standin.world import Channel, Ids, Who

FIRST_RESPONSE = 3.0  # seconds: interactions/receiving-and-responding
TOKEN_LIFE = 15 * 60.0  # seconds: same page


@dataclass(slots=True, eq=False)
class Interaction:
    """Something that a person asked the bot for, and what came of it."""

    id: int
    token: str
    ask: Ask
    name: str
    who: Who
    channel: Channel
    made: float
    source: Message | None = None
    opened_by: "Interaction | None" = None
    edits_before: int = 0
    option_kind: int | None = None
    callback: Callback | None = None
    answered: float | None = None
    original: Message | None = None
    choices: tuple[Json, ...] | None = None
    modal: Json | None = None
    followups: list[Message] = field(default_factory=list)
    bell: Bell = field(default_factory=Bell)

    @property
    def elapsed(self) -> float | None:
        """Seconds from dispatch to the first response."""
        return None if self.answered is None else self.answered - self.made

    @property
    def is_settled(self) -> bool:
        """Whether the person sees more than that the bot is thinking."""
        if self.original is not None and self.original.is_loading:
            return self.original.deleted
        updated = self.callback == Callback.DEFERRED_UPDATE
        changed = self.original is not None and self.original.edits > self.edits_before
        return self.callback is not None and (not updated or changed or bool(self.followups))

    def __str__(self) -> str:
        return f"{self.ask.name.lower()} {self.name!r} in #{self.channel.name}"


class Interactions:
    """Every interaction so far, with the rules about time and about answering twice."""

    def __init__(self, clock: Clock, ids: Ids) -> None:
        self._clock = clock
        self._ids = ids
        self._by_token: dict[str, Interaction] = {}
        self.late_by = 0.0

    @property
    def all(self) -> tuple[Interaction, ...]:
        """Every interaction, oldest first."""
        return tuple(self._by_token.values())

    def start(self, ask: Ask, name: str, who: Who, channel: Channel) -> Interaction:
        """A new interaction, already old if the next one is to arrive late."""
        token = secrets.token_urlsafe(40)
        made, self.late_by = self._clock.now() - self.late_by, 0.0
        interaction = Interaction(self._ids.new(), token, ask, name, who, channel, made)
        self._by_token[token] = interaction
        return interaction

    def to_answer(self, interaction_id: int, token: str) -> Interaction:
        """The interaction that may still get its first response."""
        interaction = self._by_token.get(token)
        if interaction is None or interaction.id != interaction_id:
            raise unknown("interaction", 10062)
        if interaction.callback is not None:
            raise RefusedError(400, 40060, "Interaction has already been acknowledged.")
        if self._age(interaction) > FIRST_RESPONSE:
            raise unknown("interaction", 10062)
        return interaction

    def to_follow(self, token: str) -> Interaction:
        """The interaction whose token still works after the first response."""
        interaction = self._by_token.get(token)
        if interaction is None or interaction.callback in (None, Callback.CHOICES):
            raise unknown("Webhook", 10015)
        if self._age(interaction) > TOKEN_LIFE:
            raise RefusedError(401, 50027, "Invalid Webhook Token")
        return interaction

    def answer(self, interaction: Interaction, callback: Callback) -> None:
        """Note the first response and when it came."""
        interaction.callback = callback
        interaction.answered = self._clock.now()
        interaction.bell.ring()

    def unanswered(self) -> tuple[Interaction, ...]:
        """Those that nobody ever answered."""
        return tuple(each for each in self.all if each.callback is None)

    def unsettled(self) -> tuple[Interaction, ...]:
        """Those whose person still sees nothing, or that the bot is thinking."""
        return tuple(each for each in self.all if not _is_done(each))

    def _age(self, interaction: Interaction) -> float:
        return self._clock.now() - interaction.made


def _is_done(interaction: Interaction) -> bool:
    acknowledged = interaction.callback == Callback.DEFERRED_UPDATE
    return acknowledged or interaction.is_settled
