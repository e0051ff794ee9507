"""Two questions in one: "Who is her husband and when did they marry?" asks for two facts."""

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.answer.outcomes import Context, Request
from knowledge.answer.understanding import understand
from knowledge.decide import Answers, decide
from knowledge.match.explain import Candidate
from knowledge.match.find import best_of
from knowledge.match.reading import Said, Scope
from knowledge.text.lexicon import Asks, asks
from knowledge.text.tokens import words

MOST_SEAMS = 3  # places where a question is tried as two; each means to read two more
BRIEF = 6  # words that ask without a question word: "her date of birth"
LONGEST = 32  # words: two questions, each as long as they are asked
_SEAM = re.compile(r"[\s,;?!.]+(?:and|&)\s+(?:also\s+|then\s+)?|\s*[;?!]\s+", re.IGNORECASE)


def both_asked(
    question: str, best: Candidate, scope: Scope, request: Request
) -> tuple[Candidate, ...]:
    """Return the facts that answer the two clauses of a question, each for sure; else none.

    A clause ends at an "and" or at one of ";?!". A second one asks with a question word or as a
    curator words it, in more than one word; where it names nobody, it is about whom the first
    is about.

    Where the best fact for the whole answers it better than its clause, it is one question:
    "her sons and how many they are". Where it answers neither clause but may answer both, it is
    returned as well, after them.
    """
    for left, right in _clauses(question):
        first = _sure(left, scope, request)
        second = _sure_after(first, right, scope, request) if first else None
        if first is None or second is None or _is_one_fact(first, second):
            continue
        same = [clause for clause in (first, second) if _is_one_fact(best, clause)]
        if not same and best.score >= request.policy.threshold:
            return first, second, best
        if all(best.score <= clause.score for clause in same):
            return first, second
    return ()


def _clauses(question: str) -> Iterator[tuple[str, str]]:
    """Yield both sides of each seam; none of a text that is too long for two questions."""
    seams = [*_SEAM.finditer(question)][:MOST_SEAMS]
    if not seams or len(words(question)) > LONGEST:
        return
    for seam in seams:
        left, right = question[: seam.start()], question[seam.end() :].strip()
        if left and _may_ask(words(right)):
            yield left, right


def _may_ask(clause: tuple[str, ...]) -> bool:
    """Tell whether a second clause has a question word, or is as brief as a curator's words."""
    return asks(clause) is not Asks.OPEN or 1 < len(clause) <= BRIEF


def _sure(clause: str, scope: Scope, request: Request) -> Candidate | None:
    said, found = understand(clause, scope, request)
    verdict = decide(best_of(found), request.policy)
    if not isinstance(verdict, Answers) or _is_only_names(said):
        return None
    return verdict.candidate


def _sure_after(
    first: Candidate, clause: str, scope: Scope, request: Request
) -> Candidate | None:
    second = _sure(clause, scope, replace(request, context=Context(first.profile)))
    is_question = asks(words(clause)) is not Asks.OPEN
    return second if second and (is_question or second.is_word_for_word) else None


def _is_only_names(said: Said) -> bool:
    """Tell whether a clause only says whom it is about: "… meet, she and Marrow"."""
    return sum(mention.end - mention.start for mention in said.mentions) == len(said.words)


def _is_one_fact(one: Candidate, other: Candidate) -> bool:
    return (one.profile, one.fact) == (other.profile, other.fact)
