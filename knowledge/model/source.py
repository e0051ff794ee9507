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

from knowledge.model.csl import CslItem
from knowledge.model.names import Name
from knowledge.model.record import Edtf, Line
from knowledge.text.brief import brief

LONGEST_URL = 512  # characters; as long as the URL of a Discord button may be
SOURCE_ID = 40  # as long as a fact's id, so that either fits where the other does

SourceId = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=SOURCE_ID)
]
TYPES = (
    *("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book"),
    *("broadcast", "chapter", "classic", "collection", "dataset", "document", "entry"),
    *("entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing"),
    *("interview", "legal_case", "legislation", "manuscript", "map", "motion_picture"),
    *("musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical"),
    *("personal_communication", "post", "post-weblog", "regulation", "report", "review"),
    *("review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage"),
)  # CSL 1.0.2, appendix III


def _known_type(type_: str) -> str:
    if type_ not in TYPES:
        near = get_close_matches(type_, TYPES, n=1)
        remedy = (
            f"write {near[0]!r}" if near else "write one such as article-newspaper, webpage"
        )
        raise ValueError(f"{brief(type_)} is no CSL type; {remedy}")
    return type_


SourceType = Annotated[
    str, AfterValidator(_known_type), Field(json_schema_extra={"enum": list(TYPES)})
]
"""An item type of CSL."""


def _web_address(text: str) -> str:
    try:
        AnyHttpUrl(text)
    except ValidationError as error:
        remedy = "write one such as https://example.org/page"
        raise ValueError(f"{brief(text)} is no web address; {remedy}") from error
    return text


WebAddress = Annotated[
    Line,
    StringConstraints(max_length=LONGEST_URL),
    AfterValidator(_web_address),
    Field(json_schema_extra={"pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"}),
]
"""The address of a page, http or https."""


class Source(CslItem):
    """A document relied on, listed once in the whole base: a CSL item and a few keys."""

    id: SourceId = Field(description="Unique in the whole base: a-z, 0-9 and hyphens.")
    type: SourceType = Field(description="What it is, as CSL names it: report, webpage, book …")
    title: Line | None = Field(default=None, description="The title as it stands there.")
    author: tuple[Name, ...] = Field(
        default=(),
        description='Who wrote it: { family = "…", given = "…" } or { literal = "Office" }.',
    )
    editor: tuple[Name, ...] = Field(
        default=(), description="Who edited it, written as an author is."
    )
    container_title: Line | None = Field(
        default=None,
        alias="container-title",
        description="The newspaper, site, journal or book that it stands in.",
    )
    publisher: Line | None = Field(default=None, description="Who published it.")
    publisher_place: Line | None = Field(
        default=None, alias="publisher-place", description="Where the publisher sits."
    )
    issued: Edtf | None = Field(
        default=None, description="When it was published, in EDTF; leave out what is not known."
    )
    accessed: Edtf | None = Field(
        default=None,
        description="When it was read, by us or by whoever cites it.",
    )
    archived: Edtf | None = Field(
        default=None,
        description="The date of the archived copy that the citing document names.",
    )
    language: Line | None = Field(default=None, description="Its language, as en or tg.")
    genre: Line | None = Field(
        default=None, description="What kind of document it is, where the type does not say."
    )
    number: Line | None = Field(default=None, description="Its number.")
    volume: Line | None = Field(default=None, description="The volume.")
    issue: Line | None = Field(default=None, description="The issue.")
    page: Line | None = Field(default=None, description="The pages that it fills.")
    edition: Line | None = Field(default=None, description="The edition.")
    URL: WebAddress | None = Field(default=None, description="Its address, http or https.")
    archive_url: WebAddress | None = Field(
        default=None, alias="archive-url", description="The address of an archived copy."
    )
    DOI: Line | None = Field(default=None, description="Its DOI, without an address before it.")
    ISBN: Line | None = Field(default=None, description="The ISBN of the book.")
    ISSN: Line | None = Field(default=None, description="The ISSN of the periodical.")
    archive: Line | None = Field(
        default=None,
        description="The stored copy that we read: a file's name in the archive folder.",
    )
    license: Line | None = Field(
        default=None, description="The license of the text, where it is named."
    )
    origin: Line | None = Field(
        default=None,
        description="The id of the source, or the name of the report, that this one copies.",
    )
    grade: Annotated[str, StringConstraints(pattern=r"^[A-F]$")] | None = Field(
        default=None, description="How reliable it is, A to F, by the desk's own scale."
    )
    note: Line | None = Field(
        default=None, description="What a reader of the record must know."
    )

    @model_validator(mode="after")
    def _can_be_named(self) -> "Source":
        if not (self.title or self.author or self.container_title):
            raise ValueError(
                "has no title, author or container-title; write one, or nobody can find it"
            )
        return self
