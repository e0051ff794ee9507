"""What each sign counts, in log-odds: a logistic model, its weights in one place.

Set by `benchmarks/tune.py`: for facts that are asked of a person on the tuning half of the
labelled questions and follow-ups, for others on the validation splits of two public sets, whose
questions follow none. Each sign keeps the direction that its name says, whatever the data (a
guard can only take).
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
        "share": 3.54,
        "cosine": 1.10,
        "same kind": 0.32,
        "usual kind": 0.52,
        "length": 1.18,
        "ahead": 1.92,
        "letters sorted": 0.00,
        "same matter": 1.06,
    },
    takes={
        "stray words": 5.51,
        "near words": 2.34,
        "new words": 5.09,
        "only told": 1.35,
        "small words": 1.29,
        "new thing": 0.25,
        "not looked for": 0.00,
        "other name": 1.08,
        "name for name": 1.33,
        "other country": 1.46,
        "name told": 0.03,
        "stranger": 3.14,
        "other person": 3.93,
        "person told": 0.38,
        "other pronoun": 1.88,
        "somebody else": 1.67,
        "another subject": 2.68,
        "relation": 0.97,
        "owned": 2.50,
        "number": 2.26,
        "negation": 3.00,
        "contrast": 1.45,
        "kind of answer": 2.60,
        "other question word": 2.01,
        "now": 1.65,
        "asks for a number": 3.16,
        "thing asked": 1.22,
        "near miss": 1.48,
        "another's near miss": 3.97,
        "typos repaired": 0.45,
        "not found": 0.20,
        "roundabout": 0.25,
        "named second": 0.51,
        "borrowed words": 1.00,
        "another matter": 2.08,
    },
)
"""For facts that some phrasing asks of the profile's person."""
GENERAL = Weights(
    bias=-3.12,
    gives={
        "share": 4.05,
        "cosine": 0.00,
        "same kind": 0.00,
        "usual kind": 0.22,
        "length": 0.55,
        "ahead": 6.69,
        "letters sorted": 2.30,
        "same matter": 1.06,
    },
    takes={
        "stray words": 3.06,
        "near words": 0.00,
        "new words": 1.22,
        "only told": 2.30,
        "small words": 2.82,
        "new thing": 0.00,
        "not looked for": 0.70,
        "other name": 0.63,
        "name for name": 0.87,
        "other country": 0.00,
        "name told": 0.20,
        "stranger": 0.72,
        "other person": 3.40,
        "person told": 0.60,
        "other pronoun": 2.90,
        "somebody else": 0.90,
        "another subject": 2.50,
        "relation": 0.20,
        "owned": 0.00,
        "number": 0.06,
        "negation": 0.25,
        "contrast": 0.63,
        "kind of answer": 0.37,
        "other question word": 0.00,
        "now": 0.00,
        "asks for a number": 0.40,
        "thing asked": 0.24,
        "near miss": 2.00,
        "another's near miss": 3.00,
        "typos repaired": 0.00,
        "not found": 0.40,
        "roundabout": 0.30,
        "named second": 0.40,
        "borrowed words": 1.00,
        "another matter": 2.08,
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
