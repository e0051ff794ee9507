"""The figures of a run of questions: how often right, and how well the score tells."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import inf, nan
from typing import NamedTuple

from benchmarks.matching.material import Asked, Ranked

PRECISION = 0.95


class Outcome(NamedTuple):
    """What came of one question."""

    score: float
    """The best candidate's; minus infinity where there is none."""
    is_right: bool
    is_near: bool
    """Right among the first two."""
    is_in_scope: bool
    is_profile: bool = False
    """The first fact is of the right profile."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a table shows of one method on one task."""

    asked: int
    accuracy: float
    top_two: float
    auroc: float
    """Not a number where every question is in scope."""
    coverage: float
    """In-scope questions answered where 95% of all answers are right, by an oracle."""
    profile: float
    """In-scope questions whose first fact is of the right profile."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """What a threshold that was set beforehand gives."""

    threshold: float
    precision: float
    coverage: float


def outcome(asked: Asked, ranked: Ranked) -> Outcome:
    """Judge one ranking."""
    facts = [fact for fact, _ in ranked[:2]]
    in_scope = bool(asked.expected)
    return Outcome(
        score=ranked[0][1] if ranked else -inf,
        is_right=in_scope and facts[:1] == [asked.expected],
        is_near=in_scope and asked.expected in facts,
        is_in_scope=in_scope,
        is_profile=in_scope and _profiles(facts[:1]) == _profiles([asked.expected]),
    )


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """Return the figures of a run; a threshold is set on the run itself, by an oracle."""
    within = [o for o in outcomes if o.is_in_scope]
    return Figures(
        asked=len(outcomes),
        accuracy=share(o.is_right for o in within),
        top_two=share(o.is_near for o in within),
        auroc=auroc(outcomes),
        coverage=frozen(outcomes, loosest(outcomes)).coverage,
        profile=share(o.is_profile for o in within),
    )


def frozen(outcomes: Sequence[Outcome], threshold: float) -> Frozen:
    """Return precision and coverage where all that reach a threshold are answered."""
    given = [o for o in outcomes if o.score >= threshold and o.score > -inf]
    within = sum(o.is_in_scope for o in outcomes)
    return Frozen(
        threshold=threshold,
        precision=share(o.is_right for o in given),
        coverage=sum(o.is_in_scope for o in given) / within if within else nan,
    )


def loosest(outcomes: Sequence[Outcome], precision: float = PRECISION) -> float:
    """Return the lowest threshold at which enough answers are right; infinity if none is.

    Questions with the same score are answered together or not at all.
    """
    best, given, right = inf, 0, 0
    for score, tied in _falling(outcomes):
        given += len(tied)
        right += sum(o.is_right for o in tied)
        if right >= precision * given:
            best = score
    return best


def auroc(outcomes: Sequence[Outcome]) -> float:
    """Return how often an in-scope question scores above another, ties counting half."""
    within = [o.score for o in outcomes if o.is_in_scope]
    without = sorted(o.score for o in outcomes if not o.is_in_scope)
    if not within or not without:
        return nan
    below = sum(bisect_left(without, s) + bisect_right(without, s) for s in within)
    return below / (2 * len(within) * len(without))


def share(of: Iterable[bool]) -> float:
    """Return which part is true; not a number of nothing."""
    held = list(of)
    return sum(held) / len(held) if held else nan


def _profiles(facts: Iterable[str]) -> list[str]:
    return [fact.partition("/")[0] for fact in facts]


def _falling(outcomes: Sequence[Outcome]) -> Iterator[tuple[float, list[Outcome]]]:
    scored = sorted((o for o in outcomes if o.score > -inf), key=lambda o: -o.score)
    for score, tied in groupby(scored, key=lambda o: o.score):
        yield score, list(tied)
