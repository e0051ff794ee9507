"""What a guard sees of a fact, and what it may say against it."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from knowledge.index.features import Unit
from knowledge.match.question import Asked
from knowledge.model.fact import Fact
from knowledge.text.lexicon import Asks


class Objection(NamedTuple):
    """What one guard measured."""

    name: str
    detail: str
    amount: float


class Against(NamedTuple):
    """One fact as the guards see it: its words, asked and told, and its nearest phrasing's."""

    fact: Fact
    asked: frozenset[int]
    told: frozenset[int]
    names_the_person: bool
    """The nearest phrasing speaks of the profile's person."""
    wording: str
    """The masked words of the nearest phrasing."""
    nearest: Asks
    """What kind of answer the nearest phrasing wants."""
    asks_bits: int
    """What kinds of answers the phrasings want."""
    negated: bool
    """A phrasing asks with a negation."""


class Guard(NamedTuple):
    """What may speak against a fact, and the questions in which it finds something to."""

    concerns: Callable[[Asked], bool]
    """Tell whether a question has what the check looks at; only then is it made."""
    check: Callable[[Asked, Against], Iterator[Objection]]


def is_asked(unit: Unit, against: Against) -> bool:
    """Tell whether a phrasing of the fact says a unit, as it is or by its words."""
    return unit.number in against.asked or against.asked.issuperset(unit.stem_numbers)
