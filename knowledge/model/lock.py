"""What was recorded of stored copies: the lock file beside the sources.

`footnote verify --record` writes it, nobody by hand; it holds hashes and no text.
"""

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from knowledge.model.locator import parse_locator
from knowledge.model.record import Record
from knowledge.model.source import SourceId
from knowledge.text.brief import brief


def _bare(text: str) -> str:
    place = parse_locator(text).place
    if text != place:
        raise ValueError(f"{brief(text)} is not written as here; write {brief(place)}")
    return text


Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
BarePlace = Annotated[str, AfterValidator(_bare)]
"""A locator without its section, in the one way of writing it."""


class LockedSource(Record):
    """What a stored copy was when a curator had it recorded."""

    id: SourceId
    sha256: Sha256
    recorded: dt.date
    """The day on which a copy of that hash was first recorded."""
    fingerprints: dict[BarePlace, Fingerprint] = Field(default_factory=dict)
