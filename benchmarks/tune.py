"""Fit knowledge/match/weights.py on the tuning half of the labelled questions.

usage: python benchmarks/tune.py [--folds 5]

Prints the weights to write into the file, and what cross-validation over the tuning half says
of them: the reporting half is never asked. A logistic model with Gaussian priors around the
weights that a person would set (PRIORS); no weight may change its direction.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from knowledge.answer.answer import answer, context_of, understand
from knowledge.answer.outcomes import Request
from knowledge.evaluate.run import Half, half_of
from knowledge.load.folder import load_folder
from knowledge.match.explain import Candidate
from knowledge.match.find import best_of
from knowledge.match.read import Scope
from knowledge.match.weights import BIAS, GIVES, TAKES
from knowledge.model.questions import AMBIGUOUS, full_id
from knowledge.release import Release, View

Floats: TypeAlias = NDArray[np.float64]
TODAY = date(2026, 1, 1)
NAMES = (*GIVES, *TAKES)
# What a person would set before any data, in log-odds.
PRIORS = {
    **{"share": 3.0, "cosine": 4.0, "ahead": 2.0},
    **{"stray words": 4.0, "new words": 5.0, "only told": 2.0, "small words": 1.0},
    **{"near words": 2.0, "other question word": 2.5, "now": 1.5},
    **{"missing words": 0.5, "new thing": 1.0, "not looked for": 1.0},
    **{"other name": 1.5, "name told": 0.3, "stranger": 3.0, "other person": 3.0},
    **{"person told": 0.5, "other pronoun": 3.0, "somebody else": 1.5, "relation": 2.0},
    **{"number": 2.0, "negation": 1.5, "contrast": 1.5, "kind of answer": 5.0},
    **{"typos repaired": 0.1, "not found": 0.5, "roundabout": 0.2, "named second": 0.6},
    **{"leaning": 1.0, "asks for a number": 3.0, "thing asked": 1.0, "near miss": 3.0},
}
STRENGTH = 3.0  # how hard the priors pull, in units of one labelled candidate


@dataclass
class Row:
    question: int
    fold: int
    amounts: Floats
    right: bool


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--folds", type=int, default=5)
    folds = parser.parse_args().folds
    view = Release(load_folder()).full
    rows, answerable, asked = collect(view, folds)
    weights = fit(rows)
    scores = np.concatenate(
        [
            score([r for r in rows if r.fold == f], fit([r for r in rows if r.fold != f]))
            for f in range(folds)
        ]
    )
    ordered = [r for f in range(folds) for r in rows if r.fold == f]
    show(ordered, scores, answerable, asked)
    print(f"BIAS = {weights[-1]:.2f}")
    for name, weight in zip(NAMES, weights[:-1], strict=True):
        print(f'    "{name}": {weight:.2f},')


def collect(view: View, folds: int) -> tuple[list[Row], int, int]:
    scope = Scope(view.base, view.index)
    rows: list[Row] = []
    answerable = asked = 0
    for id_, held in view.base.profiles.items():
        for label in held.questions:
            if half_of(label.question) is not Half.TUNING or label.expect == AMBIGUOUS:
                continue
            if label.as_of:
                continue
            context = None
            if label.context:
                before = answer(label.context, view, Request(today=TODAY))
                context = context_of(before, label.context)
            request = Request(today=TODAY, context=context)
            _, found = understand(label.question, scope, request)
            candidates = best_of(found)
            if candidates and candidates[0].unclear:
                continue
            accepted = {
                f"{id_}/{e}" if "/" not in e else e for e in (label.expect, *label.also)
            }
            asked += 1
            answerable += label.is_answerable
            fold = sha256(label.question.encode()).digest()[1] % folds
            for candidate in candidates:
                right = full_id(candidate.profile, candidate.fact) in accepted
                rows.append(Row(asked, fold, amounts(candidate), right))
    return rows, answerable, asked


def amounts(candidate: Candidate) -> Floats:
    found = dict.fromkeys(NAMES, 0.0)
    for effect in candidate.effects:
        if effect.name in found:
            found[effect.name] += effect.amount
        else:  # word for word: as near as can be
            found.update(share=1.0, cosine=1.0, ahead=1.0)
    return np.array(list(found.values()))


def fit(rows: Sequence[Row]) -> Floats:
    x = signed(rows)
    y = np.array([row.right for row in rows], float)
    prior = np.append([PRIORS[name] for name in NAMES], BIAS)
    pull = np.append(np.full(len(NAMES), STRENGTH), 0.01)
    weights = prior.copy()
    step = 4.0 / (np.linalg.norm(x, 2) ** 2 + 4 * STRENGTH)
    momentum, before = weights.copy(), weights.copy()
    for turn in range(3000):  # projected gradient with Nesterov's momentum
        chance = 1 / (1 + np.exp(-np.clip(x @ momentum, -30, 30)))
        gradient = x.T @ (chance - y) + pull * (momentum - prior)
        before, weights = weights, momentum - step * gradient
        weights[:-1] = np.maximum(weights[:-1], 0.0)
        momentum = weights + turn / (turn + 3) * (weights - before)
    return weights


def signed(rows: Sequence[Row]) -> Floats:
    signs = np.array([*[1.0] * len(GIVES), *[-1.0] * len(TAKES)])
    x = np.array([row.amounts for row in rows]).reshape(-1, len(NAMES)) * signs
    return np.hstack([x, np.ones((len(x), 1))])


def score(rows: Sequence[Row], weights: Floats) -> Floats:
    chances: Floats = 1 / (1 + np.exp(-np.clip(signed(rows) @ weights, -30, 30)))
    return chances


def show(rows: Sequence[Row], scores: Floats, answerable: int, asked: int) -> None:
    best: dict[int, tuple[float, bool]] = {}
    second: dict[int, float] = {}
    for row, value in zip(rows, scores.tolist(), strict=True):
        top = best.get(row.question, (-1.0, False))
        if value > top[0]:
            second[row.question] = max(top[0], second.get(row.question, 0.0))
            best[row.question] = (value, row.right)
        else:
            second[row.question] = max(value, second.get(row.question, 0.0))
    print(f"cross-validated over {asked} questions of the tuning half, {answerable} answerable")
    print("top candidate right:", sum(r for _, r in best.values()), "of", answerable)
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7):
        given = [(q, s, r) for q, (s, r) in best.items() if s >= threshold]
        right = sum(r for _, _, r in given)
        print(
            f"threshold {threshold:.2f}: answered right {right / answerable:.3f}, "
            f"wrong {(len(given) - right) / asked:.3f}"
        )


if __name__ == "__main__":
    main()
