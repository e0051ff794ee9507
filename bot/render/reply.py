"""A reply: what an asker reads, as small blocks that a terminal and a channel can both show."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from knowledge.cite.lines import SourceLine
from knowledge.model.fact import Status


@dataclass(frozen=True, slots=True)
class Heading:
    """Who, what tells them from namesakes, and, over a fact, how it stands."""

    name: str
    description: str
    standing: str = ""
    """Status and date of the newest source in words; empty where no fact is given."""
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """The sentence that answers, word for word, with its reference numbers."""

    text: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """What one holder asserts, since when, with its reference numbers."""

    holder: str
    statement: str
    said: str
    """The date in words; empty where the sources give none."""
    numbers: tuple[int, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Claims:
    """The sides of a dispute, in the curator's order."""

    lines: tuple[ClaimLine, ...]


class NoteKind(StrEnum):
    """What a note is about."""

    AS_OF = "as_of"
    WHEN = "when"
    FACT = "fact"
    PROFILE = "profile"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Note:
    """One more sentence that a reader needs beside the statement."""

    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class Sources:
    """The numbered source lines; never cut."""

    independence: str
    """How many of the sources are independent: "4 sources, 2 independent"."""
    lines: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One question to ask instead."""

    question: str
    name: str = ""
    """Whom it is about, where the options differ in that; else empty."""
    profile: str = ""
    fact: str = ""
    """The fact that it leads to, where that is settled: in an ambiguous reply, always."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a question may mean, or what could be asked instead of it."""

    lead: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Abstention:
    """One sentence that says what was not found."""

    text: str


Block: TypeAlias = Heading | Statement | Claims | Note | Sources | Choices | Abstention


@dataclass(frozen=True, slots=True)
class Reply:
    """Everything that one asker reads about one question, top to bottom."""

    blocks: tuple[Block, ...]
    private: bool
    """Shown to the asker alone."""
    footer: str
    release: str
    profile: str = ""
    """The profile's id, where one person is meant; buttons carry it."""
    fact: str = ""
    """The fact's id, where one is given; buttons carry it."""
