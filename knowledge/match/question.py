"""A question ready to be held against facts: what it says is worked out once for all."""

from dataclasses import dataclass

from knowledge.index.build import Index
from knowledge.index.features import Features, Unit, features, word_numbers
from knowledge.match.reading import Said
from knowledge.text.fold import fold
from knowledge.text.lexicon import WHO_IS_MEANT, Asks, asks, asks_twice
from knowledge.text.numbers import numbers

LIGHT = 0.12  # the weight of a word that only carries the sentence, beside a content word


@dataclass(frozen=True, slots=True)
class Asked:
    """A masked question, and what all guards ask of it."""

    masked: tuple[str, ...]
    found: Features
    index: Index
    kind: Asks
    """What kind of answer it wants."""
    says: tuple[tuple[Unit, float], ...]
    """The units that name nobody, with what each counts beside the others, 0 to 1."""
    said: frozenset[int]
    """Its words, as words and as what they mean."""
    proper: tuple[tuple[Unit, float], ...]
    """The units that are names, with their weights."""
    numbers: frozenset[float]
    strangers: tuple[str, ...]
    owned: frozenset[str]
    repaired: int


def asked(
    masked: tuple[str, ...], said: Said, numbers: frozenset[float], index: Index
) -> Asked:
    """Return a masked question, with what it said and its numbers, ready for the guards."""
    found = features(masked, index.concepts)
    says = tuple((unit, _weight(unit, index)) for unit in found.units if not _names(unit))
    is_proper = index.vocabulary.is_proper
    return Asked(
        masked,
        found,
        index,
        kind=Asks.OPEN if asks_twice(masked) else asks(masked),
        says=says,
        said=word_numbers(found.units),
        proper=tuple(s for s in says if not s[0].is_light and is_proper(s[0].stems)),
        numbers=numbers,
        strangers=tuple(sorted(said.strangers.intersection(masked))),
        owned=said.owned,
        repaired=len(said.repairs),
    )


def numbers_in(question: str) -> frozenset[float]:
    """Return the numbers that a question holds."""
    return numbers(fold(question))


def _names(unit: Unit) -> bool:
    """Tell whether a unit stands for a person."""
    return unit.meant == WHO_IS_MEANT or unit.meant.startswith("=")


def _weight(unit: Unit, index: Index) -> float:
    if unit.is_light:
        return LIGHT
    return index.word_weight(unit.number)
