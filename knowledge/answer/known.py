"""A fact that somebody points at, without a question to match."""

from dataclasses import replace

from knowledge.answer.given import given_fact
from knowledge.answer.outcomes import Abstained, Answered, Reason, Request
from knowledge.match.explain import Explanation
from knowledge.release import View


def answer_known(
    profile: str, fact: str, view: View, request: Request
) -> Answered | Abstained | None:
    """Return the fact as an answer would show it, or None where the view holds no such fact."""
    found = view.base.fact(profile, fact)
    if found is None:
        return None
    person = view.base.profiles[profile].profile
    explanation = Explanation(profile=profile, verdict="pointed at")
    given = given_fact(person, found, view, request)
    if isinstance(given, Reason):
        return Abstained(given, person, (), explanation, request.as_of)
    return replace(given, explanation=explanation)
