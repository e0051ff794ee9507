"""What each sign counts, in log-odds: a logistic model, its weights in one place.

Set by `benchmarks/tune.py`: for facts that are asked of a person on the tuning half of the
labelled questions, for others on the validation splits of two public sets. Each sign keeps the
direction that its name says, whatever the data (a guard can only take).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign gives and each guard takes, in log-odds."""

    bias: float
    gives: Mapping[str, float]
    takes: Mapping[str, float]


PERSONAL = Weights(
    bias=-2.17,
    gives={
        "share": 4.24,
        "cosine": 1.48,
        "ahead": 1.43,
        "letters": 0.23,
        "letters sorted": 0.47,
    },
    takes={
        "stray words": 5.15,
        "near words": 2.04,
        "new words": 5.10,
        "only told": 0.86,
        "small words": 1.57,
        "new thing": 0.63,
        "not looked for": 0.00,
        "missing words": 0.11,
        "other name": 1.17,
        "name told": 0.21,
        "stranger": 3.10,
        "other person": 4.07,
        "person told": 0.60,
        "other pronoun": 2.15,
        "somebody else": 1.75,
        "relation": 1.33,
        "owned": 0.72,
        "number": 2.18,
        "negation": 1.57,
        "contrast": 1.18,
        "kind of answer": 3.16,
        "other question word": 2.03,
        "now": 1.87,
        "asks for a number": 3.25,
        "thing asked": 1.27,
        "near miss": 3.32,
        "typos repaired": 0.28,
        "not found": 0.52,
        "roundabout": 0.25,
        "named second": 0.25,
        "leaning": 1.92,
    },
)
"""For facts that some phrasing asks of the profile's person."""
GENERAL = Weights(
    bias=-2.04,
    gives={
        "share": 3.89,
        "cosine": 0.00,
        "ahead": 6.70,
        "letters": 0.00,
        "letters sorted": 2.15,
    },
    takes={
        "stray words": 2.77,
        "near words": 0.00,
        "new words": 1.16,
        "only told": 2.24,
        "small words": 2.58,
        "new thing": 0.00,
        "not looked for": 0.70,
        "missing words": 0.27,
        "other name": 0.73,
        "name told": 0.20,
        "stranger": 0.57,
        "other person": 3.40,
        "person told": 0.60,
        "other pronoun": 2.90,
        "somebody else": 1.80,
        "relation": 0.08,
        "owned": 0.00,
        "number": 0.00,
        "negation": 0.57,
        "contrast": 0.49,
        "kind of answer": 0.70,
        "other question word": 0.00,
        "now": 0.00,
        "asks for a number": 0.65,
        "thing asked": 0.33,
        "near miss": 3.00,
        "typos repaired": 0.00,
        "not found": 0.40,
        "roundabout": 0.30,
        "named second": 0.40,
        "leaning": 1.20,
    },
)
"""For facts that no phrasing asks of a person."""


def chance(log_odds: float) -> float:
    """Return the score that belongs to some log-odds: 0 to 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


def log_odds(score: float) -> float:
    """Return the log-odds that belong to a score."""
    bounded = min(max(score, 1e-9), 1 - 1e-9)
    return log(bounded / (1 - bounded))
