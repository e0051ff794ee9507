"""Turns: under load the bot answers one after the other, and only who can still be answered."""

import asyncio
from dataclasses import dataclass, field

from bot.limits import FIRST_RESPONSE

MARGIN = 0.3  # seconds that the response itself may take on its way
FORGETTING = 0.001  # seconds by which the fastest way so far is trusted less with each arrival


@dataclass
class Turns:
    """Who is next, and who waited too long.

    Matching keeps the loop busy. Without turns a thousand questions at once would run before
    the next heartbeat, and Discord would hang up. What Discord no longer takes an answer for
    is left, so that those who came later still get theirs.
    """

    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    _fastest: float | None = None
    """The least seen difference between our clock and the time in an id: the clocks need not
    agree, so only what is above it counts as waiting."""

    async def wait(self) -> None:
        """Wait for a turn; heartbeats and responses on their way go first."""
        async with self._lock:
            await asyncio.sleep(0)

    def waited(self, made: float, now: float) -> float:
        """Return how long ago something was asked, by its own time and ours, in seconds."""
        apart = now - made
        known = self._fastest
        self._fastest = apart if known is None else min(apart, known + FORGETTING)
        return apart - self._fastest

    def is_too_late(self, made: float, now: float) -> bool:
        """Tell whether Discord will not take a first response any more."""
        return self.waited(made, now) > FIRST_RESPONSE - MARGIN
