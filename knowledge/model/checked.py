"""What was found when citations were held against the archive."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from knowledge.model.fact import Citation


class Finding(StrEnum):
    """How a citation, or a stored copy, stands against what was recorded; the worst first."""

    MISSING = "missing"
    """The copy cannot be used, or has no such place."""
    CHANGED = "changed"
    """It says something else than it did."""
    UNRECORDED = "not recorded"
    """Nothing was recorded that it could be held against."""
    INTACT = "intact"
    """The cited sentences are the same in a document that is not."""
    NO_COPY = "no copy"
    """The source names none."""
    VERIFIED = "verified"
    """The same document with the same sentences."""


UNSOUND = frozenset({Finding.MISSING, Finding.CHANGED, Finding.UNRECORDED})
"""What somebody has to look at."""


@dataclass(frozen=True, slots=True)
class CheckedCitation:
    """One citation of a fact with what was found at its place."""

    profile: str
    fact: str
    citation: Citation
    finding: Finding
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CheckedSource:
    """One source in which we read, its stored copy, and every citation of it."""

    id: str
    copy: Finding
    """Of the file alone."""
    reason: str
    sha256: str | None
    """Of the copy that lies there."""
    recorded: dt.date | None
    citations: tuple[CheckedCitation, ...] = ()

    @property
    def finding(self) -> Finding:
        """Return the worst that was found of the file and its citations.

        Sentences that stayed the same make a changed document no better.
        """
        found = {self.copy, *(citation.finding for citation in self.citations)}
        if self.copy is Finding.VERIFIED:
            return next(finding for finding in Finding if finding in found)
        return self.copy
