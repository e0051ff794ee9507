"""Names: which words of a question say whom it is about."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.base import FactBase
from knowledge.model.profile import Person, Profile
from knowledge.text.fold import latin
from knowledge.text.tokens import words

LONGEST = 6  # words of a name that are looked up at once


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of words that names somebody."""

    start: int
    end: int
    strong: frozenset[str] = frozenset()
    """Profiles that the name identifies."""
    weak: frozenset[str] = frozenset()
    """Profiles that the name narrows to."""
    persons: frozenset[str] = frozenset()
    """People around a profile whom the name identifies, as tokens."""


@dataclass
class _Meaning:
    strong: set[str] = field(default_factory=set)
    weak: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class NameIndex:
    """Every name and spelling of the base, by its folded words in Latin letters."""

    meanings: dict[tuple[str, ...], _Meaning]
    name_words: dict[str, int]
    """Words of names with the number of their uses, for typo repair."""
    person_profiles: dict[str, frozenset[str]]
    """The profiles around which a person stands, by the person's token."""
    bearers: dict[str, tuple[tuple[str, ...], ...]]
    """The names of several words that have a word, by the word."""
    epithets: dict[tuple[str, ...], frozenset[str]]
    """What stands for a name, as its words, with the profiles that it stands for."""
    begin_epithets: frozenset[str]
    """The first words of these."""

    def full_names(self, word: str) -> tuple[tuple[str, ...], ...]:
        """Return the names of several words that have a word."""
        return self.bearers.get(word, ())

    def are_same(self, first: tuple[str, ...], second: tuple[str, ...]) -> bool:
        """Tell whether two names are the same people's."""
        return self.meanings[first] == self.meanings[second]

    def mentions(self, said: Sequence[str]) -> tuple[Mention, ...]:
        """Return the names in a text, the longest first where several begin together."""
        found: list[Mention] = []
        place = 0
        plain = [latin(word) for word in said]
        while place < len(plain):
            mention = (
                self._mention_at(plain, place) if plain[place] in self.name_words else None
            )
            if mention:
                found.append(mention)
            place = mention.end if mention else place + 1
        return tuple(found)

    def epithet(self, said: Sequence[str]) -> Mention | None:
        """Return the first words of a text that stand for a name, the longest first."""
        begins = (place for place, word in enumerate(said) if word in self.begin_epithets)
        for start in begins:
            for end in range(min(len(said), start + LONGEST), start, -1):
                meant = self.epithets.get(tuple(said[start:end]))
                if meant:
                    return Mention(start, end, strong=meant)
        return None

    def _mention_at(self, plain: list[str], start: int) -> Mention | None:
        for end in range(min(len(plain), start + LONGEST), start, -1):
            meaning = self.meanings.get(tuple(plain[start:end]))
            if meaning:
                strong, weak = frozenset(meaning.strong), frozenset(meaning.weak)
                return Mention(start, end, strong, weak, frozenset(meaning.persons))
        return None


def build_names(base: FactBase) -> NameIndex:
    """Index the names of every profile and of the people around it."""
    meanings: dict[tuple[str, ...], _Meaning] = defaultdict(_Meaning)
    people: dict[str, set[str]] = defaultdict(set)
    named_there = {*base.profiles, *(profile.id for profile in base.absent)}
    for profile in base.absent:
        _add_names(profile, meanings)
    for held in base.profiles.values():
        _add_names(held.profile, meanings)
        for person in held.profile.persons:
            people[person_token(person)].add(held.profile.id)
            if person.profile not in named_there:
                _add_person(person, meanings)
    meanings.pop((), None)
    uses = Counter(word for form in meanings for word in form)
    frozen = {token: frozenset(profiles) for token, profiles in people.items()}
    bearers: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in meanings:
        for word in set(form) if len(form) > 1 else ():
            bearers[word].append(form)
    by_word = {word: tuple(sorted(forms)) for word, forms in bearers.items()}
    epithets = _epithets(base)
    first = frozenset(form[0] for form in epithets)
    return NameIndex(dict(meanings), dict(uses), frozen, by_word, epithets, first)


def _epithets(base: FactBase) -> dict[tuple[str, ...], frozenset[str]]:
    meant: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for profile in (*base.absent, *(held.profile for held in base.profiles.values())):
        for epithet in profile.epithets:
            meant[words(epithet)].add(profile.id)
    return {said: frozenset(profiles) for said, profiles in meant.items() if said}


def _add_names(profile: Profile, meanings: dict[tuple[str, ...], _Meaning]) -> None:
    for name in (profile.name, *profile.names):
        meanings[_form(name)].strong.add(profile.id)
    for name in profile.weak_names:
        meanings[_form(name)].weak.add(profile.id)


def _add_person(person: Person, meanings: dict[tuple[str, ...], _Meaning]) -> None:
    for name in (person.name or "", *person.names):
        meanings[_form(name)].persons.add(person_token(person))


def person_token(person: Person) -> str:
    """Return the token that stands for a person around a profile in masked texts."""
    named = person.name or next(iter(person.names), "") or next(iter(person.relations), "")
    return "=" + "-".join(_form(named))


def _form(name: str) -> tuple[str, ...]:
    return tuple(latin(word) for word in words(name))
