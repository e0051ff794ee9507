"""What the question before adds to a follow-up: each is asked after it, and alone.

usage: python -m benchmarks.follow_ups

The reporting half of `follow_ups.toml` is counted, by the shipped weights and threshold; the
other half set what a question takes from the one before (`benchmarks/tune.py`).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from knowledge.answer.outcomes import Request
from knowledge.evaluate.report import summarize
from knowledge.evaluate.run import Half, Posed, judging
from knowledge.load.folder import load_folder
from knowledge.load.questions import load_questions
from knowledge.release import View

FOLLOW_UPS = Path(__file__).with_suffix(".toml")
REQUEST = Request(today=date(2026, 1, 1))


def main() -> None:
    console, view = Console(), View(load_folder())
    posed = [Posed("", label) for label in load_questions(FOLLOW_UPS)]
    table = Table("", "wrong", "answered right", "declined")
    for name, asked in (("after the question before", posed), ("alone", list(alone(posed)))):
        judging_ = track(judging(asked, view, REQUEST), name, len(asked), console=console)
        counted = summarize(tuple(judging_), Half.REPORTING)
        shown = (counted.wrong, counted.answered_right, counted.declined)
        table.add_row(name, *(f"{share.count} of {share.total}" for share in shown))
    console.print(table)


def alone(asked: Iterable[Posed]) -> Iterable[Posed]:
    for posed in asked:
        yield replace(posed, label=posed.label.model_copy(update={"context": None}))


if __name__ == "__main__":
    main()
