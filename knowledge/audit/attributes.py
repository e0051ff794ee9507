"""Attributes that no library knows though one like it, and values that are no date."""

from collections.abc import Iterator
from difflib import get_close_matches

from knowledge.audit.contradictions import values_of
from knowledge.audit.places import in_fact
from knowledge.base import FactBase
from knowledge.dates import parse_when
from knowledge.errors import Problem
from knowledge.model.fact import Fact
from knowledge.text.brief import brief

_NEAR = 0.85  # date-of-brith is near date-of-birth, and place-of-burial is not near that


def attribute_remarks(base: FactBase) -> Iterator[Problem]:
    """Yield facts whose attribute may be a typo, or whose value is not of its kind.

    An attribute of one's own is no fault: it lends no phrasings, and its values are compared.
    """
    known = tuple(base.attributes)
    for profile, held in base.profiles.items():
        for fact in held.facts:
            named = fact.attribute or ""
            near = get_close_matches(named, known, n=1, cutoff=_NEAR)
            if near and named not in base.attributes:
                wrong = f"has the attribute {brief(named)}, which lends it no phrasings"
                remedy = f"write {near[0]!r}, unless it is one of your own"
                yield in_fact(profile, fact, wrong, remedy)
            yield from _no_dates(profile, fact, base)


def _no_dates(profile: str, fact: Fact, base: FactBase) -> Iterator[Problem]:
    attribute = base.attributes.get(fact.attribute or "")
    if attribute is None or attribute.answers != "when":
        return
    for value in sorted(values_of(fact)):
        if not _is_date(value):
            wrong = f"gives {attribute.id!r} the value {brief(value)}, which is no EDTF date"
            remedy = "write one such as 2015-05-28, 2015-05, 2015 or 2015~, to be compared"
            yield in_fact(profile, fact, wrong, remedy)


def _is_date(value: str) -> bool:
    try:
        parse_when(value)
    except ValueError:
        return False
    return True
