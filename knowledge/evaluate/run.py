"""Labelled questions asked of a view: which came out as a curator expects."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from knowledge.answer.answer import answer, context_of
from knowledge.answer.outcomes import Abstained, Ambiguous, Answer, Answered, Request
from knowledge.base import FactBase
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
class Posed:
    """A labelled question with the profile that its facts' ids are of."""

    profile: str
    label: LabelledQuestion
    about: str | None = None
    """Whom a question that names nobody is about, where its asker says so."""
    is_withheld: bool = False
    """Whether a restricted fact answers it that those who ask do not see."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One labelled question with what became of it."""

    profile: str
    label: LabelledQuestion
    half: Half
    given: Answer
    grade: Grade
    loosest: Answer
    """What the lowest threshold would have given."""
    is_withheld: bool = False
    """Whether only somebody with access should be answered."""

    @property
    def is_answered(self) -> bool:
        """Tell whether it was answered with a fact, be it the right one."""
        return isinstance(self.given, Answered)


def evaluate(view: View, request: Request) -> tuple[Judged, ...]:
    """Ask every labelled question of the view and judge what comes back."""
    return tuple(judging(labelled(view.base), view, request))


def labelled(base: FactBase) -> tuple[Posed, ...]:
    """Return the base's own labelled questions."""
    return tuple(
        Posed(id_, label) for id_, held in base.profiles.items() for label in held.questions
    )


def posed_to(view: View, questions: Iterable[Posed]) -> tuple[Posed, ...]:
    """Return the questions of a whole base as a view of it should answer them.

    One that expects a fact that is withheld there is to be met with silence.
    """
    return tuple(_posed_to(view.base, posed) for posed in questions)


def _posed_to(base: FactBase, posed: Posed) -> Posed:
    label = posed.label

    def is_seen(id_: str) -> bool:
        profile, _, fact = full_id(posed.profile, id_).partition("/")
        return base.fact(profile, fact) is not None

    is_withheld = label.is_answerable and not is_seen(label.expect)
    changed = {
        "expect": ABSTAIN if is_withheld else label.expect,
        "also": tuple(id_ for id_ in label.also if is_seen(id_)),
    }
    return replace(posed, label=label.model_copy(update=changed), is_withheld=is_withheld)


def judging(questions: Iterable[Posed], view: View, request: Request) -> Iterator[Judged]:
    """Ask one question after the other; the request says by which day and policy."""
    for posed in questions:
        yield _judged(posed, view, request)


def half_of(question: str) -> Half:
    """Return the half that a question belongs to, by the hash of its text and nothing else."""
    first = sha256(question.encode("utf-8", "surrogatepass")).digest()[0]
    return Half.TUNING if first % 2 == 0 else Half.REPORTING


def grade(posed: Posed, given: Answer) -> Grade:
    """Return how an answer stands against what is expected."""
    label = posed.label
    match given:
        case Answered():
            named = full_id(given.profile.id, given.fact.id)
            accepted = {full_id(posed.profile, id_) for id_ in (label.expect, *label.also)}
            return Grade.RIGHT if named in accepted else Grade.WRONG
        case Ambiguous():
            return Grade.RIGHT if label.expect == AMBIGUOUS else Grade.OFFERED
        case Abstained():
            return Grade.RIGHT if label.expect == ABSTAIN else Grade.SILENT


def _judged(posed: Posed, view: View, request: Request) -> Judged:
    label = posed.label
    full = replace(
        request,
        profile=posed.about,
        as_of=parse_when(label.as_of).latest if label.as_of else None,
    )
    if label.context:
        before = answer(label.context, view, full)
        full = replace(full, context=context_of(before, label.context))
    given = answer(label.question, view, full)
    loosest = _loosest(given, label.question, view, full)
    half = half_of(label.question)
    graded = grade(posed, given)
    return Judged(
        posed.profile, label, half, given, graded, loosest, is_withheld=posed.is_withheld
    )


def _loosest(given: Answer, question: str, view: View, request: Request) -> Answer:
    """Return what the lowest threshold would give; it is asked for only where it may differ."""
    offer = request.policy.offer
    near = given.explanation.candidates[:1]
    if not isinstance(given, Abstained) or not near or near[0].score < offer:
        return given
    loose = replace(request.policy, threshold=offer)
    return answer(question, view, replace(request, policy=loose))
