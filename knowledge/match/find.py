"""Finding: a question in, ranked candidates with their reasons out."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.index.gather import ASKS_BITS
from knowledge.index.mask import PRONOUNS
from knowledge.index.search import Near, search
from knowledge.match.explain import Candidate
from knowledge.match.guards import guards_for
from knowledge.match.question import Asked, asked, numbers_in
from knowledge.match.reading import (
    ANOTHER,
    BARE_NAME,
    BY_CHANCE,
    OTHER_TOPIC,
    Before,
    Reading,
    Said,
    Scope,
)
from knowledge.match.weighing import Weighing, fact_of, is_of_topic, weighed
from knowledge.match.word_for_word import by_name, exact_fact, word_for_word
from knowledge.text.lexicon import WHO_IS_MEANT, Asks

WORTH = 0.35  # facts below this part of the best one's share are not held against the guards
HELD = 3  # facts that are; a fourth never answers (measured)
BRIEF = 1  # content words of a keyword question
ROUNDED = 5  # digits of a score; by the next ones loops and arrays may differ
LIKELY = 0.5  # the least score of a fact that stands beside one that has the very words


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
    return tuple(sorted(best.values(), key=_order))


def _order(found: Candidate) -> tuple[float, str, str]:
    """Put the best first; what is equal but for the order of adding up stands by its name."""
    return -round(found.score, ROUNDED), found.profile, found.fact


def _candidates(
    said: Said, way: Reading, scope: Scope, held: frozenset[float]
) -> tuple[Candidate, ...]:
    exact = exact_fact(way, scope.index)
    if exact is not None and BARE_NAME in way.unclear:
        return by_name(way, scope)
    if exact is None:
        return _by_words(said, way, scope, held)
    if exact.is_shadow:
        return ()
    found = _doubted_elsewhere(word_for_word(exact, way, scope), way, scope)
    before = way.before
    if before is None or before.leans < 1 or is_of_topic(before, *fact_of(exact, scope)):
        return (found,)
    rivals = _by_words(said, way, scope, held)
    goes_on = rivals[:1] and _goes_on_about(before, rivals[0], scope)
    return (found._replace(unclear=BY_CHANCE), rivals[0]) if goes_on else (found,)


def _goes_on_about(before: Before, best: Candidate, scope: Scope) -> bool:
    """Tell whether a fact of the topic before is likely, though another has the phrasing.

    "Who succeeded him?" of one post may be asked after a question about another.
    """
    fact = scope.base.fact(best.profile, best.fact)
    is_same_topic = fact is not None and is_of_topic(before, best.profile, fact)
    return is_same_topic and best.score >= LIKELY


def _by_words(
    said: Said, way: Reading, scope: Scope, held: frozenset[float]
) -> tuple[Candidate, ...]:
    """Return the candidates of a reading that no fact has as a phrasing."""
    index = scope.index
    question = asked(way.masked, said, held, index)
    if _is_bare_name(question):
        return by_name(way, scope)
    found = search(index, question.found, question.kind, way.profile)
    near = _fitting(found, said, scope) if way.profile is None else found
    facts = [n for n in near if not n.is_shadow]
    if way.borrows and way.before:
        facts = _following(facts, question, way.before, scope)
    least = WORTH * max((n.share for n in facts), default=0.0)
    weighing = Weighing(question, way, scope, near, guards_for(question), _is_brief(question))
    best = (
        _doubted_elsewhere(_of_other_topic(weighed(n, weighing), way, scope), way, scope)
        for n in facts[:HELD]
        if n.share >= least
    )
    return tuple(sorted(best, key=_order))


def _doubted_elsewhere(found: Candidate, way: Reading, scope: Scope) -> Candidate:
    """Doubt who "he" is where the answer before named somebody, and this is another topic."""
    before = way.before
    if before is None or not before.elsewhere or found.unclear:
        return found
    fact = scope.base.fact(found.profile, found.fact)
    is_same = fact is None or is_of_topic(before, found.profile, fact)
    return found if is_same else found._replace(unclear=ANOTHER)


def _of_other_topic(found: Candidate, way: Reading, scope: Scope) -> Candidate:
    """Let what borrowed words find beyond the topic before be offered, not answered."""
    if not way.borrows or way.before is None or found.unclear:
        return found
    fact = scope.base.fact(found.profile, found.fact)
    is_same = fact is None or fact.topic == way.before.topic
    return found if is_same else found._replace(unclear=OTHER_TOPIC)


def _is_bare_name(question: Asked) -> bool:
    """Tell whether it only says whom it is about: "what about Marrow?" may ask anything."""
    says = (unit for unit in question.found.units if unit.meant != WHO_IS_MEANT)
    asks_nothing = question.kind is Asks.OPEN or "about" in question.masked[:2]
    is_named = WHO_IS_MEANT in question.masked
    return is_named and asks_nothing and all(unit.is_light for unit in says)


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
        if n.owner[0] != before.profile or fact_of(n, scope)[1].topic == before.topic
    ]
    if same and before.is_it(same[0].owner[0], fact_of(same[0], scope)[1].id):
        return []
    return [n for n in same if not before.is_it(n.owner[0], fact_of(n, scope)[1].id)]


def _is_brief(question: Asked) -> bool:
    content = {unit.number for unit in question.found.units if not unit.is_light}
    return len(content) <= BRIEF and question.kind is Asks.OPEN


def _fitting(found: Sequence[Near], said: Said, scope: Scope) -> Sequence[Near]:
    """Return the facts that the pronouns fit: "she" is not asked of a man."""
    used = PRONOUNS.intersection(said.words)
    if not used:
        return found
    pronouns = scope.index.pronouns
    return [near for near in found if not used.isdisjoint(pronouns[near.owner[0]])]
