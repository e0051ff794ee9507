"""The passages behind a fact as a private card, and what is known of stored copies."""

from collections.abc import Iterable, Iterator

from bot import channel_strings
from bot.render.card import Card, cut
from bot.render.ids import List, PageId, fact_path
from bot.render.markdown import escape, small
from bot.render.pages import Item, Listing, page_card
from knowledge.answer.outcomes import Answered
from knowledge.base import FactBase
from knowledge.cite.lines import source_title
from knowledge.evidence.passages import ReadPlace, places_behind
from knowledge.evidence.places import Passage
from knowledge.evidence.verify import seen
from knowledge.model.checked import CheckedSource
from knowledge.model.fact import Fact
from knowledge.model.source import Source
from knowledge.release import View
from knowledge.text.fold import clean

# Characters: every one may have to be escaped, and a place still fits into one message.
CITED = 800
NEIGHBOR = 200
SHORT_HASH = 12


def has_passage(fact: Fact, base: FactBase) -> bool:
    """Tell whether any passage behind a fact may be shown."""
    shown = base.passages
    return bool(shown) and any(place.source in shown for place in places_behind(fact))


def passages_card(
    given: Answered, places: Iterable[ReadPlace], view: View, page: int = 0
) -> Card:
    """Return what stands at each place that a fact was read in."""
    path = fact_path(given.profile.id, given.fact.id, given.as_of)
    heading = f"**{escape(given.profile.name)}** · {escape(given.fact.phrasings[0])}"
    listing = Listing(heading, tuple(Item(_item(one)) for one in places))
    return page_card(listing, PageId(List.PASSAGES, path, page, view.name))


def copy_line(source: Source, base: FactBase) -> Iterator[str]:
    """Yield how a source's stored copy was found, as a line of small print."""
    checked = seen(base, source.id)
    parts = (f"stored copy: {source.archive}" if source.archive else "", _found(checked))
    if line := " · ".join(part for part in parts if part):
        yield small(line)


def _found(checked: CheckedSource | None) -> str:
    if checked is None:
        return ""
    day = channel_strings.read_at(str(checked.recorded)) if checked.recorded else ""
    print_ = (checked.sha256 or "")[:SHORT_HASH]
    return channel_strings.stored_copy(checked.finding, day, print_)


def _item(one: ReadPlace) -> str:
    head = f"**{escape(cut(source_title(one.source), NEIGHBOR))}**, {escape(one.place.text)}"
    return "\n".join((head, *_lines(one)))


def _lines(one: ReadPlace) -> Iterator[str]:
    if one.is_withheld:
        yield small(channel_strings.UNLICENSED)
        return
    if one.passage is None:
        yield small(channel_strings.no_passage(one.finding))
        return
    yield from _stretch(one.stretch) if one.stretch else _passage(one.passage)
    yield small(channel_strings.FOUND[one.finding])
    if one.source.license:
        yield small(f"license: {cut(one.source.license, NEIGHBOR)}")


def _stretch(sentences: int) -> Iterator[str]:
    yield small(channel_strings.stretch(sentences))


def _passage(passage: Passage) -> Iterator[str]:
    yield from _neighbor(passage.before)
    yield f"> {escape(cut(clean(' '.join(passage.cited)), CITED))}"
    yield from _neighbor(passage.after)


def _neighbor(sentence: str) -> Iterator[str]:
    if sentence:
        yield small(cut(clean(sentence), NEIGHBOR))
