"""A base in which everything is as long and as many as the audit lets through."""

from functools import cache
from itertools import count

from bot import limits
from bot.render.budget import reply_length
from knowledge.base import FactBase, build_base
from knowledge.model.fact import CLAIM, FACT_ID, STATEMENT, Fact
from knowledge.model.profile import PROFILE_ID, Profile
from knowledge.model.source import SOURCE_ID, Source
from tests.knowledge.make import (
    make_citation,
    make_claim,
    make_dispute,
    make_fact,
    make_held,
    make_profile,
    make_source,
)

TOPICS = 30
FACTS = 30
SOURCES = 40
PEOPLE = 30
WORD = "_*[Xy"  # every third letter has to be escaped, which makes it longer still
FULL = "topic00"


def filled(length: int, start: str = "") -> str:
    """Return a text of just that length."""
    return (start + WORD * length)[:length].strip()


def source(number: int) -> Source:
    """Return a source whose line is long and whose record has every field."""
    id_ = f"source-{number:02}-".ljust(SOURCE_ID, "s")
    return make_source(
        id_,
        title=filled(60, f"Title {number} "),
        issued="2011-09-30",
        author=({"family": filled(20), "given": filled(20)},) * 3,
        note=filled(300),
        URL=f"https://a.example/{'x' * (number * 5)}/{number}",
        **{"container-title": filled(30), "archive-url": f"https://b.example/{'y' * 200}"},
    )


def person(number: int) -> Profile:
    """Return somebody with the longest id and description, and a long name with markup."""
    return make_profile(
        id=f"person-{number:02}-".ljust(PROFILE_ID, "p"),
        name=filled(90, f"Person {number} "),
        description=filled(100),
        names=tuple(filled(90, f"Name {n} of {number} ") for n in range(60)),
        pronouns=(),
    )


def fact(topic: str, number: int, **changes: object) -> Fact:
    """Return a fact with the longest id and statement, and the longest phrasing."""
    id_ = f"{topic}.fact-{number:02}-".ljust(FACT_ID, "f")
    usual: dict[str, object] = {
        "id": id_,
        "statement": filled(STATEMENT, f"Fact {number}. "),
        "phrasings": (filled(120, f"Which {topic} {number} of person? "),),
        "citations": (make_citation(source(number % SOURCES).id),),
        "when": f"{1900 + number}/{1990 + number % 10}",
    }
    return make_fact(**{**usual, **changes})


def longest_dispute(profile: Profile) -> Fact:
    """Return the dispute with the most claims and sources that still fits into a reply."""
    best = None
    for sides in count(2):
        claims = (
            make_claim(
                holder=filled(20),
                statement=filled(CLAIM if n == 0 else 40),
                said="2011-09-30",
                citations=(make_citation(source(n).id),),
            )
            for n in range(sides)
        )
        longer = make_dispute(
            *claims,
            id="dispute.longest",
            statement=filled(STATEMENT // 4),
            phrasings=("What is the longest dispute?",),
            when="2010/2011",
        )
        if reply_length(longer, profile, _base_of(longer, profile)) > limits.REPLY:
            break
        best = longer
    assert best is not None
    return best


@cache
def extreme_base() -> FactBase:
    """Return the base, made once."""
    first = person(0)
    facts = (
        *(fact(f"topic{n:02}", 0) for n in range(1, TOPICS)),
        *(fact(FULL, n) for n in range(FACTS)),
        longest_dispute(first),
    )
    others = (make_held(fact("life", n), profile=person(n)) for n in range(1, PEOPLE))
    sources = [source(n) for n in range(SOURCES)]
    return build_base([make_held(*facts, profile=first), *others], sources)


def _base_of(one: Fact, profile: Profile) -> FactBase:
    sources = [source(n) for n in range(SOURCES)]
    return build_base([make_held(one, profile=profile)], sources)
