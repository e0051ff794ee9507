"""What every path of the running bot works with: settings, the shelf, what is remembered."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Protocol, cast

from bot.access import Place, Refused, decide_access
from bot.config import Config
from bot.days import local_today
from bot.memory import Cooldown, Memory
from bot.shelf import Seen, Shelf
from bot.turns import Turns
from knowledge.answer.outcomes import Context, Request


@dataclass
class Desk:
    """The state of the running bot; a reload replaces the shelf by one assignment."""

    config: Config
    folder: Path
    shelf: Shelf
    today: Callable[[], date] = local_today
    clock: Callable[[], float] = time.monotonic
    since: datetime = field(default_factory=lambda: datetime.now().astimezone())
    """When the release that runs was put on the shelf."""
    memory: Memory = field(init=False)
    cooldown: Cooldown = field(init=False)
    shared: dict[int, None] = field(default_factory=dict)
    """Messages that were shared already, so that a double click shares once."""
    turns: Turns = field(init=False)
    in_flight: int = 0
    reloading: asyncio.Lock = field(default_factory=asyncio.Lock)
    started: float = field(init=False)

    def __post_init__(self) -> None:
        self.memory = Memory(self.clock)
        self.cooldown = Cooldown(self.config.access.cooldown, self.clock)
        self.turns = Turns(self.clock)
        self.started = self.clock()

    def see(self, place: Place) -> Seen | Refused:
        """Return what somebody may see at a place."""
        access = decide_access(place, self.config)
        return access if isinstance(access, Refused) else self.shelf.seen(access)

    def request(
        self, seen: Seen, *, as_of: date | None = None, context: Context | None = None
    ) -> Request:
        """Return what is asked for beside a question.

        The default profile stands where the question before would: it gives way to a name.
        """
        nearest = _visible(context, seen)
        if seen.default_profile and (nearest is None or nearest.profile is None):
            nearest = replace(nearest or Context(None), profile=seen.default_profile)
        policy = self.shelf.policy
        return Request(self.today(), context=nearest, as_of=as_of, policy=policy)

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Count an answer as in flight, so that a stop waits for it."""
        self.in_flight += 1
        try:
            yield
        finally:
            self.in_flight -= 1


class Serving(Protocol):
    """A client that has a desk."""

    desk: Desk


def desk_of(client: object) -> Desk:
    """Return the desk of our own client."""
    return cast("Serving", client).desk


def _visible(context: Context | None, seen: Seen) -> Context | None:
    """Return as much of the question before as may still be seen."""
    if context is None or context.profile is None:
        return context
    if context.profile not in seen.view.base.profiles:
        return None
    if context.fact and seen.view.base.fact(context.profile, context.fact) is None:
        return replace(context, fact=None, question="")
    return context
