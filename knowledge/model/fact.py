import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic.config import JsonDict

from knowledge.model.locator import WRITTEN, parse_locator
from knowledge.model.record import Edtf, Line, Record
from knowledge.model.source import SourceId

FACT_ID = 40  # a button's custom_id carries profile, fact and release in 100 characters
STATEMENT = 400  # two sentences; the audit checks the whole reply against Discord's budget
CLAIM = 250
SIDES = 2  # a dispute has at least two


class Status(StrEnum):
    """How a fact stands: what a reader must know before the statement."""

    ESTABLISHED = "established"
    REPORTED = "reported"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"
    RETRACTED = "retracted"


def _locator(text: str) -> str:
    parse_locator(text)
    return text


FactId = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*\.[a-z0-9][a-z0-9-]*$", max_length=FACT_ID),
]
LocatorText = Annotated[
    Line, AfterValidator(_locator), Field(json_schema_extra={"pattern": WRITTEN})
]


def _needs(key: str, value: str, other: str) -> JsonDict:
    """Tell an editor that a value of one key calls for another key."""
    has_value: JsonDict = {"properties": {key: {"const": value}}, "required": [key]}
    return {"if": has_value, "then": {"required": [other]}}


class Citation(Record):
    """The support of a fact: that source, at that place, perhaps read through another."""

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [{"required": ["locator"]}, {"required": ["via_locator"]}],
            "dependencies": {"via": ["via_locator"], "via_locator": ["via"]},
        }
    )

    source: SourceId = Field(description="The id of the source that says so.")
    locator: LocatorText | None = Field(default=None, description="The place in the source.")
    via: SourceId | None = Field(
        default=None, description="The id of the source in which we read of one not seen by us."
    )
    via_locator: LocatorText | None = Field(
        default=None, description="The place in that other source."
    )

    @model_validator(mode="after")
    def _has_a_place(self) -> "Citation":
        if self.via and not self.via_locator:
            raise ValueError(f"is read via {self.via!r} without a place there; add via_locator")
        if self.via_locator and not self.via:
            raise ValueError("has a via_locator without via; add the source that it is read in")
        if not (self.locator or self.via_locator):
            raise ValueError(f"cites {self.source!r} without a place; add a locator")
        return self


class Claim(Record):
    """What one named holder asserts, inside a fact on which sources differ."""

    holder: Line = Field(description="Who asserts it, as narrowly as the source allows.")
    statement: Annotated[Line, StringConstraints(max_length=CLAIM)] = Field(
        description="What they assert, in your own words."
    )
    said: Edtf | None = Field(
        default=None, description="When they said it, in EDTF: 2015-05-12."
    )
    value: Line | None = Field(
        default=None, description="What they give for the attribute of the fact."
    )
    citations: Annotated[tuple[Citation, ...], Field(min_length=1)] = Field(
        description="The sources that support the claim."
    )
    inferred: Line | None = Field(
        default=None, description="What no cited sentence says, by name, and why it is said."
    )
    note: Line | None = Field(default=None, description="Shown below the claim.")


class Fact(Record):
    """A statement that a curator accepted, with its citations and its phrasings."""

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [{"required": ["citations"]}, {"required": ["claim"]}],
            "allOf": [
                _needs("status", "disputed", "claim"),
                _needs("privacy", "restricted", "privacy_reason"),
            ],
            "dependencies": {"value": ["attribute"], "privacy_reason": ["privacy"]},
        }
    )

    id: FactId = Field(
        description="topic.slug, as life.birthplace: the file's name, a dot, a slug."
    )
    status: Status = Field(
        default=Status.REPORTED,
        description="established (undisputed in what was read), reported (one origin, or "
        "unconfirmed), disputed (claims differ), unknown (looked for, not found) or retracted.",
    )
    statement: Annotated[Line, StringConstraints(max_length=STATEMENT)] = Field(
        description="What the bot says, word for word: your own words, naming the person."
    )
    phrasings: Annotated[tuple[Line, ...], Field(min_length=1)] = Field(
        description="6 wordings or more that lead here and to no other fact."
    )
    near_misses: tuple[Line, ...] = Field(
        default=(), description="Wordings with the same words that this fact does not answer."
    )
    citations: tuple[Citation, ...] = Field(
        default=(), description="The sources that support the statement."
    )
    claims: Annotated[
        tuple[Claim, ...],
        Field(alias="claim", description="The sides of a dispute: [[fact.claim]] blocks."),
    ] = ()
    when: Edtf | None = Field(
        default=None,
        description="The time that the fact is about, in EDTF: 2015, 2015-05-12, 2015/2017.",
    )
    attribute: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")] | None = Field(
        default=None,
        description="A shared attribute, as date-of-birth, that lends the fact its phrasings.",
    )
    value: Line | None = Field(
        default=None, description="What the fact gives for its attribute, as short as can be."
    )
    note: Line | None = Field(
        default=None, description="Shown with the answer: what a citation does not support."
    )
    inferred: Line | None = Field(
        default=None, description="What no cited sentence says, by name, and why it is said."
    )
    privacy: Literal["open", "restricted"] = Field(
        default="open", description="restricted: private life, only for those with access."
    )
    privacy_reason: Line | None = Field(default=None, description="Why it is private.")
    review_by: dt.date | None = Field(
        default=None,
        description="The day after which the answer says that it is due for review.",
    )

    @model_validator(mode="after")
    def _is_cited(self) -> "Fact":
        if not self.citations and not self.claims:
            example = '[{ source = "…", locator = "line 3 sentence 1" }]'
            raise ValueError(f"has no citation; add its source: citations = {example}")
        return self

    @model_validator(mode="after")
    def _claims_fit_the_status(self) -> "Fact":
        if self.status is Status.DISPUTED and len(self.claims) < SIDES:
            raise ValueError("is disputed without two sides; add two [[fact.claim]] blocks")
        if self.claims and self.status not in {Status.DISPUTED, Status.RETRACTED}:
            raise ValueError('has claims without a dispute; write status = "disputed"')
        return self

    @model_validator(mode="after")
    def _has_reasons(self) -> "Fact":
        if (self.privacy == "restricted") != bool(self.privacy_reason):
            raise ValueError(
                'privacy = "restricted" and privacy_reason go together; write both'
            )
        if not self.attribute and (self.value or any(claim.value for claim in self.claims)):
            raise ValueError("has a value without an attribute; name the attribute")
        return self

    @property
    def topic(self) -> str:
        """Return the topic: what stands before the dot of the id."""
        return self.id.partition(".")[0]

    @property
    def is_restricted(self) -> bool:
        """Tell whether the fact is about somebody's private life."""
        return self.privacy == "restricted"

    @property
    def all_citations(self) -> tuple[Citation, ...]:
        """Return the fact's own citations, then its claims', in reading order."""
        return (*self.citations, *(c for claim in self.claims for c in claim.citations))

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return every sentence that is read: the statement, then claims with holders."""
        return (self.statement, *(f"{c.holder}: {c.statement}" for c in self.claims))
