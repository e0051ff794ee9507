"""What `/sources` is about: a fact, a source, or words that lead to either."""

from collections.abc import Iterator

from bot import channel_strings, limits
from bot.offers import FACT
from bot.render.card import Card, cut, option
from bot.render.ids import List, PageId, read_fact_path
from bot.render.markdown import escape
from bot.render.pages import Item, Listing, page_card
from bot.render.records import source_card, sources_card, supported
from bot.shelf import Seen
from knowledge.answer.answer import answer
from knowledge.answer.known import answer_known
from knowledge.answer.outcomes import Answered, Request
from knowledge.cite.lines import source_title
from knowledge.model.source import Source
from knowledge.release import View
from knowledge.text.tokens import words

SOURCE = "source:"


def find_sources(about: str, seen: Seen, request: Request) -> Card | None:
    """Return the sources of the fact that is meant, a source, or those with the words."""
    view = seen.view
    if about.startswith(SOURCE):
        return source_card(about.removeprefix(SOURCE), view)
    if about.startswith(FACT):
        profile, fact, _ = read_fact_path(about.removeprefix(FACT))
        known = answer_known(profile, fact, view, request)
        return sources_card(known, view) if isinstance(known, Answered) else None
    if card := source_card(about.strip(), view):
        return card
    given = answer(about, view, request)
    if isinstance(given, Answered):
        return sources_card(given, view)
    return _sources_with(about, view)


def offers_about(typed: str, seen: Seen) -> Iterator[tuple[str, str]]:
    """Yield facts and sources that fit what has been typed: what is read, and what it means."""
    for source in sources_with(typed, seen.view):
        yield f"Source: {source_title(source)}", f"{SOURCE}{source.id}"
    for offer in seen.private.offers.matching(typed):
        yield offer.label, offer.value


def sources_with(typed: str, view: View) -> Iterator[Source]:
    """Yield the visible sources in whose record every word begins some word."""
    wanted = words(typed)
    for source in view.base.sources.values():
        held = words(f"{source_title(source)} {source.id} {source.publisher or ''}")
        if all(any(word.startswith(w) for word in held) for w in wanted) and supported(
            source.id, view.base
        ):
            yield source


def _sources_with(typed: str, view: View) -> Card | None:
    found = tuple(sources_with(typed, view)) if words(typed) else ()
    if len(found) == 1:
        return source_card(found[0].id, view)
    items = tuple(
        Item(f"- {escape(source_title(s))}", option(source_title(s), s.id))
        for s in found[: limits.MENU_OPTIONS]
    )
    if not items:
        return None
    heading = f"Sources with {escape(cut(typed, limits.BUTTON_LABEL))}"
    listing = Listing(heading, items, placeholder=channel_strings.PICK_SOURCE)
    card = page_card(listing, PageId(List.SOURCES, "", 0, view.name))
    return Card(card.texts, card.rows[:1])
