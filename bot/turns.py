"""Turns: under load the bot answers one after the other, and only who can still be answered."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.limits import FIRST_RESPONSE

MARGIN = 1.5  # seconds that a question may take on its way to us, and its response back

SLICE = 0.01  # seconds of answering before heartbeats and responses come in between


@dataclass
class Turns:
    """Who is next, and who has waited too long.

    Matching keeps the loop busy. Without turns a thousand questions at once would run before
    the next heartbeat, and Discord would hang up. Those that Discord takes no answer for any
    more are left, so that who came later still gets one.
    """

    clock: Callable[[], float]
    _since: float = float("-inf")
    """When everything else last had its turn."""
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def take(self) -> bool:
        """Wait for a turn, after heartbeats and responses; tell whether it came in time."""
        began = self.clock()
        async with self._lock:
            if self.clock() - self._since > SLICE:
                await asyncio.sleep(0)
                self._since = self.clock()
        return self.clock() - began < FIRST_RESPONSE - MARGIN
