"""Limits of one message as a whole: developers/resources/message."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.standin.errors import Place, Problem
from tests.standin.limits.checks import count, length
from tests.standin.limits.components import legacy_problems, v2_problems
from tests.standin.limits.embeds import embed_problems
from tests.standin.protocol import Flag, Json

CONTENT = 2000
ATTACHMENTS = 10
ATTACHMENT_DESCRIPTION = 1024
MENTION_IDS = 100


@dataclass(frozen=True, slots=True)
class Shape:
    """What a message would hold if Discord took the body."""

    content: str
    embeds: Sequence[Json]
    components: Sequence[Json]
    attachments: int
    flags: int

    @property
    def is_v2(self) -> bool:
        """Whether it is components and nothing else."""
        return bool(self.flags & Flag.COMPONENTS_V2)

    @property
    def is_empty(self) -> bool:
        """Whether nobody would see anything."""
        return not (self.content.strip() or self.embeds or self.components or self.attachments)


def message_problems(place: Place, shape: Shape, body: Json) -> Iterator[Problem]:
    """Everything that keeps a message from being sent."""
    yield from length((*place, "content"), body.get("content"), most=CONTENT)
    yield from count((*place, "attachments"), range(shape.attachments), most=ATTACHMENTS)
    yield from _attachment_problems(place, body)
    yield from _mention_problems((*place, "allowed_mentions"), body.get("allowed_mentions"))
    if shape.is_v2:
        yield from _legacy_fields(place, shape)
        yield from v2_problems((*place, "components"), shape.components)
    else:
        yield from embed_problems((*place, "embeds"), shape.embeds)
        yield from legacy_problems((*place, "components"), shape.components)


def _legacy_fields(place: Place, shape: Shape) -> Iterator[Problem]:
    for field, value in (("content", shape.content), ("embeds", shape.embeds)):
        if value:
            code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
            flag = "MessageFlags.IS_COMPONENTS_V2"
            message = f"The '{field}' field cannot be used when using {flag}"
            yield Problem((*place, field), code, message)


def _attachment_problems(place: Place, body: Json) -> Iterator[Problem]:
    for number, attachment in enumerate(body.get("attachments") or ()):
        at = (*place, "attachments", number, "description")
        yield from length(at, attachment.get("description"), most=ATTACHMENT_DESCRIPTION)


def _mention_problems(place: Place, allowed: Json | None) -> Iterator[Problem]:
    for kind in ("users", "roles"):
        listed = (allowed or {}).get(kind) or []
        yield from count((*place, kind), listed, most=MENTION_IDS)
        if listed and kind in ((allowed or {}).get("parse") or []):
            message = f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.'
            yield Problem(place, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message)
