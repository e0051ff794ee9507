"""Source lines: citations as people read them, numbered once for a whole reply."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.base import FactBase
from knowledge.cite.origins import Independence, independence
from knowledge.dates import parse_when
from knowledge.model.fact import Citation, Fact
from knowledge.model.names import Name
from knowledge.model.source import Source

NAMES_SHOWN = 2  # authors named before "and others"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One numbered line: a source with every place in it that supports the answer."""

    number: int
    source: Source
    text: str
    places: tuple[str, ...]
    via: Source | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Cited:
    """The source lines of one fact, with the numbers that its statement and claims bear."""

    lines: tuple[SourceLine, ...]
    statement_numbers: tuple[int, ...]
    claim_numbers: tuple[tuple[int, ...], ...]
    independence: Independence
    """How many of the sources behind the lines are independent."""


def cite(fact: Fact, base: FactBase) -> Cited:
    """Return the fact's source lines, numbered in reading order."""
    places: dict[tuple[str, str | None], list[str]] = {}
    for citation in fact.all_citations:
        known = places.setdefault(_key(citation), [])
        place = citation.via_locator if citation.via else citation.locator
        if place and place not in known:
            known.append(place)
    numbers = {key: number for number, key in enumerate(places, 1)}
    return Cited(
        tuple(
            _line(numbers[key], key, tuple(found), fact, base) for key, found in places.items()
        ),
        _numbers(fact.citations, numbers),
        tuple(_numbers(claim.citations, numbers) for claim in fact.claims),
        independence(fact.all_citations, base),
    )


def citation_line(citation: Citation, base: FactBase) -> str:
    """Return one citation as a line of its own, without a number."""
    source = base.sources[citation.source]
    return _text(source, _places(citation), base.sources.get(citation.via or ""))


def source_title(source: Source) -> str:
    """Return what a source is called in a line: publication, author, title and date."""
    quoted = f"“{source.title}”" if source.title else ""
    publication = source.container_title or source.publisher or ""
    dated = parse_when(source.issued).words if source.issued else "undated"
    parts = (publication, _authors(source.author), quoted, dated)
    return ", ".join(part for part in parts if part)


def _key(citation: Citation) -> tuple[str, str | None]:
    return citation.source, citation.via


def _numbers(
    citations: Iterable[Citation], numbers: Mapping[tuple[str, str | None], int]
) -> tuple[int, ...]:
    return tuple(sorted({numbers[_key(citation)] for citation in citations}))


def _line(
    number: int,
    key: tuple[str, str | None],
    places: tuple[str, ...],
    fact: Fact,
    base: FactBase,
) -> SourceLine:
    source, via = base.sources[key[0]], base.sources.get(key[1] or "")
    pages = tuple(
        dict.fromkeys(c.locator for c in fact.all_citations if _key(c) == key and c.locator)
    )
    text = _text(source, pages if via else places, via)
    return SourceLine(number, source, text, places, via, source.URL)


def _places(citation: Citation) -> tuple[str, ...]:
    return (citation.locator,) if citation.locator else ()


def _text(source: Source, places: tuple[str, ...], via: Source | None) -> str:
    line = ", ".join((source_title(source), *places[:1]))
    more = "".join(f"; {place}" for place in places[1:])
    return line + more + (f" (cited in {short_title(via)}, not seen by us)" if via else "")


def short_title(source: Source) -> str:
    """Return the shortest name that a reader knows a source by: where it appeared."""
    return source.container_title or source.publisher or source.title or source.id


def _authors(names: tuple[Name, ...]) -> str:
    shown = [name.surname for name in names[:NAMES_SHOWN]]
    return " and ".join(shown) + (" and others" if len(names) > NAMES_SHOWN else "")
