"""What of a fact is checked, each piece of text against the citations that must support it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.dates import parse_when
from knowledge.model.fact import Citation, Claim, Fact, Status

_DATE = re.compile(r"[~?%]?\d\d[\dX]{2}")  # with which a date may begin
_BETWEEN = re.compile(r"\s*(?:,|\.\.)\s*")  # the dates of a set


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a fact with the citations that it rests on."""

    where: str
    """As it follows "says … in"."""
    text: str
    citations: tuple[Citation, ...]
    explained: tuple[str, ...] = ()
    """What the curator inferred: it supports what it names, and nothing else."""
    asked: tuple[str, ...] = ()
    """Of an unknown fact: how it is asked for, since what is not found need not be there."""
    is_holder: bool = False
    earlier: tuple[str, ...] = ()
    """Of a holder: those of the claims before it."""
    sides: frozenset[int] = frozenset()


def statements(fact: Fact) -> Iterator[tuple[Part, ...]]:
    """Yield the statement of a fact and each of its claims, as the pieces to check together."""
    explained = (fact.inferred,) if fact.inferred else ()
    asked = fact.phrasings if fact.status is Status.UNKNOWN else ()
    holders = {claim.holder for claim in fact.claims}
    sides = frozenset({len(fact.claims), len(holders)} - {0})
    yield tuple(
        Part(where, text, fact.all_citations, explained, asked, sides=sides)
        for where, text in (
            ("its statement", fact.statement),
            ("its value", _spoken(fact.value)),
            ("when", _spoken(fact.when)),
        )
        if text
    )
    for number, claim in enumerate(fact.claims):
        earlier = tuple(other.holder for other in fact.claims[:number])
        yield tuple(_claimed(claim, earlier))


def _claimed(claim: Claim, earlier: tuple[str, ...]) -> Iterator[Part]:
    whose = f"the claim of {claim.holder}"
    told = (claim.inferred,) if claim.inferred else ()
    yield Part("a holder", claim.holder, claim.citations, told, is_holder=True, earlier=earlier)
    for where, text in (
        (whose, claim.statement),
        (f"the value of {whose}", _spoken(claim.value)),
        (f"said of {whose}", _spoken(claim.said)),
    ):
        if text:
            yield Part(where, text, claim.citations, told)


def _spoken(text: str | None) -> str:
    """Return a date in words, each of a set by itself, and anything else as it is."""
    if not text:
        return ""
    try:
        if text[0] in "[{" and parse_when(text):
            members = _BETWEEN.split(text.strip("[]{}"))
            return ", ".join(parse_when(member).words for member in members if member)
        return parse_when(text).words if "/" in text or _DATE.match(text) else text
    except ValueError:
        return text
