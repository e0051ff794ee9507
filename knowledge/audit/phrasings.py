"""Rules on phrasings: each leads to one fact, and none gives its answer away."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from knowledge.audit.places import in_fact
from knowledge.audit.wording import Mask, holds
from knowledge.base import ProfileFacts
from knowledge.dates import parse_when
from knowledge.errors import Problem
from knowledge.model.fact import Fact
from knowledge.text.tokens import words


def phrasing_problems(held: ProfileFacts, mask: Mask) -> Iterator[Problem]:
    """Yield what is wrong with the phrasings of one profile."""
    owners = _owners(held, mask)
    crowded = tuple(by_fact for by_fact in owners.values() if len(by_fact) > 1)
    for fact in held.facts:
        yield from _repeated(held, fact, mask)
        yield from _shared(held, fact, crowded)
        yield from _giving_away(held, fact)
        yield from _missed(held, fact, owners, mask)


def value_words(value: str) -> frozenset[tuple[str, ...]]:
    """Return a value as it may be said: as it stands, and as the date that it may be."""
    said = {words(value)}
    with suppress(ValueError):  # most values are no date
        said.add(words(parse_when(value).words))
    return frozenset(said - {()})


def _owners(held: ProfileFacts, mask: Mask) -> Mapping[str, Mapping[str, str]]:
    """Return, for each masked wording, the facts that have it with the phrasing as written."""
    owners: dict[str, dict[str, str]] = {}
    for fact in held.facts:
        for phrasing in fact.phrasings:
            owners.setdefault(mask(phrasing, held.profile), {}).setdefault(fact.id, phrasing)
    return owners


def _repeated(held: ProfileFacts, fact: Fact, mask: Mask) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for phrasing in fact.phrasings:
        if not any(map(str.isalnum, phrasing)):
            wrong = f"has a phrasing without a word, {phrasing!r}"
            yield in_fact(held.profile.id, fact, wrong, "write what people ask")
        wording = mask(phrasing, held.profile)
        if wording in first:
            wrong = f"has one phrasing twice, {first[wording]!r} and {phrasing!r}"
            yield in_fact(held.profile.id, fact, wrong, "write it once")
        first.setdefault(wording, phrasing)


def _shared(
    held: ProfileFacts, fact: Fact, crowded: Iterable[Mapping[str, str]]
) -> Iterator[Problem]:
    for by_fact in crowded:
        if fact.id in by_fact:
            others = [id_ for id_ in by_fact if id_ != fact.id]
            wrong = f"shares its phrasing {by_fact[fact.id]!r} with {', '.join(others)}"
            remedy = "leave it to the broader fact, and word the other anew"
            yield in_fact(held.profile.id, fact, wrong, remedy)


def _giving_away(held: ProfileFacts, fact: Fact) -> Iterator[Problem]:
    answers = value_words(fact.value) if fact.value else ()
    for phrasing in fact.phrasings:
        if any(holds(words(phrasing), answer) for answer in answers):
            wrong = f"has a phrasing that holds its own value, {phrasing!r}"
            yield in_fact(held.profile.id, fact, wrong, "ask without giving the answer")


def _missed(
    held: ProfileFacts, fact: Fact, owners: Mapping[str, Mapping[str, str]], mask: Mask
) -> Iterator[Problem]:
    for text in fact.near_misses:
        by_fact = owners.get(mask(text, held.profile), {})
        if by_fact and text in held.missed(fact):
            wrong = f"has a near miss that is a phrasing of {', '.join(by_fact)}, {text!r}"
            yield in_fact(held.profile.id, fact, wrong, "take it out of one of the two")
