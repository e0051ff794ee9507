from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tests.standin import payloads
from tests.standin.dressing import dressed_components, dressed_embeds, texts_of
from tests.standin.errors import RefusedError, refuse_problems, unknown
from tests.standin.limits.message import Shape, message_problems
from tests.standin.mentions import Pings, pings
from tests.standin.protocol import Flag, Json
from tests.standin.uploads import Attachment, Upload, attach
from tests.standin.world import Channel, Person, Who, World, person_of

SET_FLAGS = Flag.SUPPRESS_EMBEDS | Flag.SILENT | Flag.COMPONENTS_V2
KEPT_FLAGS = Flag.PRIVATE | Flag.LOADING | Flag.COMPONENTS_V2


@dataclass(slots=True, eq=False)
class Message:
    """A message as it stands now; `private_to` is the only person who sees it."""

    id: int
    channel: Channel
    author: Person
    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: tuple[Attachment, ...] = ()
    flags: int = 0
    private_to: Person | None = None
    pings: Pings = field(default_factory=Pings)
    reference: "Message | None" = None
    asked_by: Json | None = None
    from_command: bool = False
    edits: int = 0
    deleted: bool = False
    sent: datetime = field(default_factory=lambda: datetime.now(UTC))
    edited: datetime | None = None

    @property
    def is_loading(self) -> bool:
        """Whether it still says that the bot is thinking."""
        return bool(self.flags & Flag.LOADING)

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything it says outside embeds, buttons and menus, in order."""
        return tuple(filter(None, (self.content, *texts_of(self.components))))

    def is_seen_by(self, who: Who) -> bool:
        """Whether a person who may read the channel sees it."""
        hidden = self.private_to is not None and self.private_to != person_of(who)
        return not (self.deleted or hidden)


@dataclass(frozen=True, slots=True)
class Body:
    """What a request wants a message to be."""

    json: Json = field(default_factory=dict)
    uploads: tuple[Upload, ...] = ()


class Messages:
    """All messages of the world, and the rules by which they are made and changed."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._all: dict[int, Message] = {}
        self._files: dict[int, Attachment] = {}
        self.base = ""
        self.listeners: list[Callable[[str, Message], None]] = []

    def in_channel(self, channel: Channel) -> Iterator[Message]:
        """Every message of a channel that still exists, oldest first."""
        present = (message for message in self._all.values() if not message.deleted)
        return (message for message in present if message.channel.id == channel.id)

    def get(self, message_id: int) -> Message:
        """The message by that id, or the error that Discord gives."""
        message = self._all.get(message_id)
        if message is None or message.deleted:
            raise unknown("Message", 10008)
        return message

    def any(self, message_id: int) -> Message:
        """The message by that id, even one that was deleted."""
        return self._all[message_id]

    def file(self, file_id: int) -> Attachment | None:
        """An attachment by its id."""
        return self._files.get(file_id)

    def post(self, message: Message, body: Body, place: tuple[str, ...] = ()) -> Message:
        """Fill a new message with what the body says, and show it to everybody concerned."""
        message.flags |= int(body.json.get("flags") or 0)
        self._fill(message, body, place)
        self._keep(message)
        self._announce("MESSAGE_CREATE", message)
        return message

    def say(self, message: Message) -> Message:
        """Let a person say something; people are not held to what bots are held to."""
        named = {"parse": ["users", "roles"], "replied_user": True}
        message.pings = pings(message.content, named, replied_to=_answered(message))
        self._keep(message)
        self._announce("MESSAGE_CREATE", message)
        return message

    def hold(self, message: Message) -> Message:
        """Show that the bot is thinking, where the answer will stand."""
        message.flags |= Flag.LOADING
        self._keep(message)
        return message

    def edit(self, message: Message, body: Body, place: tuple[str, ...] = ()) -> Message:
        """Change a message by what the body says, and nothing else of it."""
        was_loading = message.is_loading
        self._fill(message, body, place)
        message.flags &= ~Flag.LOADING
        message.edits += 1
        message.edited = None if was_loading else datetime.now(UTC)
        self._announce("MESSAGE_CREATE" if was_loading else "MESSAGE_UPDATE", message)
        return message

    def delete(self, message: Message) -> None:
        """Take a message away."""
        message.deleted = True
        self._announce("MESSAGE_DELETE", message)

    def payload(self, message: Message) -> Json:
        """The message as every payload shows it."""
        reference = message.reference
        people = (self._world.people.get(each) for each in message.pings.people)
        return {
            "id": str(message.id),
            "channel_id": str(message.channel.id),
            "type": _kind(message),
            "author": payloads.user(message.author),
            "content": message.content,
            "embeds": [] if message.flags & Flag.SUPPRESS_EMBEDS else message.embeds,
            "components": message.components,
            "attachments": [each.payload(self.base) for each in message.attachments],
            "flags": int(message.flags),
            "mentions": [payloads.user(person) for person in people if person],
            "mention_roles": [str(each) for each in message.pings.roles],
            "mention_everyone": message.pings.everyone,
            "pinned": False,
            "tts": False,
            "timestamp": message.sent.isoformat(),
            "edited_timestamp": message.edited and message.edited.isoformat(),
            **({"interaction_metadata": message.asked_by} if message.asked_by else {}),
            **({"message_reference": _referred(reference)} if reference else {}),
        }

    def _fill(self, message: Message, body: Body, place: tuple[str, ...]) -> None:
        new = body.json
        ids = [self._world.ids.new() for _ in body.uploads]
        before = message.attachments
        attachments = attach(body.uploads, new.get("attachments"), ids, before)
        shape = _shape(message, new, len(attachments))
        refuse_problems(message_problems(place, shape, new))
        if shape.is_empty:
            raise RefusedError(400, 50006, "Cannot send an empty message")
        urls = {each.filename: each.payload(self.base)["url"] for each in attachments}
        message.content, message.flags, message.attachments = (
            shape.content,
            shape.flags,
            attachments,
        )
        message.embeds = dressed_embeds(shape.embeds, urls)
        message.components = dressed_components(shape.components, urls)
        self._files.update({each.id: each for each in attachments})
        if not message.flags & Flag.PRIVATE:
            allowed, answered = new.get("allowed_mentions"), _answered(message)
            message.pings = pings("\n".join(message.texts), allowed, replied_to=answered)

    def _keep(self, message: Message) -> None:
        self._all[message.id] = message

    def _announce(self, event: str, message: Message) -> None:
        for listener in self.listeners:
            listener(event, message)


def _shape(message: Message, new: Json, attachments: int) -> Shape:
    asked = new.get("flags")
    flags = (
        message.flags
        if asked is None
        else (int(asked) & SET_FLAGS) | (message.flags & KEPT_FLAGS)
    )
    return Shape(
        content=message.content if "content" not in new else new["content"] or "",
        embeds=message.embeds if "embeds" not in new else new["embeds"] or [],
        components=message.components if "components" not in new else new["components"] or [],
        attachments=attachments,
        flags=flags,
    )


def _answered(message: Message) -> int | None:
    return message.reference.author.id if message.reference else None


def _referred(message: Message) -> Json:
    where = {"message_id": str(message.id), "channel_id": str(message.channel.id)}
    guild = message.channel.guild
    return {"type": 0, **where, **({"guild_id": str(guild.id)} if guild else {})}


def _kind(message: Message) -> int:
    if message.from_command:
        return 20
    return 19 if message.reference else 0
