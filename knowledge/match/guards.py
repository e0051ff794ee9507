"""Guards: what speaks against a fact although its words come near.

Each guard measures one thing, 0 where there is nothing to object. A guard looks at the question
as it was read, and at what the fact's phrasings ask and its sentences tell.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from knowledge.dates import parse_when
from knowledge.index.build import Index
from knowledge.index.features import Unit, word_number
from knowledge.index.gather import ASKS_BITS
from knowledge.match.guards_of_names import GUARDS_OF_NAMES
from knowledge.match.objection import Against, Guard, Objection, is_asked
from knowledge.match.question import Asked
from knowledge.model.fact import Fact, Status
from knowledge.text.fold import fold
from knowledge.text.lexicon import (
    CONTRASTS,
    NEGATIONS,
    WHO_IS_MEANT,
    Asks,
)
from knowledge.text.numbers import numbers
from knowledge.text.tokens import stem

_STRICT = frozenset(
    {Asks.WHO, Asks.WHEN, Asks.WHERE, Asks.WHY, Asks.COUNT, Asks.LONG, Asks.OLD}
)
_NOW = frozenset("still currently now nowadays today anymore presently".split())
_NOW_NUMBERS = frozenset(word_number(stem(word)) for word in _NOW)
_PICKING = frozenset({"what", "which"})
_COUNTED = frozenset({Asks.COUNT, Asks.LONG, Asks.OLD})
_CONTRAST_STEMS = tuple(
    {word_number(stem(word)): word for word in group} for group in CONTRASTS
)
_CONTRASTED = frozenset(number for group in _CONTRAST_STEMS for number in group)


def guards_for(question: Asked) -> tuple[Guard, ...]:
    """Return the guards that may object to what a question says, in a fixed order."""
    return tuple(guard for guard in _GUARDS if guard.concerns(question))


def objections(
    question: Asked, against: Against, guards: Iterable[Guard]
) -> tuple[Objection, ...]:
    """Return everything that some guards say against the fact."""
    return tuple(found for guard in guards for found in guard.check(question, against))


def _stray_words(question: Asked, against: Against) -> Iterator[Objection]:
    """Measure the share of the question, by weight, that the fact does not explain."""
    total = 0.0
    stray: dict[str, float] = {}
    shown: dict[str, list[str]] = {}
    for unit, weight in question.says:
        total += weight
        kind = _stray_kind(unit, question, against)
        if kind:
            stray[kind] = stray.get(kind, 0.0) + weight
            shown.setdefault(kind, []).append(" ".join(unit.words))
    for kind, weight in sorted(stray.items()):
        yield Objection(kind, ", ".join(shown[kind]), weight / total)
    new = shown.get("new words", [])
    if new:  # however long the question is
        yield Objection("new thing", ", ".join(new), float(len(new)))
    beyond = [*new, *shown.get("stray words", [])]
    if beyond and against.fact.status is Status.UNKNOWN:
        yield Objection("not looked for", ", ".join(beyond), 1.0)


def _stray_kind(unit: Unit, question: Asked, against: Against) -> str:
    if is_asked(unit, against):
        return ""
    if unit.is_light:
        return "small words"
    if unit.number in against.told:
        return "only told"
    if _is_near(unit, question.index, against):
        return "near words"
    return "stray words" if question.index.is_said(unit.number) else "new words"


def _is_near(unit: Unit, index: Index, against: Against) -> bool:
    """Tell whether a phrasing asks with a word that people use instead."""
    return any(
        not against.asked.isdisjoint(index.near.get(number, ())) for number in unit.stem_numbers
    )


def _owned(question: Asked, against: Against) -> Iterator[Objection]:
    """Object where a thing or person of somebody's is asked about, and by no phrasing."""
    for unit in question.found.units:
        if unit.words[-1] not in question.owned or unit.is_light:
            continue
        if _stray_kind(unit, question, against) in {"new words", "stray words"}:
            yield Objection("owned", " ".join(unit.words), 1.0)


def _numbers(question: Asked, against: Against) -> Iterator[Objection]:
    other = question.numbers - _numbers_of(against.fact)
    if other:
        yield Objection("number", ", ".join(f"{number:g}" for number in sorted(other)), 1.0)


@lru_cache(maxsize=4096)
def _numbers_of(fact: Fact) -> frozenset[float]:
    texts = (*fact.sentences, *fact.phrasings, *(c.said or "" for c in fact.claims))
    years = parse_when(fact.when).years if fact.when else ()
    return frozenset(float(year) for year in years).union(*(numbers(fold(t)) for t in texts))


def _negations(question: Asked, against: Against) -> Iterator[Objection]:
    """Object to "not" where no phrasing says so; in "isn't he dead?" it says nothing."""
    said = next(word for word in question.masked if word in NEGATIONS)
    is_said = against.negated
    if question.kind not in {Asks.WHETHER, Asks.OPEN}:
        is_said = not NEGATIONS.isdisjoint(against.wording.split())
    if not is_said:
        yield Objection("negation", said, 1.0)


def _contrasts(question: Asked, against: Against) -> Iterator[Objection]:
    for group in _CONTRAST_STEMS:
        said = question.said.intersection(group)
        asked = against.asked.intersection(group)
        if said and asked and not said & asked:
            yield Objection("contrast", ", ".join(sorted(group[n] for n in said)), 1.0)


def _kind_of_answer(question: Asked, against: Against) -> Iterator[Objection]:
    kind = question.kind
    if not against.asks_bits & ASKS_BITS[kind]:
        name = "asks for a number" if kind in _COUNTED else "kind of answer"
        yield Objection(name, f"asks {kind.value}", 1.0)


def _other_question_word(question: Asked, against: Against) -> Iterator[Objection]:
    """Object where the nearest phrasing asks "when" and the question asks "where"."""
    kind = question.kind
    may_want = against.asks_bits & ASKS_BITS[kind]
    if against.nearest in _STRICT - {kind} and not may_want:
        yield Objection("other question word", f"{kind.value}, not {against.nearest}", 1.0)


def _still(question: Asked, against: Against) -> Iterator[Objection]:
    """Object where the question asks how things stand now and no phrasing does."""
    if against.asked.isdisjoint(_NOW_NUMBERS):
        said = [word for word in question.masked if word in _NOW]
        yield Objection("now", ", ".join(said), 1.0)


def _thing_asked(question: Asked, against: Against) -> Iterator[Objection]:
    """Object where no phrasing names the thing after "which" or "what": "which rifle"."""
    units = question.found.units
    for place, unit in enumerate(units[:-1]):
        thing = units[place + 1]
        if unit.words[-1] not in _PICKING or thing.is_light:
            continue
        is_told = thing.number in against.told
        if thing.meant != WHO_IS_MEANT and not is_told and not is_asked(thing, against):
            yield Objection("thing asked", " ".join(thing.words), 1.0)


def _repairs(question: Asked, _: Against) -> Iterator[Objection]:
    yield Objection("typos repaired", str(question.repaired), float(question.repaired))


def _unknowns(_: Asked, against: Against) -> Iterator[Objection]:
    if against.fact.status is Status.UNKNOWN:
        yield Objection("not found", "a curated unknown answers only when asked exactly", 1.0)


def _always(_: Asked) -> bool:
    return True


def _wants_strictly(question: Asked) -> bool:
    return question.kind in _STRICT


_GUARDS: tuple[Guard, ...] = (
    Guard(_always, _stray_words),
    *GUARDS_OF_NAMES,
    Guard(lambda question: bool(question.owned), _owned),
    Guard(lambda question: bool(question.numbers), _numbers),
    Guard(lambda question: not NEGATIONS.isdisjoint(question.masked), _negations),
    Guard(lambda question: not _CONTRASTED.isdisjoint(question.said), _contrasts),
    Guard(_wants_strictly, _kind_of_answer),
    Guard(_wants_strictly, _other_question_word),
    Guard(lambda question: not _NOW.isdisjoint(question.masked), _still),
    Guard(lambda question: not _PICKING.isdisjoint(question.masked), _thing_asked),
    Guard(lambda question: question.repaired > 0, _repairs),
    Guard(_always, _unknowns),
)
