"""Finding: a question in, ranked candidates with their reasons out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.index.build import exact_number
from knowledge.index.features import features
from knowledge.index.mask import PRONOUNS
from knowledge.index.search import Near, search
from knowledge.match.explain import Candidate, Effect
from knowledge.match.guards import Against, Asked, guard
from knowledge.match.read import Reading, Said, Scope
from knowledge.model.fact import Fact, Status

# Set on the tuning half of the labelled questions.
SHARE, COSINE = 0.6, 0.4  # what the ridge and the nearest phrasing give to the similarity
UNKNOWN = 0.92  # a curated "not found" answers only when the question is just that


@dataclass(frozen=True, slots=True)
class Found:
    """The candidates of one reading, best first."""

    reading: Reading
    candidates: tuple[Candidate, ...]


def find(said: Said, ways: Sequence[Reading], scope: Scope, question: str) -> tuple[Found, ...]:
    """Return the candidates of every reading of a question."""
    return tuple(Found(way, _candidates(said, way, scope, question)) for way in ways)


def best_of(found: Sequence[Found]) -> tuple[Candidate, ...]:
    """Return each fact's best candidate over all readings, best first."""
    best: dict[tuple[str, str], Candidate] = {}
    for candidate in (c for f in found for c in f.candidates):
        key = candidate.profile, candidate.fact
        if key not in best or candidate.score > best[key].score:
            best[key] = candidate
    return tuple(sorted(best.values(), key=lambda c: (-c.score, c.profile, c.fact)))


def _candidates(said: Said, way: Reading, scope: Scope, question: str) -> tuple[Candidate, ...]:
    index = scope.index
    asked = Asked(
        question, way.masked, features(way.masked, index.concepts), len(said.repairs), index
    )
    reach = index.profile_facts[way.profile] if way.profile else (0, len(index.facts))
    near = search(index, asked.found, reach)
    exact = _exact_row(way, scope)
    found = (
        _candidate(n, asked, way, scope, exact) for n in near if _fits(n, said, way, scope)
    )
    return tuple(sorted(found, key=lambda c: (-c.score, c.profile, c.fact)))


def _candidate(
    near: Near, asked: Asked, way: Reading, scope: Scope, exact: int | None
) -> Candidate:
    profile, fact = _fact(near.fact, scope)
    row = near.row if exact is None else exact
    effects = tuple(_effects(near, asked, way, scope, fact, exact))
    similarity = 1.0 if _is_exact(near, scope, exact) else _similarity(near)
    score = similarity
    for effect in effects:
        score *= effect.factor
    first = int(scope.index.first_row[near.fact])
    place = row - first if 0 <= row - first < len(fact.phrasings) else near.row - first
    return Candidate(
        profile, fact.id, fact.phrasings[place], similarity, max(0.0, min(1.0, score)), effects
    )


def _effects(
    near: Near, asked: Asked, way: Reading, scope: Scope, fact: Fact, exact: int | None
) -> Iterator[Effect]:
    if not _is_exact(near, scope, exact):
        index = scope.index
        against = Against(fact, near.fact, index.asked[near.fact], index.told[near.fact])
        yield from guard(asked, against)
        if fact.status is Status.UNKNOWN:
            yield Effect("a curated unknown", "answers only when asked exactly", UNKNOWN)
    if way.factor < 1:
        yield Effect("read as", way.through, way.factor)


def _similarity(near: Near) -> float:
    return max(0.0, min(1.0, SHARE * near.share + COSINE * near.cosine))


def _is_exact(near: Near, scope: Scope, exact: int | None) -> bool:
    return exact is not None and int(scope.index.fact_of_row[exact]) == near.fact


def _exact_row(way: Reading, scope: Scope) -> int | None:
    if way.profile is None:
        return None
    return scope.index.exact.get(exact_number(way.masked, way.profile))


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
