"""Why no fact is given."""

from knowledge.answer.language import is_other_language
from knowledge.answer.outcomes import Reason
from knowledge.match.reading import Said, Scope


def reason_for(said: Said, scope: Scope, *, is_of_another: bool) -> Reason:
    """Return why a question that no candidate answers is refused."""
    if not any(map(str.isalpha, said.typed)):
        return Reason.NOT_A_QUESTION
    if is_other_language(said.typed, scope.index):
        return Reason.OTHER_LANGUAGE
    named = said.strong | said.weak
    if named and named.isdisjoint(scope.base.profiles):  # a narrowed view leaves them out
        return Reason.UNKNOWN_PERSON
    is_stranger = is_of_another or bool(said.strangers and not said.mentions)
    return Reason.UNKNOWN_PERSON if is_stranger and not said.persons else Reason.NO_FACT
