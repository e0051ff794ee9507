"""How alike two wordings are, letter by letter."""

from rapidfuzz import fuzz


def alike_sorted(first: str, second: str) -> float:
    """Return how alike two texts are with their words in alphabetical order, 0 to 1."""
    return fuzz.token_sort_ratio(first, second) / 100
