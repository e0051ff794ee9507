"""Stored copies and bases that cite them, without a disk."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256

from knowledge.archive.copies import Copy, Fault
from knowledge.base import FactBase
from knowledge.evidence.record import record
from knowledge.model.fact import Fact
from tests.knowledge.make import make_base, make_citation, make_fact, make_source

DAY = date(2026, 1, 31)
LATER = date(2026, 2, 28)
LINES = ("Lamps", "", "She lit it. It burned. It went out.", "", "Nobody came.")


def make_copy(*lines: str) -> Copy:
    """Return a copy with these lines, or the usual ones."""
    held = lines or LINES
    return Copy(held, sha256("\n".join(held).encode()).hexdigest())


def citing(*locators: str) -> FactBase:
    """Return a base of one fact for each locator in the archived Gull Gazette."""
    facts = (
        make_fact(id=f"work.fact-{n}", citations=(make_citation(locator=locator),))
        for n, locator in enumerate(locators)
    )
    return archived(*facts)


def archived(*facts: Fact) -> FactBase:
    """Return a base in which the Gull Gazette names a stored copy, and the sea almanac none."""
    gazette = make_source(archive="gull.txt")
    return make_base(*facts, sources=(gazette, make_source("sea-almanac")))


def recorded(base: FactBase, copies: Mapping[str, Copy | Fault]) -> FactBase:
    """Return the base with everything recorded that the copies say."""
    return replace(base, locks=record(base, copies, DAY).locks)
