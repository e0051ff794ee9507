"""Typos: random edits of letters, the same for the same text."""

from collections.abc import Callable
from random import Random
from string import ascii_lowercase

SEED = 7
EVERY = 8  # characters to one edit


def with_typos(text: str, seed: int = SEED) -> str:
    """Return a text with one random letter edit for every eight characters, at least one."""
    random = Random(f"{seed} {text}")
    for _ in range(max(1, len(text) // EVERY)):
        text = _edited(text, random)
    return text


def _edited(text: str, random: Random) -> str:
    places = [place for place, letter in enumerate(text) if letter.isalpha()]
    if not places:
        return text
    return random.choice(EDITS)(text, random.choice(places), random)


def _insert(text: str, place: int, random: Random) -> str:
    return text[:place] + random.choice(ascii_lowercase) + text[place:]


def _delete(text: str, place: int, random: Random) -> str:
    del random
    return text[:place] + text[place + 1 :]


def _substitute(text: str, place: int, random: Random) -> str:
    others = ascii_lowercase.replace(text[place].lower(), "")
    return text[:place] + random.choice(others) + text[place + 1 :]


def _swap(text: str, place: int, random: Random) -> str:
    """Exchange a letter with the next one; where that would change nothing, put another."""
    two = text[place : place + 2]
    if len(two) < 2 or not two.isalpha() or two[0] == two[1]:
        return _substitute(text, place, random)
    return text[:place] + two[1] + two[0] + text[place + 2 :]


EDITS: tuple[Callable[[str, int, Random], str], ...] = (_insert, _delete, _substitute, _swap)
