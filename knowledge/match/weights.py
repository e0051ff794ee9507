"""What each sign counts, in log-odds: one logistic model, its weights in one place.

Set by `benchmarks/tune.py` on the tuning half of the labelled questions; each sign keeps the
direction that its name says, whatever the data (a guard can only take).
"""

from math import exp, log

BIAS = -1.29
GIVES = {"share": 2.95, "cosine": 3.96, "ahead": 1.93}
TAKES = {
    "stray words": 4.25,
    "near words": 2.21,
    "new words": 5.15,
    "only told": 1.66,
    "small words": 1.02,
    "new thing": 1.42,
    "not looked for": 0.94,
    "missing words": 0.69,
    "other name": 1.06,
    "name told": 0.16,
    "stranger": 3.05,
    "other person": 3.45,
    "person told": 0.62,
    "other pronoun": 2.80,
    "somebody else": 1.71,
    "relation": 2.49,
    "number": 1.79,
    "negation": 1.90,
    "contrast": 1.55,
    "kind of answer": 3.18,
    "other question word": 2.51,
    "now": 1.53,
    "asks for a number": 3.24,
    "thing asked": 1.29,
    "near miss": 3.22,
    "typos repaired": 0.00,
    "not found": 0.34,
    "roundabout": 0.59,
    "named second": 0.41,
    "leaning": 1.36,
}


def chance(log_odds: float) -> float:
    """Return the score that belongs to some log-odds: 0 to 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


def log_odds(score: float) -> float:
    """Return the log-odds that belong to a score."""
    bounded = min(max(score, 1e-9), 1 - 1e-9)
    return log(bounded / (1 - bounded))
