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
    bias=-2.50,
    gives={
        "share": 3.64,
        "cosine": 1.20,
        "same kind": 0.26,
        "usual kind": 0.54,
        "length": 1.15,
        "ahead": 1.82,
        "letters": 0.03,
        "letters sorted": 0.00,
    },
    takes={
        "stray words": 5.53,
        "near words": 2.67,
        "new words": 5.08,
        "only told": 1.29,
        "small words": 1.36,
        "new thing": 0.27,
        "not looked for": 0.00,
        "missing words": 0.00,
        "other name": 1.15,
        "name for name": 1.35,
        "other country": 1.44,
        "name told": 0.03,
        "stranger": 3.14,
        "other person": 3.93,
        "person told": 0.37,
        "other pronoun": 2.01,
        "somebody else": 1.57,
        "another subject": 2.69,
        "relation": 1.06,
        "owned": 2.50,
        "number": 2.21,
        "negation": 3.00,
        "contrast": 1.44,
        "kind of answer": 2.33,
        "other question word": 2.01,
        "now": 1.70,
        "asks for a number": 3.21,
        "thing asked": 1.15,
        "near miss": 1.57,
        "another's near miss": 3.96,
        "typos repaired": 0.43,
        "not found": 0.19,
        "roundabout": 0.25,
        "named second": 0.53,
        "leaning": 1.81,
    },
)
"""For facts that some phrasing asks of the profile's person."""
GENERAL = Weights(
    bias=-3.18,
    gives={
        "share": 4.22,
        "cosine": 0.00,
        "same kind": 0.00,
        "usual kind": 0.23,
        "length": 0.60,
        "ahead": 6.70,
        "letters": 0.00,
        "letters sorted": 2.21,
    },
    takes={
        "stray words": 2.99,
        "near words": 0.00,
        "new words": 1.15,
        "only told": 2.29,
        "small words": 2.83,
        "new thing": 0.00,
        "not looked for": 0.70,
        "missing words": 0.14,
        "other name": 0.69,
        "name for name": 1.50,
        "other country": 1.50,
        "name told": 0.20,
        "stranger": 0.71,
        "other person": 3.40,
        "person told": 0.60,
        "other pronoun": 2.90,
        "somebody else": 0.81,
        "another subject": 2.50,
        "relation": 0.19,
        "owned": 2.50,
        "number": 0.04,
        "negation": 0.69,
        "contrast": 0.61,
        "kind of answer": 0.34,
        "other question word": 0.00,
        "now": 0.00,
        "asks for a number": 0.36,
        "thing asked": 0.25,
        "near miss": 2.00,
        "another's near miss": 3.00,
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
