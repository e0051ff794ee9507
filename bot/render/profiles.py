"""Who a profile is, its topics, and the facts of a topic."""

from bot import channel_strings, strings
from bot.render.card import Button, Card, Menu, option
from bot.render.ids import List, PageId, fact_path, page_id
from bot.render.markdown import escape, small
from bot.render.pages import Item, Listing, page_card
from knowledge.base import ProfileFacts
from knowledge.model.fact import Fact
from knowledge.release import View


def people_card(view: View, page: int = 0) -> Card:
    """Return everybody who may be asked about, with a menu to choose from."""
    items = tuple(
        Item(
            f"- **{escape(held.profile.name)}** · {escape(held.profile.description)} "
            f"· {strings.fact_count(len(held.facts))}",
            option(held.profile.name, id_, held.profile.description),
        )
        for id_, held in view.base.profiles.items()
    )
    listing = Listing("**People**", items, channel_strings.PICK_PERSON, channel_strings.NOBODY)
    return page_card(listing, PageId(List.TOPICS, "", page, view.name))


def profile_card(profile: str, view: View, page: int = 0) -> Card | None:
    """Return who somebody is, with their topics; None where they cannot be seen."""
    held = view.base.profiles.get(profile)
    if held is None:
        return None
    items = tuple(_topic(topic, held) for topic in held.topics)
    listing = Listing(
        _heading(held), items, channel_strings.PICK_TOPIC, lead="\n".join(_about(held))
    )
    return page_card(listing, PageId(List.TOPICS, profile, page, view.name))


def topic_card(profile: str, topic: str, view: View, page: int = 0) -> Card | None:
    """Return the facts of a topic; None where there are none to be seen."""
    held = view.base.profiles.get(profile)
    facts = tuple(fact for fact in held.facts if fact.topic == topic) if held else ()
    if held is None or not facts:
        return None
    heading = f"{_heading(held)}\n{escape(_words(topic))} · {strings.fact_count(len(facts))}"
    listing = Listing(heading, tuple(fact_item(profile, fact) for fact in facts))
    id_ = PageId(List.TOPIC, f"{profile}/{topic}", page, view.name)
    card = page_card(listing, id_)
    up = Button(channel_strings.TOPICS, page_id(PageId(List.TOPICS, profile, 0, view.name)))
    rows = card.rows
    if rows and not isinstance(rows[-1], Menu):
        return Card(card.texts, (*rows[:-1], (*rows[-1], up)))
    return Card(card.texts, (*rows, (up,)))


def related_card(profile: str, fact: str, view: View, page: int = 0) -> Card | None:
    """Return the other facts of a fact's topic; None where the fact cannot be seen."""
    held = view.base.profiles.get(profile)
    found = held.by_id.get(fact) if held else None
    if held is None or found is None:
        return None
    others = tuple(f for f in held.facts if f.topic == found.topic and f.id != fact)
    heading = f"{_heading(held)}\n{escape(_words(found.topic))}"
    listing = Listing(
        heading,
        tuple(fact_item(profile, other) for other in others),
        empty="This topic has no other fact.",
    )
    return page_card(listing, PageId(List.RELATED, fact_path(profile, fact), page, view.name))


def fact_item(profile: str, fact: Fact) -> Item:
    """Return a fact as a list's item: the question that asks for it, and how it stands."""
    question, status = fact.phrasings[0], strings.STATUS[fact.status]
    line = f"- {escape(question)} · {status}"
    return Item(line, option(question, fact_path(profile, fact.id), status))


def _topic(topic: str, held: ProfileFacts) -> Item:
    count = strings.fact_count(sum(fact.topic == topic for fact in held.facts))
    return Item(f"- {escape(_words(topic))} · {count}", option(_words(topic), topic, count))


def _heading(held: ProfileFacts) -> str:
    return f"**{escape(held.profile.name)}** · {escape(held.profile.description)}"


def _about(held: ProfileFacts) -> tuple[str, ...]:
    names = held.profile.names
    also = (small(channel_strings.also_known_as(names)),) if names else ()
    note = (small(strings.note(held.profile.note)),) if held.profile.note else ()
    return (*also, *note, small(strings.fact_count(len(held.facts))))


def _words(topic: str) -> str:
    return topic.replace("-", " ")
