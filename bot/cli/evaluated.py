"""Labelled questions from a file in, and an evaluation as plain values out and in again."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from knowledge.base import FactBase
from knowledge.errors import CurationError, Problem, RequestError
from knowledge.evaluate.calibrate import Calibration
from knowledge.evaluate.evaluation import Evaluation, Flipped, key_of
from knowledge.evaluate.report import Share, Summary, came_out, summarize
from knowledge.evaluate.run import Grade, Judged, Posed
from knowledge.model.questions import AskedQuestion, full_id
from knowledge.text.brief import brief

ALL = "all"


def posed_from(asked: Iterable[AskedQuestion], file: Path, base: FactBase) -> tuple[Posed, ...]:
    """Return the questions of a file; CurationError names what they expect and is not there.

    A file in a profile's folder is that profile's own.
    """
    home = file.resolve().parent.name
    posed = tuple(
        Posed(one.profile or (home if home in base.profiles else ""), one, one.profile)
        for one in asked
    )
    problems = tuple(problem for one in posed for problem in _unknown(one, file, base))
    if problems:
        raise CurationError(tuple(sorted(set(problems))))
    return posed


def _unknown(posed: Posed, file: Path, base: FactBase) -> Iterator[Problem]:
    label = posed.label
    if posed.about is not None and posed.about not in base.profiles:
        wrong = f"is about the unknown profile {brief(posed.about)}"
        yield Problem(file.name, label.question, wrong, f"write {', '.join(base.profiles)}")
    for id_ in (*((label.expect,) if label.is_answerable else ()), *label.also):
        profile, _, fact = full_id(posed.profile, id_).partition("/")
        if base.fact(profile, fact) is None:
            remedy = "write profile/topic.slug of a fact that is there, AMBIGUOUS or ABSTAIN"
            yield Problem(
                file.name, label.question, f"expects unknown fact {brief(id_)}", remedy
            )


def grades_before(file: Path) -> dict[str, Grade]:
    """Return how each question came out in what `--json` wrote, by its key."""
    try:
        if file.exists() and not file.is_file():  # a pipe or a device would never end
            raise RequestError(f"{file} is no ordinary file; name another.")
        read = json.loads(file.read_bytes())
        return {one["key"]: Grade(one["grade"]) for one in read["questions"]}
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RequestError(
            f"{file} cannot be read ({reason}); footnote eval --json > {file} writes it."
        ) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise RequestError(
            f"{file} is not what `footnote eval --json` writes; write it so first."
        ) from None


def plain(found: Evaluation, flipped: Sequence[Flipped]) -> dict[str, object]:
    """Return an evaluation as plain values, for JSON."""
    listable = {id(one) for one in found.listable}
    return {
        "release": found.base.name,
        "threshold": found.policy.threshold,
        "most_wrong": found.policy.most_wrong,
        "parts": _parts(found, found.judged),
        "families": [
            {"heading": heading, "family": family, **_parts(found, judged)}
            for heading, families in found.families.items()
            for family, judged in families.items()
        ],
        "targets": [_target(target, found) for target in found.targets],
        "questions": [_question(one, told=id(one) in listable) for one in found.judged],
        "flipped": [
            {"before": str(one.before)} | _question(one.judged, told=id(one.judged) in listable)
            for one in flipped
        ],
    }


def _parts(found: Evaluation, judged: Sequence[Judged]) -> dict[str, object]:
    return {str(part or ALL): _summary(summarize(judged, part)) for part in found.parts}


def _summary(summary: Summary) -> dict[str, object]:
    return {
        "accuracy": _share(summary.as_expected),
        "coverage": _share(summary.answered),
        "risk": _share(summary.wrong),
        "answered_right": _share(summary.answered_right),
        "declined": _share(summary.declined),
    }


def _share(share: Share) -> dict[str, object]:
    low, high = share.interval
    return {"count": share.count, "total": share.total, "low": low, "high": high}


def _target(target: Calibration, found: Evaluation) -> dict[str, object]:
    kept = {part: found.kept(target, part) for part in found.parts}
    return {
        "most_wrong": target.most_wrong,
        "threshold": target.threshold,
        "needed": target.needed,
        **{
            str(part or ALL): {
                "risk": _share(one.wrong),
                "answered_right": _share(one.answered_right),
            }
            for part, one in kept.items()
        },
    }


def _question(one: Judged, *, told: bool) -> dict[str, object]:
    counted: dict[str, object] = {
        "key": key_of(one),
        "half": str(one.half),
        "grade": str(one.grade),
    }
    if not told:
        return counted
    label = one.label.model_dump(
        mode="json", include={"question", "expect", "context", "as_of"}
    )
    return counted | {"profile": one.profile} | label | {"came_out": came_out(one.given)}
