"""Finding: a question in, ranked candidates with their reasons out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.index.build import Index
from knowledge.index.features import features
from knowledge.index.gather import ASKS_BITS, exact_number, row_text
from knowledge.index.mask import PRONOUNS
from knowledge.index.search import Near, search
from knowledge.match.explain import Candidate, Effect
from knowledge.match.guards import Against, Asked, Objection, numbers_in, objections
from knowledge.match.read import TWO_QUESTIONS, Reading, Said, Scope
from knowledge.match.weights import BIAS, GIVES, TAKES, chance
from knowledge.model.fact import Fact
from knowledge.text.lexicon import Asks, asks, unwrapped
from knowledge.text.tokens import words

WORTH = 0.35  # facts below this part of the best one's share are not held against the guards
BRIEF = 1  # content words of a keyword question
EXACT = 6.0  # log-odds of a question that is a phrasing, word for word


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
    row = _exact_row(way, index)
    if row is not None:
        is_shadow = bool(index.shadows[index.fact_of_row[row]])
        return () if is_shadow else (_word_for_word(row, way, scope),)
    found = features(way.masked, index.concepts)
    asked = Asked(held, way.masked, found, len(said.repairs), said.strangers, index)
    reach = index.profile_facts[way.profile] if way.profile else (0, len(index.facts))
    near = [n for n in search(index, found, reach) if _fits(n, said, way, scope)]
    facts = [n for n in near if not index.shadows[n.fact]]
    if way.leaning:  # "why?" after a date is no question for the date
        kind = ASKS_BITS[asks(way.masked)]
        facts = [n for n in facts if index.asks_bits[n.fact] & kind]
        facts = [n for n in facts if index.facts[n.fact][1].startswith(f"{way.topic}.")]
    least = WORTH * max((n.share for n in facts), default=0.0)
    best = (_candidate(n, near, asked, way, scope) for n in facts if n.share >= least)
    return tuple(sorted(best, key=lambda c: (-c.score, c.profile, c.fact)))


def _ahead(near: Near, others: Sequence[Near]) -> float:
    """Return how far a fact stands before the next, or behind the first."""
    return near.share - max((n.share for n in others if n.fact != near.fact), default=0.0)


def _near_miss(others: Sequence[Near], scope: Scope) -> Iterator[Objection]:
    """Object by as much of the question as near misses own."""
    index = scope.index
    shadows = [near for near in others if index.shadows[near.fact]]
    nearest = max(shadows, key=lambda near: near.share, default=None)
    if nearest and nearest.share > 0:
        fact = _fact(nearest.fact, scope)[1]
        place = nearest.row - int(index.first_row[nearest.fact])
        yield Objection("near miss", fact.near_misses[place], nearest.share)


def _candidate(
    near: Near, others: Sequence[Near], asked: Asked, way: Reading, scope: Scope
) -> Candidate:
    profile, fact = _fact(near.fact, scope)
    index = scope.index
    asked_words, told_words = index.asked[near.fact], index.told[near.fact]
    names_them = bool(index.names_person[near.row])
    wanted = index.content_of(near.row)
    text = _text(near.row, near.fact, fact, scope)
    nearest = asks(unwrapped(words(text)))
    against = Against(fact, near.fact, asked_words, told_words, names_them, wanted, nearest)
    given = {"share": near.share, "cosine": near.cosine, "ahead": _ahead(near, others)}
    against_it = (*objections(asked, against), *_near_miss(others, scope), *_roundabout(way))
    effects = (
        *(Effect(name, "", amount, GIVES[name] * amount) for name, amount in given.items()),
        *(_taken(found) for found in against_it),
    )
    return Candidate(
        profile,
        fact.id,
        text,
        near.cosine,
        chance(BIAS + sum(effect.taken for effect in effects)),
        effects,
        fact.phrasings[0],
        is_brief=_is_brief(asked),
        unclear=way.unclear,
    )


def _is_brief(asked: Asked) -> bool:
    content = {unit.number for unit in asked.found.units if not unit.is_light}
    return len(content) <= BRIEF and asks(asked.masked) is Asks.OPEN


def _taken(found: Objection) -> Effect:
    return Effect(found.name, found.detail, found.amount, -TAKES[found.name] * found.amount)


def _roundabout(way: Reading) -> Iterator[Objection]:
    if way.through:
        yield Objection("leaning" if way.leaning else "roundabout", way.through, 1.0)
    if way.named_second:
        yield Objection("named second", way.named, 1.0)


def _exact_row(way: Reading, index: Index) -> int | None:
    """Return the row that the question is word for word."""
    if way.profile is None or way.leaning:
        return None
    return index.exact.get(exact_number(way.masked, way.profile))


def _word_for_word(row: int, way: Reading, scope: Scope) -> Candidate:
    number = int(scope.index.fact_of_row[row])
    profile, fact = _fact(number, scope)
    effects = (
        Effect("word for word", "", 1.0, EXACT),
        *(_taken(found) for found in _roundabout(way)),
    )
    phrasing = _text(row, number, fact, scope)
    score = chance(sum(effect.taken for effect in effects))
    return Candidate(
        *(profile, fact.id, phrasing, 1.0, score, effects, fact.phrasings[0]),
        unclear=way.unclear if way.unclear != TWO_QUESTIONS else "",  # a curator joined them
    )


def _text(row: int, number: int, fact: Fact, scope: Scope) -> str:
    held = scope.base.profiles[scope.index.facts[number][0]]
    return row_text(fact, held, scope.base, row - int(scope.index.first_row[number]))


def _fact(number: int, scope: Scope) -> tuple[str, Fact]:
    profile, id_ = scope.index.facts[number]
    return profile, scope.base.profiles[profile].by_id[id_]


def _fits(near: Near, said: Said, way: Reading, scope: Scope) -> bool:
    """Tell whether the pronouns fit, where nobody is named: "she" is not asked of a man."""
    if way.profile is not None:
        return True
    profile = scope.index.facts[near.fact][0]
    used = PRONOUNS.intersection(said.words)
    return not used or not used.isdisjoint(scope.index.pronouns[profile])
