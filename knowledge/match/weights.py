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
    bias=-3.31,
    gives={
        "share": 4.06,
        "cosine": 2.81,
        "ahead": 1.51,
        "letters": 0.54,
        "letters sorted": 0.66,
    },
    takes={
        "stray words": 5.13,
        "near words": 2.07,
        "new words": 5.12,
        "only told": 1.66,
        "small words": 1.42,
        "new thing": 1.09,
        "not looked for": 0.48,
        "missing words": 0.45,
        "other name": 1.26,
        "name told": 0.00,
        "stranger": 3.03,
        "other person": 3.72,
        "person told": 0.75,
        "other pronoun": 2.79,
        "somebody else": 2.01,
        "relation": 2.22,
        "number": 1.75,
        "negation": 1.79,
        "contrast": 1.53,
        "kind of answer": 3.21,
        "other question word": 1.69,
        "now": 1.60,
        "asks for a number": 3.44,
        "thing asked": 1.45,
        "near miss": 2.73,
        "typos repaired": 0.46,
        "not found": 0.43,
        "roundabout": 0.23,
        "named second": 0.25,
        "leaning": 1.42,
    },
)
"""For facts that some phrasing asks of the profile's person."""
GENERAL = Weights(
    bias=-3.02,
    gives={
        "share": 4.84,
        "cosine": 0.00,
        "ahead": 6.88,
        "letters": 1.45,
        "letters sorted": 1.16,
    },
    takes={
        "stray words": 1.83,
        "near words": 0.00,
        "new words": 0.41,
        "only told": 1.80,
        "small words": 1.86,
        "new thing": 0.00,
        "not looked for": 0.70,
        "missing words": 0.03,
        "other name": 0.73,
        "name told": 0.20,
        "stranger": 0.15,
        "other person": 3.40,
        "person told": 0.60,
        "other pronoun": 2.90,
        "somebody else": 1.80,
        "relation": 0.00,
        "number": 0.00,
        "negation": 0.42,
        "contrast": 0.00,
        "kind of answer": 0.59,
        "other question word": 0.33,
        "now": 0.00,
        "asks for a number": 0.61,
        "thing asked": 0.15,
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
