"""Capitals: which words of a text are written as names are."""

from collections.abc import Iterator

_OPENING = "\"'“‘„«(["


def written(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the words behind the first, each with whether it has a capital that tells.

    A capital at the beginning of a sentence tells nothing: such words are left out. What stands
    in quotes or behind a hyphen ("al-Harbor") is a word of its own.
    """
    parts = text.split()
    for before, part in zip(parts, parts[1:], strict=False):
        begins = before[-1] in ".?!:"
        for place, word in enumerate(part.lstrip(_OPENING).split("-")):
            has_capital = word[:1].isupper()
            if word and not (has_capital and begins and not place):
                yield word, has_capital
