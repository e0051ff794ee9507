"""Why no fact is given, and what could be asked instead."""

from collections.abc import Sequence

from knowledge.answer.language import is_other_language
from knowledge.answer.outcomes import Reason
from knowledge.match.explain import Candidate
from knowledge.match.read import Said, Scope
from knowledge.text.fold import latin
from knowledge.text.lexicon import FUNCTION_WORDS

SUGGESTED = 3


def reason_for(
    question: str, said: Said, candidates: Sequence[Candidate], scope: Scope
) -> Reason:
    """Return why a question that no candidate answers is refused."""
    del candidates
    if not any(word.isalpha() for word in said.words):
        return Reason.NOT_A_QUESTION
    if is_other_language(said.words, scope.index):
        return Reason.OTHER_LANGUAGE
    if not said.mentions and _names_a_stranger(question, said, scope):
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


def _names_a_stranger(question: str, said: Said, scope: Scope) -> bool:
    """Tell whether a capitalized word inside the question is no word that the base knows."""
    strangers = [w for w in said.words if not _is_known(w, scope)]
    capitalized = {
        part.strip(".,?!:;\"'“”‘’()").removesuffix("'s").removesuffix("’s").casefold()
        for part in question.split()[1:]
        if part[:1].isupper()
    }
    return any(word in capitalized for word in strangers)


def _is_known(word: str, scope: Scope) -> bool:
    known = scope.index.repairer.known
    return word in known or latin(word) in known or word in FUNCTION_WORDS or word.isdigit()
