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
    profile: str | None = None
    context: "Context | None" = None
    as_of: date | None = None
    policy: Policy = POLICY
    """How sure an answer has to be."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the question before was about: its profile and, where one was given, its fact."""

    profile: str
    fact: str | None = None
    question: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """One fact, with its source lines."""

    profile: Profile
    fact: Fact
    cited: Cited
    score: float
    newest: When | None
    """The date of the newest source, where one is dated."""
    is_due: bool
    """Past its review date."""
    as_of: date | None
    explanation: Explanation
    later_claims: int = 0
    """Claims that were made only after `as_of`: the statement may know more than is shown."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the facts that a question may mean, by the question that asks for just it."""

    profile: Profile
    fact: Fact
    question: str
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
    suggestions: tuple[str, ...]
    explanation: Explanation
    as_of: date | None = None


Answer: TypeAlias = Answered | Ambiguous | Abstained
