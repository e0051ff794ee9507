"""The question before, so that "and where?" can be understood."""

from dataclasses import replace

from knowledge.answer.answer import answer, context_of
from knowledge.answer.outcomes import Context, Request
from knowledge.release import View


def context_after(question: str, view: View, request: Request) -> Context | None:
    """Return what a follow-up may lean on after a question that nobody waits for."""
    return context_of(answer(question, view, replace(request, context=None)), question)
