"""Rules on facts: told apart, not against each other, short enough, private where they must."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from knowledge.audit.citing import has_known_sources
from knowledge.audit.contradictions import contradictions, values_of
from knowledge.audit.phrasings import value_words
from knowledge.audit.places import in_fact
from knowledge.audit.wording import holds
from knowledge.base import FactBase, ProfileFacts
from knowledge.errors import Problem
from knowledge.model.attribute import Attribute
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile
from knowledge.model.questions import full_id
from knowledge.text.brief import brief
from knowledge.text.fold import fold
from knowledge.text.tokens import words

Measure: TypeAlias = Callable[[Fact, Profile, FactBase], int]
"""Returns how long the whole reply is, source lines included."""

_PLACEHOLDER = re.compile(r"\b(?:TODO|FIXME|TBD)\b")  # in capitals: "todo" is a word too
_PLACEHOLDERS = frozenset({"todo", "fixme", "tbd", "xxx", "to do", "to be written", "n/a"})
_TELLING = 6  # characters; a shorter value ("five") stands in many an innocent sentence


def fact_problems(held: ProfileFacts, attributes: Mapping[str, Attribute]) -> Iterator[Problem]:
    """Yield what is wrong with the facts of one profile, phrasings and sources apart."""
    profile = held.profile.id
    uses = Counter(fact.id for fact in (*held.facts, *held.retracted))
    for fact in (*held.facts, *held.retracted):
        if uses[fact.id] > 1:
            yield in_fact(profile, fact, "is an id used twice", "give each fact its own")
        yield from _unwritten(profile, fact)
    for fact in held.retracted:
        if fact.review_by:
            wrong = "is retracted and still has a review date"
            yield in_fact(profile, fact, wrong, "leave review_by out; keep the id")
    yield from contradictions(held, attributes)


def _unwritten(profile: str, fact: Fact) -> Iterator[Problem]:
    """Yield what of a fact has no words yet, or words that only stand for some."""
    said = [("statement", fact.statement), *(("claim", c.statement) for c in fact.claims)]
    for what, text in said:
        if not words(text):
            yield in_fact(profile, fact, f"has a {what} without a word", "write a sentence")
    for what, text in (*said, *(("phrasing", phrasing) for phrasing in fact.phrasings)):
        if _PLACEHOLDER.search(text) or fold(text).strip(" .…:") in _PLACEHOLDERS:
            wrong = f"has a {what} that is yet to be written, {brief(text)}"
            yield in_fact(profile, fact, wrong, "write it, or take it out until you can")


def leak_problems(base: FactBase) -> Iterator[Problem]:
    """Yield open facts that tell the value of a restricted one, of any profile."""
    secrets = {
        full_id(profile, fact.id): _telling_values(fact)
        for profile, held in base.profiles.items()
        for fact in (*held.facts, *held.retracted)
        if fact.is_restricted
    }
    for profile, held in base.profiles.items():
        for fact in held.facts:
            if not fact.is_restricted:
                yield from _told(profile, fact, secrets)


def length_problems(base: FactBase, measure: Measure, budget: int) -> Iterator[Problem]:
    """Yield each fact whose whole reply is longer than the budget."""
    for held in base.profiles.values():
        for fact in held.facts:
            length = measure(fact, held.profile, base) if has_known_sources(fact, base) else 0
            if length > budget:
                wrong = f"makes a reply of {length} characters, where {budget} fit"
                remedy = "shorten the statement, or split the fact with its citations"
                yield in_fact(held.profile.id, fact, wrong, remedy)


def _telling_values(fact: Fact) -> frozenset[tuple[str, ...]]:
    values = (value for value in values_of(fact) if len(value) >= _TELLING)
    return frozenset(said for value in values for said in value_words(value))


def _told(
    profile: str, fact: Fact, secrets: Mapping[str, frozenset[tuple[str, ...]]]
) -> Iterator[Problem]:
    notes = (fact.note, fact.inferred, *(claim.note for claim in fact.claims))
    shown = (*fact.sentences, *fact.phrasings, *(note for note in notes if note))
    said = frozenset(words(" ".join(shown)))
    for id_, values in secrets.items():
        near = [value for value in values if said.issuperset(value)]
        if near and any(holds(words(text), value) for text in shown for value in near):
            wrong = f"is open and tells the value of {id_}, which is restricted"
            yield in_fact(profile, fact, wrong, "take it out, or restrict this fact too")
