"""Sample questions, taken from the base itself: the same base shows the same ones."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from knowledge.answer.answer import answer
from knowledge.answer.outcomes import Answered, Request
from knowledge.base import ProfileFacts
from knowledge.model.fact import Status
from knowledge.release import View

SAMPLES = 3
_TELLING = (Status.DISPUTED, Status.ESTABLISHED)


def sample_answers(view: View, request: Request) -> tuple[tuple[str, Answered], ...]:
    """Return up to three questions with their answers, one person after the other."""
    return tuple(islice(_answers(view, request), SAMPLES))


def _answers(view: View, request: Request) -> Iterator[tuple[str, Answered]]:
    seen: set[tuple[str, str]] = set()
    for profile, question in _in_turn(view):
        given = answer(question, view, replace(request, profile=profile))
        if isinstance(given, Answered) and (profile, given.fact.id) not in seen:
            seen.add((profile, given.fact.id))
            yield question, given


def _in_turn(view: View) -> Iterator[tuple[str, str]]:
    """Yield each profile's first question, then each one's second, and so on."""
    queues = {id_: _questions(held) for id_, held in view.base.profiles.items()}
    while queues:
        for profile, questions in tuple(queues.items()):
            question = next(questions, None)
            if question is None:
                del queues[profile]
            else:
                yield profile, question


def _questions(held: ProfileFacts) -> Iterator[str]:
    """Yield labelled questions of telling facts, then phrasings, so that any base has some."""
    telling = [fact for status in _TELLING for fact in held.facts if fact.status is status]
    wanted = {fact.id for fact in telling}
    for label in held.questions:
        if label.expect in wanted and not (label.context or label.as_of):
            yield label.question
    for fact in (*telling, *held.facts):
        yield fact.phrasings[0]
