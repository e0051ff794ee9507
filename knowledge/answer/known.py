"""A fact that somebody points at, without a question to match."""

from knowledge.answer.outcomes import Abstained, Answered, Reason, Request
from knowledge.answer.reported import reported_by
from knowledge.cite.lines import cite
from knowledge.cite.newest import newest_source
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
    reported = reported_by(found, view.base, request.as_of)
    if isinstance(reported, Reason):
        return Abstained(reported, person, (), explanation, request.as_of)
    return Answered(
        profile=person,
        fact=reported.fact,
        cited=cite(reported.fact, view.base),
        score=1.0,
        newest=newest_source(reported.fact, view.base),
        is_due=found.review_by is not None and request.today > found.review_by,
        as_of=request.as_of,
        explanation=explanation,
        later_claims=reported.later_claims,
    )
