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
        "share": 4.10,
        "cosine": 2.94,
        "ahead": 1.53,
        "letters": 0.53,
        "letters sorted": 0.62,
    },
    takes={
        "stray words": 5.18,
        "near words": 2.03,
        "new words": 5.12,
        "only told": 1.62,
        "small words": 1.36,
        "new thing": 1.08,
        "not looked for": 0.47,
        "missing words": 0.58,
        "other name": 1.28,
        "name told": 0.00,
        "stranger": 3.03,
        "other person": 3.76,
        "person told": 0.79,
        "other pronoun": 2.84,
        "somebody else": 2.06,
        "relation": 2.25,
        "owned": 1.22,
        "number": 1.75,
        "negation": 1.79,
        "contrast": 1.53,
        "kind of answer": 3.21,
        "other question word": 1.69,
        "now": 1.61,
        "asks for a number": 3.45,
        "thing asked": 1.47,
        "near miss": 3.06,
        "typos repaired": 0.42,
        "not found": 0.39,
        "roundabout": 0.25,
        "named second": 0.25,
        "leaning": 1.43,
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
