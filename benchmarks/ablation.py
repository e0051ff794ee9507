"""What each means of the matcher adds on the labelled questions, one left out at a time.

usage: python -m benchmarks.ablation [--vectors DIR]

The reporting half is counted, by the shipped weights and threshold; nothing is set by it. What
is left out is left out of the base or of the matcher for this run alone: the phrasings that all
profiles share, synonyms, near words, near misses, typo repair, all guards. With --vectors,
static word vectors are added instead.
"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any
from unittest.mock import patch

from rich.console import Console
from rich.progress import track
from rich.table import Table

from knowledge.answer.outcomes import Request
from knowledge.base import FactBase
from knowledge.evaluate.report import summarize
from knowledge.evaluate.run import Half, Judged, evaluate
from knowledge.index.repair import Repairer
from knowledge.load.folder import load_folder
from knowledge.load.vectors import with_vectors
from knowledge.match import weighing
from knowledge.match.weights import GENERAL, PERSONAL, Weights
from knowledge.model.questions import full_id
from knowledge.release import View

REQUEST = Request(today=date(2026, 1, 1))
NOTHING: MappingProxyType[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Without:
    """One way to run: what is changed of the base, and of the matcher."""

    name: str
    base: Callable[[FactBase], FactBase] = lambda base: base
    matcher: Callable[[], AbstractContextManager[object]] = nullcontext


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--vectors", help="a folder of static vectors in model2vec's format")
    vectors = parser.parse_args().vectors
    console, base = Console(), load_folder()
    table = Table("", "wrong", "answered right", "declined", "right one first")
    for way in track(list(_ways(vectors)), console=console, description="asking"):
        with way.matcher():
            judged = evaluate(View(way.base(base)), REQUEST)
        counted = summarize(judged, Half.REPORTING)
        table.add_row(
            way.name,
            f"{_share(counted.wrong.count, len(_half(judged)))}",
            str(counted.answered_right),
            str(counted.declined),
            _share(*_first(_half(judged))),
        )
    console.print(table)


def _ways(vectors: str | None) -> Iterator[Without]:
    yield Without("everything")
    yield Without("without shared phrasings", lambda base: replace(base, attributes=NOTHING))
    yield Without("without synonyms", lambda base: replace(base, synonyms=()))
    yield Without("without near words", _without_near_words)
    yield Without("without near misses", _without_near_misses)
    yield Without("without typo repair", matcher=_no_repair)
    yield Without("without guards", matcher=_no_guards)
    if vectors:
        yield Without("with word vectors", lambda base: with_vectors(base, vectors))


def _without_near_words(base: FactBase) -> FactBase:
    return replace(base, lexicon=replace(base.lexicon, near_words=NOTHING))


def _without_near_misses(base: FactBase) -> FactBase:
    profiles = {
        id_: replace(
            held, facts=tuple(f.model_copy(update={"near_misses": ()}) for f in held.facts)
        )
        for id_, held in base.profiles.items()
    }
    return replace(base, profiles=MappingProxyType(profiles))


def _no_repair() -> AbstractContextManager[object]:
    return patch.multiple(
        Repairer,
        heard=lambda _self, _word: (),
        repair=lambda _self, _word, *, is_name, heard: (),  # noqa: ARG005
    )


def _no_guards() -> AbstractContextManager[object]:
    return patch.multiple(weighing, PERSONAL=_gives(PERSONAL), GENERAL=_gives(GENERAL))


def _gives(weights: Weights) -> Weights:
    return replace(weights, takes=dict.fromkeys(weights.takes, 0.0))


def _half(judged: tuple[Judged, ...]) -> list[Judged]:
    return [one for one in judged if one.half is Half.REPORTING]


def _first(judged: list[Judged]) -> tuple[int, int]:
    """Return how often the right fact comes first, whatever is decided, and of how many."""
    answerable = [one for one in judged if one.label.is_answerable]
    return sum(_is_first(one) for one in answerable), len(answerable)


def _is_first(one: Judged) -> bool:
    candidates = one.given.explanation.candidates
    expected = {full_id(one.profile, id_) for id_ in (one.label.expect, *one.label.also)}
    return bool(candidates) and full_id(candidates[0].profile, candidates[0].fact) in expected


def _share(count: int, total: int) -> str:
    return f"{count}/{total} = {count / total:.1%}"


if __name__ == "__main__":
    main()
