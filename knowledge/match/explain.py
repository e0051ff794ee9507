"""Why a question came to its candidates: what was read, repaired, taken and given."""

from dataclasses import dataclass
from typing import NamedTuple

WORD_FOR_WORD = "word for word"


class Effect(NamedTuple):
    """One thing that moved a score: its name, what it saw, how much of it there was."""

    name: str
    detail: str
    amount: float
    """0 and up; what the guard measured."""
    taken: float
    """What it gave (or, below zero, took), in log-odds."""


class Candidate(NamedTuple):
    """A fact that might answer, with the phrasing that led to it, its score and the reasons."""

    profile: str
    fact: str
    phrasing: str
    similarity: float
    """0 to 1: the cosine with the nearest phrasing."""
    score: float
    """0 to 1, after everything that was given and taken; not a probability."""
    effects: tuple[Effect, ...]
    leading: str = ""
    """The fact's first phrasing: how to ask for just this."""
    is_brief: bool = False
    """The question is a keyword or two, which may mean much."""
    unclear: str = ""
    """Why the question may mean several things, so that the asker has to choose."""

    @property
    def is_word_for_word(self) -> bool:
        """Tell whether the question is one of the fact's phrasings."""
        return any(effect.name == WORD_FOR_WORD for effect in self.effects)


@dataclass(frozen=True, slots=True)
class Repair:
    """One typo that was read as a word of the base."""

    typed: str
    read_as: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that `--explain` prints about one question."""

    profile: str | None = None
    """Whom the question was understood to be about."""
    named: str = ""
    """The words that said so."""
    read: str = ""
    """The question as the matcher read it, the person's name as a blank."""
    repairs: tuple[Repair, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    verdict: str = ""
    """One sentence: which threshold, margin or rule decided."""
