"""When two wordings count as one: what the matcher itself could not tell apart."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeAlias

from knowledge.base import FactBase
from knowledge.index.mask import mask
from knowledge.index.names import build_names
from knowledge.model.profile import Profile
from knowledge.text.lexicon import unwrapped
from knowledge.text.tokens import words

Mask: TypeAlias = Callable[[str, Profile], str]
"""Writes a wording as it is compared; equal results mean one wording."""


def matcher_mask(base: FactBase) -> Mask:
    """Return the mask of the index: the profile's person is a blank, however named."""
    names = build_names(base)
    pronouns = {
        id_: frozenset(word for said in held.profile.pronouns for word in words(said))
        for id_, held in base.profiles.items()
    }

    @cache  # every phrasing is compared as its fact's, as the profile's and with the questions
    def masked(text: str, profile: str) -> str:
        said = unwrapped(words(text))
        return " ".join(mask(said, names.mentions(said), profile, pronouns[profile]))

    return lambda text, profile: masked(text, profile.id)


def holds(text: Sequence[str], part: Sequence[str]) -> bool:
    """Tell whether the words of `part` stand together somewhere in `text`."""
    size = len(part)
    return bool(size) and any(
        tuple(text[at : at + size]) == tuple(part) for at in range(len(text) - size + 1)
    )
