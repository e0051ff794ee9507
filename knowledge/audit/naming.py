"""Words of a person's name that stand alone: who bears them, and whether they find anybody."""

import re
from collections.abc import Iterator

from knowledge.audit.places import in_profile
from knowledge.base import FactBase, ProfileFacts
from knowledge.errors import Problem
from knowledge.index.names import NameIndex, build_names
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile
from knowledge.text.brief import brief
from knowledge.text.fold import latin
from knowledge.text.tokens import words

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_REMEDY = "add it to names, or to weak_names if others bear it"


def naming_remarks(base: FactBase) -> Iterator[Problem]:
    """Yield words of a name that facts say alone and that find nobody, and whom none finds."""
    index = build_names(base)
    for held in base.profiles.values():
        said = tuple(_said_alone(held, base, index))
        yield from said
        if not said and not _has_lone_name(held.profile):
            lone = surname(held.profile.name)
            wrong = "has no name of a single word, so no surname finds this person"
            yield in_profile(held.profile.id, wrong, f"{brief(lone)} alone? {_REMEDY}")


def surname(name: str) -> str:
    """Return the last word of a name of several words, suffixes left out; else nothing."""
    parts = _parts(name)
    return parts[-1] if len(parts) > 1 and len(parts[-1]) > 1 else ""


def is_own_name(word: str, profile: Profile) -> bool:
    """Tell whether a word is a name of the person already, were it a weak one."""
    return _form(word) in {_form(name) for name in _names(profile)}


def is_everyday(word: str, base: FactBase) -> bool:
    """Tell whether a word means something else in many questions: May, Young, Black."""
    return not base.lexicon.common_words.isdisjoint(_form(word))


def bearers(word: str, base: FactBase, profile: str) -> tuple[str, ...]:
    """Return the other people, with a profile or around one, whose names hold a word."""
    return tuple(
        dict.fromkeys(
            somebody
            for somebody, name in _others(base, profile)
            if set(_form(word)) <= set(_form(name))
        )
    )


def _others(base: FactBase, profile: str) -> Iterator[tuple[str, str]]:
    for id_, held in base.profiles.items():
        for name in _names(held.profile) if id_ != profile else ():
            yield id_, name
        for person in held.profile.persons:
            names = [name for name in (person.name, *person.names) if name]
            for name in names if person.profile != profile else ():
                yield person.profile or names[0], name


def _said_alone(held: ProfileFacts, base: FactBase, index: NameIndex) -> Iterator[Problem]:
    person = held.profile
    for part in dict.fromkeys(_parts(person.name)):
        if len(part) == 1 or is_own_name(part, person):
            continue
        said = [fact.id for fact in held.facts if _says(fact, part, base, index)]
        if said:
            more = f" and {len(said) - 1} more" if len(said) > 1 else ""
            where = f"{said[0]}{more}"
            wrong = f"says {brief(part)} ({where}), which alone is no name of {person.name}"
            yield in_profile(person.id, wrong, _REMEDY)


def _says(fact: Fact, part: str, base: FactBase, index: NameIndex) -> bool:
    texts = (*fact.phrasings, *fact.near_misses, *fact.sentences)
    return any(_stands_alone(text, part, base, index) for text in texts)


def _stands_alone(text: str, part: str, base: FactBase, index: NameIndex) -> bool:
    form = _form(part)
    said = _form(text)
    if not set(form) <= set(said) or (is_everyday(part, base) and not _is_inside(part, text)):
        return False
    named = {at for m in index.mentions(said) for at in range(m.start, m.end)}
    size = len(form)
    starts = (at for at in range(len(said)) if said[at : at + size] == form)
    return any(named.isdisjoint(range(at, at + size)) for at in starts)


def _is_inside(part: str, text: str) -> bool:
    """Tell whether a word stands with its capital where no sentence begins."""
    return re.search(rf"(?<=[\w,;] ){re.escape(part)}\b", text) is not None


def _has_lone_name(profile: Profile) -> bool:
    return any(len(name.split()) == 1 for name in _names(profile))


def _names(profile: Profile) -> tuple[str, ...]:
    return (profile.name, *profile.names, *profile.weak_names)


def _parts(name: str) -> list[str]:
    found = (word.strip(".,") for word in name.split())
    return [word for word in found if _form(word) and word.casefold() not in _SUFFIXES]


def _form(text: str) -> tuple[str, ...]:
    return tuple(latin(word) for word in words(text))
