"""What was measured as tables of words and numbers, for the terminal and for the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.matching.peers.registry import FAST, OURS
from benchmarks.matching.speed import SIZES
from benchmarks.matching.store import Store

QUALITY = (
    ("accuracy", "accuracy"),
    ("top two", "top two"),
    ("right profile", "right person"),
    ("typo accuracy", "with typos"),
    ("AUROC", "AUROC"),
    ("coverage", "answered at 95%"),
    ("typo coverage", "the same, typos"),
    ("frozen precision", "frozen: precision"),
    ("frozen coverage", "frozen: answered"),
    ("asked", "questions"),
)
SPEED = (
    ("p50 ms", "p50 ms"),
    ("p99 ms", "p99 ms"),
    ("timed", "questions"),
    ("build s", "build s"),
    ("memory MB", "memory MB"),
    ("peak MB", "peak MB"),
    ("arrays MB", "arrays MB"),
    ("edit s", "edit s"),
)
COMPARED = (
    ("quality", "clinc-10", "accuracy", "CLINC"),
    ("quality", "clinc-10", "typo accuracy", "typos"),
    ("quality", "clinc-10", "coverage", "at 95%"),
    ("quality", "clinc-10-in-1m", "accuracy", "in 1m"),
    ("quality", "banking-10", "accuracy", "BANKING"),
    ("quality", "banking-10", "typo accuracy", "typos"),
    ("quality", "banking-10", "coverage", "at 95%"),
    ("quality", "names-100k", "accuracy", "names"),
    ("quality", "names-100k", "typo accuracy", "typos"),
    *(("speed", size, "p50 ms", f"p50 {size}") for size in SIZES),
    ("speed", "1m", "build s", "build 1m"),
    ("speed", "1m", "memory MB", "memory 1m"),
)
"""Which figures the table of ratios has, and their heads."""
ABOUT_PEOPLE = frozenset({"right profile"})
MANY_PROFILES = frozenset({"names-100k", "clinc-10-in-100k", "clinc-10-in-1m", "own"})
COUNTS = frozenset({"asked", "timed"})
FEWEST_FOR_P99 = 100
NONE = "–"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its title, the heads of its columns, and its rows."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sheets(store: Store) -> Iterator[Sheet]:
    """Yield every table; the ratios come last."""
    for task in store.tasks("quality"):
        yield quality_sheet(store, task)
    for size in _sizes(store):
        yield speed_sheet(store, size)
    if len(_sizes(store)) > 1:
        yield growth_sheet(store)
    if FAST in store.peers("speed"):
        yield ratio_sheet(store, FAST)
    yield ratio_sheet(store, OURS)


def quality_sheet(store: Store, task: str) -> Sheet:
    """Return how well each method did on one task, mean of the seeds."""
    peers = [peer for peer in store.peers("quality") if store.of("quality", task, peer)]
    told = [each for each in QUALITY if each[0] not in ABOUT_PEOPLE or task in MANY_PROFILES]
    rows = (
        (peer, *(_figure(store.mean("quality", task, peer, name), name) for name, _ in told))
        for peer in peers
    )
    seeds = max((len(store.of("quality", task, peer)) for peer in peers), default=0)
    title = f"{task}: mean of {seeds} seed{'s' if seeds > 1 else ''}"
    return Sheet(title, ("method", *(head for _, head in told)), tuple(rows))


def speed_sheet(store: Store, size: str) -> Sheet:
    """Return what one question costs at one size."""
    peers = [peer for peer in store.peers("speed") if store.of("speed", size, peer)]
    rows = ((peer, *_speed_figures(store, size, peer)) for peer in peers)
    heads = ("method", *(head for _, head in SPEED))
    return Sheet(f"one question on one thread, {size} phrasings", heads, tuple(rows))


def growth_sheet(store: Store) -> Sheet:
    """Return how p50 grows from each size to the next."""
    sizes = _sizes(store)
    steps = tuple(zip(sizes, sizes[1:], strict=False))
    rows = (
        (
            peer,
            *(
                _times(_p50(store, last, peer), _p50(store, first, peer))
                for first, last in steps
            ),
        )
        for peer in store.peers("speed")
    )
    heads = ("method", *(f"{first} to {last}" for first, last in steps))
    return Sheet("growth of p50", heads, tuple(rows))


def ratio_sheet(store: Store, ours: str) -> Sheet:
    """Return one method's figures as parts or multiples of every other's."""
    peers = dict.fromkeys((*store.peers("quality"), *store.peers("speed")))
    columns = [each for each in COMPARED if store.of(each[0], each[1], ours)]
    rows = (
        (peer, *(_ratio(store, (ours, peer), *column) for *column, _ in columns))
        for peer in peers
        if columns and peer != ours
    )
    heads = (f"{ours} ÷ …", *(head for *_, head in columns))
    return Sheet(f"ratios: {ours} against each", heads, tuple(rows))


def _ratio(store: Store, peers: tuple[str, str], kind: str, task: str, name: str) -> str:
    ours, theirs = (store.mean(kind, task, peer, name) for peer in peers)
    return _times(ours, theirs)


def _times(ours: float | None, theirs: float | None) -> str:
    """Return a ratio, as 1/n where it is small."""
    if ours is None or not theirs:
        return NONE
    ratio = ours / theirs
    return f"{ratio:.2f}" if ratio > 0.2 or not ratio else f"1/{1 / ratio:,.0f}"


def _p50(store: Store, size: str, peer: str) -> float | None:
    return store.mean("speed", size, peer, "p50 ms")


def _sizes(store: Store) -> Sequence[str]:
    return [size for size in SIZES if size in store.tasks("speed")]


def _speed_figures(store: Store, size: str, peer: str) -> Iterator[str]:
    timed = store.mean("speed", size, peer, "timed") or 0
    for name, _ in SPEED:
        value = store.mean("speed", size, peer, name)
        is_known = value and (name != "p99 ms" or timed >= FEWEST_FOR_P99)
        yield _figure(value, name, digits=3) if is_known else NONE


def _figure(value: float | None, name: str, *, digits: int = 0) -> str:
    if value is None:
        return NONE
    if name in COUNTS or value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.{digits}g}" if digits else f"{value:.3f}"
