"""Reading a question: typos repaired, whom it is about, what remains of it with the names masked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.base import FactBase
from knowledge.index.build import Index
from knowledge.index.mask import PRONOUNS, mask
from knowledge.index.names import Mention
from knowledge.match.explain import Repair
from knowledge.model.profile import Person, Profile
from knowledge.text.fold import latin
from knowledge.text.tokens import words

LONGEST_QUESTION = 60  # words; what comes after them is not a question about a person


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a question after repair, with the names in them."""

    words: tuple[str, ...]
    mentions: tuple[Mention, ...]
    repairs: tuple[Repair, ...]

    @property
    def strong(self) -> frozenset[str]:
        """Return the profiles that the question identifies."""
        return frozenset(p for mention in self.mentions for p in mention.strong)

    @property
    def weak(self) -> frozenset[str]:
        """Return the profiles that a weak name narrows to."""
        return frozenset(p for m in self.mentions if not m.strong for p in m.weak)

    @property
    def persons(self) -> frozenset[str]:
        """Return the people around profiles whom the question names."""
        return frozenset(p for m in self.mentions if not m.strong for p in m.persons)

    def text(self, mention: Mention) -> str:
        """Return the words of a mention."""
        return " ".join(self.words[mention.start : mention.end])


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a question: about whom, and what it asks of them."""

    profile: str | None
    """None where the question names nobody: every profile may answer."""
    masked: tuple[str, ...]
    named: str = ""
    through: str = ""
    """The relation that led to this profile from another: "wife"."""
    only_weak: bool = False
    """Only a weak name speaks for this profile."""
    factor: float = 1.0
    """What a roundabout reading costs."""


def read(question: str, index: Index) -> Said:
    """Split a question into words, repair its typos and find the names in it."""
    said = words(question)[:LONGEST_QUESTION]
    repairs: list[Repair] = []
    mended = tuple(_mended(word, index, repairs) for word in said)
    return Said(mended, index.names.mentions(mended), tuple(repairs))


def readings(said: Said, profiles: Sequence[str | None], view: "Scope") -> Iterator[Reading]:
    """Yield every way to understand what was said, about each of the given profiles."""
    for profile in profiles:
        yield _direct(said, profile, view)
        if profile is not None:
            yield from _through_relation(said, profile, view)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a reading may look at: the base and its index."""

    base: FactBase
    index: Index

    def profile(self, id_: str) -> Profile:
        """Return a profile by its id."""
        return self.base.profiles[id_].profile


def _mended(word: str, index: Index, repairs: list[Repair]) -> str:
    plain = latin(word)
    if word in index.repairer.known or plain in index.names.name_words:
        return word
    read_as = index.repairer.repair(plain)
    if read_as is None:
        return word
    repairs.append(Repair(typed=word, read_as=read_as))
    return read_as


def _direct(said: Said, profile: str | None, view: Scope) -> Reading:
    pronouns = view.index.pronouns[profile] if profile else PRONOUNS
    masked = mask(said.words, said.mentions, profile, pronouns)
    naming = [m for m in said.mentions if profile in m.strong or profile in m.weak]
    named = ", ".join(dict.fromkeys(said.text(mention) for mention in naming))
    only_weak = bool(naming) and not any(profile in m.strong for m in naming)
    return Reading(profile, masked, named, only_weak=only_weak)


def _through_relation(said: Said, profile: str, view: Scope) -> Iterator[Reading]:
    """Read "Mirova's husband" as the husband himself, where he has a profile of his own."""
    for start, end, person in _related(said, view.profile(profile)):
        other = person.profile
        before = _possessor(said, start, profile, view)
        if other is None or other not in view.base.profiles or before is None:
            continue
        blank = Mention(0, 0, strong=frozenset({other}))
        cut = (*said.words[:before], *view.profile(other).name.split()[:1], *said.words[end:])
        shift = len(cut) - len(said.words)
        mentions = (
            *(m for m in said.mentions if m.end <= before),
            replace(blank, start=before, end=before + 1),
            *(
                replace(m, start=m.start + shift, end=m.end + shift)
                for m in said.mentions
                if m.start >= end
            ),
        )
        reading = _direct(Said(cut, mentions, said.repairs), other, view)
        relation = " ".join(said.words[start:end])
        yield replace(reading, named=relation, through=relation, factor=RELATED)


RELATED = 0.98  # a fact that speaks of the relation itself goes before one about the relative


def _related(said: Said, profile: Profile) -> Iterator[tuple[int, int, Person]]:
    """Yield the stretches of words that name a relation of the profile, longest first."""
    spans = {
        tuple(words(relation)): person
        for person in reversed(profile.persons)
        for relation in person.relations
    }
    longest = max((len(span) for span in spans), default=0)
    place = 0
    while place < len(said.words):
        for length in range(longest, 0, -1):
            person = spans.get(said.words[place : place + length])
            if person is not None:
                yield place, place + length, person
                place += length - 1
                break
        place += 1


def _possessor(said: Said, start: int, profile: str, view: Scope) -> int | None:
    """Return where the possessor before a relation begins: "his", "Mirova's"; None without."""
    if start and said.words[start - 1] in view.index.pronouns[profile]:
        return start - 1
    for mention in said.mentions:
        if mention.end == start and profile in mention.strong | mention.weak:
            return mention.start
    return None
