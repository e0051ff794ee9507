"""From "at most this share wrong" to the threshold that keeps it, by labelled questions.

The rule is Learn then Test (Angelopoulos, Bates, Candès, Jordan and Lei 2021, "Learn then Test:
Calibrating Predictive Algorithms to Achieve Risk Control"): test, threshold by threshold of a
list that was fixed beforehand, the hypothesis that more than the target of its answers are
wrong, and take the lowest threshold at which it is rejected. Of the answers at one threshold
the wrong ones are binomial, so each test is exact (Clopper and Pearson 1934). The tests are
held together by fixed sequences from the highest threshold down: each start has an equal part
of the doubt, and a threshold that passes hands all that it had on to the next. So with a chance
of at least `SURE` no threshold is taken at which questions like these have more than the target
wrong. Questions that weights or phrasings were mended by are easier than those, and the promise
is then too good: the reporting half tells by how much.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from math import ceil, exp, fsum, lgamma, log, log1p

from knowledge.answer.outcomes import Answered
from knowledge.decide import POLICY, STARTS, THRESHOLDS, Policy
from knowledge.evaluate.report import Share
from knowledge.evaluate.run import Grade, Half, Judged, Posed, grade

SURE = 0.9
"""The chance that the promise is kept, over the choice of labelled questions."""


@dataclass(frozen=True, slots=True)
class Point:
    """A labelled question that is answered where the threshold is not above its score."""

    score: float
    is_wrong: bool


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was found for a target."""

    most_wrong: float
    """The target: which share of the answers may be wrong, 0 to 1."""
    threshold: float | None
    """The threshold that keeps it; None where no threshold can be shown to."""
    wrong: Share
    """Of what is answered there, or at the shipped threshold where there is none."""

    @property
    def policy(self) -> Policy:
        """Return the policy that belongs to the target: the shipped threshold where none is."""
        threshold = POLICY.threshold if self.threshold is None else self.threshold
        return replace(POLICY, threshold=threshold, most_wrong=self.most_wrong)

    @property
    def needed(self) -> int:
        """Return how many answers it takes at the very least, none of them wrong."""
        return ceil(log(1 - SURE) / log1p(-self.most_wrong))


def points(judged: Iterable[Judged], half: Half | None = None) -> tuple[Point, ...]:
    """Return what one half of the questions, or all, show about thresholds; by score."""
    found = (
        Point(one.loosest.score, grade(_posed(one), one.loosest) is Grade.WRONG)
        for one in judged
        if isinstance(one.loosest, Answered) and half in {None, one.half}
    )
    return tuple(sorted(found, key=lambda point: (point.score, point.is_wrong)))


def wrong_at(shown: Iterable[Point], threshold: float) -> Share:
    """Return how many are wrong of those that a threshold lets be answered."""
    answered = [point for point in shown if point.score >= threshold]
    return Share(sum(point.is_wrong for point in answered), len(answered))


def curve(shown: Iterable[Point]) -> tuple[Share, ...]:
    """Return how many are wrong of how many answered, from the highest threshold down."""
    ordered = sorted(shown, key=lambda point: -point.score)
    wrong, shares = 0, []
    for answered, (point, following) in enumerate(zip_longest(ordered, ordered[1:]), 1):
        wrong += point.is_wrong
        if following is None or following.score != point.score:  # no threshold parts equals
            shares.append(Share(wrong, answered))
    return tuple(shares)


def calibrate(shown: Sequence[Point], most_wrong: float) -> Calibration:
    """Return the lowest threshold that keeps the target, with the counts there."""
    doubt = 1 - SURE
    lowest, carried = None, 0.0
    for threshold in THRESHOLDS:  # from the highest down
        level = carried + (doubt / len(STARTS) if threshold in STARTS else 0.0)
        is_kept = (
            level > 0 and chance_of_so_few(wrong_at(shown, threshold), most_wrong) <= level
        )
        lowest = threshold if is_kept else lowest
        carried = level if is_kept else 0.0
    found = POLICY.threshold if lowest is None else lowest
    return Calibration(most_wrong, lowest, wrong_at(shown, found))


def chance_of_so_few(wrong: Share, rate: float) -> float:
    """Return the chance of so few wrong ones, or fewer, where each is wrong at that rate."""
    n = wrong.total
    if not n or wrong.count >= n:
        return 1.0
    each = (
        lgamma(n + 1)
        - lgamma(k + 1)
        - lgamma(n - k + 1)
        + k * log(rate)
        + (n - k) * log1p(-rate)
        for k in range(wrong.count + 1)
    )
    return min(1.0, fsum(map(exp, each)))


def _posed(one: Judged) -> Posed:
    return Posed(one.profile, one.label)
