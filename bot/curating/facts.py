"""What is asked about a new fact."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from bot.curating.citations import (
    HOW_TO_CITE,
    citation_check,
    claim_check,
    read_citation,
    read_table,
)
from bot.curating.dialogue import Check, Dialogue, Wanted, wanted
from knowledge.audit.phrasings import phrasing_problems, repeated_phrasings
from knowledge.audit.wording import Mask, matcher_mask
from knowledge.base import FactBase, ProfileFacts
from knowledge.model.fact import SIDES, Claim, Fact, Status

_ORDER = (
    *("id", "status", "when", "attribute", "value", "statement", "phrasings", "near_misses"),
    *("citations", "note", "inferred", "privacy", "privacy_reason", "review_by", "claim"),
)
_ANY_CITATION = {"source": "any", "locator": "line 1"}
_ANY_FACT: Mapping[str, object] = {"id": "any.one", "statement": "Any.", "phrasings": ["Any?"]}
"""Stands for what of a fact is not known, or was wrong."""


@dataclass(frozen=True)
class NewFact:
    """Asks for a fact of one profile of a base."""

    dialogue: Dialogue
    base: FactBase
    held: ProfileFacts

    def values(self) -> dict[str, object]:
        """Return the keys of the fact in the order in which they are written."""
        found = self._what()
        mask = matcher_mask(self.base)
        for key in ("phrasings", "near_misses"):
            found[key] = self.dialogue.many(_wanted(key, self._wording_check(key, found, mask)))
        is_disputed = found["status"] == Status.DISPUTED
        found["citations"] = self._citations(is_needed=not is_disputed)
        found["claim"] = self._claims(is_needed=is_disputed)
        found |= {key: self.dialogue.one(_wanted(key)) for key in ("note", "inferred")}
        found |= self._privacy()
        found["review_by"] = self.dialogue.one(_wanted("review_by"))
        return {key: found[key] for key in _ORDER if found.get(key)}

    def _what(self) -> dict[str, object]:
        one, attributes = self.dialogue.one, tuple(self.base.attributes)
        found: dict[str, object] = {
            "id": one(replace(_wanted("id", self._id_check), offers=self._topics())),
            "status": one(replace(_wanted("status"), usual="reported", offers=tuple(Status))),
            "statement": one(_wanted("statement")),
            "attribute": one(replace(_wanted("attribute"), offers=attributes)),
            "when": one(_wanted("when")),
        }
        # a value belongs to an attribute; given without one, the model will say so
        if found["attribute"] or self.dialogue.given.get("value"):
            found["value"] = one(_wanted("value"))
        return found

    def _topics(self) -> tuple[str, ...]:
        return tuple(f"{topic}." for topic in self.held.topics)

    def _id_check(self, answer: str, before: Sequence[str]) -> str:
        del before
        taken = {fact.id for fact in (*self.held.facts, *self.held.retracted)}
        wrong = f"id {answer!r} is taken; ids are never used again, so write another"
        return wrong if answer in taken else ""

    def _wording_check(self, key: str, found: Mapping[str, object], mask: Mask) -> Check:
        """Return what asks the audit about the wordings of a fact that is not written yet."""

        def wrong(answer: str, before: Sequence[str]) -> str:
            draft = {**_ANY_FACT, **{k: found[k] for k in _ANY_FACT if found.get(k)}}
            if found.get("attribute") and found.get("value"):
                draft |= {"attribute": found["attribute"], "value": found["value"]}
            draft |= {key: [*before, answer], "citations": [_ANY_CITATION]}
            return next(_wording_problems(Fact.model_validate(draft), self.held, mask), "")

        return wrong

    def _citations(self, *, is_needed: bool) -> list[dict[str, object]]:
        cited = replace(
            _wanted("citations"),
            about=HOW_TO_CITE,
            check=citation_check(self.base),
            offers=tuple(self.base.sources),
            is_needed=is_needed,
        )
        return [read_citation(typed) for typed in self.dialogue.many(cited)]

    def _claims(self, *, is_needed: bool) -> list[dict[str, object]]:
        if self.dialogue.given.get("claim"):
            sides = replace(_wanted("claim"), check=claim_check(self.base))
            return [read_table(typed) for typed in self.dialogue.many(sides)]
        return list(self._asked_claims()) if is_needed else []

    def _asked_claims(self) -> Iterator[dict[str, object]]:
        for place in count(1):
            claim = self._claim(place)
            if not claim:
                return
            yield claim

    def _claim(self, place: int) -> dict[str, object]:
        """Ask for one side of a dispute; nothing where there are no more."""
        ask = self.dialogue.ask
        holder = ask(_of_claim("holder", place, is_needed=place <= SIDES))
        if not holder:
            return {}
        found: dict[str, object] = {"holder": holder}
        found["statement"] = ask(_of_claim("statement", place))
        found["said"] = ask(_of_claim("said", place))
        cited = replace(
            _of_claim("citations", place),
            about=HOW_TO_CITE,
            check=citation_check(self.base),
            offers=tuple(self.base.sources),
        )
        found["citations"] = [read_citation(typed) for typed in self.dialogue.ask_many(cited)]
        return {key: value for key, value in found.items() if value}

    def _privacy(self) -> dict[str, object]:
        offers = ("open", "restricted")
        privacy = self.dialogue.one(replace(_wanted("privacy"), usual="open", offers=offers))
        is_restricted = privacy == "restricted"
        reason = replace(_wanted("privacy_reason"), is_needed=is_restricted)
        asked = is_restricted or self.dialogue.given.get("privacy_reason")
        return {
            "privacy": privacy if is_restricted else "",
            "privacy_reason": self.dialogue.one(reason) if asked else "",
        }


def _wanted(key: str, check: Check | None = None) -> Wanted:
    return wanted(Fact, key, check)


def _of_claim(key: str, place: int, *, is_needed: bool | None = None) -> Wanted:
    found = wanted(Claim, key)
    needed = found.is_needed if is_needed is None else is_needed
    return replace(found, key=f"claim {place}, {key}", option="--claim", is_needed=needed)


def _wording_problems(fact: Fact, held: ProfileFacts, mask: Mask) -> Iterator[str]:
    with_draft = replace(held, facts=(fact, *held.facts))
    repeated = repeated_phrasings(held, fact, mask)
    for problem in (*phrasing_problems(with_draft, mask), *repeated):
        if problem.fact == fact.id:
            yield f"The fact {problem.wrong}; {problem.remedy}"
