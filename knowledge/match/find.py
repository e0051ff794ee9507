"""Finding: a question in, ranked candidates with their reasons out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import log

import numpy as np

from knowledge.index.build import Index
from knowledge.index.gather import ASKS_BITS, ASKS_PLACES, exact_number, row_text
from knowledge.index.mask import PRONOUNS
from knowledge.index.search import Near, search
from knowledge.index.spelling import alike, alike_sorted
from knowledge.match.explain import WORD_FOR_WORD, Candidate, Effect
from knowledge.match.guards import guards_for, objections
from knowledge.match.objection import Against, Guard, Objection
from knowledge.match.question import Asked, asked, numbers_in
from knowledge.match.reading import BARE_NAME, TWO_QUESTIONS, Before, Reading, Said, Scope
from knowledge.match.weights import GENERAL, PERSONAL, Weights, chance
from knowledge.model.fact import Fact
from knowledge.text.lexicon import WHO_IS_MEANT, Asks

WORTH = 0.35  # facts below this part of the best one's share are not held against the guards
HELD = 3  # facts that are; a fourth never answers (measured)
BRIEF = 1  # content words of a keyword question
KINDS = tuple(Asks)
EXACT = 7.0  # log-odds of a question that is a phrasing, word for word


@dataclass(frozen=True, slots=True)
class Found:
    """The candidates of one reading, best first."""

    reading: Reading
    candidates: tuple[Candidate, ...]


def find(said: Said, ways: Sequence[Reading], scope: Scope, question: str) -> tuple[Found, ...]:
    """Return the candidates of every reading of a question."""
    held = numbers_in(question)
    return tuple(Found(way, _candidates(said, way, scope, held)) for way in ways)


def best_of(found: Sequence[Found]) -> tuple[Candidate, ...]:
    """Return each fact's best candidate over all readings, best first."""
    best: dict[tuple[str, str], Candidate] = {}
    for candidate in (c for f in found for c in f.candidates):
        key = candidate.profile, candidate.fact
        if key not in best or candidate.score > best[key].score:
            best[key] = candidate
    return tuple(sorted(best.values(), key=lambda c: (-c.score, c.profile, c.fact)))


def _candidates(
    said: Said, way: Reading, scope: Scope, held: frozenset[float]
) -> tuple[Candidate, ...]:
    index = scope.index
    exact = _exact(way, index)
    if exact is not None:
        return () if exact.is_shadow else (_word_for_word(exact, way, scope),)
    question = asked(way.masked, said, held, index)
    if _is_bare_name(question):
        return _by_name(way, scope)
    found = search(index, question.found, question.kind, way.profile)
    near = _fitting(found, said, scope) if way.profile is None else found
    facts = [n for n in near if not n.is_shadow]
    if way.borrows and way.before:
        facts = _following(facts, question, way.before, scope)
    least = WORTH * max((n.share for n in facts), default=0.0)
    hearing = _Hearing(question, way, scope, near, guards_for(question), _is_brief(question))
    best = (_candidate(n, hearing) for n in facts[:HELD] if n.share >= least)
    return tuple(sorted(best, key=lambda c: (-c.score, c.profile, c.fact)))


def _is_bare_name(question: Asked) -> bool:
    """Tell whether it only says whom it is about: "what about Marrow?" may ask anything."""
    says = (unit for unit in question.found.units if unit.meant != WHO_IS_MEANT)
    asks_nothing = question.kind is Asks.OPEN or "about" in question.masked[:2]
    return asks_nothing and all(unit.is_light for unit in says)


def _by_name(way: Reading, scope: Scope) -> tuple[Candidate, ...]:
    """Return what a curator lets a bare name ask for, to be offered: who that is."""
    bare = replace(way, masked=(WHO_IS_MEANT,), unclear=(BARE_NAME,))
    named = _exact(bare, scope.index)
    if named is None or named.is_shadow:
        return ()
    found = _word_for_word(named, bare, scope)
    doubt = Effect(BARE_NAME, "", 1.0, -EXACT)
    return (replace(found, score=chance(0.0), effects=(found.effects[0], doubt)),)


def _following(
    near: Sequence[Near], question: Asked, before: Before, scope: Scope
) -> list[Near]:
    """Return the facts that may answer what has its words from the question before.

    They are of the same topic, or of somebody else ("and his wife?"), and some phrasing
    wants that kind of answer: "why?" after a date is no question for the date. Where the fact
    just given comes first, nothing else is asked for.
    """
    kind = ASKS_BITS[question.kind]
    of_kind = [n for n in near if n.part.asks_bits[n.fact] & kind]
    same = [
        n
        for n in of_kind
        if n.owner[0] != before.profile or _fact(n, scope)[1].topic == before.topic
    ]
    if same and before.is_it(same[0].owner[0], _fact(same[0], scope)[1].id):
        return []
    return [n for n in same if not before.is_it(n.owner[0], _fact(n, scope)[1].id)]


@dataclass(frozen=True, slots=True)
class _Hearing:
    """What all candidates of a reading are weighed with."""

    question: Asked
    way: Reading
    scope: Scope
    near: Sequence[Near]
    guards: Sequence[Guard]
    is_brief: bool


def _ahead(near: Near, others: Sequence[Near]) -> float:
    """Return how far a fact stands before the next, or behind the first; best first."""
    next_best = next((n.share for n in others[:2] if n is not near), 0.0)
    return near.share - next_best


def _near_misses(near: Near, others: Sequence[Near], scope: Scope) -> Iterator[Objection]:
    """Object by as much of the question as near misses own: the fact's, and other facts'."""
    shadows = [other for other in others if other.is_shadow and other.share > 0]
    for name, is_own in (("near miss", True), ("another's near miss", False)):
        held = [shadow for shadow in shadows if (shadow.owner == near.owner) is is_own]
        if held:
            nearest = max(held, key=lambda shadow: shadow.share)
            profile, fact = _fact(nearest, scope)
            place = nearest.row - int(nearest.part.first_row[nearest.fact])
            missed = scope.base.profiles[profile].missed(fact)
            yield Objection(name, missed[place], sum(s.share for s in held))


def _candidate(near: Near, hearing: _Hearing) -> Candidate:
    profile, fact = _fact(near, hearing.scope)
    phrasing = _phrasing(near, fact, hearing.scope)
    against = _against(near, fact)
    weights = PERSONAL if near.part.is_personal[near.fact] else GENERAL
    against_it = (
        *objections(hearing.question, against, hearing.guards),
        *_near_misses(near, hearing.near, hearing.scope),
        *_roundabout(hearing.way),
        *_another_matter(hearing.way, profile, fact),
    )
    effects = (
        *_given(near, hearing, weights, against.wording),
        *(_taken(found, weights) for found in against_it),
    )
    return Candidate(
        profile,
        fact.id,
        phrasing,
        near.cosine,
        chance(weights.bias + sum(effect.taken for effect in effects)),
        effects,
        fact.phrasings[0],
        is_brief=hearing.is_brief,
        unclear=_first(hearing.way.unclear),
    )


def _given(near: Near, hearing: _Hearing, weights: Weights, wording: str) -> Iterator[Effect]:
    """Return what speaks for a fact."""
    said = " ".join(hearing.way.masked)
    signs = (
        ("share", near.share),
        ("cosine", near.cosine),
        ("same kind", near.alike),
        ("usual kind", _usual(near, hearing)),
        ("length", log(max(1, len(hearing.question.found.units)))),
        ("ahead", _ahead(near, hearing.near)),
        ("letters", alike(said, wording)),
        ("letters sorted", alike_sorted(said, wording)),
        ("same matter", _same_matter(hearing.way, *_fact(near, hearing.scope))),
    )
    gives = weights.gives
    return (Effect(name, "", amount, gives[name] * amount) for name, amount in signs)


def _same_matter(way: Reading, profile: str, fact: Fact) -> float:
    """Return how much a question leans on the one before, for other facts of its topic."""
    before = way.before
    if before is None or way.borrows or not before.asks_something:
        return 0.0
    is_other = _is_of(before, profile, fact) and not before.is_it(profile, fact.id)
    return before.leans if is_other else 0.0


def _another_matter(way: Reading, profile: str, fact: Fact) -> Iterator[Objection]:
    """Object to another topic than that of the question before, as much as this one leans."""
    before = way.before
    if before and not way.borrows and not _is_of(before, profile, fact):
        yield Objection("another matter", f"after {before.fact}", before.leans)


def _is_of(before: Before, profile: str, fact: Fact) -> bool:
    return (before.profile, before.topic) == (profile, fact.topic)


def _usual(near: Near, hearing: _Hearing) -> float:
    """Return how usual it is to ask the fact for this kind of answer: a log share.

    Keywords want no kind.
    """
    if hearing.question.kind is Asks.OPEN:
        return log(0.5)
    first = int(near.part.first_row[near.fact])
    own = len(_fact(near, hearing.scope)[1].phrasings)
    kinds = near.part.asks_of_text[near.part.text_of_row[first : first + own]].tolist()
    times = kinds.count(ASKS_PLACES[hearing.question.kind])
    return log((times + 0.5) / (own + 2))


def _against(near: Near, fact: Fact) -> Against:
    part = near.part
    said = near.text
    return Against(
        fact,
        asked=frozenset(part.asked.of(near.fact)),
        told=frozenset(part.told.of(near.fact)),
        names_the_person=bool(part.names_person[said]),
        wording=part.wording(said),
        wanted=tuple(part.content.of(said)),
        nearest=KINDS[part.asks_of_text[said]],
        asks_bits=int(part.asks_bits[near.fact]),
        negated=bool(part.negated[near.fact]),
    )


def _is_brief(question: Asked) -> bool:
    content = {unit.number for unit in question.found.units if not unit.is_light}
    return len(content) <= BRIEF and question.kind is Asks.OPEN


def _taken(found: Objection, weights: Weights) -> Effect:
    taken = -weights.takes[found.name] * found.amount
    return Effect(found.name, found.detail, found.amount, taken)


def _roundabout(way: Reading) -> Iterator[Objection]:
    if way.through:
        yield Objection("borrowed words" if way.borrows else "roundabout", way.through, 1.0)
    if way.named_second:
        yield Objection("named second", way.named, 1.0)


def _exact(way: Reading, index: Index) -> Near | None:
    """Return the fact that has the question as a phrasing, word for word."""
    if way.profile is None or way.borrows:
        return None
    found = index.exact_row(exact_number(way.masked, way.profile), way.profile)
    if found is None:
        return None
    part, row = found
    fact = int(part.fact_of_row[row])
    (owner,) = part.owners(np.array([fact]))
    is_shadow = bool(part.shadows[fact])
    return Near(part, owner, fact, row, is_shadow, cosine=1.0, alike=1.0, share=1.0)


def _word_for_word(near: Near, way: Reading, scope: Scope) -> Candidate:
    profile, fact = _fact(near, scope)
    against_it = (*_roundabout(way), *_another_matter(way, profile, fact))
    effects = (
        Effect(WORD_FOR_WORD, "", 1.0, EXACT),
        *(_taken(found, PERSONAL) for found in against_it),
    )
    phrasing = _phrasing(near, fact, scope)
    score = chance(sum(effect.taken for effect in effects))
    return Candidate(
        *(profile, fact.id, phrasing, 1.0, score, effects, fact.phrasings[0]),
        unclear=_first(r for r in way.unclear if r != TWO_QUESTIONS),  # a curator joined them
    )


def _first(reasons: Iterable[str]) -> str:
    return next(iter(reasons), "")


def _phrasing(near: Near, fact: Fact, scope: Scope) -> str:
    """Return the nearest wording of a fact as it was written."""
    held = scope.base.profiles[near.owner[0]]
    place = near.row - int(near.part.first_row[near.fact])
    return row_text(fact, held, scope.base, place)


def _fact(near: Near, scope: Scope) -> tuple[str, Fact]:
    profile, place = near.owner
    return profile, scope.base.profiles[profile].facts[place]


def _fitting(found: Sequence[Near], said: Said, scope: Scope) -> Sequence[Near]:
    """Return the facts that the pronouns fit: "she" is not asked of a man."""
    used = PRONOUNS.intersection(said.words)
    if not used:
        return found
    pronouns = scope.index.pronouns
    return [near for near in found if not used.isdisjoint(pronouns[near.owner[0]])]
