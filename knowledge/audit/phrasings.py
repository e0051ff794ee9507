"""Rules on phrasings: each leads to one fact, and none gives its answer away."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from knowledge.audit.places import in_fact
from knowledge.audit.wording import Mask, holds
from knowledge.base import ProfileFacts
from knowledge.dates import parse_when
from knowledge.errors import Problem
from knowledge.model.fact import Fact
from knowledge.text.brief import brief
from knowledge.text.tokens import words


def phrasing_problems(held: ProfileFacts, mask: Mask) -> Iterator[Problem]:
    """Yield what is wrong with the phrasings of one profile.

    What two facts share is named once, at the first of them.
    """
    owners = _owners(held, mask)
    crowded = tuple(by_fact for by_fact in owners.values() if len(by_fact) > 1)
    for fact in held.facts:
        yield from _wordless(held, fact)
        yield from _shared(held, fact, crowded)
        yield from _giving_away(held, fact)
        yield from _missed(held, fact, owners, mask)


def repeated_phrasings(held: ProfileFacts, fact: Fact, mask: Mask) -> Iterator[Problem]:
    """Yield phrasings of one fact that count as one; they lead where they should, twice."""
    first: dict[str, str] = {}
    for phrasing in fact.phrasings:
        wording = mask(phrasing, held.profile)
        if wording in first:
            wrong = f"has one phrasing twice, {brief(first[wording])} and {brief(phrasing)}"
            yield in_fact(held.profile.id, fact, wrong, "write it once")
        first.setdefault(wording, phrasing)


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


def _wordless(held: ProfileFacts, fact: Fact) -> Iterator[Problem]:
    for phrasing in fact.phrasings:
        if not any(map(str.isalnum, phrasing)):
            wrong = f"has a phrasing without a word, {brief(phrasing)}"
            yield in_fact(held.profile.id, fact, wrong, "write what people ask")


def _shared(
    held: ProfileFacts, fact: Fact, crowded: Iterable[Mapping[str, str]]
) -> Iterator[Problem]:
    for by_fact in crowded:
        first, *others = by_fact
        if fact.id == first:
            own = by_fact[first]
            named = (
                f"{id_} ({brief(by_fact[id_])})" * (by_fact[id_] != own) or id_
                for id_ in others
            )
            wrong = f"shares its phrasing {brief(own)} with {', '.join(named)}"
            remedy = "leave it to the broader fact, and word the other anew"
            yield in_fact(held.profile.id, fact, wrong, remedy)


def _giving_away(held: ProfileFacts, fact: Fact) -> Iterator[Problem]:
    answers = value_words(fact.value) if fact.value else ()
    for phrasing in fact.phrasings:
        if any(holds(words(phrasing), answer) for answer in answers):
            wrong = f"has a phrasing that holds its own value, {brief(phrasing)}"
            yield in_fact(held.profile.id, fact, wrong, "ask without giving the answer")


def _missed(
    held: ProfileFacts, fact: Fact, owners: Mapping[str, Mapping[str, str]], mask: Mask
) -> Iterator[Problem]:
    for text in fact.near_misses:
        by_fact = owners.get(mask(text, held.profile), {})
        if by_fact and text in held.missed(fact):
            wrong = f"has a near miss that is a phrasing of {', '.join(by_fact)}, {brief(text)}"
            yield in_fact(held.profile.id, fact, wrong, "take it out of one of the two")
