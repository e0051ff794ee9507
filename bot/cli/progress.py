"""How far something is that takes longer than a few seconds, on standard error."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import track

T = TypeVar("T")


def watched(items: Iterable[T], total: int, told: str) -> Iterator[T]:
    """Yield the items while a bar fills; where nobody watches, there is none."""
    console = Console(stderr=True)
    yield from track(
        items,
        told,
        total=total,
        console=console,
        transient=True,
        disable=not sys.stderr.isatty(),
    )
