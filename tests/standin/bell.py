import asyncio
from collections.abc import Callable


class Bell:
    """Rings when something changed, so that who waits for it need not poll."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Wake everybody who waits."""
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_result(None)

    async def until(self, happened: Callable[[], bool], patience: float) -> bool:
        """Wait until it happened; false when patience (real seconds) ran out first."""
        loop = asyncio.get_running_loop()
        end = loop.time() + patience
        while not happened():
            waiter = loop.create_future()
            self._waiting.add(waiter)
            try:
                async with asyncio.timeout_at(end):
                    await waiter
            except TimeoutError:
                return happened()
            finally:
                self._waiting.discard(waiter)
        return True
