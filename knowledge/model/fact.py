import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from knowledge.model.locator import parse_locator
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
LocatorText = Annotated[str, AfterValidator(_locator)]


class Citation(Record):
    """The support of a fact: that source, at that place, perhaps read through another."""

    source: SourceId
    locator: LocatorText | None = None
    via: SourceId | None = None
    via_locator: LocatorText | None = None

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

    holder: Line
    statement: Annotated[Line, StringConstraints(max_length=CLAIM)]
    said: Edtf | None = None
    value: Line | None = None
    citations: Annotated[tuple[Citation, ...], Field(min_length=1)]
    inferred: Line | None = None
    note: Line | None = None


class Fact(Record):
    """A statement that a curator accepted, with its citations and its phrasings."""

    id: FactId
    status: Status = Status.REPORTED
    statement: Annotated[Line, StringConstraints(max_length=STATEMENT)]
    phrasings: Annotated[tuple[Line, ...], Field(min_length=1)]
    near_misses: tuple[Line, ...] = ()
    citations: tuple[Citation, ...] = ()
    claims: Annotated[tuple[Claim, ...], Field(alias="claim")] = ()
    when: Edtf | None = None
    attribute: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")] | None = None
    value: Line | None = None
    note: Line | None = None
    inferred: Line | None = None
    privacy: Literal["open", "restricted"] = "open"
    privacy_reason: Line | None = None
    review_by: dt.date | None = None

    @model_validator(mode="after")
    def _is_cited(self) -> "Fact":
        if not self.citations and not self.claims:
            raise ValueError("has no citation; every fact needs a source and a place in it")
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
