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

    def units(self, stems: Sequence[str]) -> list[tuple[str, int, int]]:
        """Return each unit of meaning with its stretch of stems, the longest synonym first."""
        found: list[tuple[str, int, int]] = []
        place = 0
        while place < len(stems):
            length = self._member_at(stems, place)
            end = place + max(length, 1)
            meant = self.by_stems[tuple(stems[place:end])] if length else stems[place]
            found.append((meant, place, end))
            place = end
        return found

    def meant(self, stem_: str) -> str:
        """Return the concept of a single stem, or the stem where it has none."""
        return self.by_stems.get((stem_,), stem_)

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
