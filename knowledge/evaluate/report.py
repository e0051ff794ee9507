"""Counts over judged questions, each share with its interval."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from knowledge.answer.outcomes import Abstained, Ambiguous, Answer, Answered
from knowledge.evaluate.run import Grade, Half, Judged

_Z = 1.96  # two-sided 95%


@dataclass(frozen=True, slots=True)
class Share:
    """A count out of a total, with its 95% interval (Wilson 1927)."""

    count: int
    total: int

    @property
    def rate(self) -> float:
        """Return the share, 0 to 1; 0 where there is nothing to count."""
        return self.count / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Return the lower and the upper end, 0 to 1."""
        n = self.total
        if not n:
            return 0.0, 1.0
        center = self.rate + _Z * _Z / (2 * n)
        spread = _Z * sqrt(self.rate * (1 - self.rate) / n + _Z * _Z / (4 * n * n))
        scale = 1 + _Z * _Z / n
        return max(0.0, (center - spread) / scale), min(1.0, (center + spread) / scale)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.count}/{self.total} = {self.rate:.1%} ({low:.1%} to {high:.1%})"


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of some labelled questions."""

    as_expected: Share
    """Of all: the accuracy."""
    answered: Share
    """Of all: the coverage."""
    wrong: Share
    """Of those that were answered: the risk."""
    answered_right: Share
    """Of those that a fact answers."""
    declined: Share
    """Of those that none answers: not answered with a fact."""


def summarize(judged: Sequence[Judged], half: Half | None = None) -> Summary:
    """Return the counts of one half, or of all."""
    chosen = [one for one in judged if half in {None, one.half}]
    answerable = [one for one in chosen if one.label.is_answerable]
    others = [one for one in chosen if not one.label.is_answerable]
    answered = sum(one.is_answered for one in chosen)
    return Summary(
        as_expected=Share(_count(chosen, Grade.RIGHT), len(chosen)),
        answered=Share(answered, len(chosen)),
        wrong=Share(_count(chosen, Grade.WRONG), answered),
        answered_right=Share(_count(answerable, Grade.RIGHT), len(answerable)),
        declined=Share(len(others) - _count(others, Grade.WRONG), len(others)),
    )


def came_out(given: Answer) -> str:
    """Return an outcome in words: "was answered with profile/fact"."""
    match given:
        case Answered(profile, fact):
            return f"was answered with {profile.id}/{fact.id}"
        case Ambiguous(choices):
            offered = ", ".join(f"{choice.profile.id}/{choice.fact.id}" for choice in choices)
            return f"was ambiguous between {offered}"
        case Abstained(reason):
            return f"was abstained on ({reason.value})"


def _count(judged: Sequence[Judged], grade: Grade) -> int:
    return sum(one.grade is grade for one in judged)
