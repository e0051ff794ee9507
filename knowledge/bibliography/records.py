"""What a foreign record becomes: the keys of a source, or what keeps it from being one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from knowledge.bibliography.texts import shown
from knowledge.model.source import Source

Keys: TypeAlias = Mapping[str, object]
"""The keys of a source, by the names that they have in sources.toml."""

Refusal: TypeAlias = tuple[str, str]
"""What is wrong, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One record of a bibliography, before it has an id here."""

    label: str
    """How the record is called in its file: its number or its key, and its title."""
    key: str
    """The id that it has there."""
    keys: Keys = field(default_factory=lambda: MappingProxyType({}))
    wrong: tuple[Refusal, ...] = ()
    """Why it cannot come in; where there is nothing, it can."""
    without: tuple[str, ...] = ()
    """What of it is no part of a source, and stays behind."""

    def source(self, id_: str) -> Source:
        """Return the record as a source of that id; pydantic says what keeps it from one."""
        return Source.model_validate({**self.keys, "id": id_})


def without_repeats(found: Iterator[Incoming]) -> Iterator[Incoming]:
    """Yield the records; the second of one key is refused: nobody knows which is meant."""
    seen: set[str] = set()
    for incoming in found:
        if incoming.key and incoming.key in seen:
            wrong = f"has the key {shown(incoming.key)!r}, which another record has already"
            refused = (*incoming.wrong, (wrong, "give each record its own"))
            yield Incoming(incoming.label, incoming.key, wrong=refused)
            continue
        seen.add(incoming.key)
        yield incoming
