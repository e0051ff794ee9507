"""When two wordings count as one: folded words, with the profile's person as a blank."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from knowledge.model.profile import Profile
from knowledge.text.tokens import words

BLANK = "_"

Mask: TypeAlias = Callable[[str, Profile], str]
"""Writes a wording as it is compared; equal results mean one wording."""


def mask_person(text: str, profile: Profile) -> str:
    """Return the folded words with each name and pronoun of the profile's person as a blank."""
    said, masked = words(text), []
    names = _names(profile)
    at = 0
    while at < len(said):
        length = next((len(name) for name in names if said[at : at + len(name)] == name), 0)
        masked.append(BLANK if length else said[at])
        at += length or 1
    return " ".join(masked)


def holds(text: Sequence[str], part: Sequence[str]) -> bool:
    """Tell whether the words of `part` stand together somewhere in `text`."""
    size = len(part)
    return bool(size) and any(
        tuple(text[at : at + size]) == tuple(part) for at in range(len(text) - size + 1)
    )


def _names(profile: Profile) -> tuple[tuple[str, ...], ...]:
    spellings = (profile.name, *profile.names, *profile.weak_names, *profile.pronouns)
    return tuple(sorted({words(name) for name in spellings} - {()}, key=lambda n: (-len(n), n)))
