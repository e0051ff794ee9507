"""Measure the matcher beside its peers, all in one run.

usage: python -m benchmarks.matching [--data DIR] [--tasks …] [--peers …] [--seeds 3]
                                     [--sizes …] [--dsn DSN] [--vectors DIR] [--quick]
                                     [--validation] [--again] [--out FILE.json]
                                     [--add FILE.json …] [--write-docs]

Without --tasks, every task of quality is run, and `speed`. With --out, what the file holds
already is not measured again, so a run can be stopped, taken up and added to; --add takes in
what other files hold. The table of ratios is the last thing printed. docs/benchmarks.md
explains the columns.
"""

import argparse
import os
import sys
from pathlib import Path

for _name in (
    *("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"),
    *("NUMBA_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"),
):
    os.environ[_name] = "1"
os.environ.update(TOKENIZERS_PARALLELISM="false", HF_HUB_OFFLINE="1")
os.environ["TRANSFORMERS_VERBOSITY"] = "error"

from rich.console import Console
from rich.table import Table

from benchmarks.matching import quality, speed
from benchmarks.matching.page import PAGE, written
from benchmarks.matching.peers.registry import PEERS
from benchmarks.matching.peers.settings import DSN, VECTORS
from benchmarks.matching.public import DATA, NoDataError, PublicSets
from benchmarks.matching.quality import Plan
from benchmarks.matching.speed import SIZES
from benchmarks.matching.store import Store
from benchmarks.matching.tables import Sheet, sheets
from benchmarks.matching.tasks import TASKS

WIDTH = 180  # columns that a table may need
QUICK = 100  # questions of each kind
SPEED = "speed"


def main() -> None:
    options = _options()
    store = Store(options.out)
    for path in options.add:
        store.take_in(Store(path))
    if options.write_docs:
        PAGE.write_text(written(store), encoding="utf-8")
    else:
        try:
            _measure(options, store)
        except NoDataError as error:
            sys.exit(str(error))
    for sheet in sheets(store):
        _print(sheet)


def _measure(options: argparse.Namespace, store: Store) -> None:
    os.environ.update({DSN: options.dsn, VECTORS: options.vectors})
    plan = Plan(
        sets=PublicSets(options.data),
        store=store,
        peers=tuple(options.peers),
        seeds=1 if options.quick else options.seeds,
        most=QUICK if options.quick else None,
        on_validation=options.validation,
        again=options.again,
    )
    quality.measure(plan, [task for task in options.tasks if task != SPEED])
    if SPEED in options.tasks:
        speed.measure(plan, options.sizes)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    tasks = (*TASKS, SPEED)
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR")
    parser.add_argument("--tasks", nargs="+", choices=tasks, default=tasks, metavar="TASK")
    parser.add_argument("--peers", nargs="+", choices=PEERS, default=PEERS, metavar="PEER")
    parser.add_argument("--dsn", default="", help="how PostgreSQL is reached, as libpq has it")
    parser.add_argument("--vectors", default="", metavar="DIR", help="model2vec's folder")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--sizes", nargs="+", choices=tuple(SIZES), default=tuple(SIZES))
    parser.add_argument(
        "--quick", action="store_true", help="one seed, 100 questions of a kind"
    )
    parser.add_argument(
        "--validation", action="store_true", help="ask what is meant for tuning"
    )
    parser.add_argument("--again", action="store_true", help="measure what --out holds already")
    parser.add_argument("--out", type=Path, metavar="FILE.json")
    parser.add_argument("--add", nargs="+", type=Path, default=(), metavar="FILE.json")
    parser.add_argument("--write-docs", action="store_true", help="write docs/benchmarks.md")
    return parser.parse_args()


def _print(sheet: Sheet) -> None:
    if not sheet.rows:
        return
    table = Table(title=sheet.title, title_justify="left", box=None, pad_edge=False)
    for place, head in enumerate(sheet.heads):
        table.add_column(head, justify="right" if place else "left")
    for row in sheet.rows:
        table.add_row(*row)
    console = Console(width=max(Console().width, WIDTH))
    console.print(table)
    console.print()


if __name__ == "__main__":
    main()
