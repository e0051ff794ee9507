from difflib import get_close_matches
from typing import Annotated

from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from knowledge.model.record import Edtf, Line, Record

LONGEST_URL = 512  # characters; as long as the URL of a Discord button may be
SOURCE_ID = 40  # as long as a fact's id, so that either fits where the other does

SourceId = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=SOURCE_ID)
]
_TYPES = (
    *("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book"),
    *("broadcast", "chapter", "classic", "collection", "dataset", "document", "entry"),
    *("entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing"),
    *("interview", "legal_case", "legislation", "manuscript", "map", "motion_picture"),
    *("musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical"),
    *("personal_communication", "post", "post-weblog", "regulation", "report", "review"),
    *("review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage"),
)  # CSL 1.0.2, appendix III


def _known_type(type_: str) -> str:
    if type_ not in _TYPES:
        near = get_close_matches(type_, _TYPES, n=1)
        remedy = (
            f"write {near[0]!r}" if near else "write one such as article-newspaper, webpage"
        )
        raise ValueError(f"{type_!r} is no CSL type; {remedy}")
    return type_


SourceType = Annotated[str, AfterValidator(_known_type)]
"""An item type of CSL."""


def _web_address(text: str) -> str:
    try:
        AnyHttpUrl(text)
    except ValidationError as error:
        shown = text[:80]
        remedy = "write one such as https://example.org/page"
        raise ValueError(f"{shown!r} is no web address; {remedy}") from error
    return text


WebAddress = Annotated[
    Line, StringConstraints(max_length=LONGEST_URL), AfterValidator(_web_address)
]
"""The address of a page, http or https."""


class Name(Record):
    """Who wrote a source: a person's family and given name, or a literal one for an office."""

    family: Line | None = None
    given: Line | None = None
    literal: Line | None = None

    @model_validator(mode="after")
    def _is_one_kind(self) -> "Name":
        if bool(self.literal) == bool(self.family):
            raise ValueError('write either { family = "…", given = "…" } or { literal = "…" }')
        return self

    def __str__(self) -> str:
        return self.literal or ", ".join(part for part in (self.family, self.given) if part)


class Source(Record):
    """A document relied on, listed once in the whole base: a CSL item and a few keys."""

    id: SourceId
    type: SourceType
    title: Line | None = None
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    container_title: Line | None = Field(default=None, alias="container-title")
    publisher: Line | None = None
    publisher_place: Line | None = Field(default=None, alias="publisher-place")
    issued: Edtf | None = None
    accessed: Edtf | None = None
    archived: Edtf | None = None
    language: Line | None = None
    genre: Line | None = None
    number: Line | None = None
    volume: Line | None = None
    issue: Line | None = None
    page: Line | None = None
    edition: Line | None = None
    URL: WebAddress | None = None
    archive_url: WebAddress | None = Field(default=None, alias="archive-url")
    DOI: Line | None = None
    ISBN: Line | None = None
    ISSN: Line | None = None
    archive: Line | None = None
    license: Line | None = None
    origin: Line | None = None
    grade: Annotated[str, StringConstraints(pattern=r"^[A-F]$")] | None = None
    note: Line | None = None

    @model_validator(mode="after")
    def _can_be_named(self) -> "Source":
        if not (self.title or self.author or self.container_title):
            raise ValueError(
                "has no title, author or container-title; write one, or nobody can find it"
            )
        return self
