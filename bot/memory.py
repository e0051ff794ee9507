"""What the question before was about, so that "and where?" can be understood."""

from dataclasses import replace

from knowledge.answer.answer import answer
from knowledge.answer.outcomes import Abstained, Ambiguous, Answer, Answered, Context, Request
from knowledge.release import View


def context_of(question: str, given: Answer) -> Context | None:
    """Return what the next question may lean on, or None where no person was found."""
    match given:
        case Answered(profile=profile, fact=fact):
            return Context(profile.id, fact.id, question)
        case Ambiguous(choices=choices):
            people = {choice.profile.id for choice in choices}
            return Context(people.pop(), question=question) if len(people) == 1 else None
        case Abstained(profile=profile):
            return Context(profile.id, question=question) if profile else None


def context_after(question: str, view: View, request: Request) -> Context | None:
    """Return what is known after a question that nobody waits for the answer of."""
    return context_of(question, answer(question, view, replace(request, context=None)))
