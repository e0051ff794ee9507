"""Mending: typos and misspelled names read as words of the base."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TypeAlias

from knowledge.index.build import Index
from knowledge.index.misspelled import misspelled_names
from knowledge.index.repair import Heard
from knowledge.match.explain import Repair
from knowledge.text.fold import latin
from knowledge.text.tokens import stem

MOST_UNKNOWN = 12  # words of a question that are read as typos; more are no question here
_HeardOf: TypeAlias = Mapping[str, tuple[Heard, ...]]
"""The words that nobody knows, each with those that it may be a typo of."""


def mended(
    said: tuple[str, ...], index: Index, names: frozenset[str]
) -> tuple[tuple[str, ...], tuple[Repair, ...]]:
    """Return words as the base says them, and what was read otherwise than it was typed.

    Some of the words are written as names.
    """
    repairs: list[Repair] = []
    heard = _heard(said, index)
    named = _with_names(said, index, heard, repairs)
    if not heard and not any(word.endswith("s") for word in named):
        return named, tuple(repairs)
    parts = (_mended(word, index, repairs, heard.get(word, ()), names) for word in named)
    return tuple(part for word in parts for part in word), tuple(repairs)


def _heard(said: Sequence[str], index: Index) -> _HeardOf:
    """Return the words that nobody knows, each with those that it may be a typo of."""
    unknown = {
        word: plain
        for word in said
        if not _is_known(word, index) and not _is_bare_possessive(plain := latin(word), index)
    }
    heard = islice(unknown.items(), MOST_UNKNOWN)
    return {word: index.repairer.heard(plain) for word, plain in heard}


def _with_names(
    said: tuple[str, ...], index: Index, heard: _HeardOf, repairs: list[Repair]
) -> tuple[str, ...]:
    """Return the words with misspelled names as the base writes them."""
    if not heard:
        return said
    mended = list(said)
    may_mean = {latin(word): [one.word for one in found] for word, found in heard.items()}
    for found in misspelled_names([latin(word) for word in said], may_mean, index.names):
        for place, part in enumerate(found.name, found.start):
            if latin(said[place]) != part:
                repairs.append(Repair(typed=said[place], read_as=part))
                mended[place] = part
    return tuple(mended)


def _mended(
    word: str,
    index: Index,
    repairs: list[Repair],
    heard: Sequence[Heard],
    names: frozenset[str],
) -> tuple[str, ...]:
    plain = latin(word)
    if _is_bare_possessive(plain, index):
        return (plain[:-1],)
    if _is_known(word, index):
        return (word,)
    if word in names:  # "Beyonce" is no typo of "beyond"
        held = index.names.name_words
        heard = [one for one in heard if one.edits == 1 or one.word in held]
    read_as = index.repairer.repair(plain, is_name=word in names, heard=heard)
    if not read_as:
        return (word,)
    repairs.append(Repair(typed=word, read_as=" ".join(read_as)))
    return read_as


def _is_bare_possessive(plain: str, index: Index) -> bool:
    """Tell whether a word is a name with an s whose apostrophe was left out: "khalimovs"."""
    held = index.names.name_words
    repairer = index.repairer  # "ministers" are no minister's
    if not plain.endswith("s") or plain in held or plain[:-1] not in held:
        return False
    is_name = index.vocabulary.is_proper((stem(plain[:-1]),))  # "the Khalimovs" is no word
    return plain not in repairer.common and (is_name or plain not in repairer.known)


def is_said(word: str, index: Index) -> bool:
    """Tell whether the base itself uses a word, or names somebody by it."""
    is_name = latin(word) in index.names.name_words
    return is_name or word.isdigit() or index.repairer.is_said(word)


def _is_known(word: str, index: Index) -> bool:
    return word.isdigit() or word in index.repairer or latin(word) in index.names.name_words
