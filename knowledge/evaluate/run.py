"""Labelled questions asked of a view: which came out as a curator expects."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from knowledge.answer.answer import answer, context_of
from knowledge.answer.outcomes import Abstained, Ambiguous, Answer, Answered, Request
from knowledge.dates import parse_when
from knowledge.model.questions import ABSTAIN, AMBIGUOUS, LabelledQuestion, full_id
from knowledge.release import View


class Half(StrEnum):
    """Two halves of the labelled questions: one sets the thresholds, the other reports."""

    TUNING = "tuning"
    REPORTING = "reporting"


class Grade(StrEnum):
    """What became of a labelled question."""

    RIGHT = "right"
    """As expected: the fact, the choice or the abstention."""
    WRONG = "wrong"
    """Answered with other than the expected fact: what must not happen."""
    OFFERED = "offered"
    """A choice instead of the expected fact or abstention."""
    SILENT = "silent"
    """An abstention instead of the expected fact or choice."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One labelled question with what became of it."""

    profile: str
    label: LabelledQuestion
    half: Half
    given: Answer
    grade: Grade


def evaluate(view: View, today: date) -> tuple[Judged, ...]:
    """Ask every labelled question of the view and judge what comes back."""
    return tuple(
        _judged(id_, label, view, today)
        for id_, held in view.base.profiles.items()
        for label in held.questions
    )


def half_of(question: str) -> Half:
    """Return the half that a question belongs to, by the hash of its text and nothing else."""
    first = sha256(question.encode("utf-8", "surrogatepass")).digest()[0]
    return Half.TUNING if first % 2 == 0 else Half.REPORTING


def unexpected(judged: Iterable[Judged], half: Half) -> Iterator[Judged]:
    """Yield the questions of one half that did not come out as expected."""
    for one in judged:
        if one.half is half and one.grade is not Grade.RIGHT and not _may_miss(one):
            yield one


def _may_miss(one: Judged) -> bool:
    return one.label.quality == "weak" and one.grade is not Grade.WRONG


def _judged(profile: str, label: LabelledQuestion, view: View, today: date) -> Judged:
    as_of = parse_when(label.as_of).latest if label.as_of else None
    context = None
    if label.context:
        before = answer(label.context, view, Request(today=today))
        context = context_of(before, label.context)
    given = answer(label.question, view, Request(today=today, context=context, as_of=as_of))
    return Judged(profile, label, half_of(label.question), given, _grade(profile, label, given))


def _grade(profile: str, label: LabelledQuestion, given: Answer) -> Grade:
    match given:
        case Answered():
            named = full_id(given.profile.id, given.fact.id)
            accepted = {full_id(profile, id_) for id_ in (label.expect, *label.also)}
            return Grade.RIGHT if named in accepted else Grade.WRONG
        case Ambiguous():
            return Grade.RIGHT if label.expect == AMBIGUOUS else Grade.OFFERED
        case Abstained():
            return Grade.RIGHT if label.expect == ABSTAIN else Grade.SILENT
