"""Measure a start in the terminal and an answer on the shipped base, beside RapidFuzz.

usage: python benchmarks/speed.py [--starts 7]

A start is a whole process: interpreter, imports, reading and auditing the base, building the
index, one answer. An answer is one call of `knowledge.answer`, on one thread, over all labelled
questions; the peer is `rapidfuzz.process.extractOne` with its default scorer over the same
phrasings in the same run. Times are of this machine; read the ratios.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from time import perf_counter

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np
from rapidfuzz import process
from rich.console import Console
from rich.progress import track
from rich.table import Table

from knowledge.answer.answer import answer
from knowledge.answer.outcomes import Request
from knowledge.load.folder import load_folder
from knowledge.release import Release

ASK = [sys.executable, "-m", "bot", "ask", "When was Khalimov born?"]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--starts", type=int, default=7)
    starts = start_times(parser.parse_args().starts)
    began = perf_counter()
    base = load_folder()
    loaded = perf_counter()
    view = Release(base).full
    rows = sum(len(part.fact_of_row) for part in view.index.parts)
    built = perf_counter()
    held = base.profiles.values()
    questions = [label.question for part in held for label in part.questions]
    phrasings = [p for part in held for fact in part.facts for p in fact.phrasings]
    request = Request(today=date(2026, 1, 1))
    ours = times(lambda text: answer(text, view, request), questions, "ours")
    peer = times(lambda text: process.extractOne(text, phrasings), questions[:200], "WRatio")
    table = Table(title=f"{len(phrasings)} phrasings, {rows} rows, {len(questions)} questions")
    for column in ("what", "p50", "p99", "beside WRatio"):
        table.add_column(column)
    table.add_row("a start and one answer", *shown(starts), "")
    table.add_row("reading the base", f"{1e3 * (loaded - began):.0f} ms", "", "")
    table.add_row("building the index", f"{1e3 * (built - loaded):.0f} ms", "", "")
    ratio = f"1/{np.median(peer) / np.median(ours):.0f}"
    table.add_row("one answer", *shown(ours), ratio)
    table.add_row("rapidfuzz extractOne (WRatio)", *shown(peer), "1")
    Console().print(table)


def start_times(count: int) -> list[float]:
    subprocess.run(ASK, check=True, capture_output=True)  # the first run writes bytecode
    found = []
    for _ in track(range(count), "starting", console=Console(stderr=True)):
        began = perf_counter()
        subprocess.run(ASK, check=True, capture_output=True)
        found.append(perf_counter() - began)
    return found


def times(ask: Callable[[str], object], questions: Sequence[str], what: str) -> list[float]:
    found = []
    for text in track(questions, what, console=Console(stderr=True)):
        began = perf_counter()
        ask(text)
        found.append(perf_counter() - began)
    return found


def shown(seconds: Sequence[float]) -> tuple[str, str]:
    half, most = (f"{1e3 * np.percentile(seconds, p):.2f} ms" for p in (50, 99))
    return half, most


if __name__ == "__main__":
    main()
