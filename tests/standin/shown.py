"""What a person saw: snapshots that no longer change."""

import re
from dataclasses import dataclass

from tests.standin.dressing import flat
from tests.standin.interactions import Interaction
from tests.standin.mentions import Pings
from tests.standin.messages import Message
from tests.standin.protocol import LINK_STYLE, SELECTS, Callback, ComponentKind, Flag, Json
from tests.standin.uploads import Attachment
from tests.standin.world import Channel, Person

_LINK = re.compile(r"https?://[^\s<>)\]]+")
_QUIET = re.compile(r"```.*?```|`[^`]*`|<https?://[^\s>]+>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Button:
    """A button, by what stands on it."""

    label: str
    custom_id: str | None
    url: str | None
    style: int
    disabled: bool

    def __str__(self) -> str:
        """What stands on it, where it leads, and whether it is spent."""
        leads = f" -> {self.url}" if self.url else ""
        return f"{self.label}{leads}{' (spent)' if self.disabled else ''}"


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a menu or of an autocomplete list."""

    name: str
    value: str | int | float
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Select:
    """A menu with everything that it offers."""

    custom_id: str
    kind: int
    placeholder: str | None
    options: tuple[Choice, ...]
    disabled: bool

    def __str__(self) -> str:
        """What it asks for and every line that it offers."""
        return f"{{{self.placeholder or ''}: {' | '.join(each.name for each in self.options)}}}"


@dataclass(frozen=True, slots=True)
class Embed:
    """An embed as it reads; `payload` has the rest."""

    title: str
    description: str
    fields: tuple[tuple[str, str], ...]
    footer: str
    payload: Json


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as it stood at one moment."""

    id: int
    channel: Channel
    author: Person
    private: bool
    content: str
    texts: tuple[str, ...]
    embeds: tuple[Embed, ...]
    buttons: tuple[Button, ...]
    selects: tuple[Select, ...]
    attachments: tuple[Attachment, ...]
    pings: Pings
    previews: tuple[str, ...]
    flags: int
    loading: bool
    deleted: bool
    edits: int
    components: tuple[Json, ...]

    @property
    def text(self) -> str:
        """All words on the screen in reading order, buttons and menus left out."""
        parts = [*self.texts]
        for embed in self.embeds:
            fields = [part for field in embed.fields for part in field]
            parts += [embed.title, embed.description, *fields, embed.footer]
        return "\n".join(filter(None, parts))

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands on the buttons."""
        return tuple(button.label for button in self.buttons)

    def __str__(self) -> str:
        """The message as one would describe the screen: words, files, buttons, menus."""
        private = ["(only you can see this)"] if self.private else []
        files = [f"<{file.filename}, {len(file.data)} bytes>" for file in self.attachments]
        buttons = [" ".join(f"[{button}]" for button in self.buttons)] if self.buttons else []
        return "\n".join((*private, self.text, *files, *buttons, *map(str, self.selects)))


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back for one thing that a person did."""

    interaction: Interaction | None
    callback: Callback | None
    message: Shown | None
    elapsed: float
    deferred: bool
    followups: tuple[Shown, ...] = ()
    modal: Json | None = None

    @property
    def shown(self) -> Shown:
        """The message that answered; fails where a form or nothing came."""
        assert self.message is not None, f"no message in {self}"
        return self.message

    @property
    def private(self) -> bool:
        """Whether only the asker sees it."""
        return self.shown.private

    @property
    def content(self) -> str:
        """The plain words of the message."""
        return self.shown.content

    @property
    def text(self) -> str:
        """All words on the screen in reading order."""
        return self.shown.text

    @property
    def embeds(self) -> tuple[Embed, ...]:
        """The embeds of the message."""
        return self.shown.embeds

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons of the message."""
        return self.shown.buttons

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands on the buttons."""
        return self.shown.labels

    @property
    def selects(self) -> tuple[Select, ...]:
        """The menus of the message."""
        return self.shown.selects

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """The files on the message."""
        return self.shown.attachments

    @property
    def pings(self) -> Pings:
        """Who heard a sound."""
        return self.shown.pings


def snapshot(message: Message) -> Shown:
    """A message as it stands now."""
    components = tuple(flat(message.components))
    hidden = bool(message.flags & Flag.SUPPRESS_EMBEDS)
    return Shown(
        id=message.id,
        channel=message.channel,
        author=message.author,
        private=message.private_to is not None,
        content=message.content,
        texts=message.texts,
        embeds=() if hidden else tuple(map(_embed, message.embeds)),
        buttons=tuple(
            _button(each) for each in components if each["type"] == ComponentKind.BUTTON
        ),
        selects=tuple(_select(each) for each in components if each["type"] in SELECTS),
        attachments=message.attachments,
        pings=message.pings,
        previews=() if hidden else _previews(message.content),
        flags=message.flags,
        loading=message.is_loading,
        deleted=message.deleted,
        edits=message.edits,
        components=components,
    )


def outcome(interaction: Interaction) -> Reply:
    """What an interaction has come to so far."""
    original, callback = interaction.original, interaction.callback
    return Reply(
        interaction=interaction,
        callback=callback,
        message=snapshot(original) if original else None,
        elapsed=interaction.elapsed or 0.0,
        deferred=callback in (Callback.DEFERRED_MESSAGE, Callback.DEFERRED_UPDATE),
        followups=tuple(map(snapshot, interaction.followups)),
        modal=interaction.modal,
    )


def _previews(content: str) -> tuple[str, ...]:
    return tuple(_LINK.findall(_QUIET.sub("", content)))


def _embed(embed: Json) -> Embed:
    return Embed(
        title=embed.get("title") or "",
        description=embed.get("description") or "",
        fields=tuple((each["name"], each["value"]) for each in embed.get("fields") or ()),
        footer=(embed.get("footer") or {}).get("text") or "",
        payload=embed,
    )


def _button(button: Json) -> Button:
    return Button(
        label=button.get("label") or "",
        custom_id=button.get("custom_id"),
        url=button.get("url") if button.get("style") == LINK_STYLE else None,
        style=button["style"],
        disabled=bool(button.get("disabled")),
    )


def _select(select: Json) -> Select:
    options = (
        Choice(each["label"], each["value"], each.get("description"))
        for each in select.get("options") or ()
    )
    return Select(
        custom_id=select["custom_id"],
        kind=select["type"],
        placeholder=select.get("placeholder"),
        options=tuple(options),
        disabled=bool(select.get("disabled")),
    )
