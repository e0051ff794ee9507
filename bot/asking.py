"""A question from a channel: what is answered, and what of it may be public."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.desk import Desk
from bot.offers import FACT
from bot.render.answers import answer_card, may_be_public
from bot.render.card import Card
from bot.render.ids import read_fact_path
from bot.shelf import Seen
from bot.strings import listed
from knowledge.answer.answer import context_of
from knowledge.answer.known import answer_known
from knowledge.answer.outcomes import Abstained, Answer, Answered, Request
from knowledge.errors import RequestError
from knowledge.model.profile import Profile
from knowledge.release import View
from knowledge.text.fold import clean, fold


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks in which channel; only ever hashed, never kept or written."""

    person: int
    channel: int


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asks, and how they want it answered."""

    text: str
    profile: str | None = None
    as_of: date | None = None
    share: bool = True
    """Whether everybody in the channel may read an answer."""


def ask(desk: Desk, seen: Seen, asker: Asker, question: Question) -> tuple[Answer, Card]:
    """Answer a question, remember what it was about, and return the card to send."""
    context = desk.memory.before(asker.person, asker.channel)
    request = desk.request(seen, as_of=question.as_of, context=context)
    if question.profile:
        request = replace(request, profile=question.profile)
    question, picked = _settled(question, seen, request)
    given = picked or seen.private.recent.answer(question.text, request)
    if not picked and not _is_same_for_all(given, seen, question, request):
        question = replace(question, share=False)
    # Only whom and what it was about is remembered, not its words.
    desk.memory.keep(asker.person, asker.channel, context_of(given, "", context))
    return given, card_for(given, seen, question)


def _settled(
    question: Question, seen: Seen, request: Request
) -> tuple[Question, Answer | None]:
    """Return the question in words, with its answer where it was picked from autocomplete."""
    if not question.text.startswith(FACT):
        return question, None
    profile, id_, _ = read_fact_path(question.text.removeprefix(FACT))
    fact = seen.view.base.fact(profile, id_)
    if fact is None:
        return question, None
    in_words = replace(question, text=fact.phrasings[0])
    return in_words, answer_known(profile, id_, seen.view, request)


def _is_same_for_all(given: Answer, seen: Seen, question: Question, request: Request) -> bool:
    """Tell whether everybody would get this answer: only that is shown to everybody."""
    if seen.view.name == seen.open.name or not isinstance(given, Answered):
        return True
    known = request.profile is None or request.profile in seen.open.base.profiles
    theirs = seen.public.recent.answer(question.text, request) if known else None
    return isinstance(theirs, Answered) and theirs.fact.id == given.fact.id


def card_for(given: Answer, seen: Seen, question: Question) -> Card:
    """Return the card; what everybody reads comes from what everybody may see."""
    is_public = question.share and may_be_public(given)
    if isinstance(given, Answered):
        return (seen.public if is_public else seen.private).cards.of(
            given, private=not is_public
        )
    return answer_card(
        given,
        seen.view,
        private=True,
        question=clean(question.text),
        as_of=question.as_of,
    )


def open_fact(
    desk: Desk, view: View, profile: str, fact: str, as_of: date | None = None
) -> Answered | Abstained | None:
    """Return the answer that a button or a menu points at, or None where it is withdrawn."""
    request = Request(desk.today(), profile, None, as_of)
    return answer_known(profile, fact, view, request)


def outcome_of(given: Answer) -> str:
    """Return the outcome in one word, for the log."""
    return "answered" if isinstance(given, Answered) else type(given).__name__.lower()


def known_profile(seen: Seen, typed: str) -> str:
    """Return the id of the profile that was picked or typed, or raise RequestError."""
    profiles = seen.view.base.profiles
    if typed in profiles:
        return typed
    people = [held.profile for held in profiles.values()]
    meant = _named(typed, people)
    if len(meant) == 1:
        return meant[0].id
    if meant:  # a weak name never decides alone
        raise RequestError(
            f"Several people have that name here: {_told_apart(meant)}. Pick one of them."
        )
    known = listed([profile.name for profile in people])
    raise RequestError(f"Nobody of that name can be asked about here; there is {known}.")


def _named(typed: str, people: Sequence[Profile]) -> list[Profile]:
    """Return whom a name identifies, or else to whom it narrows."""
    wanted = fold(typed)
    strong = [p for p in people if wanted in map(fold, (p.name, *p.names))]
    return strong or [p for p in people if wanted in map(fold, p.weak_names)]


def _told_apart(people: Sequence[Profile]) -> str:
    return listed([f"{profile.name} ({profile.description})" for profile in people])
