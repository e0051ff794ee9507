import time


class Clock:
    """Real time that a test may push forward, so that no rule about age needs sleeping."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        """Seconds on a clock that never goes back."""
        return time.monotonic() + self._ahead

    def advance(self, seconds: float) -> None:
        """Make everything that exists this much older."""
        self._ahead += seconds
