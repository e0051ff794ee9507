"""What each sign counts, in log-odds: one logistic model, its weights in one place.

Set by `benchmarks/tune.py` on the tuning half of the labelled questions; each sign keeps the
direction that its name says, whatever the data (a guard can only take).
"""

from math import exp, log

BIAS = -1.92
GIVES = {"share": 2.99, "cosine": 3.56, "ahead": 1.47}
TAKES = {
    "stray words": 4.16,
    "new words": 5.68,
    "only told": 2.05,
    "small words": 1.23,
    "missing words": 0.38,
    "other name": 0.62,
    "name told": 0.34,
    "stranger": 3.17,
    "other person": 3.45,
    "person told": 0.52,
    "other pronoun": 2.34,
    "somebody else": 2.02,
    "relation": 2.39,
    "number": 2.06,
    "negation": 1.73,
    "contrast": 1.58,
    "kind of answer": 1.59,
    "asks for a number": 3.36,
    "thing asked": 1.41,
    "near miss": 3.00,
    "typos repaired": 0.00,
    "not found": 0.53,
    "roundabout": 0.77,
    "named second": 0.00,
    "leaning": 1.43,
}


def chance(log_odds: float) -> float:
    """Return the score that belongs to some log-odds: 0 to 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


def log_odds(score: float) -> float:
    """Return the log-odds that belong to a score."""
    bounded = min(max(score, 1e-9), 1 - 1e-9)
    return log(bounded / (1 - bounded))
