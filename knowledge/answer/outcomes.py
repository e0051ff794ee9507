"""The closed union of outcomes: answered, ambiguous or abstained."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from knowledge.cite.lines import Cited
from knowledge.dates import When
from knowledge.decide import POLICY, Policy
from knowledge.match.explain import Explanation
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile


class Reason(StrEnum):
    """Why no fact is given."""

    UNKNOWN_PERSON = "unknown_person"
    NO_FACT = "no_fact"
    NOT_REPORTED_BY_THEN = "not_reported_by_then"
    NOT_DATED = "not_dated"
    NOT_A_QUESTION = "not_a_question"
    OTHER_LANGUAGE = "other_language"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for beside the question: everything that may change the answer."""

    today: date
    """The day that counts as today: past a fact's review date, the answer says so."""
    profile: str | None = None
    """Whom the question is about, whatever it names; an id that the view holds."""
    context: "Context | None" = None
    """The question before, as `context_of` gives it."""
    as_of: date | None = None
    """Only what had been reported by the end of that day."""
    policy: Policy = POLICY
    """How sure an answer has to be."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the question before was about: its profile and, where one was given, its fact."""

    profile: str | None
    """None where it named only somebody who has no profile."""
    fact: str | None = None
    question: str = ""
    instead: frozenset[str] = frozenset()
    """Pronouns that may mean somebody without a profile, whom that question asked about."""
    beside: frozenset[str] = frozenset()
    """Pronouns that may mean somebody without a profile, whom it mentioned."""
    named: frozenset[str] = frozenset()
    """Who else was named there: profiles, and people around them."""
    elsewhere: frozenset[str] = frozenset()
    """Pronouns that may mean whom the answer named, where another topic is asked about."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One fact, with its source lines."""

    profile: Profile
    fact: Fact
    cited: Cited
    """The source lines, numbered in reading order."""
    score: float
    """0 to 1, after every guard; not a probability."""
    newest: When | None
    """The date of the newest source, where one is dated."""
    is_due: bool
    """Past its review date."""
    as_of: date | None
    """As it was asked for."""
    explanation: Explanation
    later_claims: int = 0
    """Claims that were made only after `as_of`; the statement sums them up and is not shown."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the facts that a question may mean, by the question that asks for just it."""

    profile: Profile
    fact: Fact
    question: str
    """The wording that asks for just this fact."""
    score: float


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Up to three facts that the question may mean."""

    choices: tuple[Choice, ...]
    explanation: Explanation


@dataclass(frozen=True, slots=True)
class Abstained:
    """No sourced answer: why, about whom, and what could be asked instead."""

    reason: Reason
    profile: Profile | None
    """Whom the question was understood to be about, if anybody."""
    suggestions: tuple[Choice, ...]
    """Up to three facts that could be asked for instead, the nearest first."""
    explanation: Explanation
    as_of: date | None = None
    is_of_another: bool = False
    """Whether it named only somebody who has no profile."""


Answer: TypeAlias = Answered | Ambiguous | Abstained
