"""Judged questions by what they have in common: headings, and the families under each."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from knowledge.audit.wording import matcher_mask
from knowledge.base import FactBase
from knowledge.evaluate.run import Judged
from knowledge.model.fact import Fact

Families: TypeAlias = Mapping[str, Mapping[str, tuple[Judged, ...]]]
"""The questions by family, under each heading; a question may stand in several, or in none."""
_Sorter: TypeAlias = Callable[[Judged], Iterable[str]]

WORD_FOR_WORD, OWN_WORDS = "word for word", "own words"


def by_family(judged: Sequence[Judged], base: FactBase) -> Families:
    """Return the questions under each heading, families in the order of names."""
    sorters: Mapping[str, _Sorter] = {
        "expected": _expected,
        "wording": _wording(base),
        "asked with": lambda one: _asked_with(one, base),
        "family": lambda one: (one.label.family,),
        "profile": lambda one: (one.profile,),
        "topic": lambda one: (fact.topic for fact in _fact(one, base)),
    }
    return {heading: _sorted(judged, sorter) for heading, sorter in sorters.items()}


def _sorted(judged: Sequence[Judged], sorter: _Sorter) -> Mapping[str, tuple[Judged, ...]]:
    found: dict[str, list[Judged]] = {}
    for one in judged:
        for family in sorter(one):
            found.setdefault(family, []).append(one)
    return {family: tuple(found[family]) for family in sorted(found)}


def _expected(one: Judged) -> tuple[str]:
    return ("a fact" if one.label.is_answerable else one.label.expect,)


def _wording(base: FactBase) -> _Sorter:
    """Tell phrasings from other wordings as the matcher compares them: names are a blank."""
    mask = matcher_mask(base)
    phrasings = {
        id_: frozenset(
            mask(phrasing, held.profile) for fact in held.facts for phrasing in fact.phrasings
        )
        for id_, held in base.profiles.items()
    }

    def told(one: Judged) -> tuple[str]:
        expected = one.label.expected(one.profile)
        profile = expected.partition("/")[0] if expected else one.profile
        held = base.profiles.get(profile)
        is_phrasing = held and mask(one.label.question, held.profile) in phrasings[profile]
        return (WORD_FOR_WORD if is_phrasing else OWN_WORDS,)

    return told


def _asked_with(one: Judged, base: FactBase) -> Iterator[str]:
    if one.label.context:
        yield "question before"
    if one.label.as_of:
        yield "as-of day"
    if one.given.explanation.repairs:
        yield "typos"
    if one.is_withheld or any(fact.is_restricted for fact in _fact(one, base)):
        yield "restricted fact"


def _fact(one: Judged, base: FactBase) -> tuple[Fact, ...]:
    """Return the fact that is expected, where one is."""
    profile, _, id_ = (one.label.expected(one.profile) or "").partition("/")
    fact = base.fact(profile, id_)
    return (fact,) if fact else ()
