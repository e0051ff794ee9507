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
    bias=-3.78,
    gives={
        "share": 4.25,
        "cosine": 2.76,
        "ahead": 1.63,
        "letters": 0.63,
        "letters sorted": 0.77,
    },
    takes={
        "stray words": 4.71,
        "near words": 2.28,
        "new words": 5.02,
        "only told": 1.78,
        "small words": 1.43,
        "new thing": 0.89,
        "not looked for": 0.44,
        "missing words": 0.81,
        "other name": 1.54,
        "name told": 0.20,
        "stranger": 3.03,
        "other person": 3.60,
        "person told": 0.60,
        "other pronoun": 3.01,
        "somebody else": 1.86,
        "relation": 1.98,
        "owned": 1.16,
        "number": 2.00,
        "negation": 1.72,
        "contrast": 1.53,
        "kind of answer": 3.40,
        "other question word": 1.67,
        "now": 1.56,
        "asks for a number": 3.30,
        "thing asked": 1.39,
        "near miss": 3.50,
        "typos repaired": 0.00,
        "not found": 0.63,
        "roundabout": 0.25,
        "named second": 0.57,
        "leaning": 1.32,
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
