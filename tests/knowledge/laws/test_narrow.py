"""A narrowed view answers nothing about whom it leaves out, and never about another instead."""

import re
from collections.abc import Iterator

import pytest

from knowledge.answer.answer import answer
from knowledge.answer.outcomes import Abstained, Context, Reason, Request
from knowledge.base import FactBase, ProfileFacts
from knowledge.model.profile import Profile
from knowledge.narrow import narrowed
from knowledge.release import View
from knowledge.text.fold import fold
from tests.knowledge.islanders import (
    BRACK,
    FENNWICK,
    MARROW,
    TODAY,
    make_islanders,
    put,
)

SHIPPED_IDS = ("gulmurod-khalimov", "humairo-mirova")
ASKED_OF = (
    "Is {} dead?",
    "Where was {} born?",
    "where was {} born",
    "When was {} born?",
    "Where did {} work?",
    "Did {} flee to Syria?",
    "Who is the spouse of {}?",
    "{} birthplace",
    "What do you know about {}?",
)


def names_of(profile: Profile) -> tuple[str, ...]:
    return (profile.name, *profile.names, *profile.weak_names)


def unshared_names(profile: Profile, others: list[Profile]) -> Iterator[str]:
    taken = {fold(name) for other in others for name in names_of(other)}
    yield from (name for name in names_of(profile) if fold(name) not in taken)


def bare(text: str) -> str:
    """Return the words of a text between blanks, without signs."""
    said = " ".join(re.findall(r"[^\W_]+", fold(text)))
    return f" {said} "


def asked_about(held: ProfileFacts, others: list[ProfileFacts]) -> Iterator[str]:
    """Yield the questions of a base that name one person, and nobody whom the others know."""
    own = [bare(name) for name in names_of(held.profile)]
    theirs = [bare(n) for other in others for n in names_of(other.profile)]
    theirs += [bare(word) for other in others for word in other.profile.pronouns]
    around = (person for other in others for person in other.profile.persons)
    theirs += [
        bare(n) for person in around if person.name for n in (person.name, *person.names)
    ]
    written = (p for fact in held.facts for p in fact.phrasings)
    for question in (*written, *(label.question for label in held.questions)):
        said = bare(question)
        named = any(name in said for name in own)
        if named and not any(name in said for name in theirs):
            yield question


@pytest.mark.parametrize("kept", SHIPPED_IDS)
def test_no_question_about_whom_the_shipped_base_leaves_out_is_answered(
    kept: str, shipped: FactBase
) -> None:
    view = View(narrowed(shipped, (kept,)))
    left = [held for id_, held in shipped.profiles.items() if id_ != kept]
    asked = [q for held in left for q in asked_about(held, [shipped.profiles[kept]])]

    assert asked
    assert [q for q in asked if not isinstance(put(q, view), Abstained)] == []


@pytest.mark.parametrize("kept", SHIPPED_IDS)
@pytest.mark.parametrize("by_default", [False, True])
def test_no_spelling_of_a_name_that_is_left_out_is_taken_for_somebody_else(
    kept: str, shipped: FactBase, *, by_default: bool
) -> None:
    view = View(narrowed(shipped, (kept,)))
    request = Request(TODAY, context=Context(kept) if by_default else None)
    profiles = [held.profile for held in shipped.profiles.values()]
    (left,) = (profile for profile in profiles if profile.id != kept)
    held = [profile for profile in profiles if profile.id == kept]
    names = unshared_names(left, held)
    asked = [wording.format(name) for name in names for wording in ASKED_OF]

    assert [q for q in asked if not isinstance(answer(q, view, request), Abstained)] == []


@pytest.mark.parametrize("kept", [FENNWICK, MARROW, BRACK])
def test_linked_or_not_whom_a_small_base_leaves_out_is_nobody_else(kept: str) -> None:
    base = make_islanders()
    view = View(narrowed(base, (kept,)))
    left = [held.profile for id_, held in base.profiles.items() if id_ != kept]
    names = [n for p in left for n in unshared_names(p, [base.profiles[kept].profile])]
    asked = [wording.format(name) for name in names for wording in ASKED_OF]

    assert [q for q in asked if not isinstance(put(q, view), Abstained)] == []


def test_who_asks_about_somebody_left_out_learns_that_nobody_known_was_named() -> None:
    view = View(narrowed(make_islanders(), (MARROW,)))
    given = put("Where was Odalys Brack born?", view)

    assert isinstance(given, Abstained)
    assert given.reason is Reason.UNKNOWN_PERSON


def test_a_name_that_is_left_out_is_no_typo_of_one_that_is_kept() -> None:
    base = make_islanders()
    brack = base.profiles[BRACK]
    narrow = brack.profile.model_copy(update={"names": ("Marow",)})
    base = base.with_profile(ProfileFacts(narrow, brack.facts))

    assert isinstance(put("Where was Marow born?", View(narrowed(base, (MARROW,)))), Abstained)


def test_a_base_narrowed_twice_knows_everybody_by_name() -> None:
    once = narrowed(make_islanders(), (FENNWICK, MARROW))
    twice = narrowed(once, (MARROW,))

    assert [profile.id for profile in twice.absent] == [BRACK, FENNWICK]
    assert all(profile.persons == () for profile in twice.absent)


def test_a_base_narrowed_to_all_of_its_profiles_is_the_same_base() -> None:
    base = make_islanders()

    assert narrowed(base, tuple(base.profiles)).profiles == base.profiles
    assert narrowed(base, tuple(base.profiles)).absent == ()
