"""The verdict: which candidate answers, or why none does. The only place with a threshold."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from knowledge.match.explain import Candidate


@dataclass(frozen=True, slots=True)
class Policy:
    """When a candidate may answer. Scores are 0 to 1 after all penalties."""

    threshold: float
    """The lowest score that is answered."""
    margin: float
    """How far the answer stands ahead of the next fact."""
    offer: float
    """The lowest score that is offered as "did you mean"."""
    suggest: float
    """The lowest score that is suggested beside an abstention."""


# Set on the tuning half of the labelled questions (`footnote check` prints both halves).
POLICY = Policy(threshold=0.46, margin=0.04, offer=0.42, suggest=0.12)
CHOICES = 3


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

    suggested: tuple[Candidate, ...]
    why: str


Verdict: TypeAlias = Answers | Offers | Refuses


def decide(
    candidates: Sequence[Candidate], *, only_weak: bool = False, policy: Policy = POLICY
) -> Verdict:
    """Return the verdict over ranked candidates.

    Where only a weak name speaks for the person, nothing is answered: what might be is offered.
    """
    if not candidates:
        return Refuses((), "no fact comes near")
    best = candidates[0]
    if best.score < policy.offer:
        suggested = tuple(c for c in candidates if c.score >= policy.suggest)
        return Refuses(suggested, f"{best.score:.2f} is below {policy.offer:.2f}")
    rivals = tuple(c for c in candidates if best.score - c.score < policy.margin)[:CHOICES]
    if only_weak:
        near = tuple(c for c in candidates if c.score >= policy.suggest)[:CHOICES]
        return Offers(near, "only a weak name says whom it is about")
    if len(rivals) > 1:
        return Offers(rivals, f"{len(rivals)} facts within {policy.margin:.2f}")
    if best.score < policy.threshold:
        suggested = tuple(c for c in candidates if c.score >= policy.suggest)
        return Refuses(suggested, f"{best.score:.2f} is below {policy.threshold:.2f}")
    return Answers(best, f"{best.score:.2f} is at least {policy.threshold:.2f}")
