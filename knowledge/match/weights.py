"""What each sign counts, in log-odds: one logistic model, its weights in one place.

Set by `benchmarks/tune.py` on the tuning half of the labelled questions; each sign keeps the
direction that its name says, whatever the data (a guard can only take).
"""

from math import exp, log

BIAS = -1.33
GIVES = {"share": 3.00, "cosine": 3.63, "ahead": 1.53}
TAKES = {
    "stray words": 4.41,
    "new words": 5.24,
    "only told": 2.03,
    "small words": 1.17,
    "new thing": 1.60,
    "not looked for": 1.11,
    "missing words": 0.35,
    "other name": 1.04,
    "name told": 0.40,
    "stranger": 3.02,
    "other person": 3.43,
    "person told": 0.67,
    "other pronoun": 2.79,
    "somebody else": 1.74,
    "relation": 2.31,
    "number": 1.71,
    "negation": 1.84,
    "contrast": 1.56,
    "kind of answer": 2.22,
    "asks for a number": 3.22,
    "thing asked": 1.19,
    "near miss": 2.10,
    "typos repaired": 0.00,
    "not found": 0.33,
    "roundabout": 0.84,
    "named second": 0.00,
    "leaning": 1.50,
}


def chance(log_odds: float) -> float:
    """Return the score that belongs to some log-odds: 0 to 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


def log_odds(score: float) -> float:
    """Return the log-odds that belong to a score."""
    bounded = min(max(score, 1e-9), 1 - 1e-9)
    return log(bounded / (1 - bounded))
