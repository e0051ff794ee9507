"""How long a fact's reply is at most; the audit holds it against Discord's budget."""

from datetime import date

from bot.render.markdown import markdown
from bot.render.render import render
from knowledge.answer.outcomes import Answered
from knowledge.base import RELEASE_NAME, FactBase
from knowledge.cite.lines import cite
from knowledge.dates import parse_when
from knowledge.match.explain import Explanation
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile

# No month has a longer name, no day more digits.
_LONGEST_DAY = date(2030, 9, 30)


def reply_length(fact: Fact, profile: Profile, base: FactBase) -> int:
    """Return the length of the fact's longest reply as Discord text: as of a day, and due."""
    answer = Answered(
        profile=profile,
        fact=fact,
        cited=cite(fact, base),
        score=1.0,
        newest=parse_when(_LONGEST_DAY.isoformat()),
        is_due=fact.review_by is not None,
        as_of=_LONGEST_DAY,
        explanation=Explanation(),
    )
    return len(markdown(render(answer, "0" * RELEASE_NAME)))
