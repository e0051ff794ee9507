"""Sources in full: every field of a record, where it was read, and what it supports."""

from collections.abc import Iterator

from bot import channel_strings, limits, strings
from bot.render.card import Card, option
from bot.render.ids import List, PageId, fact_path
from bot.render.markdown import escape, small, source_link
from bot.render.pages import Item, Listing, page_card
from bot.render.passages import copy_line
from bot.render.render import independence
from knowledge.answer.outcomes import Answered
from knowledge.base import FactBase
from knowledge.cite.lines import SourceLine, short_title, source_title
from knowledge.evidence.verify import seen
from knowledge.model.csl import CslItem
from knowledge.model.fact import Citation, Fact
from knowledge.model.source import Source
from knowledge.release import View

_FIELDS = {
    "type": "kind",
    "container_title": "published in",
    "publisher": "publisher",
    "publisher_place": "place",
    "genre": "genre",
    "number": "number",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "edition": "edition",
    "language": "language",
    "DOI": "DOI",
    "ISBN": "ISBN",
    "ISSN": "ISSN",
    "license": "license",
    "grade": "grade",
    "note": "note",
}
_RARER_DATES = {"available_date", "event_date", "original_date", "submitted"}
_DATES = {"issued": "published", "accessed": "read on", "archived": "archived on"}


def sources_card(given: Answered, view: View, page: int = 0) -> Card:
    """Return the full records behind an answer."""
    path = fact_path(given.profile.id, given.fact.id, given.as_of)
    items = tuple(Item(_line_record(line, view.base)) for line in given.cited.lines)
    heading = f"**{escape(given.profile.name)}** · {escape(given.fact.phrasings[0])}"
    listing = Listing(heading, items, lead=small(independence(given)))
    return page_card(listing, PageId(List.RECORDS, path, page, view.name))


def cite_card(given: Answered) -> Card:
    """Return the footnote of an answer as a block to copy, "cited in" included."""
    lines = "\n".join(f"{line.number}. {_with_address(line)}" for line in given.cited.lines)
    block = lines.replace("```", "'''")  # nothing may close the block
    if len(block) > limits.REPLY:
        lead = (small(independence(given)), channel_strings.LONG_FOOTNOTE)
        return Card(lead, file=("footnote.txt", f"{lines}\n"))
    return Card((small(independence(given)), f"```\n{block}\n```"))


def source_list(view: View, page: int = 0) -> Card:
    """Return every source that a visible fact rests on."""
    items = tuple(
        Item(
            f"- {escape(source_title(source))} {small_count(len(uses))}"
            + _standing(source, view.base),
            option(source_title(source), source.id, strings.fact_count(len(uses))),
        )
        for source in view.base.sources.values()
        if (uses := supported(source.id, view.base))
    )
    heading = f"**Sources** · {len(items)}"
    listing = Listing(heading, items, placeholder=channel_strings.PICK_SOURCE)
    return page_card(listing, PageId(List.SOURCES, "", page, view.name))


def source_card(id_: str, view: View, page: int = 0) -> Card | None:
    """Return one source in full with the facts that it supports; None where none is seen."""
    source, uses = view.base.sources.get(id_), supported(id_, view.base)
    if source is None or not uses:
        return None
    items = tuple(_use(profile, fact, id_, view.base) for profile, fact in uses)
    listing = Listing(
        f"**{escape(source_title(source))}**",
        items,
        lead="\n".join((*record_lines(source, view.base), f"Supports {_facts(len(uses))}:")),
    )
    return page_card(listing, PageId(List.SUPPORTED, id_, page, view.name))


def supported(source: str, base: FactBase) -> tuple[tuple[str, Fact], ...]:
    """Return the facts, with their profiles, that rest on a source or were read in it."""
    return tuple(
        (id_, fact)
        for id_, held in base.profiles.items()
        for fact in held.facts
        if any(source in {c.source, c.via} for c in fact.all_citations)
    )


def record_lines(source: Source, base: FactBase) -> Iterator[str]:
    """Yield every field of a source that is known, as lines of small print."""
    if source.author:
        yield small("by " + "; ".join(map(str, source.author)))
    if source.editor:
        yield small("edited by " + "; ".join(map(str, source.editor)))
    yield from _fields(source)
    yield from copy_line(source, base)
    if source.origin:
        origin = base.sources.get(source.origin)
        yield small(f"copies: {source_title(origin) if origin else source.origin}")
    yield from _rarer_lines(source)
    for label, url in (("address", source.URL), ("archived at", source.archive_url)):
        if url:
            yield small(f"{label}:") + (source_link(url) or f" {escape(url)}")


def _fields(source: Source) -> Iterator[str]:
    for name, label in (_DATES | _FIELDS).items():
        value = getattr(source, name)
        if value:
            known = channel_strings.read_at(value) if name in _DATES else value
            yield small(f"{label}: {known}")


def _rarer_lines(source: Source) -> Iterator[str]:
    """Yield the variables of CSL that few sources have, by their names there."""
    for name, field in CslItem.model_fields.items():
        value = getattr(source, name)
        shown = "; ".join(map(str, value)) if isinstance(value, tuple) else value
        if shown and name != "abstract":  # as long as a page, and seldom free to be shown
            label = (field.alias or name).replace("-", " ").replace("_", " ")
            known = channel_strings.read_at(shown) if name in _RARER_DATES else shown
            yield small(f"{label}: {known}")


def small_count(count: int) -> str:
    """Return how many facts, behind a title."""
    return f"· {strings.fact_count(count)}"


def _standing(source: Source, base: FactBase) -> str:
    checked = seen(base, source.id)
    return f" · {channel_strings.stored_copy(checked.finding, '', '')}" if checked else ""


def _facts(count: int) -> str:
    return strings.fact_count(count)


def _line_record(line: SourceLine, base: FactBase) -> str:
    read_in = f"{short_title(line.via)}, " if line.via else ""
    places = (small(f"read at: {read_in}{place}") for place in line.places)
    head = f"**[{line.number}]** {escape(line.text)}"
    return "\n".join((head, *places, *record_lines(line.source, base)))


def _with_address(line: SourceLine) -> str:
    return f"{line.text}. {line.url}" if line.url else f"{line.text}."


def _use(profile: str, fact: Fact, source: str, base: FactBase) -> Item:
    name = base.profiles[profile].profile.name
    ways = dict.fromkeys(
        _way(c, source, base) for c in fact.all_citations if source in {c.source, c.via}
    )
    text = f"- {escape(fact.phrasings[0])} · {escape(name)}\n" + small("; ".join(ways))
    return Item(text, option(fact.phrasings[0], fact_path(profile, fact.id), name))


def _way(citation: Citation, source: str, base: FactBase) -> str:
    """Say whether we saw the source ourselves for this, or read in it what another says."""
    if citation.source == source and citation.via is None:
        return f"seen by us, {citation.locator}"
    if citation.source == source:
        via = short_title(base.sources[citation.via or source])
        return f"cited in {via}, {citation.via_locator}, not seen by us"
    return f"{citation.via_locator}: what {short_title(base.sources[citation.source])} says"
