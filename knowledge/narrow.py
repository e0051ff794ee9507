"""Narrowing: the base in which only some profiles can be asked about."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType

from knowledge.base import FactBase, ProfileFacts


def narrowed(base: FactBase, profiles: Collection[str]) -> FactBase:
    """Return the base as if the other profiles never were, their sources included.

    Whom they are about stays known by name: a question that names one of them is not about
    somebody else.
    """
    held = {id_: base.profiles[id_] for id_ in profiles if id_ in base.profiles}
    left = (part.profile for id_, part in base.profiles.items() if id_ not in held)
    wanted = _with_origins(_cited(held), base)
    sources = {id_: source for id_, source in base.sources.items() if id_ in wanted}
    return replace(
        base,
        profiles=MappingProxyType(held),
        sources=MappingProxyType(sources),
        absent=(*base.absent, *(profile.only_named for profile in left)),
    )


def _cited(profiles: Mapping[str, ProfileFacts]) -> set[str | None]:
    return {
        id_
        for part in profiles.values()
        for fact in (*part.facts, *part.retracted)
        for citation in fact.all_citations
        for id_ in (citation.source, citation.via)
    }


def _with_origins(used: set[str | None], base: FactBase) -> frozenset[str]:
    """Return the sources with all that they copy, which still counts as one origin."""
    found: set[str] = set()
    waiting = [id_ for id_ in used if id_]
    while waiting:
        id_ = waiting.pop()
        source = base.sources.get(id_)
        if source and id_ not in found:
            found.add(id_)
            waiting += [source.origin] if source.origin else []
    return frozenset(found)
