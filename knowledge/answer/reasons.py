"""Why no fact is given, and whether somebody was named whom no profile is about."""

from collections.abc import Sequence

from knowledge.answer.language import is_other_language
from knowledge.answer.outcomes import Reason
from knowledge.match.read import written_as_names
from knowledge.match.reading import Said, Scope
from knowledge.text.lexicon import AUXILIARIES, FUNCTION_WORDS
from knowledge.text.tokens import stem


def reason_for(said: Said, scope: Scope) -> Reason:
    """Return why a question that no candidate answers is refused."""
    if not any(map(str.isalpha, said.typed)):
        return Reason.NOT_A_QUESTION
    if is_other_language(said.typed, scope.index):
        return Reason.OTHER_LANGUAGE
    named = said.strong | said.weak
    if named and named.isdisjoint(scope.base.profiles):  # a narrowed view leaves them out
        return Reason.UNKNOWN_PERSON
    if not said.mentions and said.strangers:
        return Reason.UNKNOWN_PERSON
    return Reason.NO_FACT


def names_another(question: str, said: Said, scope: Scope) -> bool:
    """Tell whether only somebody is named who has no profile: "he" may be them from then on."""
    if said.strong or said.asks_of_somebody:
        return False
    return bool(said.persons) or bool(_names(question, said, scope)) or _asks_who_is(said.words)


def _names(question: str, said: Said, scope: Scope) -> frozenset[str]:
    """Return the words that are names, as they are written here or in the base."""
    written = written_as_names(question).intersection(said.words) - FUNCTION_WORDS
    is_proper = scope.index.vocabulary.is_proper
    return written.union(word for word in said.words if is_proper((stem(word),)))


def _asks_who_is(said: Sequence[str]) -> bool:
    """Tell whether it asks who somebody is, by a bare name: "who is putin?"."""
    asks = said[:1] == ("who",) and not AUXILIARIES.isdisjoint(said[1:2])
    return asks and bool(said[2:]) and FUNCTION_WORDS.isdisjoint(said[2:])
