"""What the audit finds in small invented bases."""

from collections.abc import Iterable

from knowledge.audit.rules import audit
from knowledge.base import ProfileFacts, build_base
from knowledge.errors import Problem
from knowledge.model.fact import Fact
from knowledge.model.source import Source
from tests.knowledge.make import make_base, make_fact, make_source

OLD = make_source(issued="2011-03-02")


def other(**changes: object) -> Fact:
    """Return a second fact that does not clash with the usual one."""
    return make_fact(**{"id": "work.rock", "phrasings": ("Which rock?",), **changes})


def problems(*facts: Fact, sources: tuple[Source, ...] = (OLD,)) -> tuple[Problem, ...]:
    """Return what the audit finds in a base of these facts."""
    return audit(make_base(*facts, sources=sources), measure=None, budget=0)


def problems_of(*held: ProfileFacts) -> tuple[Problem, ...]:
    """Return what the audit finds in a base of these profiles."""
    return audit(build_base(held, [OLD]), measure=None, budget=0)


def wrongs(found: Iterable[Problem]) -> list[str]:
    """Return what is wrong, and make sure that each problem is complete."""
    found = tuple(found)
    assert all(problem.file.endswith(".toml") and problem.remedy for problem in found)
    return [problem.wrong for problem in found]
