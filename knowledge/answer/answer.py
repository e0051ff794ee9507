"""Answering: a question, a view of a release and a request in; one of three outcomes out."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answer.another import names_another, spoken_of
from knowledge.answer.given import given_fact
from knowledge.answer.joined import both_asked
from knowledge.answer.outcomes import (
    Abstained,
    Ambiguous,
    Answer,
    Answered,
    Choice,
    Context,
    Reason,
    Request,
)
from knowledge.answer.reasons import reason_for
from knowledge.answer.reported import Reported, reported_by
from knowledge.answer.understanding import understand
from knowledge.decide import Answers, Offers, Refuses, Verdict, decide
from knowledge.errors import RequestError
from knowledge.index.mask import PRONOUNS
from knowledge.match.explain import Candidate, Explanation
from knowledge.match.find import Found, best_of
from knowledge.match.reading import ANOTHER, NOBODY, TWO_QUESTIONS, Reading, Said, Scope
from knowledge.model.fact import Citation, Fact
from knowledge.model.profile import Profile
from knowledge.release import View

SHOWN = 5  # candidates that an explanation lists
SUGGESTED = 3  # questions offered beside an abstention


def answer(question: str, view: View, request: Request) -> Answer:
    """Return the one fact that the question asks for, a choice of close ones, or an abstention.

    Any text is taken; one that is no question, or too long for one, is abstained on. The same
    question, view and request give the same answer; no file, socket or clock is read.
    RequestError says so where the request names a profile that the view does not hold.
    """
    scope = Scope(view.base, view.index)
    said, found = understand(question, scope, _checked(request, scope))
    candidates = best_of(found)
    verdict = _verdict(question, _told_once(candidates, said, view), scope, request)
    explanation = _explanation(said, found, candidates, verdict)
    match verdict:
        case Answers(candidate):
            return _answered(candidate, view, request, explanation)
        case Offers(close):
            return _offered(close, view, request, explanation)
        case Refuses():
            is_of_another = names_another(said, scope)
            reason = reason_for(said, scope, is_of_another=is_of_another)
            profile = None if is_of_another else _whom(found, scope)
            about = [c for c in candidates if profile is None or c.profile == profile.id]
            is_read = reason not in {Reason.NOT_A_QUESTION, Reason.OTHER_LANGUAGE}
            near = _reported(about, view, request) if is_read else ()
            return Abstained(
                *(reason, profile, _suggested(near, view), explanation, request.as_of),
                is_of_another=is_of_another,
            )


def _verdict(
    question: str, candidates: Sequence[Candidate], scope: Scope, request: Request
) -> Verdict:
    """Return the verdict over the candidates; what asks for two facts is offered both."""
    verdict = decide(candidates, request.policy)
    if not candidates or candidates[0].is_word_for_word:
        return verdict
    both = both_asked(question, candidates[0], scope, request)
    return Offers(both, TWO_QUESTIONS) if both else verdict


def _told_once(candidates: Sequence[Candidate], said: Said, view: View) -> Sequence[Candidate]:
    """Leave out what rests on the same passages as a better fact of another person.

    "When did Mirova and Khalimov meet?" has one answer, though the profiles of both tell it; so
    has a question that names neither. Where one is meant and unclear which, both stand.
    """
    profiles = {candidate.profile for candidate in candidates}
    is_of_all = not said.strong or profiles <= said.strong
    is_clear = candidates[:1] and candidates[0].unclear in {"", NOBODY}
    if len(profiles) <= 1 or not is_clear or not is_of_all or said.asks_of_somebody:
        return candidates
    told: list[tuple[str, frozenset[Citation]]] = []
    kept = []
    for candidate in candidates:
        cited = frozenset(_fact(candidate, view).citations)
        others = (held for profile, held in told if profile != candidate.profile)
        if not cited or not any(cited <= held or held <= cited for held in others):
            kept.append(candidate)
        if cited:
            told.append((candidate.profile, cited))
    return kept


def _checked(request: Request, scope: Scope) -> Request:
    if request.profile is not None and request.profile not in scope.base.profiles:
        raise RequestError(f"There is no profile {request.profile!r}.")
    return request


def context_of(given: Answer, question: str, before: Context | None = None) -> Context | None:
    """Return what a follow-up may lean on: the profile, and the fact that was given.

    With what the question itself was asked after, doubt about whom "he" means lasts until
    somebody is named.
    """
    about = _about(given, question)
    is_doubted = any(c.unclear == ANOTHER for c in given.explanation.candidates)
    if isinstance(given, Answered):
        return spoken_of(about, given.explanation.read)
    if given.explanation.named or before is None or not before.instead | before.beside:
        before = None
    if isinstance(given, Abstained) and given.is_of_another:
        return replace(about, instead=PRONOUNS)
    if before:
        return replace(before, instead=before.instead | (PRONOUNS if is_doubted else set()))
    if isinstance(given, Ambiguous) and is_doubted:
        return replace(about, instead=PRONOUNS)
    context = replace(spoken_of(about, given.explanation.read), elsewhere=frozenset())
    return context if context.profile or context.instead else None


def _about(given: Answer, question: str) -> Context:
    match given:
        case Answered(profile, fact):
            return Context(profile.id, fact.id, question)
        case Ambiguous(choices):
            people = {choice.profile.id for choice in choices}
            return Context(people.pop() if len(people) == 1 else None)
        case Abstained(Reason.NOT_A_QUESTION):
            return Context(None)
        case Abstained(_, profile):
            return Context(profile.id if profile else None)


def _answered(
    candidate: Candidate, view: View, request: Request, explanation: Explanation
) -> Answer:
    fact, profile = _fact(candidate, view), view.base.profiles[candidate.profile].profile
    given = given_fact(profile, fact, view, request, score=candidate.score)
    if isinstance(given, Answered):
        return replace(given, explanation=explanation)
    others = [
        c for c in explanation.candidates if c.profile == profile.id and c.fact != fact.id
    ]
    suggestions = _suggested(_reported(others, view, request), view)
    return Abstained(given, profile, suggestions, explanation, request.as_of)


def _offered(
    close: Sequence[Candidate], view: View, request: Request, explanation: Explanation
) -> Answer:
    """Return a choice of what had been reported by then, or why none of it is given."""
    shown = _reported(close, view, request)
    if shown:
        return Ambiguous(_choices(shown, view), explanation)
    best, *_ = close
    silent = reported_by(_fact(best, view), view.base, request.as_of)
    profile = view.base.profiles[best.profile].profile
    is_one = {candidate.profile for candidate in close} == {best.profile}
    reason = silent if isinstance(silent, Reason) else Reason.NO_FACT
    return Abstained(reason, profile if is_one else None, (), explanation, request.as_of)


def _reported(
    candidates: Sequence[Candidate], view: View, request: Request
) -> Sequence[Candidate]:
    """Leave out what would not be given as of the day that was asked for."""
    return [
        candidate
        for candidate in candidates
        if isinstance(reported_by(_fact(candidate, view), view.base, request.as_of), Reported)
    ]


def _choices(close: Sequence[Candidate], view: View) -> tuple[Choice, ...]:
    """Name each fact by its first phrasing, or by the nearest where two would read the same."""
    are_apart = len({candidate.leading for candidate in close}) == len(close)
    return tuple(
        Choice(
            view.base.profiles[candidate.profile].profile,
            _fact(candidate, view),
            candidate.leading if are_apart else candidate.phrasing,
            candidate.score,
        )
        for candidate in close
    )


def _fact(candidate: Candidate, view: View) -> Fact:
    return view.base.profiles[candidate.profile].by_id[candidate.fact]


def _suggested(near: Sequence[Candidate], view: View) -> tuple[Choice, ...]:
    """Return what could be asked instead, each wording of a person once."""
    first = {(c.profile, c.leading): c for c in reversed(near)}
    return _choices([c for c in near if c is first[c.profile, c.leading]][:SUGGESTED], view)


def _whom(found: Sequence[Found], scope: Scope) -> Profile | None:
    """Return the one profile that a question is about, where it is one."""
    about = {f.reading.profile for f in found if not f.reading.through and f.reading.profile}
    return scope.profile(about.pop()) if len(about) == 1 else None


def _explanation(
    said: Said, found: Sequence[Found], candidates: tuple[Candidate, ...], verdict: Verdict
) -> Explanation:
    first = next((each.reading for each in found), None)
    reading = _reading_of(candidates[0], found) if candidates else first
    return Explanation(
        profile=reading.profile if reading else None,
        named=reading.named if reading else "",
        read=" ".join(reading.masked if reading else said.words),
        repairs=said.repairs,
        candidates=candidates[:SHOWN],
        verdict=verdict.why,
    )


def _reading_of(best: Candidate, found: Sequence[Found]) -> Reading:
    reading = next(f.reading for f in found if best in f.candidates)
    return reading if reading.profile else replace(reading, profile=best.profile)
