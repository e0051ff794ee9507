"""Understanding: a question and a request in, every reading with its candidates out."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from knowledge.answer.followup import going_on
from knowledge.answer.outcomes import Request
from knowledge.answer.subjects import subjects
from knowledge.match.find import Found, find
from knowledge.match.read import LONGEST_QUESTION, read, readings
from knowledge.match.reading import WEAK_NAME, Reading, Said, Scope
from knowledge.text.frames import unframed
from knowledge.text.lexicon import is_small_talk

MOST_READINGS = 12  # of one wording; each is a search, and no question has so many
LONGEST_TEXT = 500  # characters; Discord lets 6,000 through, and no question needs them


def understand(question: str, scope: Scope, request: Request) -> tuple[Said, tuple[Found, ...]]:
    """Return the question as it was read, and what every reading of it finds."""
    said = read(question[:LONGEST_TEXT], scope.index)
    is_too_long = len(question) > LONGEST_TEXT or len(said.typed) > LONGEST_QUESTION
    if is_too_long or is_small_talk(said.typed):
        return replace(said, typed=()), ()  # nothing was read as a question
    found = _found(said, question, scope, request)
    inner = unframed(question)
    if inner != question:
        within = _found(read(inner, scope.index), inner, scope, request)
        found = (*_beyond(found, within), *within)
    return said, found


def _beyond(around: Sequence[Found], within: Sequence[Found]) -> tuple[Found, ...]:
    """Leave out what the question within a frame has weighed: the frame asks for nothing."""
    weighed = {(c.profile, c.fact) for each in within for c in each.candidates}
    return tuple(
        replace(
            each,
            candidates=tuple(c for c in each.candidates if (c.profile, c.fact) not in weighed),
        )
        for each in around
    )


def _found(said: Said, question: str, scope: Scope, request: Request) -> tuple[Found, ...]:
    """Return what every reading of what was said finds."""
    about = subjects(said, request, scope)
    every = dict.fromkeys(w for w in readings(said, about, scope) if _is_asked(w, request))
    ways = tuple(islice(every, MOST_READINGS))
    if request.context:
        ways = going_on(ways, said, request.context, scope)
    return find(said, [_vouched(way, request) for way in ways], scope, question)


def _is_asked(way: Reading, request: Request) -> bool:
    """Tell whether a reading is about whom the request names, where it names somebody."""
    return request.profile is None or way.profile == request.profile


def _vouched(way: Reading, request: Request) -> Reading:
    """Let a weak name stand where the request or the question before says whom it means."""
    context = request.context.profile if request.context else None
    is_sure = way.profile is not None and way.profile in {request.profile, context}
    if not is_sure:
        return way
    return replace(way, unclear=tuple(reason for reason in way.unclear if reason != WEAK_NAME))
