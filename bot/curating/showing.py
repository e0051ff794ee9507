"""One fact as Discord will show it, as committed and as edited."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from bot.curating.changes import changes, source_changes
from bot.days import quoted
from bot.render.answers import answer_card
from bot.render.card import Card
from knowledge.answer.known import answer_known
from knowledge.answer.outcomes import Answered, Request
from knowledge.audit.citing import has_known_sources
from knowledge.base import FactBase
from knowledge.errors import Problem, RequestError
from knowledge.model.fact import Fact
from knowledge.model.questions import full_id
from knowledge.release import View


@dataclass(frozen=True, slots=True)
class State:
    """A fact at one time, and its card: none where it is retracted or its source not listed."""

    base: FactBase
    profile: str
    fact: Fact
    card: Card | None


def find_fact(named: str, bases: Iterable[FactBase]) -> tuple[str, str]:
    """Return profile and id of the fact that is named; RequestError where that is not one."""
    ids = dict.fromkeys(id_ for base in bases for id_ in _full_ids(base))
    found = [id_ for id_ in ids if named in {id_, id_.partition("/")[2]}]
    if len(found) > 1:
        raise RequestError(f"{quoted(named)} may be {' or '.join(found)}; write one of them.")
    if not found:
        near = get_close_matches(named, (*ids, *(id_.partition("/")[2] for id_ in ids)), n=1)
        remedy = f"did you mean {near[0]}?" if near else "write profile/topic.slug."
        raise RequestError(f"There is no fact {quoted(named)}; {remedy}")
    profile, _, fact = found[0].partition("/")
    return profile, fact


def state_of(base: FactBase, profile: str, fact: str, today: date) -> State | None:
    """Return the fact as it stands in a base, or None where it is not there."""
    held = base.profiles.get(profile)
    known = (*held.facts, *held.retracted) if held else ()
    found = next((each for each in known if each.id == fact), None)
    return State(base, profile, found, _card(base, profile, fact, today)) if found else None


def what_changed(before: State, after: State) -> Iterator[str]:
    """Yield a line for each key that has another value: of the fact, person and sources."""
    yield from changes(before.fact, after.fact)
    yield from source_changes(before.base, after.base, after.fact)
    old, new = (state.base.profiles[state.profile].profile for state in (before, after))
    shown = ("name", "description", "note")
    if any(getattr(old, key) != getattr(new, key) for key in shown):
        lines = changes(old, new)
        yield from (f"profile {line}" for line in lines if line.partition(":")[0] in shown)


def about_fact(problems: Iterable[Problem], profile: str, fact: str) -> Iterator[Problem]:
    """Yield the problems of one fact, those that keep it from being read included."""
    for problem in problems:
        if problem.file.startswith(f"{profile}/") and problem.fact.split(" ")[0] == fact:
            yield problem


def looks_alike(before: State, after: State) -> bool:
    """Tell whether a reader would see the same, the release's name apart."""
    return _seen(before) == _seen(after)


def _seen(state: State) -> tuple[object, ...]:
    if state.card is None:
        return ()
    name = state.base.name
    texts = tuple(text.replace(name, "") for text in state.card.texts)
    return texts, state.card.private, state.card.color


def _full_ids(base: FactBase) -> Iterator[str]:
    for profile, held in base.profiles.items():
        for fact in (*held.facts, *held.retracted):
            yield full_id(profile, fact.id)


def _card(base: FactBase, profile: str, fact: str, today: date) -> Card | None:
    found = base.fact(profile, fact)
    if found is None or not has_known_sources(found, base):
        return None
    view = View(base)
    known = answer_known(profile, fact, view, Request(today=today))
    return answer_card(known, view, private=False) if isinstance(known, Answered) else None
