"""Whom a question speaks of who has no profile, so that "he" may be them in the next one."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from knowledge.answer.outcomes import Context
from knowledge.index.mask import PRONOUNS
from knowledge.index.names import Mention
from knowledge.match.mend import is_said
from knowledge.match.read import related
from knowledge.match.reading import ANOTHER, Reading, Said, Scope
from knowledge.model.fact import Fact
from knowledge.text.fold import latin
from knowledge.text.lexicon import (
    AUXILIARIES,
    FUNCTION_WORDS,
    MEN,
    PERSONS,
    WHO_IS_MEANT,
    WOMEN,
    Asks,
    asks,
)
from knowledge.text.peoples import is_country
from knowledge.text.tokens import stem, words

_HE = frozenset("he him his himself".split())
_SHE = PRONOUNS - _HE
LONGEST_NAME = 4  # words of a name that stands alone: "zorrick odo pell"
# What is asked of people, not of places: "When was Pell born?", not "What happened in Pell?".
_OF_A_LIFE = frozenset(
    "born die died dead death alive old age married marry live lives lived say said says claim "
    "claimed comment commented think thinks".split()
)


def spoken_of(context: Context, read: str) -> Context:
    """Return a context that knows whom else a question spoke of, by its masked words.

    "Who is her first husband?" asks for another "he"; "Did her boss sign?" mentions one, and
    so does "Who wrote of her?".
    """
    said = read.split()
    tokens = frozenset(word[1:] for word in said if word.startswith("="))
    meant = frozenset(p for word in said for p in _pronouns_for(word))
    kind = asks(tuple(said))
    asks_who = kind is Asks.WHO
    does_something = not FUNCTION_WORDS.issuperset(w for w in said if w != WHO_IS_MEANT)
    is_anybody = bool(tokens) or (asks_who and does_something and not meant)
    beside = PRONOUNS if is_anybody else meant
    instead = context.instead
    if WHO_IS_MEANT not in said or (tokens and kind is Asks.OPEN):
        is_of_nobody = is_anybody and context.profile is None  # "Who lit the lamp?"
        instead |= PRONOUNS if tokens or is_of_nobody else meant
    elif asks_who or "name" in said:
        instead |= meant
    elsewhere = PRONOUNS if asks_who and does_something and not meant else frozenset[str]()
    return replace(context, instead=instead, beside=beside, named=tokens, elsewhere=elsewhere)


def _pronouns_for(word: str) -> frozenset[str]:
    if word in MEN:
        return _HE
    if word in WOMEN:
        return _SHE
    return PRONOUNS if word in PERSONS else frozenset()


def names_another(said: Said, scope: Scope) -> bool:
    """Tell whether only somebody is named who has no profile."""
    if said.strong:
        return all(_is_namesake(m, said, scope) for m in said.mentions if m.strong)
    if said.asks_of_somebody:
        return False
    if said.persons or said.strangers or _asks_who_is(said.words):
        return True
    content = [word for word in said.words if word not in FUNCTION_WORDS]
    is_of_a_life = not _OF_A_LIFE.isdisjoint(content)
    if not is_of_a_life and len(content) > LONGEST_NAME:
        return False
    unknown = (word for word in content if _is_unknown(word, scope))
    names = _names(said, content, scope).union(unknown)
    people = {name for name in names if not is_country(name)}
    return bool(people) and (is_of_a_life or people.issuperset(content))


def _is_namesake(mention: Mention, said: Said, scope: Scope) -> bool:
    """Tell whether a family name stands behind another first name: "Odo" before "Marrow"."""
    if not mention.start or mention.end > mention.start + 1:
        return False
    before = said.words[mention.start - 1]
    if before in scope.index.repairer.common or is_country(before) or before in PERSONS:
        return False  # "General", "Tajik", "Commander": no first name
    return _is_unknown(before, scope) or bool(_names(said, (before,), scope))


def _is_unknown(word: str, scope: Scope) -> bool:
    """Tell whether neither the base nor everybody says a word, as far as that is known."""
    common = scope.index.repairer.common
    return bool(common) and word not in common and not is_said(word, scope.index)


def _names(said: Said, among: Collection[str], scope: Scope) -> frozenset[str]:
    """Return the words that are names, as they are written here or in the base."""
    is_proper = scope.index.vocabulary.is_proper
    written = said.written.intersection(among) - FUNCTION_WORDS
    new = (word for word in written if _is_new_name(word, scope))
    return frozenset(word for word in among if is_proper((stem(word),))).union(new)


def _is_new_name(word: str, scope: Scope) -> bool:
    """Tell whether a word that is written as a name is nobody's in the base, and no word."""
    if not is_said(word, scope.index):
        return True
    common, held = scope.index.repairer.common, scope.index.names.name_words
    return bool(common) and word not in common and latin(word) not in held


def _asks_who_is(said: Sequence[str]) -> bool:
    """Tell whether it asks who somebody is, by a bare name: "who is zorrick?"."""
    asks_who = said[:1] == ("who",) and not AUXILIARIES.isdisjoint(said[1:2])
    return asks_who and bool(said[2:]) and FUNCTION_WORDS.isdisjoint(said[2:])


def doubted(
    way: Reading, said: Said, context: Context, given: Fact | None, scope: Scope
) -> Reading:
    """Add that "he" may be somebody without a profile of whom the question before spoke.

    So it may after a fact that tells of a "first husband". Whom that question or that fact
    named beside its own person is meant all the same: "she" after "Who is his wife?".
    """
    used = PRONOUNS.intersection(said.words)
    if not used or WHO_IS_MEANT not in way.masked:
        return way
    other, told = context.instead, _Told()
    if way.profile != context.profile:
        told = _told(given, context.profile, scope)
        other = other | context.beside | told.pronouns
    if used.isdisjoint(other) or way.profile in context.named | told.profiles:
        return way
    return replace(way, unclear=(*way.unclear, ANOTHER))


class _Told(NamedTuple):
    """Of whom a fact tells beside its own person."""

    profiles: frozenset[str] = frozenset()
    """By name, or as a relative."""
    pronouns: frozenset[str] = frozenset()
    """Pronouns that may mean a relative without a profile: of a "first husband"."""


def _told(fact: Fact | None, profile: str | None, scope: Scope) -> _Told:
    texts = [words(text) for text in (fact.sentences if fact else ())]
    named = {p for text in texts for m in scope.index.names.mentions(text) for p in m.strong}
    if profile is None or profile not in scope.index.relations:
        return _Told(frozenset(named))
    pronouns = set[str]()
    for text in texts:
        for start, end, relative in related(text, profile, scope.index):
            if relative:
                named.add(relative)
            else:
                pronouns |= frozenset(
                    p for word in text[start:end] for p in _pronouns_for(word)
                )
    return _Told(frozenset(named), frozenset(pronouns))
