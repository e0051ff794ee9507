"""What a statement says that no cited sentence says."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from knowledge.evidence.support.amounts import Amount, Kind, amounts
from knowledge.evidence.support.moments import moments
from knowledge.evidence.support.names import (
    FUNCTION_WORDS,
    Word,
    initials,
    opens_with_a_name,
    runs,
    without_codes,
    words_of,
)
from knowledge.evidence.support.reading import Reading
from knowledge.evidence.support.vocabulary import Vocabulary, is_person, person

# What a curator counts about the citations themselves: "the two documents read for this base".
_SOURCES = frozenset(
    """account accounts article articles document documents paper papers publication
    publications report reports source sources text texts work works""".split()
)
_SIDES = frozenset(
    "account accounts claim claims holder holders side sides version versions way ways".split()
)
# Words that say where in a source or how, not who: they stand in no cited sentence.
_FRAMES = frozenset(
    """according another anonymous article box caption chapter citing date day entry footer
    headline infobox introduction itself lead list note opening page paragraph part
    passage preface quoted quoting record report reported reporting reference references
    retold said same saying sentence spokesman spokesperson spokeswoman summary summed
    table text time title unidentified unnamed words""".split()
)

_CITING = re.compile(r"\b(?:citing|quoting|relaying|per|after|according to)\b([^,(]+)")


class What(Enum):
    """What kind of thing is missing."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    HOLDER = "holder"


@dataclass(frozen=True, slots=True)
class Missing:
    """Something said that the cited sentences do not say."""

    what: What
    words: str


@dataclass(frozen=True)
class Said:
    """A text of a fact, with whom it is about and how much the fact cites."""

    text: str
    profile: str
    sources: Collection[int] = ()
    """Numbers of sources that the fact counts as its own: read, and read via another."""
    sides: Collection[int] = ()
    """Numbers of claims and of their holders."""
    earlier: tuple[str, ...] = ()
    """Of a holder: those of the claims before it."""
    vocabulary: Vocabulary = field(repr=False, kw_only=True)


def missing(said: Said, reading: Reading) -> Iterator[Missing]:
    """Yield the numbers, dates and names of a text that a reading does not hold."""
    dated, rest = moments(said.text)
    for moment in dated:
        if not moment.is_completed and not reading.has_moment(moment):
            yield Missing(What.DATE, moment.words)
    counted = amounts(without_codes(rest))
    for amount in counted:
        if not (amount.is_bare or reading.has_amount(amount) or _is_own_count(amount, said)):
            yield Missing(What.NUMBER, amount.words)
    for amount in counted:  # the US of "US dollars" is none of the names
        rest = _without(rest, amount.words) if amount.unit else rest
    words = words_of(rest)
    for name in _unheld(words, _names(words, said.vocabulary), said, reading):
        yield Missing(What.NAME, name)


def _without(text: str, words: str) -> str:
    """Return a text without some words of it; a part of a longer word stays."""
    return re.sub(rf"{re.escape(words)}(?!\w)", " ", text, count=1)


def missing_holder(said: Said, reading: Reading) -> Iterator[Missing]:
    """Yield what of a holder a reading does not hold.

    Before the first comma stands who it is, and each word of that counts; so does each word of
    whoever is cited behind it. What else follows says where and how: there, as in a statement,
    names, numbers and dates count.
    """
    who, _, rest = said.text.partition(",")
    for holder in (who, *(match[1] for match in _CITING.finditer(rest))):
        words = words_of(moments(holder)[1])
        told = [at for at, word in enumerate(words) if _tells(word)]
        if name := list(_unheld(words, told, said, reading)):
            yield Missing(What.HOLDER, " ".join(name))
    yield from _unlike_earlier(who, said)
    if "section" in rest and "section" not in reading.keys:
        yield Missing(What.HOLDER, "section")
    yield from missing(replace(said, text=rest), reading)


def _unlike_earlier(who: str, said: Said) -> Iterator[Missing]:
    """Yield "the same minister" where no holder before it is a minister."""
    words = [word.key for word in words_of(who)]
    if "same" not in words:
        return
    told = set(words[words.index("same") + 1 :]) - FUNCTION_WORDS
    if not any(told <= {word.key for word in words_of(one)} for one in said.earlier):
        yield Missing(What.HOLDER, who)


def _tells(word: Word) -> bool:
    return word.key not in FUNCTION_WORDS and word.key not in _FRAMES and len(word.text) > 1


def _names(words: Sequence[Word], vocabulary: Vocabulary) -> list[int]:
    """Return the places of the words that are names."""
    return [
        at
        for at, word in enumerate(words)
        if word.is_name and (not word.opens or opens_with_a_name(word, vocabulary.common))
    ]


def _unheld(
    words: Sequence[Word], places: Sequence[int], said: Said, reading: Reading
) -> Iterator[str]:
    """Yield the names at some places that a reading does not hold, whole runs as one."""
    held, foreign = _known(words, said, reading)
    for run in runs(words):
        for acronym, span in initials(words, run).items():
            if acronym in reading.acronyms:
                held.update(span)
    wanting = foreign | {
        at for at in places if at not in held and not reading.has_word(words[at])
    }
    # a known name is there whole or not at all: "United" alone is no part of a country
    for span, _ in said.vocabulary.groups_in(words):
        if wanting & set(span):
            wanting.update(at for at in span if words[at].is_name)
    yield from _joined(words, sorted(wanting))


def _known(words: Sequence[Word], said: Said, reading: Reading) -> tuple[set[int], set[int]]:
    """Return the places that known phrases explain, and those of people who are not there."""
    held: set[int] = set()
    foreign: set[int] = set()
    meant: set[str] = set()
    read = 0
    for places, groups in said.vocabulary.groups_in(words):
        if any(word.opens for word in words[read : places[-1] + 1]):
            meant.clear()
        read = places[-1] + 1
        if groups & reading.groups:
            held.update(places)
        elif not groups & meant and _is_meant(groups, said, reading):
            held.update(places)
            meant |= groups
        elif any(is_person(group) for group in groups) and words[places[0]].is_name:
            foreign.update(places)
    return held, foreign


def _is_meant(groups: frozenset[str], said: Said, reading: Reading) -> bool:
    """Tell whether somebody is meant by a pronoun, or is whom a source's title names.

    That is so once in a sentence: where "she" stands for somebody, another name does not.
    """
    pronouns = said.vocabulary.pronouns.get(said.profile, frozenset())
    is_own = person(said.profile) in groups and bool(pronouns & reading.keys)
    return is_own or bool(groups & reading.about)


def _joined(words: Sequence[Word], places: Sequence[int]) -> Iterator[str]:
    run: list[str] = []
    last = -1
    for at in places:
        if run and not (at == last + 1 and words[at].follows):
            yield " ".join(run)
            run = []
        run.append(words[at].text)
        last = at
    if run:
        yield " ".join(run)


def _is_own_count(amount: Amount, said: Said) -> bool:
    """Tell whether a number counts what the fact itself cites, and counts it right."""
    if amount.kind is not Kind.COUNT or amount.unit:
        return False
    counted = set(amount.counted[:2])
    is_of_sources = counted & _SOURCES and amount.value in said.sources
    return bool(is_of_sources or (counted & _SIDES and amount.value in said.sides))
