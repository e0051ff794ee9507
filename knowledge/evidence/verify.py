"""Verification: whether cited places still say what they said when they were recorded."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from knowledge.archive.copies import Copy, Fault
from knowledge.base import FactBase
from knowledge.evidence.fingerprints import fingerprint
from knowledge.evidence.places import Place, not_there, place_of, sentences_at
from knowledge.model.checked import CheckedCitation, CheckedSource, Finding
from knowledge.model.fact import Citation
from knowledge.model.lock import LockedSource

Copies = Mapping[str, Copy | Fault]
"""What the archive holds, by source; a source that names no copy is not in it."""
Cited = tuple[str, str, Citation]
"""A citation with the profile and the fact that it supports."""


def verify_citations(base: FactBase, copies: Copies) -> tuple[CheckedSource, ...]:
    """Return every source in which we read, or which names a copy, with what was found."""
    cited = cited_by_source(base)
    ids = sorted({*cited, *copies} & {*base.sources})
    return tuple(_checked(id_, tuple(cited.get(id_, ())), copies, base) for id_ in ids)


def seen(base: FactBase, id_: str) -> CheckedSource | None:
    """Return what was found of a source as this view may know it: by its own citations alone.

    None where no archive was looked into; a source that names no copy, or in which none of the
    view's facts was read, has none.
    """
    if not base.checked:
        return None
    checked = base.checked.get(id_) or CheckedSource(id_, Finding.NO_COPY, "", None, None)
    own = (one for one in checked.citations if base.fact(one.profile, one.fact))
    return replace(checked, citations=tuple(own))


def cited_by_source(base: FactBase) -> Mapping[str, list[Cited]]:
    """Return every citation of a fact that may be answered, by the source it was read in."""
    found: dict[str, list[Cited]] = {}
    for profile, held in base.profiles.items():
        for fact in held.facts:
            for citation in fact.all_citations:
                read_in = place_of(citation).source
                found.setdefault(read_in, []).append((profile, fact.id, citation))
    return found


def _checked(
    id_: str, cited: tuple[Cited, ...], copies: Copies, base: FactBase
) -> CheckedSource:
    copy, lock = copies.get(id_), base.locks.get(id_)
    finding, reason = _file(copy, lock)
    citations = tuple(_citations(cited, copy, lock, (finding, reason)))
    if finding is Finding.UNRECORDED and any(c.finding is Finding.MISSING for c in citations):
        reason = "was never recorded; mend the missing places, then footnote verify --record"
    return CheckedSource(
        id_,
        finding,
        reason,
        copy.sha256 if isinstance(copy, Copy) else None,
        lock.recorded if lock else None,
        citations,
    )


def _file(copy: Copy | Fault | None, lock: LockedSource | None) -> tuple[Finding, str]:
    if copy is None:
        return Finding.NO_COPY, ""
    if isinstance(copy, Fault):
        return Finding.MISSING, f"{copy.value}; {copy.remedy}"
    if lock is None:
        return Finding.UNRECORDED, "was never recorded; run footnote verify --record"
    if copy.sha256 != lock.sha256:
        return Finding.CHANGED, f"is not the file that was recorded on {lock.recorded}"
    return Finding.VERIFIED, ""


def _citations(
    cited: tuple[Cited, ...],
    copy: Copy | Fault | None,
    lock: LockedSource | None,
    file: tuple[Finding, str],
) -> Iterator[CheckedCitation]:
    known: dict[str, tuple[Finding, str]] = {}
    for profile, fact, citation in cited:
        found = file
        if isinstance(copy, Copy):
            place = place_of(citation)
            key = place.locator.place
            if key not in known:
                known[key] = check_place(copy, lock, place)
            found = known[key]
        yield CheckedCitation(profile, fact, citation, *found)


def check_place(copy: Copy, lock: LockedSource | None, place: Place) -> tuple[Finding, str]:
    """Return what is found at a place of a copy, and why it is not verified."""
    cited = sentences_at(copy.lines, place.locator)
    if not cited:
        return Finding.MISSING, not_there(copy.lines, place.locator)
    if lock is None or place.locator.place not in lock.fingerprints:
        return Finding.UNRECORDED, "has no fingerprint; footnote verify --record takes it"
    if lock.fingerprints[place.locator.place] != fingerprint(cited):
        return Finding.CHANGED, f"does not say what it said on {lock.recorded}"
    if lock.sha256 != copy.sha256:
        return Finding.INTACT, "says the same, in a document that has changed"
    return Finding.VERIFIED, ""
