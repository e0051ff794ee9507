"""What autocomplete offers: the questions that a view can answer, by what has been typed."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bot import limits
from knowledge.base import ProfileFacts
from knowledge.model.fact import Fact
from knowledge.release import View
from knowledge.text.tokens import words


@dataclass(frozen=True, slots=True)
class Offer:
    """A question with the fact that it leads to."""

    text: str
    profile: str
    fact: str
    words: tuple[str, ...]
    is_first: bool
    """The one by which its fact is offered where nothing has been typed."""


class Offers:
    """Every phrasing of a view by its words, so that a key stroke costs next to nothing."""

    def __init__(self, view: View) -> None:
        self.all = tuple(_offers(view))
        by_word: dict[str, set[int]] = {}
        for number, offer in enumerate(self.all):
            for word in offer.words:
                by_word.setdefault(word, set()).add(number)
        self._by_word = by_word
        self._words = sorted(by_word)

    def matching(self, typed: str, profile: str | None = None) -> tuple[Offer, ...]:
        """Return one question for each fact that fits best, best first."""
        wanted = words(typed)
        numbers = self._holding(wanted) if wanted else self._first()
        fitting = (self.all[n] for n in numbers)
        mine = [o for o in fitting if profile is None or o.profile == profile]
        if wanted:
            mine.sort(key=lambda offer: _rank(offer, wanted))
        return tuple(islice(_one_each(mine), limits.CHOICES))

    def _first(self) -> Iterator[int]:
        return (number for number, offer in enumerate(self.all) if offer.is_first)

    def _holding(self, wanted: tuple[str, ...]) -> set[int]:
        """Return the offers that hold every word, the beginning of a word being enough."""
        found = [self._beginning(word) for word in wanted]
        every = set.intersection(*found)
        if every or len(found) == 1:
            return every
        # One word may be a slip: whatever holds all but one is better than nothing.
        rest = (set.intersection(*found[:at], *found[at + 1 :]) for at in range(len(found)))
        return set().union(*rest)

    def _beginning(self, start: str) -> set[int]:
        found: set[int] = set()
        for at in range(bisect_left(self._words, start), len(self._words)):
            if not self._words[at].startswith(start):
                break
            found |= self._by_word[self._words[at]]
        return found


def _offers(view: View) -> Iterator[Offer]:
    for id_, held in view.base.profiles.items():
        named = _name_words(held)
        for fact in held.facts:
            first = _first_of(fact, named)
            for text in fact.phrasings:
                if len(text) <= limits.CHOICE:
                    yield Offer(text, id_, fact.id, words(text), text == first)


def _first_of(fact: Fact, named: frozenset[str]) -> str:
    naming = (text for text in fact.phrasings if not named.isdisjoint(words(text)))
    return next(naming, fact.phrasings[0])


def _name_words(held: ProfileFacts) -> frozenset[str]:
    names = (held.profile.name, *held.profile.names)
    return frozenset(word for name in names for word in words(name))


def _rank(offer: Offer, wanted: tuple[str, ...]) -> tuple[bool, int, bool, int, str]:
    starts = offer.words[: len(wanted)] == wanted
    whole = sum(word in offer.words for word in wanted)
    return not starts, -whole, not offer.is_first, len(offer.text), offer.text


def _one_each(offers: list[Offer]) -> Iterator[Offer]:
    seen: set[tuple[str, str]] = set()
    for offer in offers:
        if (offer.profile, offer.fact) not in seen:
            seen.add((offer.profile, offer.fact))
            yield offer
