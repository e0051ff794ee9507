"""Fit knowledge/match/weights.py on the tuning half of the labelled questions.

usage: python benchmarks/tune.py [--folds 5]

Prints the weights to write into the file, and what cross-validation over the tuning half says of
them: the reporting half is never asked. A logistic model with Gaussian priors around the weights
that a person would set (PRIORS); no weight may change its direction.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

import numpy as np

from knowledge.answer.answer import answer, context_of
from knowledge.answer.followup import leaning_readings
from knowledge.answer.outcomes import Request
from knowledge.answer.subjects import subjects
from knowledge.evaluate.run import Half, half_of
from knowledge.load.folder import load_folder
from knowledge.match.explain import Candidate
from knowledge.match.find import best_of, find
from knowledge.match.read import Scope, read, readings
from knowledge.match.weights import BIAS, GIVES, TAKES
from knowledge.model.questions import AMBIGUOUS
from knowledge.release import Release, View

TODAY = date(2026, 1, 1)
NAMES = (*GIVES, *TAKES)
PRIORS = np.array([*[3.0, 4.0, 2.0], *(TAKES[name] for name in TAKES)])
STRENGTH = 0.6  # how hard the priors pull, in units of one labelled candidate


@dataclass
class Row:
    question: int
    fold: int
    amounts: np.ndarray
    right: bool


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--folds", type=int, default=5)
    folds = parser.parse_args().folds
    view = Release(load_folder()).full
    rows, answerable, asked = collect(view, folds)
    weights = fit(rows)
    scores = np.concatenate([
        score([r for r in rows if r.fold == f], fit([r for r in rows if r.fold != f]))
        for f in range(folds)
    ])
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
            said = read(label.question, scope.index)
            ways = tuple(readings(said, subjects(said, request, scope), scope))
            if all(way.only_weak for way in ways):
                continue
            if context:
                ways = (*ways, *leaning_readings(ways, context, scope))
            accepted = {f"{id_}/{e}" if "/" not in e else e for e in (label.expect, *label.also)}
            asked += 1
            answerable += label.is_answerable
            fold = sha256(label.question.encode()).digest()[1] % folds
            for candidate in best_of(find(said, ways, scope, label.question)):
                right = f"{candidate.profile}/{candidate.fact}" in accepted
                rows.append(Row(asked, fold, amounts(candidate), right))
    return rows, answerable, asked


def amounts(candidate: Candidate) -> np.ndarray:
    found = dict.fromkeys(NAMES, 0.0)
    for effect in candidate.effects:
        if effect.name in found:
            found[effect.name] += effect.amount
        else:  # word for word: as near as can be
            found.update(share=1.0, cosine=1.0, ahead=1.0)
    return np.array(list(found.values()))


def fit(rows: Sequence[Row]) -> np.ndarray:
    x = signed(rows)
    y = np.array([row.right for row in rows], float)
    prior = np.append(PRIORS, BIAS)
    pull = np.append(np.full(len(PRIORS), STRENGTH), 0.01)
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


def signed(rows: Sequence[Row]) -> np.ndarray:
    signs = np.array([*[1.0] * len(GIVES), *[-1.0] * len(TAKES)])
    x = np.array([row.amounts for row in rows]).reshape(-1, len(NAMES)) * signs
    return np.hstack([x, np.ones((len(x), 1))])


def score(rows: Sequence[Row], weights: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(signed(rows) @ weights, -30, 30)))


def show(rows: Sequence[Row], scores: np.ndarray, answerable: int, asked: int) -> None:
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
