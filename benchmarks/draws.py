"""How much BANKING77's figures owe to which intents are held out, over many draws.

usage: python -m benchmarks.draws [--data DIR] [--draws 20] [--peers PEER ...]

Each draw holds out 19 other intents and takes ten other phrasings of each that is left. For
every draw the share of the 900 questions in scope whose right fact comes first, then mean and
standard deviation, and Footnote's figure where the last peer named stands at --level, by a line
through the draws (least squares).
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.progress import track
from rich.table import Table

from benchmarks.matching.material import Asked, Material
from benchmarks.matching.peers.peer import Peer
from benchmarks.matching.peers.registry import OURS, PEERS, opened
from benchmarks.matching.public import PublicSets
from benchmarks.matching.splits import banking

PHRASINGS = 10
FIRST = 3  # seed; the seeds before it are those of the tables
BESIDE = ("rapidfuzz token_sort_ratio", "SQLite FTS5 trigram", "TF-IDF characters")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--draws", type=int, default=20)
    parser.add_argument("--peers", nargs="*", choices=PEERS, default=BESIDE)
    parser.add_argument("--level", type=float, default=0.691)
    given = parser.parse_args()
    names, sets, console = (OURS, *given.peers), PublicSets(given.data), Console()
    seeds = track(range(FIRST, FIRST + given.draws), "asking", console=console)
    found = np.array([_draw(sets, seed, names) for seed in seeds])
    table = Table("draw", *names)
    rows = zip(range(FIRST, FIRST + given.draws), found.tolist(), strict=True)
    for seed, figures in rows:
        table.add_row(str(seed), *map(_shown, figures))
    for name, figures in (("mean", found.mean(0)), ("deviation", found.std(0))):
        table.add_row(name, *map(_shown, figures.tolist()))
    console.print(table)
    if len(names) > 1 and given.draws > 1:
        line = np.polyfit(found[:, -1], found[:, 0], 1)
        at = float(np.polyval(line, given.level))
        console.print(f"{OURS} where {names[-1]} stands at {given.level}: {at:.3f}")


def _draw(sets: PublicSets, seed: int, names: Sequence[str]) -> list[float]:
    split = banking(sets, PHRASINGS, seed, redrawn=True)
    material = Material((split.part,))
    asked = [question for question in split.test if question.expected]
    return [_accuracy(name, material, asked) for name in names]


def _accuracy(name: str, material: Material, asked: Sequence[Asked]) -> float:
    with opened(name) as peer:
        peer.build(material)
        return sum(_is_right(peer, question) for question in asked) / len(asked)


def _is_right(peer: Peer, question: Asked) -> bool:
    ranked = peer.ask(question.text)
    return bool(ranked) and ranked[0][0] == question.expected


def _shown(figure: float) -> str:
    return f"{figure:.3f}"


if __name__ == "__main__":
    main()
