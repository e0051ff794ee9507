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
    bias=-3.39,
    gives={
        "share": 4.11,
        "cosine": 2.97,
        "ahead": 1.63,
        "letters": 0.55,
        "letters sorted": 0.68,
    },
    takes={
        "stray words": 5.14,
        "near words": 2.06,
        "new words": 5.12,
        "only told": 1.59,
        "small words": 1.39,
        "new thing": 1.09,
        "not looked for": 0.47,
        "missing words": 0.50,
        "other name": 1.27,
        "name told": 0.00,
        "stranger": 3.03,
        "other person": 3.72,
        "person told": 0.76,
        "other pronoun": 2.82,
        "somebody else": 2.04,
        "relation": 2.24,
        "number": 1.77,
        "negation": 1.79,
        "contrast": 1.53,
        "kind of answer": 3.20,
        "other question word": 1.69,
        "now": 1.60,
        "asks for a number": 3.44,
        "thing asked": 1.45,
        "near miss": 2.91,
        "typos repaired": 0.45,
        "not found": 0.43,
        "roundabout": 0.24,
        "named second": 0.27,
        "leaning": 1.43,
    },
)
"""For facts that some phrasing asks of the profile's person."""
GENERAL = Weights(
    bias=-2.20,
    gives={
        "share": 4.27,
        "cosine": 0.00,
        "ahead": 7.09,
        "letters": 0.00,
        "letters sorted": 2.30,
    },
    takes={
        "stray words": 2.76,
        "near words": 0.00,
        "new words": 1.19,
        "only told": 2.33,
        "small words": 2.70,
        "new thing": 0.00,
        "not looked for": 0.70,
        "missing words": 0.44,
        "other name": 0.64,
        "name told": 0.20,
        "stranger": 0.57,
        "other person": 3.40,
        "person told": 0.60,
        "other pronoun": 2.90,
        "somebody else": 1.80,
        "relation": 0.18,
        "number": 0.00,
        "negation": 0.64,
        "contrast": 0.41,
        "kind of answer": 0.68,
        "other question word": 0.00,
        "now": 0.00,
        "asks for a number": 0.73,
        "thing asked": 0.27,
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
