"""Rules on profiles and their labelled questions: one person each, facts that exist."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from knowledge.audit.places import in_profile, in_question
from knowledge.audit.unread import has_unread_questions, is_unknown_profile, may_be_fact
from knowledge.base import FactBase, ProfileFacts
from knowledge.errors import Problem
from knowledge.index.names import LONGEST, build_names
from knowledge.model.profile import Profile
from knowledge.model.questions import full_id
from knowledge.text.brief import brief
from knowledge.text.fold import latin
from knowledge.text.lexicon import FUNCTION_WORDS, RELATIONS
from knowledge.text.tokens import words


def profile_problems(base: FactBase) -> Iterator[Problem]:
    """Yield names that mean two people, and people with profiles that cannot be theirs."""
    owners = _owners(base)
    names = build_names(base).meanings.keys()
    for held in base.profiles.values():
        yield from _shared_names(held.profile, owners)
        yield from _bad_epithets(held.profile, names)
        yield from _bad_persons(held.profile, base)


def question_problems(held: ProfileFacts, base: FactBase) -> Iterator[Problem]:
    """Yield labelled questions that expect the impossible, and sets that are too easy."""
    profile = held.profile.id
    known = _known_facts(base)
    asked = Counter((q.question, q.context, q.as_of) for q in held.questions)
    for question in held.questions:
        named = (question.expect,) if question.is_answerable else ()
        for id_ in dict.fromkeys((*named, *question.also)):
            full = full_id(profile, id_)
            if full not in known and not may_be_fact(full, base):
                remedy = "write the id of a fact that may be answered, AMBIGUOUS or ABSTAIN"
                yield in_question(
                    profile, question, f"expects unknown fact {brief(id_)}", remedy
                )
        if asked[question.question, question.context, question.as_of] > 1:
            yield in_question(profile, question, "is asked twice", "keep one of the two")
    if not has_unread_questions(profile, base):
        yield from _too_easy(held)


def _owners(base: FactBase) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    owners: dict[tuple[str, ...], tuple[str, ...]] = {}
    for id_, held in base.profiles.items():
        for name in dict.fromkeys(words(n) for n in (held.profile.name, *held.profile.names)):
            owners[name] = (*owners.get(name, ()), id_)
    return owners


def _shared_names(
    profile: Profile, owners: Mapping[tuple[str, ...], tuple[str, ...]]
) -> Iterator[Problem]:
    for name in (profile.name, *profile.names):
        others = [id_ for id_ in owners[words(name)] if id_ != profile.id]
        if others:
            wrong = f"has a name that identifies {', '.join(others)} too, {brief(name)}"
            remedy = "move it to weak_names, or write a fuller name"
            yield in_profile(profile.id, wrong, remedy)


def _bad_persons(profile: Profile, base: FactBase) -> Iterator[Problem]:
    """Yield people whose profile is not there, or is the very one in which they stand."""
    for person in profile.persons:
        if person.profile == profile.id:
            wrong = f"gives a person the profile in which they stand, {person.profile!r}"
            remedy = "write the id of that person's own profile, or leave profile out"
            yield in_profile(profile.id, wrong, remedy)
        elif person.profile and is_unknown_profile(person.profile, base):
            wrong = f"gives a person the unknown profile {person.profile!r}"
            yield in_profile(profile.id, wrong, "write a profile's id, or leave it out")


def _bad_epithets(profile: Profile, names: Collection[tuple[str, ...]]) -> Iterator[Problem]:
    """Yield epithets that would be found in questions about others, or never."""
    for epithet, times in Counter(profile.epithets).items():
        said = words(epithet)
        content = [word for word in said if word not in FUNCTION_WORDS]
        wrong = {
            "twice": times > 1,
            "that says nothing": not content,
            "of a single word": len(said) == 1,
            f"of more than {LONGEST} words": len(said) > LONGEST,
            "that is a name": tuple(map(latin, said)) in names
            or tuple(map(latin, content)) in names,
            "that is a relative": len(content) == 1 and content[0] in RELATIONS,
        }
        for why in (why for why, holds in wrong.items() if holds):
            remedy = 'write what stands for the name, with its article: "the defector"'
            yield in_profile(profile.id, f"has an epithet {why}, {brief(epithet)}", remedy)
            break


def _known_facts(base: FactBase) -> frozenset[str]:
    return frozenset(
        full_id(id_, fact.id) for id_, held in base.profiles.items() for fact in held.facts
    )


def _too_easy(held: ProfileFacts) -> Iterator[Problem]:
    answerable = sum(question.is_answerable for question in held.questions)
    others = len(held.questions) - answerable
    if answerable > others:
        yield Problem(
            f"{held.profile.id}/questions.toml",
            "",
            f"has {answerable} questions to answer and {others} not to answer",
            f"add {answerable - others} near misses with ABSTAIN or AMBIGUOUS",
        )
