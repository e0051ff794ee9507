"""What was said, and the ways to understand it."""

from dataclasses import dataclass

from knowledge.base import FactBase
from knowledge.index.build import Index
from knowledge.index.mask import PRONOUNS
from knowledge.index.names import Mention
from knowledge.match.explain import Repair
from knowledge.model.profile import Profile

WEAK_NAME = "only a weak name says whom it is about"
TWO_QUESTIONS = "it asks two things at once"
TWO_PEOPLE = "it asks about two people at once"
TWO_BEARERS = "its first name and its family name belong to two people"
ANOTHER = "it may be about whom the question before spoke of"
OTHER_TOPIC = "what it borrows leads to another topic"
BY_CHANCE = "it may go on about the matter before"
BARE_NAME = "it only says whom it is about"
NOBODY = "it names nobody and says little"


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a question after repair, with the names in them."""

    words: tuple[str, ...]
    mentions: tuple[Mention, ...]
    repairs: tuple[Repair, ...]
    strangers: frozenset[str] = frozenset()
    """Words that the base does not know, written like names."""
    written: frozenset[str] = frozenset()
    """Words written like names, known or not."""
    typed: tuple[str, ...] = ()
    """The words before any repair."""
    owned: frozenset[str] = frozenset()
    """Words for what is somebody's: "dentist" in "his dentist" and "Khalimov's dentist"."""

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

    @property
    def asks_of_somebody(self) -> bool:
        """Tell whether it says "he" or "her", or a name that several people may bear."""
        return not PRONOUNS.isdisjoint(self.words) or bool(self.weak)

    def text(self, mention: Mention) -> str:
        """Return the words of a mention."""
        return " ".join(self.words[mention.start : mention.end])


@dataclass(frozen=True, slots=True)
class Before:
    """The fact that answered the question before, and how this one stands to it."""

    profile: str
    fact: str
    topic: str
    leans: float
    """0 to 1: 1 for a question that says at most one thing of its own."""
    asks_something: bool
    """Whether this one asks or says anything at all: "got it" does not."""
    elsewhere: bool = False
    """Whether its pronoun may mean whom that fact names, where another topic is asked about."""

    def is_it(self, profile: str, fact: str) -> bool:
        """Tell whether a fact is the one that was given."""
        return (self.profile, self.fact) == (profile, fact)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a question: about whom, and what it asks of them."""

    profile: str | None
    """None where the question names nobody: every profile may answer."""
    masked: tuple[str, ...]
    named: str = ""
    through: str = ""
    """What led here: the relation to another profile ("wife"), or the question before."""
    unclear: tuple[str, ...] = ()
    """Why the question may mean several things, so that nothing is answered outright."""
    borrows: bool = False
    """It has words of the question before."""
    before: Before | None = None
    """What was given before, unless the question names somebody anew."""
    named_second: bool = False
    """Another profile's person is named before this one's."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a reading may look at: the base and its index."""

    base: FactBase
    index: Index

    def profile(self, id_: str) -> Profile:
        """Return a profile by its id."""
        return self.base.profiles[id_].profile
