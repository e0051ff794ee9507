"""Rules on sources: known, not citing each other in a circle, not older than the event."""

import re
from collections.abc import Iterator, Mapping

from knowledge.audit.places import in_fact, in_source
from knowledge.audit.unread import has_no_source, is_unknown_source
from knowledge.base import FactBase, ProfileFacts
from knowledge.dates import When, parse_when
from knowledge.errors import Problem
from knowledge.model.fact import Citation, Claim, Fact
from knowledge.model.locator import parse_locator
from knowledge.model.questions import LeftOut
from knowledge.text.brief import brief

_ID = re.compile(r"[a-z0-9-]+")


def source_problems(base: FactBase) -> Iterator[Problem]:
    """Yield what is wrong with the citations of the whole base."""
    yield from _circles(base)
    for profile, held in base.profiles.items():
        for fact in (*held.facts, *held.retracted):
            yield from _unknown_sources(profile, fact, base)
            yield from _early_sources(profile, fact, base)
        yield from _left_out(held, base)


def has_known_sources(fact: Fact, base: FactBase) -> bool:
    """Tell whether every source that the fact names is listed."""
    return all(id_ in base.sources for c in fact.all_citations for id_ in _named(c))


def _named(citation: Citation) -> tuple[str, ...]:
    return (citation.source, citation.via) if citation.via else (citation.source,)


def _unknown_sources(profile: str, fact: Fact, base: FactBase) -> Iterator[Problem]:
    for id_ in dict.fromkeys(id_ for c in fact.all_citations for id_ in _named(c)):
        if is_unknown_source(id_, base):
            remedy = "add it to sources.toml, or write the id of a source that stands there"
            yield in_fact(profile, fact, f"cites unknown source {id_!r}", remedy)


def _circles(base: FactBase) -> Iterator[Problem]:
    if base.profiles and has_no_source(base):
        yield in_source("", "lists no source", "start the first with footnote new source")
    for id_ in sorted(_on_a_circle(_via_arrows(base))):
        remedy = "name as via only what cites that source, and cite what was read directly"
        yield in_source(id_, "is read via a source that is itself read via it", remedy)
    for source in base.sources.values():
        origin = source.origin or ""
        if _ID.fullmatch(origin) and is_unknown_source(origin, base):
            remedy = "write the id of a listed source, or the name of the report with a capital"
            yield in_source(source.id, f"copies unknown source {brief(origin)}", remedy)
    origins = {s.id: frozenset({s.origin}) for s in base.sources.values() if s.origin}
    for id_ in sorted(_on_a_circle(origins)):
        remedy = "leave origin out of the source that came first"
        yield in_source(id_, "has an origin that goes back to itself", remedy)


def _via_arrows(base: FactBase) -> Mapping[str, frozenset[str]]:
    arrows: dict[str, set[str]] = {}
    for held in base.profiles.values():
        for fact in (*held.facts, *held.retracted):
            for citation in fact.all_citations:
                if citation.via:
                    arrows.setdefault(citation.source, set()).add(citation.via)
    return {start: frozenset(ends) for start, ends in arrows.items()}


def _on_a_circle(arrows: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset(start for start in arrows if start in _reached(start, arrows))


def _reached(start: str, arrows: Mapping[str, frozenset[str]]) -> frozenset[str]:
    found: set[str] = set()
    ahead = set(arrows.get(start, ()))
    while ahead:
        found |= ahead
        ahead = {end for id_ in ahead for end in arrows.get(id_, ())} - found
    return frozenset(found)


def _early_sources(profile: str, fact: Fact, base: FactBase) -> Iterator[Problem]:
    event = parse_when(fact.when) if fact.when else None
    if event and not fact.note:
        yield from _earlier(profile, fact, (event, fact.citations), base)
    for claim in fact.claims:
        day = _day_of(claim, event)
        if day and not (claim.note or fact.note):
            yield from _earlier(profile, fact, (day, claim.citations), base)


def _day_of(claim: Claim, event: When | None) -> When | None:
    return parse_when(claim.said) if claim.said else event


def _earlier(
    profile: str, fact: Fact, cited: tuple[When, tuple[Citation, ...]], base: FactBase
) -> Iterator[Problem]:
    event, citations = cited
    for citation in citations:
        for id_ in _named(citation):
            source = base.sources.get(id_)
            issued = parse_when(source.issued) if source and source.issued else None
            if issued and issued.latest < event.earliest:
                wrong = f"is about {event.words}, but {id_!r} is of {issued.words}"
                remedy = "cite a later source, mend the date, or explain it in a note"
                yield in_fact(profile, fact, wrong, remedy)


def _left_out(held: ProfileFacts, base: FactBase) -> Iterator[Problem]:
    file = f"{held.profile.id}/left-out.toml"
    for left in held.left_out:
        if is_unknown_source(left.source, base):
            wrong = f"leaves something of unknown source {brief(left.source)} out"
            yield Problem(file, left.locator, wrong, "write the id of a listed source")
        if unreadable := _unreadable(left):
            wrong, _, remedy = unreadable.rpartition("; ")
            yield Problem(file, left.locator, wrong, remedy)


def _unreadable(left: LeftOut) -> str:
    try:
        parse_locator(left.locator)
    except ValueError as error:
        return str(error)
    return ""
