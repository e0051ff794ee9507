"""How many planted errors the check of support finds, and what it wrongly raises.

    python -m benchmarks.planted ARCHIVE [--profiles DIR] [--seed N ...] [--count N]

Each error stands alone in a copy of the base. It counts as found where the fact that holds it
has a problem. False alarms are the problems of the base as it is.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.planting import Kind, Planted, plant, with_error
from knowledge.archive.copies import Copy
from knowledge.archive.folder import read_copies
from knowledge.base import FactBase
from knowledge.evidence.support.check import check_support
from knowledge.load.folder import SHIPPED, load_folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--profiles", type=Path, default=SHIPPED)
    parser.add_argument("--seed", type=int, nargs="+", default=[1])
    parser.add_argument("--count", type=int, default=20)
    given = parser.parse_args()
    base = load_folder(given.profiles)
    copies = read_copies(given.archive, base.sources.values())
    texts = {id_: copy.lines for id_, copy in copies.items() if isinstance(copy, Copy)}
    found = check_support(base, texts)
    print(f"{base.fact_count} facts, {found.checked} statements and claims checked,")
    print(f"{found.unchecked} not, {len(found.problems)} false alarms")
    for seed in given.seed:
        report(base, texts, count=given.count, seed=seed)


def report(
    base: FactBase, texts: Mapping[str, Sequence[str]], *, count: int, seed: int
) -> None:
    print(f"\nseed {seed:<10}planted  found")
    missed: list[Planted] = []
    total = 0
    for kind in Kind:
        errors = plant(base, kind, count, seed)
        unseen = [error for error in errors if not is_found(base, texts, error)]
        print(f"{kind.value:<15}{len(errors):>8}{len(errors) - len(unseen):>7}")
        total += len(errors)
        missed += unseen
    print(f"{'together':<15}{total:>8}{total - len(missed):>7}")
    for error in missed:
        print(f"  missed: {error}")


def is_found(base: FactBase, texts: Mapping[str, Sequence[str]], error: Planted) -> bool:
    return bool(check_support(with_error(base, error), texts).problems)


if __name__ == "__main__":
    main()
