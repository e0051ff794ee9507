"""Turns: under load the bot answers a few at a time, and only who can still be answered."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.limits import FIRST_RESPONSE

MARGIN = 1.5  # seconds that a question may take on its way to us, and its response back
AT_ONCE = (
    16  # answers, a few milliseconds each, before heartbeats and responses come in between
)


@dataclass
class Turns:
    """Who is next, and who has waited too long.

    Matching keeps the loop busy. Without turns a thousand questions at once would run before
    the next heartbeat, and Discord would hang up. Those that Discord takes no answer for any
    more are left, so that who came later still gets one.
    """

    clock: Callable[[], float]
    _left: int = AT_ONCE
    _waiting: deque[asyncio.Future[None]] = field(default_factory=deque)
    _is_counting: bool = False

    async def take(self) -> bool:
        """Wait for a turn; tell whether it came in time."""
        if not self._is_counting:
            self._is_counting = True
            asyncio.get_running_loop().call_soon(self._begin_round)
        if self._left and not self._waiting:
            self._left -= 1
            return True
        began = self.clock()
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        await turn
        return self.clock() - began < FIRST_RESPONSE - MARGIN

    def _begin_round(self) -> None:
        """Let the next ones answer, once everything else has had its turn."""
        self._left = AT_ONCE
        while self._waiting and self._left:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                self._left -= 1
        self._is_counting = self._left < AT_ONCE
        if self._is_counting:
            asyncio.get_running_loop().call_soon(self._begin_round)
