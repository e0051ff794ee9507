"""What each sign counts, in log-odds: one logistic model, its weights in one place.

Set by `benchmarks/tune.py` on the tuning half of the labelled questions; each sign keeps the
direction that its name says, whatever the data (a guard can only take).
"""

from math import exp, log

BIAS = -2.36
GIVES = {"share": 3.33, "cosine": 3.95, "ahead": 2.18}
TAKES = {
    "stray words": 4.25,
    "new words": 5.41,
    "only told": 1.73,
    "small words": 1.23,
    "general words": 1.50,
    "missing words": 0.50,
    "other name": 1.11,
    "name told": 0.02,
    "stranger": 3.10,
    "other person": 3.28,
    "person told": 0.50,
    "other pronoun": 1.30,
    "somebody else": 1.98,
    "relation": 2.29,
    "number": 2.09,
    "negation": 1.46,
    "contrast": 1.53,
    "kind of answer": 1.65,
    "typos repaired": 0.00,
    "not found": 0.43,
    "roundabout": 0.07,
    "named second": 0.51,
    "leaning": 1.39,
}


def chance(log_odds: float) -> float:
    """Return the score that belongs to some log-odds: 0 to 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


def log_odds(score: float) -> float:
    """Return the log-odds that belong to a score."""
    bounded = min(max(score, 1e-9), 1 - 1e-9)
    return log(bounded / (1 - bounded))
