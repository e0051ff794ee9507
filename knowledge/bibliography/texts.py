"""Texts of foreign records: plain, on one line, and refused where they hide something."""

import re
import unicodedata
from reprlib import Repr

from knowledge.text.fold import clean

LONGEST_TEXT = 5000  # characters; an abstract is shorter
_STYLE = re.compile(r"</?(?:i|b|sup|sub|sc|span)(?: [^<>]*)?/?>", re.IGNORECASE)
_MARKUP = re.compile(r"<[!/?a-z]", re.IGNORECASE)
_UNDECODED = re.compile("[\udc80-\udcff]")


def plain_text(text: str) -> str:
    """Return a text as a curator would write it; ValueError says why it cannot be taken.

    White space becomes single spaces, and what citation styles set in italics is set plain.
    """
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"is {len(text)} characters long; write at most {LONGEST_TEXT}")
    if _UNDECODED.search(text):
        raise ValueError("is not UTF-8; save the file as UTF-8")
    for character in text:
        if unicodedata.category(character) in {"Cc", "Cs", "Co"} and not character.isspace():
            name = f"U+{ord(character):04X}"
            raise ValueError(f"holds the control character {name}; take it out")
    unstyled = _STYLE.sub("", text)
    if found := _MARKUP.search(unstyled):
        shown = clean(unstyled[found.start() : found.start() + 20])
        raise ValueError(f"holds markup, {shown!r}; write it as plain text")
    return clean(unstyled)


def brief(value: object) -> str:
    """Return a value in few letters, however long it is or deep it nests."""
    return Repr().repr(value)


def shown(text: str) -> str:
    """Return what a record is called in a report: safe to print, and short."""
    return clean(text)[:60]
