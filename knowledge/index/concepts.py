"""Synonyms: words that mean the same are one concept, whatever their number of words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.text.tokens import stem, words


@dataclass(frozen=True)
class Concepts:
    """The base's synonym groups, ready to rewrite a text's stems."""

    by_stems: dict[tuple[str, ...], str]
    longest: dict[str, int]
    """The longest group member that begins with a stem, in words."""

    def rewrite(self, stems: Sequence[str]) -> list[str]:
        """Return the stems with each synonym, the longest first, written as its concept."""
        if not self.by_stems:
            return list(stems)
        rewritten: list[str] = []
        place = 0
        while place < len(stems):
            length = self._member_at(stems, place)
            span = tuple(stems[place : place + max(length, 1)])
            rewritten.append(self.by_stems[span] if length else stems[place])
            place += max(length, 1)
        return rewritten

    def _member_at(self, stems: Sequence[str], place: int) -> int:
        longest = min(self.longest.get(stems[place], 0), len(stems) - place)
        for length in range(longest, 0, -1):
            if tuple(stems[place : place + length]) in self.by_stems:
                return length
        return 0


def build_concepts(groups: Iterable[Sequence[str]]) -> Concepts:
    """Build the concepts; a stem that two groups share belongs to the first of them."""
    by_stems: dict[tuple[str, ...], str] = {}
    longest: dict[str, int] = {}
    for number, group in enumerate(groups):
        for member in group:
            stems = tuple(stem(word) for word in words(member))
            if stems and stems not in by_stems:
                by_stems[stems] = f"~{number}"
                longest[stems[0]] = max(longest.get(stems[0], 0), len(stems))
    return Concepts(by_stems, longest)
