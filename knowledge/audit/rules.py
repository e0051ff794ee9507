"""Curation rules over the whole base, every problem in one report; and remarks beside them."""

from collections.abc import Iterator

from knowledge.audit.attributes import attribute_remarks
from knowledge.audit.citing import source_problems
from knowledge.audit.facts import Measure, fact_problems, leak_problems, length_problems
from knowledge.audit.naming import naming_remarks
from knowledge.audit.phrasings import phrasing_problems, repeated_phrasings
from knowledge.audit.profiles import profile_problems, question_problems
from knowledge.audit.thin import thin_remarks
from knowledge.audit.wording import Mask, matcher_mask
from knowledge.base import FactBase
from knowledge.errors import Problem


def audit(
    base: FactBase, *, measure: Measure | None = None, budget: int = 0, mask: Mask | None = None
) -> tuple[Problem, ...]:
    """Return every broken rule, sorted by file and fact; not what follows from `base.unread`.

    `measure` says how long the whole reply of a fact is, and `budget` how long it may be;
    without `measure` lengths go unchecked. `mask` says when two wordings count as one; without
    it the matcher's own does.
    """
    problems = set(_problems(base, mask or matcher_mask(base)))
    if measure:
        problems.update(length_problems(base, measure, budget))
    return tuple(sorted(problems))


def remarks(base: FactBase) -> tuple[Problem, ...]:
    """Return what a curator should know of, though the base answers rightly as it is."""
    thin = (problem for held in base.profiles.values() for problem in thin_remarks(held, base))
    return tuple(sorted({*wording_remarks(base), *thin}))


def wording_remarks(base: FactBase) -> tuple[Problem, ...]:
    """Return the remarks on names, phrasings and attributes, which any new fact may bring."""
    mask = matcher_mask(base)
    repeated = (
        problem
        for held in base.profiles.values()
        for fact in held.facts
        for problem in repeated_phrasings(held, fact, mask)
    )
    return tuple(sorted({*naming_remarks(base), *attribute_remarks(base), *repeated}))


def _problems(base: FactBase, mask: Mask) -> Iterator[Problem]:
    yield from profile_problems(base)
    yield from source_problems(base)
    yield from leak_problems(base)
    for held in base.profiles.values():
        yield from fact_problems(held, base.attributes)
        yield from phrasing_problems(held, mask)
        yield from question_problems(held, base)
