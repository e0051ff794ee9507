"""What each sign counts, in log-odds: one logistic model, its weights in one place.

Set by `benchmarks/tune.py` on the tuning half of the labelled questions; each sign keeps the
direction that its name says, whatever the data (a guard can only take).
"""

from math import exp, log

BIAS = -1.99
GIVES = {"share": 3.25, "cosine": 3.66, "ahead": 1.83}
TAKES = {
    "stray words": 4.32,
    "new words": 5.73,
    "only told": 1.44,
    "small words": 1.33,
    "missing words": 0.34,
    "other name": 0.97,
    "name told": 0.15,
    "stranger": 3.21,
    "other person": 3.20,
    "person told": 0.23,
    "other pronoun": 2.34,
    "somebody else": 2.29,
    "relation": 2.42,
    "number": 2.08,
    "negation": 1.74,
    "contrast": 1.54,
    "kind of answer": 1.29,
    "asks for a number": 3.40,
    "thing asked": 1.31,
    "typos repaired": 0.00,
    "not found": 0.42,
    "roundabout": 0.50,
    "named second": 0.00,
    "leaning": 1.37,
}


def chance(log_odds: float) -> float:
    """Return the score that belongs to some log-odds: 0 to 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


def log_odds(score: float) -> float:
    """Return the log-odds that belong to a score."""
    bounded = min(max(score, 1e-9), 1 - 1e-9)
    return log(bounded / (1 - bounded))
