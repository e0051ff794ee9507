from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from tests.standin.messages import Body
from tests.standin.protocol import Json
from tests.standin.state import State
from tests.standin.uploads import Upload


@dataclass(frozen=True, slots=True)
class Call:
    """One REST request, read."""

    state: State
    method: str
    path: str
    params: dict[str, str]
    query: dict[str, str]
    json: Any = None
    uploads: tuple[Upload, ...] = ()

    @property
    def body(self) -> Body:
        """What the request wants a message to be."""
        return Body(self.json or {}, self.uploads)

    def id(self, name: str) -> int:
        """A number in the path; letters there name nothing."""
        text = self.params[name]
        return int(text) if text.isdecimal() else 0

    def wants(self, name: str) -> bool:
        """Whether a flag in the query is set."""
        return self.query.get(name, "").lower() in ("1", "true")


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back; without a body, 204."""

    body: Json | list[Json] | None = None
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def status(self) -> int:
        """The status that fits the body."""
        return 204 if self.body is None else 200


@dataclass(frozen=True, slots=True)
class Route:
    """One operation, by the template that Discord's description uses."""

    method: str
    template: str
    handle: Callable[[Call], Answer]
    needs_token: bool = True


Routes: TypeAlias = tuple[Route, ...]
