"""How often each method is right, and how well its score tells."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from benchmarks.matching.figures import Outcome, figures, frozen, loosest, outcome
from benchmarks.matching.material import Asked
from benchmarks.matching.peers.peer import Peer, PeerMissingError
from benchmarks.matching.peers.registry import opened
from benchmarks.matching.public import PublicSets
from benchmarks.matching.store import Key, Row, Store
from benchmarks.matching.tasks import ONE_SEED, TASKS, Task
from benchmarks.matching.typos import with_typos

VALIDATION = " (validation)"
FEWEST = 50  # questions of a kind; fewer say nothing


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be measured, and where the figures go."""

    sets: PublicSets
    store: Store
    peers: tuple[str, ...]
    seeds: int
    most: int | None = None
    """Questions of each kind, where a run is to be short."""
    on_validation: bool = False
    """Ask what is meant for tuning, and leave the test alone."""
    again: bool = False
    console: Console = Console(stderr=True)  # noqa: RUF009 -- where progress is shown

    def wanted(self, kind: str, task: str, run: str) -> tuple[str, ...]:
        """Return the peers that have not been measured yet."""
        if self.again:
            return self.peers
        return tuple(p for p in self.peers if Key(kind, task, p, run) not in self.store.rows)


def measure(plan: Plan, names: Sequence[str]) -> None:
    """Ask every method the questions of every task."""
    for name in names:
        for seed in range(1 if name in ONE_SEED else plan.seeds):
            shown = name + (VALIDATION if plan.on_validation else "")
            wanted = plan.wanted("quality", shown, str(seed))
            if not wanted:
                continue
            plan.console.print(f"{shown}, seed {seed}")
            with plan.console.status("  making the base"):
                task = TASKS[name](plan.sets, seed)
            for peer in wanted:
                _measure_one(plan, task, Key("quality", shown, peer, str(seed)))


def _measure_one(plan: Plan, task: Task, key: Key) -> None:
    size = len(task.material.texts)
    try:
        with opened(key.peer) as peer:
            if size > peer.most or peer.reach < FEWEST * size:
                plan.console.print(f"  {key.peer}: left out, {size:,} phrasings take too long")
                return
            with asking(plan.console, f"  {key.peer}") as progress:
                row = _row(plan, task, peer, progress)
            plan.store.add(key, row, peer.packages)
    except PeerMissingError as error:
        plan.console.print(f"  {key.peer}: skipped, {error}")


def _row(plan: Plan, task: Task, peer: Peer, progress: "Asking") -> Row:
    began = perf_counter()
    peer.build(task.material)
    built = perf_counter() - began
    size = len(task.material.texts)
    most = int(min(peer.reach / size, plan.most or len(task.test)))
    before = task.validation[:most]
    asked = before if plan.on_validation else task.test[:most]
    typed = [question._replace(text=with_typos(question.text)) for question in asked]
    everything = (*asked, *typed, *before)
    peer.prepare([question.text for question in everything])
    progress.total(len(everything))
    clean = progress.outcomes(peer, asked)
    typos = progress.outcomes(peer, typed)
    known = clean if plan.on_validation else progress.outcomes(peer, before)
    return {"phrasings": size, "build s": built, **_shown(clean, typos, known)}


def _shown(
    clean: Sequence[Outcome], typos: Sequence[Outcome], known: Sequence[Outcome]
) -> dict[str, float | None]:
    plain, misspelled = figures(clean), figures(typos)
    set_before = frozen(clean, loosest(known))
    return {
        "asked": plain.asked,
        "accuracy": plain.accuracy,
        "top two": plain.top_two,
        "right profile": plain.profile,
        "AUROC": plain.auroc,
        "coverage": plain.coverage,
        "typo accuracy": misspelled.accuracy,
        "typo AUROC": misspelled.auroc,
        "typo coverage": misspelled.coverage,
        "frozen threshold": set_before.threshold,
        "frozen precision": set_before.precision,
        "frozen coverage": set_before.coverage,
    }


class Asking:
    """A bar that moves with each question."""

    def __init__(self, progress: Progress, what: str) -> None:
        self.progress = progress
        self.task = progress.add_task(what, total=None)

    def total(self, count: int) -> None:
        """Say how many questions there will be."""
        self.progress.update(self.task, total=count)

    def outcomes(self, peer: Peer, asked: Sequence[Asked]) -> list[Outcome]:
        """Ask and judge."""
        return list(self._outcomes(peer, asked))

    def _outcomes(self, peer: Peer, asked: Sequence[Asked]) -> Iterator[Outcome]:
        for question in asked:
            yield outcome(question, peer.ask(question.text))
            self.progress.advance(self.task)


@contextmanager
def asking(console: Console, what: str) -> Iterator[Asking]:
    """Show a bar while a method is built and asked."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console) as progress:
        yield Asking(progress, what)
