"""As of: what of a fact had been reported by a day."""

import re
from dataclasses import dataclass
from datetime import date

from knowledge.answer.outcomes import Reason
from knowledge.base import FactBase
from knowledge.dates import parse_when
from knowledge.model.fact import Citation, Fact

_ALL_OF = re.compile(r"[/,{}]")  # parts the times of an interval, and of a set that names all


@dataclass(frozen=True, slots=True)
class Reported:
    """A fact cut to the sources that had appeared, with the number of claims made later."""

    fact: Fact
    later_claims: int = 0


def reported_by(fact: Fact, base: FactBase, as_of: date | None) -> Reported | Reason:
    """Return the fact as it had been reported by the end of that day, or why it is silent.

    A source counts when the latest possible date of its publication is not later. Whatever its
    sources, a fact about a time after that day is silent.
    """
    if as_of is None:
        return Reported(fact)
    if _is_of_later(fact, as_of):
        return Reason.NOT_REPORTED_BY_THEN
    own = _counting(fact.citations, base, as_of)
    claims = tuple(
        claim.model_copy(update={"citations": counting})
        for claim in fact.claims
        if (counting := _counting(claim.citations, base, as_of))
        and _was_said(claim.said, counting, base, as_of)
    )
    if claims or (own and not fact.claims):
        later = len(fact.claims) - len(claims)
        own = () if later else own  # the statement sums up all claims: it is not shown
        cut = fact.model_copy(update={"citations": own, "claims": claims})
        return Reported(cut, later_claims=later)
    is_dated = any(_published(citation, base) for citation in fact.all_citations)
    return Reason.NOT_REPORTED_BY_THEN if is_dated else Reason.NOT_DATED


def _is_of_later(fact: Fact, as_of: date) -> bool:
    """Tell whether a fact is about a time that begins, or told as a whole ends, after a day."""
    if fact.when is None:
        return False
    parts = _ALL_OF.split(fact.when) if not fact.claims and "[" not in fact.when else ()
    times = (fact.when, *(part for part in parts if part and ".." not in part))
    return any(parse_when(time).earliest > as_of for time in times)


def _counting(
    citations: tuple[Citation, ...], base: FactBase, as_of: date
) -> tuple[Citation, ...]:
    return tuple(
        citation
        for citation in citations
        if (published := _published(citation, base)) and published <= as_of
    )


def _published(citation: Citation, base: FactBase) -> date | None:
    issued = base.sources[citation.source].issued
    return parse_when(issued).latest if issued else None


def _was_said(
    said: str | None, counting: tuple[Citation, ...], base: FactBase, as_of: date
) -> bool:
    """Tell whether a claim was made by then: surely, or a source of then can report it."""
    if said is None:
        return True
    when = parse_when(said)
    published = (_published(citation, base) for citation in counting)
    return when.latest <= as_of or any(day and day >= when.earliest for day in published)
