"""Why no fact is given, and what could be asked instead."""

from collections.abc import Sequence

from knowledge.answer.language import is_other_language
from knowledge.answer.outcomes import Reason
from knowledge.match.explain import Candidate
from knowledge.match.read import Said, Scope

SUGGESTED = 3


def reason_for(said: Said, scope: Scope) -> Reason:
    """Return why a question that no candidate answers is refused."""
    if not any(word.isalpha() for word in said.words):
        return Reason.NOT_A_QUESTION
    if is_other_language(said.words, scope.index):
        return Reason.OTHER_LANGUAGE
    if not said.mentions and said.strangers:
        return Reason.UNKNOWN_PERSON
    return Reason.NO_FACT


def suggestions(near: Sequence[Candidate], scope: Scope, besides: str = "") -> tuple[str, ...]:
    """Return the questions nearest to what was asked that the base does answer."""
    asked = dict.fromkeys(
        scope.base.profiles[c.profile].by_id[c.fact].phrasings[0]
        for c in near
        if c.fact != besides
    )
    return tuple(asked)[:SUGGESTED]
