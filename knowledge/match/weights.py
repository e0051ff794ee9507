"""What each sign counts, in log-odds: one logistic model, its weights in one place.

Set by `benchmarks/tune.py` on the tuning half of the labelled questions; each sign keeps the
direction that its name says, whatever the data (a guard can only take).
"""

from math import exp, log

BIAS = -1.12
GIVES = {"share": 2.77, "cosine": 3.28, "ahead": 1.44}
TAKES = {
    "stray words": 4.13,
    "near words": 1.85,
    "new words": 5.12,
    "only told": 1.75,
    "small words": 1.11,
    "new thing": 1.08,
    "not looked for": 0.89,
    "missing words": 0.38,
    "other name": 0.65,
    "name told": 0.38,
    "stranger": 3.05,
    "other person": 3.42,
    "person told": 0.59,
    "other pronoun": 2.38,
    "somebody else": 1.71,
    "relation": 2.48,
    "number": 1.78,
    "negation": 1.53,
    "contrast": 1.59,
    "kind of answer": 1.98,
    "asks for a number": 3.22,
    "thing asked": 1.27,
    "near miss": 2.27,
    "typos repaired": 0.00,
    "not found": 0.17,
    "roundabout": 0.55,
    "named second": 0.36,
    "leaning": 1.49,
}


def chance(log_odds: float) -> float:
    """Return the score that belongs to some log-odds: 0 to 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


def log_odds(score: float) -> float:
    """Return the log-odds that belong to a score."""
    bounded = min(max(score, 1e-9), 1 - 1e-9)
    return log(bounded / (1 - bounded))
