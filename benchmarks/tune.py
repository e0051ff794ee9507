"""Fit knowledge/match/weights.py.

usage: python -m benchmarks.tune [--folds 5] [--data ../shared/data]

Prints the weights to write into the file, and what cross-validation says of them. For facts
that are asked of a person they come from the tuning half of the labelled questions and of the
follow-ups beside this file, asked of the base as it is and of one with a sixth of its
phrasings, since a desk begins with a dozen; the reporting half is never asked. For other facts
they come from the validation splits of CLINC150 and BANKING77, where these lie in the data
folder. A logistic model with Gaussian priors around the weights that a person would set
(PRIORS); no weight may change its direction.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from benchmarks.follow_ups import FOLLOW_UPS
from benchmarks.matching.material import Material
from benchmarks.matching.public import PublicSets
from benchmarks.matching.splits import Split, banking, clinc
from benchmarks.matching.typos import with_typos
from knowledge.answer.answer import answer, context_of
from knowledge.answer.outcomes import Request
from knowledge.answer.understanding import understand
from knowledge.base import FactBase, ProfileFacts
from knowledge.evaluate.run import Half, half_of
from knowledge.load.folder import load_folder
from knowledge.load.questions import load_questions
from knowledge.match.explain import Candidate
from knowledge.match.find import best_of
from knowledge.match.reading import Scope
from knowledge.match.weights import PERSONAL
from knowledge.model.questions import AMBIGUOUS, LabelledQuestion, full_id
from knowledge.release import Release, View

Floats: TypeAlias = NDArray[np.float64]
TODAY = date(2026, 1, 1)
NAMES = (*PERSONAL.gives, *PERSONAL.takes)
NEARNESS = tuple(name for name in PERSONAL.gives if name not in {"usual kind", "length"})
BIAS = -2.0
SEEDS, PHRASINGS = (0, 1, 2), 10
THINNED = 6
# What a person would set before any data, in log-odds.
PRIORS = {
    **{
        "share": 3.5,
        "cosine": 3.0,
        "ahead": 2.0,
        "same kind": 0.5,
        "usual kind": 0.3,
        "length": 0.3,
        "letters sorted": 0.5,
    },
    **{"stray words": 4.5, "new words": 5.0, "only told": 1.8, "small words": 1.2},
    **{"near words": 2.0, "other question word": 2.0, "now": 1.5},
    **{"new thing": 0.9, "not looked for": 0.7},
    **{
        "other name": 1.4,
        "name for name": 1.5,
        "other country": 1.5,
        "name told": 0.2,
        "stranger": 3.0,
        "other person": 3.4,
    },
    **{"person told": 0.6, "other pronoun": 2.9, "somebody else": 1.8},
    **{"another subject": 2.5, "relation": 2.2},
    **{"number": 1.9, "negation": 1.7, "contrast": 1.5, "kind of answer": 4.0},
    **{"typos repaired": 0.2, "not found": 0.4, "roundabout": 0.3, "named second": 0.4},
    **{"same matter": 1.3, "another matter": 2.0},
    **{
        "borrowed words": 1.2,
        "owned": 1.0,
        "asks for a number": 3.2,
        "thing asked": 1.3,
        "near miss": 2.0,
        "another's near miss": 3.0,
    },
}
# What no data may take away from facts that are asked of a person: a question read as it stands
# goes before one read otherwise or with borrowed words, and "not" or a thing of somebody's asks
# something else.
LEAST = {
    "roundabout": 0.25,
    "named second": 0.25,
    "borrowed words": 1.0,
    "owned": 2.5,
    "negation": 3.0,
}
AFTER_ANOTHER = ("same matter", "another matter", "borrowed words")
NOTHING: Mapping[str, float] = {}
STRENGTH = 3.0  # how hard the priors pull, in units of one labelled candidate


@dataclass
class Row:
    question: int
    fold: int
    amounts: Floats
    right: bool


@dataclass
class Collected:
    rows: list[Row]
    answerable: int
    asked: int


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    given = parser.parse_args()
    base = load_folder()
    dense = personal(Release(base).full, given.folds)
    few = personal(Release(sparse(base)).full, given.folds)
    fitted = print_fit("PERSONAL", dense, given.folds, few)
    if given.data.is_dir():
        # Public sets have no follow-ups: what these need is taken over.
        taken = {name: fitted[name] for name in AFTER_ANOTHER}
        found = general(PublicSets(given.data), given.folds)
        print_fit("GENERAL", found, given.folds, taken=taken)
    else:
        print(f"GENERAL stays as it is: there is no {given.data}")


def print_fit(
    name: str,
    collected: Collected,
    folds: int,
    beside: Collected | None = None,
    taken: Mapping[str, float] = NOTHING,
) -> dict[str, float]:
    """Print weights fitted to what was collected and what beside it; judge by the first."""
    rows, more = collected.rows, beside.rows if beside else []
    floors = LEAST if name == "PERSONAL" else NOTHING
    weights = fit([*rows, *more], floors)
    scores = np.concatenate(
        [
            score(
                [r for r in rows if r.fold == f],
                fit([r for r in (*rows, *more) if r.fold != f], floors),
            )
            for f in range(folds)
        ]
    )
    ordered = [r for f in range(folds) for r in rows if r.fold == f]
    print(f"{name}: cross-validated over {collected.asked} questions")
    show(ordered, scores, collected.answerable, collected.asked)
    print(f"{name} = Weights(\n    bias={weights[-1]:.2f},")
    given = {**dict(zip(NAMES, weights[:-1].tolist(), strict=True)), **taken}
    for part, signs in (("gives", PERSONAL.gives), ("takes", PERSONAL.takes)):
        held = ", ".join(f'"{sign}": {given[sign]:.2f}' for sign in signs)
        print(f"    {part}={{{held}}},")
    print(")")
    return given


def general(sets: PublicSets, folds: int) -> Collected:
    """Ask the validation questions of the public sets, as they stand and with typos."""
    found = Collected([], 0, 0)
    for seed in SEEDS:
        for split in (clinc(sets, PHRASINGS, seed), banking(sets, PHRASINGS, seed)):
            add_split(found, split, folds)
    return found


def add_split(found: Collected, split: Split, folds: int) -> None:
    view = View(Material((split.part,)).base)
    scope = Scope(view.base, view.index)
    for number, asked in enumerate(split.validation):
        for text in (asked.text, with_typos(asked.text)):
            _, ways = understand(text, scope, Request(today=TODAY))
            found.asked += 1
            found.answerable += bool(asked.expected)
            add_rows(found, best_of(ways), frozenset({asked.expected}), number % folds)


def add_rows(
    found: Collected, candidates: Sequence[Candidate], accepted: frozenset[str], fold: int
) -> None:
    for candidate in candidates:
        right = full_id(candidate.profile, candidate.fact) in accepted
        found.rows.append(Row(found.asked, fold, amounts(candidate), right))


def personal(view: View, folds: int) -> Collected:
    """Ask the tuning half of the labelled questions and of the follow-ups."""
    scope = Scope(view.base, view.index)
    found = Collected([], 0, 0)
    for id_, label in labels(view.base):
        if half_of(label.question) is not Half.TUNING or label.expect == AMBIGUOUS:
            continue
        if label.as_of:
            continue
        context = None
        if label.context:
            before = answer(label.context, view, Request(today=TODAY))
            context = context_of(before, label.context)
        request = Request(today=TODAY, context=context)
        _, ways = understand(label.question, scope, request)
        candidates = best_of(ways)
        if candidates and candidates[0].unclear:
            continue
        accepted = frozenset(full_id(id_, e) for e in (label.expect, *label.also))
        found.asked += 1
        found.answerable += label.is_answerable
        fold = sha256(label.question.encode()).digest()[1] % folds
        add_rows(found, candidates, accepted, fold)
    return found


def labels(base: FactBase) -> Iterator[tuple[str, LabelledQuestion]]:
    for id_, held in base.profiles.items():
        for label in held.questions:
            yield id_, label
    for follow_up in load_questions(FOLLOW_UPS):
        yield "", follow_up  # the facts' ids are full


def sparse(base: FactBase) -> FactBase:
    """Return the base as a desk has it at first: with every sixth phrasing and near miss.

    Weights that only know a hundred phrasings a fact ask too much of a dozen.
    """

    def thinned(held: ProfileFacts) -> ProfileFacts:
        facts = (
            fact.model_copy(
                update={
                    "phrasings": fact.phrasings[::THINNED],
                    "near_misses": fact.near_misses[::THINNED],
                }
            )
            for fact in held.facts
        )
        return replace(held, facts=tuple(facts))

    profiles = {id_: thinned(held) for id_, held in base.profiles.items()}
    return replace(base, profiles=profiles)


def amounts(candidate: Candidate) -> Floats:
    found = dict.fromkeys(NAMES, 0.0)
    for effect in candidate.effects:
        if effect.name in found:
            found[effect.name] += effect.amount
        else:  # word for word: as near as can be
            found.update(dict.fromkeys(NEARNESS, 1.0))
    return np.array(list(found.values()))


def fit(rows: Sequence[Row], floors: Mapping[str, float] = NOTHING) -> Floats:
    x = signed(rows)
    y = np.array([row.right for row in rows], float)
    prior = np.append([PRIORS[name] for name in NAMES], BIAS)
    pull = np.append(np.full(len(NAMES), STRENGTH), 0.01)
    least = np.array([floors.get(name, 0.0) for name in NAMES])
    weights = prior.copy()
    step = 4.0 / (np.linalg.norm(x, 2) ** 2 + 4 * STRENGTH)
    momentum, before = weights.copy(), weights.copy()
    for turn in range(3000):  # projected gradient with Nesterov's momentum
        chance = 1 / (1 + np.exp(-np.clip(x @ momentum, -30, 30)))
        gradient = x.T @ (chance - y) + pull * (momentum - prior)
        before, weights = weights, momentum - step * gradient
        weights[:-1] = np.maximum(weights[:-1], least)
        momentum = weights + turn / (turn + 3) * (weights - before)
    return weights


def signed(rows: Sequence[Row]) -> Floats:
    signs = np.array([*[1.0] * len(PERSONAL.gives), *[-1.0] * len(PERSONAL.takes)])
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
