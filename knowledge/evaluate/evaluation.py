"""Everything that one evaluation found, and what changed since an earlier one."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from knowledge.base import FactBase
from knowledge.decide import Policy
from knowledge.evaluate.calibrate import Calibration, points, wrong_at
from knowledge.evaluate.families import Families, by_family
from knowledge.evaluate.report import Share
from knowledge.evaluate.run import Grade, Half, Judged, half_of, labelled

_KEY = 16  # hex digits: no two questions meet by chance


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a target, on one part of the questions."""

    wrong: Share
    """Of what is answered at its threshold."""
    answered_right: Share
    """Of what a fact answers."""


@dataclass(frozen=True, slots=True)
class Flipped:
    """A question that came out otherwise than in an earlier evaluation."""

    judged: Judged
    before: Grade


@dataclass(frozen=True)
class Evaluation:
    """Judged questions with what is needed to read them."""

    base: FactBase
    policy: Policy
    judged: tuple[Judged, ...]
    targets: tuple[Calibration, ...]
    parts: tuple[Half | None, ...] = tuple(Half)
    """The two halves side by side; None alone is all of them."""
    shows_reporting: bool = False

    @property
    def families(self) -> Families:
        """Return the questions by family, under each heading."""
        return by_family(self.judged, self.base)

    @property
    def listable(self) -> tuple[Judged, ...]:
        """Return the questions that may be listed: of the base's own, those of the tuning half.

        Whoever reads the questions of the reporting half would tune to them; and what is asked
        about a restricted fact tells of it where it is withheld.
        """
        told = tuple(one for one in self.judged if not one.is_withheld)
        if self.shows_reporting:
            return told
        reserved = {
            posed.label.question
            for posed in labelled(self.base)
            if half_of(posed.label.question) is Half.REPORTING
        }
        return tuple(one for one in told if one.label.question not in reserved)

    def kept(self, target: Calibration, part: Half | None) -> Kept:
        """Return how a target's threshold does on one part of the questions."""
        wrong = wrong_at(points(self.judged, part), target.policy.threshold)
        answerable = sum(
            one.label.is_answerable for one in self.judged if part in {None, one.half}
        )
        return Kept(wrong, Share(wrong.total - wrong.count, answerable))

    def flipped(self, before: Mapping[str, Grade]) -> Iterator[Flipped]:
        """Yield each question that came out otherwise before, by its key."""
        for one in self.judged:
            was = before.get(key_of(one))
            if was is not None and was is not one.grade:
                yield Flipped(one, was)


def key_of(one: Judged) -> str:
    """Return what names a question without telling it."""
    label = one.label
    asked = json.dumps([one.profile, label.question, label.context, label.as_of])
    return sha256(asked.encode()).hexdigest()[:_KEY]
