"""What each sign counts, in log-odds: one logistic model, its weights in one place.

Set by `benchmarks/tune.py` on the tuning half of the labelled questions; each sign keeps the
direction that its name says, whatever the data (a guard can only take).
"""

from math import exp, log

BIAS = -1.52
GIVES = {"share": 3.14, "cosine": 3.69, "ahead": 1.52}
TAKES = {
    "stray words": 4.35,
    "new words": 5.74,
    "only told": 2.18,
    "small words": 1.18,
    "missing words": 0.37,
    "other name": 1.07,
    "name told": 0.38,
    "stranger": 3.07,
    "other person": 3.38,
    "person told": 0.66,
    "other pronoun": 2.76,
    "somebody else": 1.75,
    "relation": 2.35,
    "number": 1.75,
    "negation": 1.82,
    "contrast": 1.57,
    "kind of answer": 1.64,
    "asks for a number": 3.21,
    "thing asked": 1.26,
    "near miss": 2.06,
    "typos repaired": 0.00,
    "not found": 0.54,
    "roundabout": 0.83,
    "named second": 0.00,
    "leaning": 1.52,
}


def chance(log_odds: float) -> float:
    """Return the score that belongs to some log-odds: 0 to 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


def log_odds(score: float) -> float:
    """Return the log-odds that belong to a score."""
    bounded = min(max(score, 1e-9), 1 - 1e-9)
    return log(bounded / (1 - bounded))
