"""Why no fact is given."""

from knowledge.answer.another import is_namesake, names_another
from knowledge.answer.language import is_other_language
from knowledge.answer.outcomes import Reason
from knowledge.match.reading import Said, Scope


def reason_for(question: str, said: Said, scope: Scope) -> Reason:
    """Return why a question that no candidate answers is refused."""
    if not any(map(str.isalpha, said.typed)):
        return Reason.NOT_A_QUESTION
    if is_other_language(said.typed, scope.index):
        return Reason.OTHER_LANGUAGE
    named = said.strong | said.weak
    if named and named.isdisjoint(scope.base.profiles):  # a narrowed view leaves them out
        return Reason.UNKNOWN_PERSON
    if is_namesake(question, said, scope):
        return Reason.UNKNOWN_PERSON
    is_around = bool(said.mentions)
    if not is_around and (said.strangers or names_another(question, said, scope)):
        return Reason.UNKNOWN_PERSON
    return Reason.NO_FACT
