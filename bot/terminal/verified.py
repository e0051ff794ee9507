"""What was found of stored copies and citations, as a table for the terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from knowledge.evidence.places import place_of
from knowledge.evidence.record import Refusal
from knowledge.model.checked import UNSOUND, CheckedCitation, CheckedSource, Finding
from knowledge.model.questions import full_id

SHORT = 12  # hex digits of a hash that a person compares by eye
_COLORS = {
    Finding.VERIFIED: "green",
    Finding.INTACT: "yellow",
    Finding.UNRECORDED: "yellow",
    Finding.CHANGED: "red",
    Finding.MISSING: "red",
    Finding.NO_COPY: "dim",
}


def verified_table(checked: Iterable[CheckedSource]) -> RenderableType:
    """Return one row for each source, then each place that somebody has to look at."""
    sources = tuple(checked)
    table = _table("source", "copy", "citations", "recorded", "sha256")
    for source in sources:
        table.add_row(
            source.id,
            _finding(source.finding),
            f"{_count(source, Finding.VERIFIED)} of {len(source.citations)}",
            str(source.recorded or "–"),
            (source.sha256 or "–")[:SHORT],
        )
    return Group(table, *_reasons(sources), *_places(sources), Text(summary(sources)))


def refusals(refused: Iterable[Refusal]) -> RenderableType:
    """Return each source that was not recorded, why, and the places that it is about."""
    return Group(*(part for one in refused for part in _refusal(one)))


def summary(sources: Iterable[CheckedSource]) -> str:
    """Return how many citations were found to stand how, in one sentence."""
    found = Counter(one.finding for source in sources for one in source.citations)
    counts = ", ".join(f"{found[finding]} {finding}" for finding in Finding if found[finding])
    total = found.total()
    return f"{total} {'citation' if total == 1 else 'citations'}" + (counts and f": {counts}")


def _table(*headings: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _finding(finding: Finding) -> Text:
    return Text(str(finding), style=_COLORS[finding])


def _count(source: CheckedSource, finding: Finding) -> int:
    return sum(citation.finding is finding for citation in source.citations)


def _reasons(sources: tuple[CheckedSource, ...]) -> Iterator[RenderableType]:
    for source in sources:
        if source.reason:
            yield Text.assemble((source.id, "bold"), f" {source.reason}")
            yield Text()


def _places(sources: tuple[CheckedSource, ...]) -> Iterator[RenderableType]:
    """Yield each place once with its facts; not those of which the file says as much."""
    grouped: dict[tuple[str, str, Finding, str], dict[str, None]] = {}
    for source in sources:
        for one in source.citations:
            if one.finding in UNSOUND and not _is_of_the_file(one, source):
                key = (source.id, place_of(one.citation).text, one.finding, one.reason)
                grouped.setdefault(key, {})[full_id(one.profile, one.fact)] = None
    for (id_, place, finding, reason), facts in grouped.items():
        yield Text.assemble(_finding(finding), f"  {place} of {id_} {reason}")
        yield _indented(", ".join(facts))
        yield Text()


def _is_of_the_file(one: CheckedCitation, source: CheckedSource) -> bool:
    if source.copy is Finding.UNRECORDED:
        return one.finding is Finding.UNRECORDED
    return one.reason == source.reason


def _refusal(refused: Refusal) -> Iterator[RenderableType]:
    yield Text.assemble((refused.source, "bold"), f" {refused.reason}")
    for place, facts in refused.places.items():
        why = refused.reasons.get(place, "")
        yield Padding(Text(f"{place} {why}" if why else place), (0, 0, 0, 2))
        yield _indented(", ".join(facts))


def _indented(text: str) -> RenderableType:
    return Padding(Text(text, style="dim"), (0, 0, 0, 4))


def plain(sources: Iterable[CheckedSource]) -> dict[str, object]:
    """Return the same as plain values, for JSON."""
    held = tuple(sources)
    citations = tuple((source, one) for source in held for one in source.citations)
    found = Counter(one.finding for _, one in citations)
    return {
        "counts": {str(finding): found[finding] for finding in Finding},
        "sources": [_plain_source(source) for source in held],
        "citations": [_plain_citation(source, one) for source, one in citations],
    }


def _plain_source(source: CheckedSource) -> dict[str, object]:
    return {
        "id": source.id,
        "finding": str(source.finding),
        "reason": source.reason,
        "sha256": source.sha256,
        "recorded": str(source.recorded) if source.recorded else None,
    }


def _plain_citation(source: CheckedSource, one: CheckedCitation) -> dict[str, object]:
    return {
        "fact": full_id(one.profile, one.fact),
        "read_in": source.id,
        **one.citation.model_dump(mode="json"),
        "finding": str(one.finding),
        "reason": one.reason,
    }
