"""What is not supported, in words for the curator who can mend it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.errors import Problem
from knowledge.evidence.support.missing import Missing
from knowledge.evidence.support.parts import Part
from knowledge.model.fact import Fact

_SHOWN = 5  # places
_LONGEST = 600  # characters of one of them


@dataclass(frozen=True, slots=True)
class Quoted:
    """The sentences at one cited place."""

    source: str
    locator: str
    sentences: tuple[str, ...]
    is_wide: bool = False

    @property
    def unquoted(self) -> "Quoted":
        """Return the place without its sentences."""
        return replace(self, sentences=())

    def __str__(self) -> str:
        place = f"{self.source}, {self.locator}"
        text = " ".join(self.sentences)
        cut = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        return f"“{cut}” ({place})" if text else f"({place})"


def problem(
    whose: tuple[str, Fact], part: Part, wanting: Iterable[Missing], quoted: Sequence[Quoted]
) -> Problem:
    """Return the problem of a piece of a fact that says more than its cited sentences."""
    profile, fact = whose
    words = _listed([repr(words) for words in dict.fromkeys(one.words for one in wanting)])
    return Problem(
        f"{profile}/facts/{fact.topic}.toml",
        fact.id,
        f"says {words} in {part.where}, and no cited sentence does: {_places(quoted)}",
        f"write what they say, cite the sentence that says {words}, or explain {words} in "
        "inferred",
    )


def _listed(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _places(quoted: Sequence[Quoted]) -> str:
    more = len(quoted) - _SHOWN
    shown = " ".join(str(one) for one in quoted[:_SHOWN])
    return f"{shown} and {more} more" if more > 0 else shown
