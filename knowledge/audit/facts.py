"""Rules on facts: told apart, not against each other, short enough, private where they must."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import TypeAlias

from knowledge.audit.citing import has_known_sources
from knowledge.audit.phrasings import value_words
from knowledge.audit.places import in_fact
from knowledge.audit.wording import holds
from knowledge.base import FactBase, ProfileFacts
from knowledge.dates import When, parse_when
from knowledge.errors import Problem
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile
from knowledge.model.questions import full_id
from knowledge.text.fold import fold
from knowledge.text.tokens import words

Measure: TypeAlias = Callable[[Fact, Profile, FactBase], int]
"""Returns how long the whole reply is, source lines included."""

_TELLING = 6  # characters; a shorter value ("five") stands in many an innocent sentence


def fact_problems(held: ProfileFacts) -> Iterator[Problem]:
    """Yield what is wrong with the facts of one profile, phrasings and sources apart."""
    profile = held.profile.id
    uses = Counter(fact.id for fact in (*held.facts, *held.retracted))
    for fact in (*held.facts, *held.retracted):
        if uses[fact.id] > 1:
            yield in_fact(profile, fact, "is an id used twice", "give each fact its own")
        if not words(fact.statement):
            yield in_fact(profile, fact, "has a statement without a word", "write a sentence")
        yield from _holders(profile, fact)
    for fact in held.retracted:
        if fact.review_by:
            wrong = "is retracted and still has a review date"
            yield in_fact(profile, fact, wrong, "leave review_by out; keep the id")
    yield from _contradictions(held)


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


def _holders(profile: str, fact: Fact) -> Iterator[Problem]:
    said = Counter((fold(claim.holder), claim.said) for claim in fact.claims)
    repeated = {holder for (holder, _), times in said.items() if times > 1}
    for holder in dict.fromkeys(claim.holder for claim in fact.claims):
        if fold(holder) in repeated:
            wrong = f"has two claims of one day by one holder, {holder!r}"
            remedy = "make them one claim, or say when each was made"
            yield in_fact(profile, fact, wrong, remedy)


def _contradictions(held: ProfileFacts) -> Iterator[Problem]:
    valued = [fact for fact in held.facts if fact.attribute and _values(fact)]
    for first, second in combinations(valued, 2):
        if first.attribute == second.attribute and _contradict(first, second):
            wrong = f"gives {first.attribute!r} another value than {first.id}"
            remedy = "mend one, or make them one disputed fact with two claims"
            yield in_fact(held.profile.id, second, wrong, remedy)


def _values(fact: Fact) -> frozenset[str]:
    claimed = (claim.value for claim in fact.claims)
    return frozenset(value for value in (fact.value, *claimed) if value)


def _contradict(first: Fact, second: Fact) -> bool:
    if first.when and second.when and not _overlap(first.when, second.when):
        return False
    return any(not _agree(a, b) for a in _values(first) for b in _values(second))


def _overlap(first: str, second: str) -> bool:
    a, b = parse_when(first), parse_when(second)
    return a.earliest <= b.latest and b.earliest <= a.latest


def _agree(first: str, second: str) -> bool:
    if fold(first) == fold(second):
        return True
    a, b = _as_date(first), _as_date(second)
    return bool(a and b) and (_within(a, b) or _within(b, a))


def _as_date(value: str) -> When | None:
    try:
        return parse_when(value)
    except ValueError:
        return None


def _within(inner: When | None, outer: When | None) -> bool:
    if inner is None or outer is None:
        return False
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


def _telling_values(fact: Fact) -> frozenset[tuple[str, ...]]:
    values = (value for value in _values(fact) if len(value) >= _TELLING)
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
