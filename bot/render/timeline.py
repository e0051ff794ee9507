"""Dated facts in order, and what sources disagree on."""

from collections.abc import Iterator
from datetime import date

from bot import channel_strings, strings
from bot.render.card import Card, option
from bot.render.ids import List, PageId, fact_path
from bot.render.markdown import escape, small
from bot.render.pages import Item, Listing, page_card
from knowledge.base import ProfileFacts
from knowledge.dates import When, parse_when
from knowledge.model.fact import Claim, Fact, Status
from knowledge.release import View


def timeline_card(
    profile: str, view: View, span: tuple[date | None, date | None], page: int = 0
) -> Card | None:
    """Return the dated facts that touch a span of time, in order; None for a stranger."""
    held = view.base.profiles.get(profile)
    if held is None:
        return None
    dated = sorted(_dated(held, span), key=lambda pair: (pair[0].order, pair[1].id))
    listing = Listing(
        f"**{escape(held.profile.name)}** · timeline",
        tuple(_dated_item(profile, when, fact) for when, fact in dated),
        empty=escape(channel_strings.NO_DATED.format(name=held.profile.name)),
    )
    start, end = span
    about = f"{profile}/{_iso(start)}/{_iso(end)}"
    return page_card(listing, PageId(List.TIMELINE, about, page, view.name))


def disputes_card(profile: str, view: View, page: int = 0) -> Card | None:
    """Return what sources disagree on, each claim with its holder; None for a stranger."""
    held = view.base.profiles.get(profile)
    if held is None:
        return None
    disputed = (fact for fact in held.facts if fact.status is Status.DISPUTED)
    listing = Listing(
        f"**{escape(held.profile.name)}** · what sources disagree on",
        tuple(_dispute_item(profile, fact) for fact in disputed),
        empty=escape(channel_strings.NO_DISPUTES.format(name=held.profile.name)),
    )
    return page_card(listing, PageId(List.DISPUTES, profile, page, view.name))


def read_span(start: str, end: str) -> tuple[date | None, date | None]:
    """Return the days that a timeline's button carries; a day that is none counts as open."""
    return _day(start), _day(end)


def _dated(
    held: ProfileFacts, span: tuple[date | None, date | None]
) -> Iterator[tuple[When, Fact]]:
    start, end = span
    for fact in held.facts:
        if fact.when:
            when = parse_when(fact.when)
            if when.latest >= (start or date.min) and when.earliest <= (end or date.max):
                yield when, fact


def _dated_item(profile: str, when: When, fact: Fact) -> Item:
    marks = [strings.STATUS[fact.status]] if fact.status is not Status.ESTABLISHED else []
    marks += [f"date {when.doubt}"] if when.doubt else []
    marked = small(" · ".join(marks)) if marks else ""
    head = f"**{escape(when.words)}** {escape(fact.statement)}"
    text = "\n".join(part for part in (head, marked) if part)
    return Item(text, option(fact.phrasings[0], fact_path(profile, fact.id), when.words))


def _dispute_item(profile: str, fact: Fact) -> Item:
    lines = (f"**{escape(fact.phrasings[0])}**", *(_claim(claim) for claim in fact.claims))
    sides = f"{len(fact.claims)} sides"
    return Item("\n".join(lines), option(fact.phrasings[0], fact_path(profile, fact.id), sides))


def _claim(claim: Claim) -> str:
    said = parse_when(claim.said).words if claim.said else ""
    return f"- {escape(strings.claim(claim.statement, holder=claim.holder, said=said))}"


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
