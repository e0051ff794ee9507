"""What each sign counts, in log-odds: one logistic model, its weights in one place.

Set by `benchmarks/tune.py` on the tuning half of the labelled questions; each sign keeps the
direction that its name says, whatever the data (a guard can only take).
"""

from math import exp

BIAS = -1.77
GIVES = {"share": 4.44, "cosine": 2.55, "ahead": 0.35}
TAKES = {
    "stray words": 3.64,
    "new words": 6.62,
    "only told": 0.00,
    "small words": 2.32,
    "other name": 0.27,
    "name told": 0.00,
    "stranger": 3.00,
    "other person": 4.50,
    "person told": 0.59,
    "other pronoun": 0.34,
    "relation": 3.00,
    "number": 0.31,
    "negation": 1.41,
    "contrast": 0.61,
    "kind of answer": 1.36,
    "typos repaired": 0.36,
    "not found": 0.29,
    "roundabout": 0.24,
    "named second": 0.60,
    "leaning": 1.80,
}


def chance(log_odds: float) -> float:
    """Return the score that belongs to some log-odds: 0 to 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))
