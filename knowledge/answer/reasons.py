"""Why no fact is given."""

from collections.abc import Sequence

from knowledge.answer.language import is_other_language
from knowledge.answer.outcomes import Reason
from knowledge.match.reading import Said, Scope
from knowledge.text.lexicon import SMALL_TALK

_AROUND = frozenset("i you it we that so very much a lot for the all and to".split())


def reason_for(said: Said, scope: Scope) -> Reason:
    """Return why a question that no candidate answers is refused."""
    if not any(map(str.isalpha, said.typed)) or _is_small_talk(said.typed):
        return Reason.NOT_A_QUESTION
    if is_other_language(said.typed, scope.index):
        return Reason.OTHER_LANGUAGE
    named = said.strong | said.weak
    if named and named.isdisjoint(scope.base.profiles):  # a narrowed view leaves them out
        return Reason.UNKNOWN_PERSON
    if not said.mentions and said.strangers:
        return Reason.UNKNOWN_PERSON
    return Reason.NO_FACT


def _is_small_talk(typed: Sequence[str]) -> bool:
    """Tell whether somebody says thanks, hello, or that they have understood."""
    return any(word in SMALL_TALK for word in typed) and all(
        word in SMALL_TALK or word in _AROUND for word in typed
    )
