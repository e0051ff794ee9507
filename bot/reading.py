"""A base as it is read before anybody is answered from it: every problem in one go."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bot.limits import REPLY
from bot.render.budget import reply_length
from knowledge.answer.outcomes import Abstained, Ambiguous, Answer, Answered
from knowledge.audit.places import is_about_labels
from knowledge.audit.rules import audit
from knowledge.base import FactBase
from knowledge.errors import Problem
from knowledge.evaluate.run import Half, Judged, evaluate, unexpected
from knowledge.load.folder import read_folder
from knowledge.release import Release


def read_base(folder: Path) -> tuple[FactBase, tuple[Problem, ...]]:
    """Return the base with everything that is wrong with it."""
    base, problems = read_folder(folder)
    return base, _audited(base, problems)


def read_answerable(folder: Path) -> tuple[FactBase, tuple[Problem, ...]]:
    """Return the base with what keeps it from answering."""
    base, problems = read_folder(folder)
    return base, answerable_problems(base, problems)


def answerable_problems(base: FactBase, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return what keeps a base from answering: all but the problems of labelled questions."""
    found = _audited(base, problems)
    return tuple(problem for problem in found if not is_about_labels(problem))


def _audited(base: FactBase, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    broken = audit(base, measure=reply_length, budget=REPLY)
    return tuple(sorted({*problems, *broken}))


def judge(release: Release, today: date) -> tuple[Judged, ...]:
    """Ask every labelled question of a sound base."""
    return evaluate(release.full, today)


def label_problems(judged: Sequence[Judged]) -> tuple[Problem, ...]:
    """Return the labelled questions of the tuning half that did not come out as expected."""
    return tuple(sorted(_problem(one) for one in unexpected(judged, Half.TUNING)))


def _problem(one: Judged) -> Problem:
    return Problem(
        f"{one.profile}/questions.toml",
        one.label.question,
        f"expects {one.label.expect}, but {_came_out(one.given)}",
        "mend the label, or the phrasings of the facts that it should tell apart",
    )


def _came_out(given: Answer) -> str:
    match given:
        case Answered(profile, fact):
            return f"was answered with {profile.id}/{fact.id}"
        case Ambiguous(choices):
            offered = ", ".join(f"{choice.profile.id}/{choice.fact.id}" for choice in choices)
            return f"was ambiguous between {offered}"
        case Abstained(reason):
            return f"was abstained on ({reason.value})"
