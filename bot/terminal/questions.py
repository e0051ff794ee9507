"""The questions that a conversation offers while somebody types."""

from knowledge.base import FactBase, ProfileFacts
from knowledge.model.fact import Fact
from knowledge.text.tokens import words


def answerable_questions(base: FactBase) -> tuple[str, ...]:
    """Return one question for each fact, one that names the person where there is one."""
    found = (
        _question(fact, _name_words(held))
        for held in base.profiles.values()
        for fact in held.facts
    )
    return tuple(dict.fromkeys(found))


def _question(fact: Fact, names: frozenset[str]) -> str:
    naming = (text for text in fact.phrasings if not names.isdisjoint(words(text)))
    return next(naming, fact.phrasings[0])


def _name_words(held: ProfileFacts) -> frozenset[str]:
    profile = held.profile
    return frozenset(word for name in (profile.name, *profile.names) for word in words(name))
