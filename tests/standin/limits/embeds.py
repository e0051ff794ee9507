"""Limits of embeds: developers/resources/message, Embed Limits."""

from collections.abc import Iterator, Sequence

from tests.standin.errors import Place, Problem
from tests.standin.limits.checks import count, length, needed, web_address
from tests.standin.protocol import Json

EMBEDS = 10
TITLE = 256
DESCRIPTION = 4096
FIELDS = 25
FIELD_NAME = 256
FIELD_VALUE = 1024
FOOTER = 2048
AUTHOR = 256
ALL_EMBEDS = 6000
URL = 2048
COLOR = 0xFFFFFF


def embed_problems(place: Place, embeds: Sequence[Json]) -> Iterator[Problem]:
    """Everything that is too long in the embeds of one message."""
    yield from count(place, embeds, most=EMBEDS)
    for number, embed in enumerate(embeds):
        yield from _one((*place, number), embed)
    if sum(map(embed_size, embeds)) > ALL_EMBEDS:
        message = f"Embed size exceeds maximum size of {ALL_EMBEDS}"
        yield Problem(place, "MAX_EMBED_SIZE_EXCEEDED", message)


def embed_size(embed: Json) -> int:
    """The characters that count towards the sum over all embeds."""
    fields = embed.get("fields") or ()
    texts = [embed.get("title"), embed.get("description")]
    texts += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
    texts += [text for field in fields for text in (field.get("name"), field.get("value"))]
    return sum(len(text) for text in texts if text)


def _one(place: Place, embed: Json) -> Iterator[Problem]:
    fields = embed.get("fields") or ()
    footer, author = embed.get("footer") or {}, embed.get("author") or {}
    if not any(embed.get(part) for part in _VISIBLE):
        message = "This field is required"
        yield Problem((*place, "description"), "BASE_TYPE_REQUIRED", message)
    yield from length((*place, "title"), embed.get("title"), most=TITLE)
    yield from length((*place, "description"), embed.get("description"), most=DESCRIPTION)
    yield from web_address((*place, "url"), embed.get("url"), most=URL)
    yield from length((*place, "footer", "text"), footer.get("text"), most=FOOTER)
    yield from length((*place, "author", "name"), author.get("name"), most=AUTHOR)
    yield from _color((*place, "color"), embed.get("color"))
    yield from count((*place, "fields"), fields, most=FIELDS)
    for number, field in enumerate(fields):
        at = (*place, "fields", number)
        yield from needed((*at, "name"), field.get("name"), most=FIELD_NAME)
        yield from needed((*at, "value"), field.get("value"), most=FIELD_VALUE)


def _color(place: Place, color: int | None) -> Iterator[Problem]:
    if color is not None and not 0 <= color <= COLOR:
        message = f"int value should be less than or equal to {COLOR}."
        yield Problem(place, "NUMBER_TYPE_MAX", message)


_VISIBLE = ("title", "description", "fields", "footer", "author", "image", "thumbnail", "video")
