"""Independence: which of the sources behind an answer go back to one origin."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from knowledge.base import FactBase
from knowledge.model.fact import Citation


@dataclass(frozen=True, slots=True)
class Independence:
    """On how much an answer rests: sources that go back to one origin count once."""

    origins: Mapping[str, str]
    """The origin of each cited source: the id of a source, or the name of a report."""
    seen: tuple[str, ...]
    """The documents that were read for it, by id."""
    relayed: Mapping[str, frozenset[str]]
    """The cited sources that were not seen, each with the documents in which they were read."""

    @property
    def sources(self) -> int:
        """Return how many sources are cited."""
        return len(self.origins)

    @property
    def independent(self) -> int:
        """Return how many of them are independent: one for each origin."""
        return len(set(self.origins.values()))


def independence(citations: Iterable[Citation], base: FactBase) -> Independence:
    """Return what the citations of one answer rest on.

    A source is not independent of the report that it copies, nor of the document in which we
    read it: two reports known from one article hang on that article.
    """
    cited = tuple(citations)
    origins = _origins(cited, base)
    return Independence(
        MappingProxyType({citation.source: origins[citation.source] for citation in cited}),
        tuple(dict.fromkeys(citation.via or citation.source for citation in cited)),
        MappingProxyType(_relayed(cited)),
    )


def _relayed(cited: tuple[Citation, ...]) -> dict[str, frozenset[str]]:
    direct = {citation.source for citation in cited if not citation.via}
    relayed: dict[str, frozenset[str]] = {}
    for citation in cited:
        if citation.via and citation.source not in direct:
            found = relayed.get(citation.source, frozenset())
            relayed[citation.source] = found | {citation.via}
    return relayed


def _origins(cited: tuple[Citation, ...], base: FactBase) -> Mapping[str, str]:
    """Return for each source the one name under which all that hangs together counts."""
    links = tuple(_links(cited, base))
    groups: list[frozenset[str]] = []
    for joined in (*({c.source} for c in cited), *map(set, links)):
        touched = [group for group in groups if not group.isdisjoint(joined)]
        apart = [group for group in groups if group.isdisjoint(joined)]
        groups = [*apart, frozenset(joined).union(*touched)]
    going_back = {start for start, _ in links}
    return {id_: min(group - going_back or group) for group in groups for id_ in group}


def _links(cited: tuple[Citation, ...], base: FactBase) -> Iterator[tuple[str, str]]:
    """Yield each step back: from a source to where it was read, and to what it copies."""
    for citation in cited:
        if citation.via:
            yield citation.source, citation.via
        for id_ in filter(None, (citation.source, citation.via)):
            yield from _copied(id_, base)


def _copied(id_: str, base: FactBase) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    while (source := base.sources.get(id_)) and source.origin and id_ not in seen:
        seen.add(id_)
        yield id_, source.origin
        id_ = source.origin
