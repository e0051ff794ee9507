"""Values of one attribute that cannot all be right, and are not told as a dispute."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations

from knowledge.audit.places import in_fact
from knowledge.base import ProfileFacts
from knowledge.dates import When, parse_when
from knowledge.errors import Problem
from knowledge.model.attribute import Attribute
from knowledge.model.fact import Fact
from knowledge.text.brief import brief
from knowledge.text.fold import fold, latin
from knowledge.text.numbers import numbers
from knowledge.text.tokens import words

_CURRENCIES = str.maketrans({"$": " usd ", "€": " eur ", "£": " gbp "})
_SMALL_WORDS = frozenset("a an the of".split())
_LISTED = re.compile(r";|,\s|\band\b")


def values_of(fact: Fact) -> frozenset[str]:
    """Return every value that a fact gives for its attribute, those of its claims included."""
    claimed = (claim.value for claim in fact.claims)
    return frozenset(value for value in (fact.value, *claimed) if value)


def contradictions(
    held: ProfileFacts, attributes: Mapping[str, Attribute]
) -> Iterator[Problem]:
    """Yield two facts with one attribute and values that disagree, and holders who differ.

    Values inside one disputed fact are told as a dispute; beside it, another fact takes sides.
    """
    valued = [fact for fact in held.facts if fact.attribute and values_of(fact)]
    for first, second in combinations(valued, 2):
        if first.attribute == second.attribute:
            attribute = attributes.get(first.attribute or "")
            if _contradict(first, second, attribute):
                wrong = f"gives {first.attribute!r} another value than {first.id}"
                remedy = "mend one, or make them one disputed fact with two claims"
                yield in_fact(held.profile.id, second, wrong, remedy)
    for fact in held.facts:
        yield from _holders(held.profile.id, fact)


def agree(first: str, second: str, attribute: Attribute | None = None) -> bool:
    """Tell whether two values may both be right: one in other writing, or more precise."""
    one, other = _as_date(first), _as_date(second)
    if one and other:
        return _within(one, other) or _within(other, one)
    if not _forms(first).isdisjoint(_forms(second)):
        return True
    is_place = attribute is not None and attribute.answers == "where"
    return is_place and _is_part(_said(first), _said(second))


def _contradict(first: Fact, second: Fact, attribute: Attribute | None) -> bool:
    if attribute is not None and attribute.values == "many":
        return False
    is_for_life = attribute is not None and attribute.values == "one"
    if not is_for_life and _are_apart(first, second):
        return False
    return any(not agree(a, b, attribute) for a in values_of(first) for b in values_of(second))


def _are_apart(first: Fact, second: Fact) -> bool:
    """Tell whether two facts are about times that have no day in common."""
    if not (first.when and second.when):
        return False
    one, other = parse_when(first.when), parse_when(second.when)
    return one.latest < other.earliest or other.latest < one.earliest


def _holders(profile: str, fact: Fact) -> Iterator[Problem]:
    said = Counter((fold(claim.holder), _days(claim.said)) for claim in fact.claims)
    repeated = {holder for (holder, _), times in said.items() if times > 1}
    for holder in dict.fromkeys(claim.holder for claim in fact.claims):
        if fold(holder) in repeated:
            wrong = f"has two claims of one day by one holder, {brief(holder)}"
            remedy = "make them one claim, or say when each was made"
            yield in_fact(profile, fact, wrong, remedy)


def _days(said: str | None) -> tuple[date, date] | None:
    if said is None:
        return None
    when = parse_when(said)
    return when.earliest, when.latest


def _as_date(value: str) -> When | None:
    try:
        return parse_when(value)
    except ValueError:
        return None


def _within(inner: When, outer: When) -> bool:
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


def _forms(value: str) -> frozenset[tuple[object, ...]]:
    """Return a value as it is compared: as it stands, and as the date that it may be."""
    when = _as_date(value)
    return frozenset(_form(text) for text in (value, when.words if when else value))


def _form(text: str) -> tuple[object, ...]:
    """Return numbers and words, so that writing, articles and the order of a list go unseen."""
    parts = (_part(part) for part in _LISTED.split(fold(text.translate(_CURRENCIES))))
    return tuple(sorted(part for part in parts if any(part)))


def _part(text: str) -> tuple[tuple[float, ...], tuple[str, ...]]:
    plain = "1" if text.strip() == "one" else text  # elsewhere it is more often a pronoun
    found = tuple(sorted(numbers(plain)))
    return found, tuple(w for w in _said(plain) if not (found and _is_number(w)))


def _said(text: str) -> tuple[str, ...]:
    return tuple(latin(word) for word in words(text) if word not in _SMALL_WORDS)


def _is_number(word: str) -> bool:
    return bool(numbers(word)) or numbers(f"2 {word}") != frozenset({2.0})


def _is_part(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Tell whether one place is the other named more precisely: "Varzob, Tajikistan"."""
    return set(first) <= set(second) or set(second) <= set(first)
