"""Ids for new sources: who wrote it and when, readable and unique in the whole base."""

import re
from collections.abc import Container
from itertools import count

from knowledge.model.source import SOURCE_ID, Source
from knowledge.text.fold import fold, latin

_GIVEN = re.compile(r"[a-z][a-z0-9-]*")
_LONGEST_NAME = 20  # of an id's 40 characters; a year and a word of the title follow
_LIGHT = frozenset("a an and at by for from in is of on or the to with".split())


def propose_id(source: Source, given: str, taken: Container[str]) -> str:
    """Return an id that nothing bears yet: the one it came with, where it is one of ours.

    Else author and year; then with a word of the title; then with a number.
    """
    if _GIVEN.fullmatch(given) and len(given) <= SOURCE_ID and given not in taken:
        return given
    year = source.issued[:4] if source.issued and source.issued[:4].isdigit() else ""
    start = "-".join(part for part in (_name(source), year) if part)
    for id_ in (start, *(f"{start}-{word}" for word in _words(source.title or ""))):
        if len(id_) <= SOURCE_ID and id_ not in taken:
            return id_
    numbered = (f"{start}-{number}" for number in count(2))
    return next(id_ for id_ in numbered if id_ not in taken)


def _name(source: Source) -> str:
    """Return who or what a source is called by: author, editor, where it appeared, title."""
    people = (*source.author, *source.editor)
    names = (*(name.surname for name in people[:1]), source.container_title, source.publisher)
    for text in (*names, source.title):
        if slug := _slug(text or ""):
            return slug
    return source.type.replace("_", "-")


def _slug(text: str) -> str:
    short = ""
    for word in _words(text):
        longer = f"{short}-{word}" if short else word[:_LONGEST_NAME]
        if len(longer) > _LONGEST_NAME:
            break
        short = longer
    return short


def _words(text: str) -> list[str]:
    folded = re.sub(r"['’]", "", latin(fold(text)))
    return [word for word in re.findall(r"[a-z0-9]+", folded) if word not in _LIGHT]
