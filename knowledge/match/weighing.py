"""Weighing: one fact against one reading of a question, what speaks for it and against it."""

from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

from knowledge.index.gather import ASKS_PLACES, row_text
from knowledge.index.search import Near
from knowledge.index.spelling import alike_sorted
from knowledge.match.explain import Candidate, Effect
from knowledge.match.guards import objections
from knowledge.match.objection import Against, Guard, Objection
from knowledge.match.question import Asked
from knowledge.match.reading import Before, Reading, Scope
from knowledge.match.weights import GENERAL, PERSONAL, Weights, chance
from knowledge.model.fact import Fact
from knowledge.text.lexicon import Asks

KINDS = tuple(Asks)


class Weighing(NamedTuple):
    """What all candidates of a reading are weighed with."""

    question: Asked
    way: Reading
    scope: Scope
    near: Sequence[Near]
    guards: Sequence[Guard]
    is_brief: bool


def weighed(near: Near, weighing: Weighing) -> Candidate:
    """Return a fact as a candidate, with all that was given and taken."""
    profile, fact = fact_of(near, weighing.scope)
    phrasing = phrasing_of(near, fact, weighing.scope)
    against = _against(near, fact)
    weights = PERSONAL if near.part.is_personal[near.fact] else GENERAL
    against_it = (
        *objections(weighing.question, against, weighing.guards),
        *_near_misses(near, weighing.near, weighing.scope),
        *roundabout(weighing.way),
        *another_matter(weighing.way, profile, fact),
    )
    effects = (
        *_given(near, weighing, weights, against.wording),
        *(taken(found, weights) for found in against_it),
    )
    return Candidate(
        profile,
        fact.id,
        phrasing,
        near.cosine,
        chance(weights.bias + sum(effect.taken for effect in effects)),
        effects,
        fact.phrasings[0],
        is_brief=weighing.is_brief,
        unclear=next(iter(weighing.way.unclear), ""),
    )


def _given(near: Near, weighing: Weighing, weights: Weights, wording: str) -> Iterator[Effect]:
    """Return what speaks for a fact."""
    said = " ".join(weighing.way.masked)
    signs = (
        ("share", near.share),
        ("cosine", near.cosine),
        ("same kind", near.alike),
        ("usual kind", _usual(near, weighing)),
        ("length", log(max(1, len(weighing.question.found.units)))),
        ("ahead", _ahead(near, weighing.near)),
        ("letters sorted", alike_sorted(said, wording)),
        ("same matter", _same_matter(weighing.way, *fact_of(near, weighing.scope))),
    )
    gives = weights.gives
    return (Effect(name, "", amount, gives[name] * amount) for name, amount in signs)


def _ahead(near: Near, others: Sequence[Near]) -> float:
    """Return how far a fact stands before the next, or behind the first; best first."""
    next_best = next((n.share for n in others[:2] if n is not near), 0.0)
    return near.share - next_best


def _usual(near: Near, weighing: Weighing) -> float:
    """Return how usual it is to ask the fact for this kind of answer: a log share.

    Keywords want no kind.
    """
    if weighing.question.kind is Asks.OPEN:
        return log(0.5)
    first = int(near.part.first_row[near.fact])
    own = len(fact_of(near, weighing.scope)[1].phrasings)
    kinds = near.part.asks_of_text[near.part.text_of_row[first : first + own]].tolist()
    times = kinds.count(ASKS_PLACES[weighing.question.kind])
    return log((times + 0.5) / (own + 2))


def _same_matter(way: Reading, profile: str, fact: Fact) -> float:
    """Return how much a question leans on the one before, for other facts of its topic."""
    before = way.before
    if before is None or way.borrows or not before.asks_something:
        return 0.0
    is_other = is_of_topic(before, profile, fact) and not before.is_it(profile, fact.id)
    return before.leans if is_other else 0.0


def _near_misses(near: Near, others: Sequence[Near], scope: Scope) -> Iterator[Objection]:
    """Object by as much of the question as near misses own: the fact's, and other facts'."""
    shadows = [other for other in others if other.is_shadow and other.share > 0]
    for name, is_own in (("near miss", True), ("another's near miss", False)):
        held = [shadow for shadow in shadows if (shadow.owner == near.owner) is is_own]
        if held:
            nearest = max(held, key=lambda shadow: shadow.share)
            profile, fact = fact_of(nearest, scope)
            place = nearest.row - int(nearest.part.first_row[nearest.fact])
            missed = scope.base.profiles[profile].missed(fact)
            yield Objection(name, missed[place], sum(s.share for s in held))


def another_matter(way: Reading, profile: str, fact: Fact) -> Iterator[Objection]:
    """Object to another topic than that of the question before, as much as this one leans."""
    before = way.before
    if before and not way.borrows and not is_of_topic(before, profile, fact):
        yield Objection("another matter", f"after {before.fact}", before.leans)


def roundabout(way: Reading) -> Iterator[Objection]:
    """Object to a reading by way of a relation, borrowed words, or whom is named second."""
    if way.through:
        yield Objection("borrowed words" if way.borrows else "roundabout", way.through, 1.0)
    if way.named_second:
        yield Objection("named second", way.named, 1.0)


def is_of_topic(before: Before, profile: str, fact: Fact) -> bool:
    """Tell whether a fact is of the topic that the question before was about."""
    return (before.profile, before.topic) == (profile, fact.topic)


def _against(near: Near, fact: Fact) -> Against:
    part = near.part
    said = near.text
    return Against(
        fact,
        asked=frozenset(part.asked.of(near.fact)),
        told=frozenset(part.told.of(near.fact)),
        names_the_person=bool(part.names_person[said]),
        wording=part.wording(said),
        nearest=KINDS[part.asks_of_text[said]],
        asks_bits=int(part.asks_bits[near.fact]),
        negated=bool(part.negated[near.fact]),
    )


def taken(found: Objection, weights: Weights) -> Effect:
    """Return what an objection takes."""
    log_odds = -weights.takes[found.name] * found.amount
    return Effect(found.name, found.detail, found.amount, log_odds)


def phrasing_of(near: Near, fact: Fact, scope: Scope) -> str:
    """Return the nearest wording of a fact as it was written."""
    held = scope.base.profiles[near.owner[0]]
    place = near.row - int(near.part.first_row[near.fact])
    return row_text(fact, held, scope.base, place)


def fact_of(near: Near, scope: Scope) -> tuple[str, Fact]:
    """Return a near fact with the id of its profile."""
    profile, place = near.owner
    return profile, scope.base.profiles[profile].facts[place]
