"""Guards: what speaks against a fact although its words come near.

Each guard returns an effect with the factor that it applies, or nothing. A guard looks at the
question as it was read and at what the fact's phrasings ask and its sentences tell.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.dates import parse_when
from knowledge.index.build import ASKS_BITS, Index
from knowledge.index.features import Features, word_number
from knowledge.index.mask import PRONOUNS
from knowledge.match.explain import Effect
from knowledge.model.fact import Fact
from knowledge.text.fold import fold
from knowledge.text.lexicon import (
    CONTRASTS,
    FUNCTION_WORDS,
    NEGATIONS,
    RELATIONS,
    WHO_IS_MEANT,
    Asks,
    asks,
)
from knowledge.text.numbers import numbers
from knowledge.text.tokens import stem

# Set on the tuning half of the labelled questions.
STRAY = 0.75
TOLD = 0.5  # what a word that only the statement holds is still missing
FUNCTION_SHARE = 0.12  # the weight of a function word beside a content word
PROPER, PROPER_TOLD = 0.45, 0.85
OTHER_PERSON, OTHER_PERSON_TOLD = 0.3, 0.85
OTHER_PRONOUN = 0.5
RELATION = 0.35
NUMBER = 0.4
NEGATION = 0.55
CONTRAST = 0.45
ASKED_OTHERWISE = 0.72
REPAIRED = 0.98

_STRICT = frozenset(
    {Asks.WHO, Asks.WHEN, Asks.WHERE, Asks.WHY, Asks.COUNT, Asks.LONG, Asks.OLD}
)
_LIGHT = frozenset(stem(word) for word in FUNCTION_WORDS) | {WHO_IS_MEANT}
_RELATION_STEMS = frozenset(stem(word) for word in RELATIONS)
_CONTRAST_STEMS = tuple(frozenset(stem(word) for word in group) for group in CONTRASTS)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question ready to be held against facts."""

    question: str
    masked: tuple[str, ...]
    found: Features
    repaired: int
    index: Index


@dataclass(frozen=True, slots=True)
class Against:
    """One fact as the guards see it: its words, asked and told."""

    fact: Fact
    number: int
    asked: frozenset[int]
    told: frozenset[int]


Guard = Callable[[Asked, Against], Iterator[Effect]]


def guard(question: Asked, against: Against) -> tuple[Effect, ...]:
    """Return everything that speaks against the fact, in a fixed order."""
    return tuple(effect for check in _GUARDS for effect in check(question, against))


def _stray_words(question: Asked, against: Against) -> Iterator[Effect]:
    total = stray = 0.0
    unexplained = []
    for unit in question.found.concepts:
        if unit.startswith("=") or unit == WHO_IS_MEANT:
            continue
        weight = _weight(unit, question.index)
        missing = _missing(unit, against)
        total, stray = total + weight, stray + weight * missing
        if missing and unit not in _LIGHT:
            unexplained.append(_readable(unit, question))
    if stray:
        detail = ", ".join(unexplained) or "small words"
        yield Effect("stray words", detail, 1 - STRAY * stray / total)


def _missing(unit: str, against: Against) -> float:
    number = word_number(unit)
    if number in against.asked:
        return 0.0
    return TOLD if number in against.told else 1.0


def _weight(unit: str, index: Index) -> float:
    if unit in _LIGHT:
        return FUNCTION_SHARE
    return (
        index.word_weights.get(word_number(unit), index.unknown_weight) / index.unknown_weight
    )


def _proper_names(question: Asked, against: Against) -> Iterator[Effect]:
    for unit in dict.fromkeys(question.found.stems):
        if unit in question.index.proper and unit not in _LIGHT:
            number = word_number(unit)
            concepts = question.index.concepts.rewrite([unit])
            if number in against.asked or word_number(concepts[0]) in against.asked:
                continue
            told = number in against.told
            yield Effect("other name", unit, PROPER_TOLD if told else PROPER)


def _other_persons(question: Asked, against: Against) -> Iterator[Effect]:
    for unit in dict.fromkeys(question.found.stems):
        if unit.startswith("="):
            number = word_number(unit)
            if number not in against.asked:
                factor = OTHER_PERSON_TOLD if number in against.told else OTHER_PERSON
                yield Effect("other person", unit[1:], factor)
        elif unit in PRONOUNS and word_number(unit) not in against.asked:
            yield Effect("other person", unit, OTHER_PRONOUN)


def _relations(question: Asked, against: Against) -> Iterator[Effect]:
    for unit in dict.fromkeys(question.found.stems):
        if unit in _RELATION_STEMS and word_number(unit) not in against.asked:
            concept = question.index.concepts.rewrite([unit])[0]
            if word_number(concept) not in against.asked:
                yield Effect("relation", unit, RELATION)


def _numbers(question: Asked, against: Against) -> Iterator[Effect]:
    asked = numbers(fold(question.question))
    if asked:
        other = asked - _numbers_of(against.fact)
        if other:
            shown = ", ".join(f"{number:g}" for number in sorted(other))
            yield Effect("number", shown, NUMBER)


@lru_cache(maxsize=4096)
def _numbers_of(fact: Fact) -> frozenset[float]:
    texts = (*fact.sentences, *fact.phrasings, *(c.said or "" for c in fact.claims))
    years = parse_when(fact.when).years if fact.when else ()
    return frozenset(float(year) for year in years).union(*(numbers(fold(t)) for t in texts))


def _negations(question: Asked, against: Against) -> Iterator[Effect]:
    said = next((word for word in question.masked if word in NEGATIONS), None)
    if said and not question.index.negated[against.number]:
        yield Effect("negation", said, NEGATION)


def _contrasts(question: Asked, against: Against) -> Iterator[Effect]:
    stems = frozenset(question.found.stems)
    for group in _CONTRAST_STEMS:
        said = stems & group
        if not said:
            continue
        asked = {unit for unit in group if word_number(unit) in against.asked}
        if asked and not said & asked:
            yield Effect("contrast", ", ".join(sorted(said)), CONTRAST)


def _kind_of_answer(question: Asked, against: Against) -> Iterator[Effect]:
    kind = asks(question.masked)
    if kind in _STRICT and not question.index.asks_bits[against.number] & ASKS_BITS[kind]:
        yield Effect("kind of answer", f"asks {kind.value}", ASKED_OTHERWISE)


def _repairs(question: Asked, _: Against) -> Iterator[Effect]:
    if question.repaired:
        yield Effect("typos repaired", str(question.repaired), REPAIRED**question.repaired)


def _readable(unit: str, question: Asked) -> str:
    if not unit.startswith("~"):
        return unit
    rewritten = question.index.concepts.rewrite
    return next((s for s in question.found.stems if rewritten([s]) == [unit]), unit)


_GUARDS: tuple[Guard, ...] = (
    _stray_words,
    _proper_names,
    _other_persons,
    _relations,
    _numbers,
    _negations,
    _contrasts,
    _kind_of_answer,
    _repairs,
)
