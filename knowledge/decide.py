"""The verdict: which candidate answers, or why none does. The only place with a threshold."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from knowledge.match.explain import Candidate
from knowledge.match.reading import NOBODY
from knowledge.match.weights import log_odds


@dataclass(frozen=True, slots=True)
class Policy:
    """When a candidate may answer. Scores are 0 to 1 after all penalties."""

    threshold: float
    """The lowest score that is answered."""
    margin: float
    """How far the answer stands ahead of the next fact, in log-odds."""
    brief_margin: float
    """The same, where the question is a keyword."""
    offer: float
    """The lowest score that is offered as "did you mean"."""
    suggest: float
    """The lowest score that stands among the choices where it is unclear what is meant."""
    most_wrong: float
    """The largest share of the answers that may be wrong."""


# Set on the tuning half of the labelled questions (`footnote check` prints both halves).
POLICY = Policy(
    threshold=0.73, margin=0.2, brief_margin=2.5, offer=0.3, suggest=0.1, most_wrong=0.05
)
CHOICES = 3
# What `knowledge.evaluate.calibrate` chooses from, fixed before any question is asked: steps of
# one half in log-odds, from the highest down to the lowest score that is even offered. It
# begins at the two starts: one for bases with many labelled questions, one for the others.
_STEPS = (0.99, 0.98, 0.97, 0.95, 0.92, 0.88, 0.82, 0.73, 0.62, 0.5)
STARTS = (0.99, 0.88)
THRESHOLDS = (*(step for step in _STEPS if step > POLICY.offer), POLICY.offer)


@dataclass(frozen=True, slots=True)
class Answers:
    """One candidate answers."""

    candidate: Candidate
    why: str


@dataclass(frozen=True, slots=True)
class Offers:
    """Two or three candidates are close; the asker chooses."""

    candidates: tuple[Candidate, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Refuses:
    """No candidate is good enough."""

    why: str


Verdict: TypeAlias = Answers | Offers | Refuses


def decide(candidates: Sequence[Candidate], policy: Policy = POLICY) -> Verdict:
    """Return the verdict over ranked candidates.

    Where it is unclear what the best one was asked about, nothing is answered outright: what
    may be meant is offered.
    """
    if not candidates:
        return Refuses("no fact comes near")
    best = candidates[0]
    if best.score < policy.offer:
        return _refuses(best, policy.offer)
    is_sure = best.score >= policy.threshold and _can_mean_one_only(candidates, policy)
    if best.unclear and not is_sure:
        near = tuple(c for c in candidates if c.score >= policy.suggest)[:CHOICES]
        return Offers(near, best.unclear)
    margin = policy.brief_margin if best.is_brief else policy.margin
    least = log_odds(best.score) - margin
    rivals = tuple(c for c in candidates if log_odds(c.score) > least)[:CHOICES]
    if len(rivals) > 1:
        return Offers(rivals, f"{len(rivals)} facts within {margin:.2f} log-odds")
    if best.score < policy.threshold:
        return _refuses(best, policy.threshold)
    return Answers(best, f"{best.score:.2f} is at least {policy.threshold:.2f}")


def _can_mean_one_only(candidates: Sequence[Candidate], policy: Policy) -> bool:
    """Tell whether nobody needs to be named, since nobody else's facts come near.

    A keyword may be about anything.
    """
    best = candidates[0]
    if best.is_brief:
        return False
    others = (c for c in candidates if c.profile != best.profile)
    return best.unclear == NOBODY and all(c.score < policy.suggest for c in others)


def _refuses(best: Candidate, least: float) -> Refuses:
    return Refuses(f"{best.score:.2f} is below {least:.2f}")
