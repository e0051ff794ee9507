"""One fact as it is given: cut to what had been reported by then, with its source lines."""

from knowledge.answer.outcomes import Answered, Reason, Request
from knowledge.answer.reported import reported_by
from knowledge.cite.lines import cite
from knowledge.cite.newest import newest_source
from knowledge.match.explain import Explanation
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile
from knowledge.release import View


def given_fact(
    profile: Profile, fact: Fact, view: View, request: Request, *, score: float = 1.0
) -> Answered | Reason:
    """Return the fact as an answer shows it, without an explanation, or why it is silent."""
    reported = reported_by(fact, view.base, request.as_of)
    if isinstance(reported, Reason):
        return reported
    return Answered(
        profile=profile,
        fact=reported.fact,
        cited=cite(reported.fact, view.base),
        score=score,
        newest=newest_source(reported.fact, view.base),
        is_due=fact.review_by is not None and request.today > fact.review_by,
        as_of=request.as_of,
        explanation=Explanation(),
        later_claims=reported.later_claims,
    )
