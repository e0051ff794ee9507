"""The objects that `--json` and `--batch` read and write; scripts rely on them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.render.render import independence, render
from bot.render.words import read_sentences
from knowledge.answer.outcomes import Abstained, Ambiguous, Answer, Answered
from knowledge.cite.lines import citation_line
from knowledge.errors import RequestError
from knowledge.match.explain import Explanation
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile
from knowledge.release import View

LONGEST_LINE = 1_000_000  # bytes; the end of a device's first line never comes
_TEXTS = ("question", "context", "profile", "as_of")
_KEYS = ("id", *_TEXTS)


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of a batch: a question, and what stands beside it."""

    question: str
    id: object = None
    context: str | None = None
    profile: str | None = None
    as_of: str | None = None


def read_line(line: bytes) -> Mapping[str, object]:
    """Return the object of one line; RequestError says why it is none."""
    if len(line) > LONGEST_LINE:
        raise RequestError("The line is longer than 1 MB.")
    try:
        read = json.loads(line.decode("utf-8-sig"))
        json.dumps(read, allow_nan=False)  # Python reads NaN, which is no JSON to anybody else
    except UnicodeDecodeError:
        raise RequestError("The line is not UTF-8.") from None
    except (ValueError, RecursionError):
        raise RequestError("The line is not JSON.") from None
    if not isinstance(read, dict):
        raise RequestError('The line is no object; write {"question": "…"}.')
    return read


def read_asked(read: Mapping[str, object]) -> Asked:
    """Return what an object asks; RequestError says which key is wrong."""
    if unknown := sorted(set(read) - set(_KEYS)):
        raise RequestError(f"Unknown key {unknown[0]!a}; the keys are {', '.join(_KEYS)}.")
    if read.get("question") is None:
        raise RequestError("The object has no question.")
    texts = {key: _text(key, read.get(key)) for key in _TEXTS}
    return Asked(
        question=texts["question"] or "",
        id=read.get("id"),
        context=texts["context"],
        profile=texts["profile"],
        as_of=texts["as_of"],
    )


def answer_object(asked: Asked, answer: Answer, view: View) -> dict[str, object]:
    """Return everything about an answer but the time that it took."""
    common = {"id": asked.id, "question": asked.question}
    return common | _outcome(answer, view) | {"release": view.name}


def to_line(shown: Mapping[str, object]) -> str:
    """Return an object as one line of JSON."""
    # ASCII, so that no letter is lost where a terminal or a pipe cannot carry it.
    return json.dumps(shown)


def _text(key: str, value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise RequestError(f"The {key} is no text.")
    return value


def _outcome(answer: Answer, view: View) -> dict[str, object]:
    match answer:
        case Answered():
            return _answered(answer, view)
        case Ambiguous(choices, explanation):
            people = {choice.profile.id: choice.profile for choice in choices}
            return _object(
                "ambiguous",
                profile=next(iter(people.values())) if len(people) == 1 else None,
                facts=[_full_id(choice.profile, choice.fact) for choice in choices],
                suggestions=[choice.question for choice in choices],
                score=_best(explanation),
            )
        case Abstained(reason, profile, suggestions, explanation):
            return _object(
                "abstained",
                reason=reason.value,
                profile=profile,
                suggestions=[choice.question for choice in suggestions],
                score=_best(explanation),
            )


def _answered(answer: Answered, view: View) -> dict[str, object]:
    return _object(
        "answered",
        profile=answer.profile,
        facts=[_full_id(answer.profile, answer.fact)],
        status=answer.fact.status.value,
        statement="\n".join(read_sentences(render(answer, view.name))),
        sources=list(_sources(answer, view)),
        independence=_independence(answer),
        score=answer.score,
    )


def _object(outcome: str, *, profile: Profile | None, **known: object) -> dict[str, object]:
    empty: dict[str, object] = {
        "reason": None,
        "profile": profile.id if profile else None,
        "facts": [],
        "status": None,
        "statement": None,
        "sources": [],
        "independence": None,
        "suggestions": [],
        "score": 0.0,
    }
    return {"outcome": outcome} | empty | known


def _independence(answer: Answered) -> dict[str, object]:
    found = answer.cited.independence
    return {
        "sources": found.sources,
        "independent": found.independent,
        "words": independence(answer),
    }


def _sources(answer: Answered, view: View) -> Iterator[dict[str, object]]:
    origins = answer.cited.independence.origins
    for citation in dict.fromkeys(answer.fact.all_citations):
        yield {
            "id": citation.source,
            "line": citation_line(citation, view.base),
            "locator": citation.locator,
            "via": citation.via,
            "via_locator": citation.via_locator,
            "url": view.base.sources[citation.source].URL,
            "origin": origins[citation.source],
        }


def _full_id(profile: Profile, fact: Fact) -> str:
    return f"{profile.id}/{fact.id}"


def _best(explanation: Explanation) -> float:
    return max((candidate.score for candidate in explanation.candidates), default=0.0)
