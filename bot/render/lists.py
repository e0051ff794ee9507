"""Every paged list by what its buttons carry: the one place that knows them all."""

from dataclasses import replace
from datetime import date

from bot.render.card import Card
from bot.render.ids import List, PageId, read_fact_path
from bot.render.profiles import (
    people_card,
    profile_card,
    related_card,
    topic_card,
)
from bot.render.records import source_card, source_list, sources_card
from bot.render.timeline import disputes_card, read_span, timeline_card
from knowledge.answer.known import answer_known
from knowledge.answer.outcomes import Answered, Request
from knowledge.release import View


def list_card(id_: PageId, view: View, today: date) -> Card | None:
    """Return the page that a button leads to, or None where there is nothing to be seen."""
    match id_.list:
        case List.SOURCES:
            return source_list(view, id_.page)
        case List.RECORDS:
            return _records(id_, view, today)
        case List.SUPPORTED:
            return source_card(id_.about, view, id_.page)
        case _:
            return _profile_list(id_, view)


def picked_card(id_: PageId, value: str, view: View) -> Card | None:
    """Return what a menu's line leads to, where that is a list again."""
    match id_.list:
        case List.SOURCES:
            return source_card(value, view)
        case List.TOPICS if not id_.about:
            return profile_card(value, view)
        case List.TOPICS:
            return topic_card(id_.about, value, view)
        case _:
            return None


def _profile_list(id_: PageId, view: View) -> Card | None:
    profile, _, rest = id_.about.partition("/")
    match id_.list:
        case List.TOPICS:
            return (
                profile_card(profile, view, id_.page)
                if profile
                else people_card(view, id_.page)
            )
        case List.TOPIC:
            return topic_card(profile, rest, view, id_.page)
        case List.RELATED:
            return related_card(profile, rest, view, id_.page)
        case List.TIMELINE:
            start, _, end = rest.partition("/")
            return timeline_card(profile, view, read_span(start, end), id_.page)
        case _:
            return disputes_card(profile, view, id_.page)


def _records(id_: PageId, view: View, today: date) -> Card | None:
    profile, fact, as_of = read_fact_path(id_.about)
    given = answer_known(profile, fact, view, replace(Request(today), as_of=as_of))
    return sources_card(given, view, id_.page) if isinstance(given, Answered) else None
