"""The policy that belongs to "at most this share wrong", worked out once for each release.

It rests on the labelled questions that everybody may see, whoever asks: restricted facts leave
no trace in it, and one release has one threshold.
"""

import logging
from datetime import date

from bot.config import Config
from bot.kept import keep_index, keep_points, kept_index, kept_points
from knowledge.answer.outcomes import Request
from knowledge.decide import POLICY, Policy
from knowledge.evaluate.calibrate import SURE, Calibration, Point, calibrate, points
from knowledge.evaluate.run import Half, half_of, judging, labelled
from knowledge.release import Release, View

TARGETS = (0.01, 0.02, 0.05)
"""What an evaluation shows beside the target in use."""
_log = logging.getLogger(__name__)


def calibrated(release: Release, most_wrong: float, today: date) -> Calibration:
    """Return the threshold that keeps the target, from the tuning half of a sound base."""
    shown = kept_points(release)
    if shown is None:
        shown = _points(release, today)
        keep_points(release, shown)
    return calibrate(shown, most_wrong)


def policy_for(release: Release, config: Config, today: date) -> Policy:
    """Return the policy that the settings ask for; a shortfall is logged."""
    if config.most_wrong is None:
        return POLICY
    found = calibrated(release, config.most_wrong, today)
    if lacking := shortfall(found):
        _log.warning("%s", lacking)
    return found.policy


def shortfall(found: Calibration) -> str:
    """Return why no threshold keeps the target, and what then holds; nothing where one does."""
    if found.threshold is not None:
        return ""
    wrong = found.wrong
    return (
        f"No threshold can be shown, with {SURE:.0%} certainty, to keep wrong answers to "
        f"{found.most_wrong:.3g}: at the shipped {POLICY.threshold:.2f}, {wrong.count} of the "
        f"{wrong.total} answers to labelled questions of the tuning half are wrong, and it "
        f"takes at least {found.needed} without a wrong one. "
        "The shipped threshold is used; label more questions, or allow more."
    )


def _points(release: Release, today: date) -> tuple[Point, ...]:
    kept = kept_index(release, release.withheld)
    view = release.withheld if kept is None else View(release.withheld.base, kept)
    tuning = (
        posed for posed in labelled(view.base) if half_of(posed.label.question) is Half.TUNING
    )
    found = points(judging(tuning, view, Request(today)))
    if view.built is None:
        keep_index(release, view)
    return found
