"""What autocomplete offers: the questions that a view can answer, by what has been typed."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, zip_longest

from bot import limits
from bot.render.ids import fact_path
from knowledge.model.fact import Fact
from knowledge.release import View
from knowledge.text.tokens import words

FACT = "fact:"  # before the path of a fact, where a question may stand as well


@dataclass(frozen=True, slots=True)
class Offer:
    """A question with the fact that it leads to."""

    text: str
    label: str
    """The question as it is offered: with the person's name where it does not say it."""
    profile: str
    fact: str
    words: tuple[str, ...]
    is_first: bool
    """The one by which its fact is offered where nothing has been typed."""

    @property
    def value(self) -> str:
        """Return what is sent once it is picked: the fact, so that nothing can mislead."""
        return f"{FACT}{fact_path(self.profile, self.fact)}"


class Offers:
    """Every phrasing of a view by its words, so that a key stroke costs next to nothing."""

    def __init__(self, view: View) -> None:
        self.all = tuple(_offers(view))
        by_word: dict[str, set[int]] = {}
        for number, offer in enumerate(self.all):
            for word in words(offer.label):
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
        """Return one question for each fact, one person after the other."""
        queues: dict[str, list[int]] = {}
        for number, offer in enumerate(self.all):
            if offer.is_first:
                queues.setdefault(offer.profile, []).append(number)
        turns = zip_longest(*queues.values())
        return (number for turn in turns for number in turn if number is not None)

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
        name = held.profile.name
        named = frozenset(words(name))
        for fact in held.facts:
            first = _first_of(fact, named)
            for text in fact.phrasings:
                said = words(text)
                named_in = text if not named.isdisjoint(said) else f"{text} · {name}"
                yield Offer(text, named_in, id_, fact.id, said, text == first)


def _first_of(fact: Fact, named: frozenset[str]) -> str:
    """Return the phrasing that reads best alone: a whole question that names the person."""
    whole = [text for text in fact.phrasings if text.endswith("?")]
    naming = (text for text in whole if not named.isdisjoint(words(text)))
    return next(naming, whole[0] if whole else fact.phrasings[0])


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
