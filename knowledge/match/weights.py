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
    bias=-2.08,
    gives={
        "share": 3.66,
        "cosine": 1.37,
        "same kind": 0.36,
        "usual kind": 0.48,
        "length": 0.66,
        "ahead": 1.54,
        "letters": 0.08,
        "letters sorted": 0.25,
    },
    takes={
        "stray words": 5.41,
        "near words": 1.86,
        "new words": 5.13,
        "only told": 0.96,
        "small words": 1.45,
        "new thing": 0.77,
        "not looked for": 0.00,
        "missing words": 0.05,
        "other name": 1.24,
        "name told": 0.20,
        "stranger": 3.13,
        "other person": 3.96,
        "person told": 0.60,
        "other pronoun": 2.14,
        "somebody else": 1.50,
        "another subject": 2.65,
        "relation": 1.43,
        "owned": 0.82,
        "number": 2.18,
        "negation": 1.53,
        "contrast": 1.25,
        "kind of answer": 2.83,
        "other question word": 2.01,
        "now": 1.92,
        "asks for a number": 3.02,
        "thing asked": 1.18,
        "near miss": 1.78,
        "another's near miss": 3.85,
        "typos repaired": 0.25,
        "not found": 0.50,
        "roundabout": 0.25,
        "named second": 0.33,
        "leaning": 1.97,
    },
)
"""For facts that some phrasing asks of the profile's person."""
GENERAL = Weights(
    bias=-2.92,
    gives={
        "share": 3.95,
        "cosine": 0.00,
        "same kind": 0.00,
        "usual kind": 0.27,
        "length": 0.55,
        "ahead": 6.71,
        "letters": 0.00,
        "letters sorted": 2.28,
    },
    takes={
        "stray words": 3.04,
        "near words": 0.00,
        "new words": 1.21,
        "only told": 2.31,
        "small words": 2.69,
        "new thing": 0.00,
        "not looked for": 0.70,
        "missing words": 0.21,
        "other name": 0.84,
        "name told": 0.20,
        "stranger": 0.65,
        "other person": 3.40,
        "person told": 0.60,
        "other pronoun": 2.90,
        "somebody else": 1.80,
        "another subject": 2.50,
        "relation": 0.19,
        "owned": 0.00,
        "number": 0.08,
        "negation": 0.60,
        "contrast": 0.65,
        "kind of answer": 0.32,
        "other question word": 0.00,
        "now": 0.00,
        "asks for a number": 0.32,
        "thing asked": 0.27,
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
