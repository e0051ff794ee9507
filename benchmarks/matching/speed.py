"""How long one question takes, how long a build, how much memory, how long one edit.

Each method stands in a process of its own, forked once the texts are there, so that what it
holds is its own. The processes take turns over rounds, a few questions each, so that whatever
else the machine does falls on everybody.
"""

import gc
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter
from typing import TypeAlias

import numpy as np
from rich.progress import track

from benchmarks.matching.material import Material, Part, Wordings
from benchmarks.matching.peers.peer import Peer, PeerMissingError
from benchmarks.matching.peers.registry import opened
from benchmarks.matching.quality import Plan
from benchmarks.matching.store import Key, Row
from benchmarks.matching.tasks import large, timed_questions

SIZES = {"1.5k": 1_500, "100k": 100_000, "1m": 1_000_000}
SEED = 1
QUESTIONS, ROUNDS = 300, 10
TURN = 0.4  # seconds that a method may take of each round; one question at least
WHOLE = 8.0  # seconds after which a slow method sits out the rounds that are left
WARM_UP = 3  # questions that are not counted
NEW = "Which lantern did they keep on the {name} pier?"
Times: TypeAlias = list[float]


@dataclass(frozen=True, slots=True)
class Base:
    """What every method is built over and asked."""

    material: Material
    questions: tuple[str, ...]


def measure(plan: Plan, sizes: Sequence[str]) -> None:
    """Time every method at every size."""
    for size in sizes:
        wanted = plan.wanted("speed", size, str(SEED))
        if wanted:
            with plan.console.status(f"{size} phrasings: making the base"):
                base = _base(plan, size)
            _measure_size(plan, size, base, wanted)


def _measure_size(plan: Plan, size: str, base: Base, wanted: Sequence[str]) -> None:
    with ExitStack() as stack:
        workers: dict[str, Worker] = {}
        for name in wanted:
            worker = stack.enter_context(forked(name, base))
            with plan.console.status(f"  {name}: building"):
                built = worker.built()
            if isinstance(built, str):
                plan.console.print(f"  {name}: skipped, {built}")
                continue
            plan.console.print(f"  {name}: built in {built['build s']:.1f} s")
            workers[name] = worker
        _take_turns(plan, tuple(workers.values()))
        for name, worker in workers.items():
            with plan.console.status(f"  {name}: taking in one edit"):
                row = worker.row()
            plan.store.add(Key("speed", size, name, str(SEED)), row, worker.packages)


def _base(plan: Plan, size: str) -> Base:
    count = SIZES[size]
    material = large(plan.sets, count, SEED)
    _ = material.base, material.texts, material.facts, material.owners
    gc.collect()
    gc.freeze()  # what the processes share is not looked through again
    return Base(material, timed_questions(plan.sets, count, SEED, plan.most or QUESTIONS))


def _take_turns(plan: Plan, workers: "Sequence[Worker]") -> None:
    for turn in track(range(ROUNDS), "  asking in turns", console=plan.console):
        shift = turn % max(1, len(workers))
        for worker in (*workers[shift:], *workers[:shift]):
            worker.ask(TURN)


class Worker:
    """A method in a process of its own, as this process sees it."""

    def __init__(self, pipe: Connection) -> None:
        self.pipe = pipe
        self.times: Times = []
        self.packages: tuple[str, ...] = ()
        self.first: dict[str, float | None] = {}

    def built(self) -> "dict[str, float] | str":
        """Return what the build took, or why there is none."""
        got: tuple[tuple[str, ...], dict[str, float]] | str = self.pipe.recv()
        if isinstance(got, str):
            return got
        self.packages, figures = got
        self.first = {**figures}
        return figures

    def ask(self, seconds: float) -> None:
        """Let the method answer for a while."""
        if sum(self.times) < WHOLE:
            self.pipe.send(("ask", seconds))
            self.times += self.pipe.recv()

    def row(self) -> Row:
        """Return everything that was measured."""
        self.pipe.send(("edit", 0.0))
        edited = self.pipe.recv()
        at = np.percentile(np.array(self.times) * 1e3, (50, 99))
        half, most = float(at[0]), float(at[1])
        timed = {"p50 ms": half, "p99 ms": most, "timed": len(self.times)}
        return {**self.first, **timed, "edit s": edited}


@contextmanager
def forked(name: str, base: Base) -> Iterator[Worker]:
    """Start a method in a process that shares what has been made so far."""
    context = get_context("fork")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(name, base, there), daemon=True)
    process.start()
    there.close()
    try:
        yield Worker(here)
    finally:
        here.close()
        process.join(timeout=10)
        if process.is_alive():
            process.kill()
            process.join()


def _serve(name: str, base: Base, pipe: Connection) -> None:
    try:
        with opened(name) as peer:
            if len(base.material.texts) > peer.most_timed:
                pipe.send(f"{len(base.material.texts):,} phrasings take too long")
                return
            pipe.send((peer.packages, _build(peer, base.material)))
            _answer(peer, base, pipe)
    except PeerMissingError as error:
        pipe.send(str(error))
    except EOFError:  # nobody asks any more
        pass


def _build(peer: Peer, material: Material) -> dict[str, float]:
    before, reset = _memory("VmRSS"), _reset_peak()
    began = perf_counter()
    seconds = peer.build_to_time(material) or perf_counter() - began
    gc.collect()
    grown, peak = _memory("VmRSS") - before, _memory("VmHWM") - before
    return {
        "phrasings": len(material.texts),
        "build s": seconds,
        "memory MB": grown,
        "peak MB": peak if reset else grown,
        "arrays MB": peer.array_bytes() / 1e6,
    }


def _answer(peer: Peer, base: Base, pipe: Connection) -> None:
    _Turns(peer, base.questions[:WARM_UP]).times(TURN)
    acts: dict[str, Callable[[float], object]] = {
        "ask": _Turns(peer, base.questions).times,
        "edit": lambda _: _edit(peer, base.material),
    }
    while True:
        act, given = pipe.recv()
        pipe.send(acts[act](given))


class _Turns:
    """The questions, a few at a time, from where the last turn ended."""

    def __init__(self, peer: Peer, questions: Sequence[str]) -> None:
        self.peer, self.questions, self.place = peer, questions, 0

    def times(self, seconds: float) -> Times:
        found: Times = []
        most = -(-len(self.questions) // ROUNDS)
        while len(found) < most and (not found or sum(found) < seconds):
            text = self.questions[self.place % len(self.questions)]
            began = perf_counter()
            self.peer.first(text)
            found.append(perf_counter() - began)
            self.place += 1
        return found


def _edit(peer: Peer, material: Material) -> float | None:
    """Return the seconds from one fact's new phrasing until it answers; None if never."""
    part = material.parts[0]
    first, *others = part.facts
    new = NEW.format(name=part.name)
    changed = Wordings(first.id, (*first.phrasings, new))
    began = perf_counter()
    try:
        peer.edit(Part(part.id, part.name, (changed, *others)))
    except NotImplementedError:
        return None
    found = peer.ask(new)
    seconds = perf_counter() - began
    return seconds if found and found[0][0] == f"{part.id}/{first.id}" else None


def _memory(name: str) -> float:
    """Return a figure of this process's memory in MB; not a number but on Linux."""
    path = Path("/proc/self/status")
    found = (
        re.search(rf"{name}:\s+(\d+) kB", path.read_text("ascii")) if path.exists() else None
    )
    return int(found[1]) * 1024 / 1e6 if found else float("nan")


def _reset_peak() -> bool:
    try:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    except OSError:
        return False
    return True
