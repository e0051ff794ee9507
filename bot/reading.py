"""A base as it is read before anybody is answered from it: every problem in one go."""

from collections.abc import Sequence
from pathlib import Path

from bot.limits import REPLY
from bot.render.budget import reply_length
from knowledge.answer.outcomes import Request
from knowledge.archive.copies import Copy
from knowledge.archive.folder import read_copies
from knowledge.audit.places import is_about_labels
from knowledge.audit.rules import audit
from knowledge.base import FactBase
from knowledge.errors import Problem
from knowledge.evaluate.report import came_out, summarize
from knowledge.evaluate.run import Grade, Half, Judged, evaluate
from knowledge.evidence.support.check import Support, check_support
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


def check_archived(base: FactBase, archive: Path, *, quoting: bool = True) -> Support:
    """Check what the facts say against the stored copies of the sources that they cite."""
    copies = read_copies(archive, base.sources.values())
    texts = {id_: copy.lines for id_, copy in copies.items() if isinstance(copy, Copy)}
    return check_support(base, texts, quoting=quoting)


def _audited(base: FactBase, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    broken = audit(base, measure=reply_length, budget=REPLY)
    return tuple(sorted({*problems, *broken}))


def judge(release: Release, request: Request) -> tuple[Judged, ...]:
    """Ask every labelled question of a sound base."""
    return evaluate(release.full, request)


def label_problems(judged: Sequence[Judged], most_wrong: float) -> tuple[Problem, ...]:
    """Return the labelled questions of the tuning half that must be mended.

    Strong ones that did not come out as expected; and, where more of the answers are wrong
    than may be, every one that was answered wrongly.
    """
    tuning = [one for one in judged if one.half is Half.TUNING]
    wrong = summarize(tuning).wrong
    too_many = f"; {wrong.count} of {wrong.total} answers are wrong" * (wrong.rate > most_wrong)
    must = (one for one in tuning if _must_be_mended(one, are_too_many=bool(too_many)))
    return tuple(sorted(_problem(one, too_many) for one in must))


def _must_be_mended(one: Judged, *, are_too_many: bool) -> bool:
    if one.grade is Grade.WRONG and are_too_many:
        return True
    return one.label.quality == "strong" and one.grade is not Grade.RIGHT


def _problem(one: Judged, too_many: str) -> Problem:
    counted = too_many if one.grade is Grade.WRONG else ""
    return Problem(
        f"{one.profile}/questions.toml",
        one.label.question,
        f"expects {one.label.expect}, but {came_out(one.given)}{counted}",
        "mend the label, or the phrasings of the facts that it should tell apart",
    )
