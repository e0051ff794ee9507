"""Folding: what two spellings of the same text have in common."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_QUOTES = str.maketrans("‘’‚‛ʼʻ`´“”„‟«»", "''''''''\"\"\"\"\"\"")
_SPACES = re.compile(r"\s+")


def clean(text: str) -> str:
    """Drop what cannot be seen: control, zero-width and direction marks, lone surrogates.

    Line breaks and tabs become spaces. The case and the accents stay.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    visible = (" " if c.isspace() else c for c in text if _is_visible(c))
    return _SPACES.sub(" ", "".join(visible)).strip()


def fold(text: str) -> str:
    """Fold case, width, accents, quotation marks and spacing, so equal wordings compare equal.

    Other scripts stay as they are; see `latin` for those. Folding twice changes nothing.
    """
    text = clean(text)
    if text.isascii():
        return text.lower()
    return _fold_unicode(text)


@lru_cache(maxsize=65_536)
def latin(token: str) -> str:
    """Write a folded token in Latin letters: "халимов" becomes "khalimov"."""
    return token if token.isascii() else fold(anyascii(token))


def _is_visible(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) not in {
        "Cc",
        "Cf",
        "Cs",
        "Co",
    }


def _fold_unicode(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text.translate(_QUOTES)).casefold()
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", folded) if unicodedata.category(c) != "Mn"
    )
    settled = _SPACES.sub(" ", plain.translate(_QUOTES)).strip()
    return settled if settled == text else fold(settled)
