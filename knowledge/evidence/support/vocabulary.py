"""What a base knows under several names: its people, and words that mean the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.base import FactBase
from knowledge.evidence.support.names import Word, words_of
from knowledge.model.profile import Profile
from knowledge.text.fold import fold
from knowledge.text.tokens import stem

_LONGEST = 8  # words of a name that are looked up at once
_SHORT = 3


@dataclass(frozen=True)
class Vocabulary:
    """The names and phrases of a base, each with the groups that it belongs to."""

    groups: dict[tuple[str, ...], frozenset[str]]
    heads: frozenset[str]
    """First words of those phrases."""
    common: frozenset[str]
    """Words that are no name at the head of a sentence, and their stems."""
    pronouns: dict[str, frozenset[str]]
    """How each profile's person is spoken of without a name."""

    def groups_in(
        self, words: Sequence[Word]
    ) -> Iterator[tuple[tuple[int, ...], frozenset[str]]]:
        """Yield the known phrases in a text, as the places of their words, longest first."""
        at = 0
        while at < len(words):
            size = self._size_at(words, at)
            if size:
                keys = tuple(word.key for word in words[at : at + size])
                yield tuple(range(at, at + size)), self.groups[keys]
            at += size or 1

    def _size_at(self, words: Sequence[Word], at: int) -> int:
        if words[at].key not in self.heads:
            return 0
        keys = tuple(word.key for word in words[at : at + _LONGEST])
        return next((n for n in range(len(keys), 0, -1) if keys[:n] in self.groups), 0)


def person(profile: str) -> str:
    """Return the group of a profile's own person."""
    return f"profile {profile}"


def is_person(group: str) -> bool:
    """Tell whether a group is somebody, not a word for something."""
    return group.startswith(("profile ", "person "))


def build_vocabulary(base: FactBase) -> Vocabulary:
    """Gather the names of a base."""
    groups: dict[tuple[str, ...], set[str]] = {}
    for group, phrase in (*_people(base), *_same_words(base)):
        keys = _keys(phrase)
        if keys:
            groups.setdefault(keys, set()).add(group)
    common = base.lexicon.common_words
    return Vocabulary(
        {keys: frozenset(found) for keys, found in groups.items()},
        frozenset(keys[0] for keys in groups),
        frozenset({*common, *(stem(word) for word in common)}),
        {
            id_: frozenset(fold(pronoun) for pronoun in held.profile.pronouns)
            for id_, held in base.profiles.items()
        },
    )


def _people(base: FactBase) -> Iterator[tuple[str, str]]:
    for held in base.profiles.values():
        profile = held.profile
        for name in (profile.name, *profile.names, *profile.weak_names):
            yield person(profile.id), name
        yield from _around(profile)


def _around(profile: Profile) -> Iterator[tuple[str, str]]:
    for somebody in profile.persons:
        names = tuple(name for name in (somebody.name, *somebody.names) if name)
        for name in names:
            own = person(somebody.profile) if somebody.profile else f"person {fold(names[0])}"
            yield own, name


def _same_words(base: FactBase) -> Iterator[tuple[str, str]]:
    for number, phrases in enumerate(base.synonyms):
        for phrase in phrases:
            yield f"words {number}", phrase


def _keys(phrase: str) -> tuple[str, ...]:
    words = words_of(phrase)
    if len(words) == 1 and len(words[0].text) <= _SHORT and words[0].text.isascii():
        return (f"^{words[0].key.lstrip('^')}",)  # "us" here stands for US
    return tuple(word.key for word in words)
