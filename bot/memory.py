"""The question before, so that "and where?" can be understood."""

import hmac
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from knowledge.answer.answer import answer, context_of
from knowledge.answer.outcomes import Context, Request
from knowledge.release import View


def context_after(question: str, view: View, request: Request) -> Context | None:
    """Return what a follow-up may lean on after a question that nobody waits for."""
    return context_of(answer(question, view, replace(request, context=None)), question)


REMEMBERED = 10 * 60.0  # seconds that a question may be leaned on
MOST_HELD = 10_000  # people and channels at a time
_DIGEST = 16  # bytes: no two people meet by chance


@dataclass
class Memory:
    """The question before, by person and channel: in memory only, under a hash with a key.

    The key is made anew at each start and stands nowhere, so that nobody can tell from what
    is held who asked.
    """

    clock: Callable[[], float]
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _held: OrderedDict[bytes, tuple[float, Context]] = field(default_factory=OrderedDict)

    def before(self, person: int, channel: int) -> Context | None:
        """Return what this person's question before was about, here, ten minutes back."""
        when, context = self._held.get(self._hash(person, channel), (0.0, None))
        return context if context and self.clock() - when < REMEMBERED else None

    def keep(self, person: int, channel: int, context: Context | None) -> None:
        """Remember a question; one that was not understood leaves the one before in place."""
        if context is None:
            return
        key = self._hash(person, channel)
        self._held[key] = (self.clock(), context)
        self._held.move_to_end(key)
        self._forget()

    def _forget(self) -> None:
        now = self.clock()
        while self._held:
            oldest, (when, _) = next(iter(self._held.items()))
            if len(self._held) <= MOST_HELD and now - when < REMEMBERED:
                return
            del self._held[oldest]

    def _hash(self, *parts: int) -> bytes:
        text = ":".join(map(str, parts)).encode()
        return hmac.digest(self._key, text, "sha256")[:_DIGEST]


@dataclass
class Cooldown:
    """How long somebody has to wait before asking again; people stand under a hash too."""

    seconds: float
    clock: Callable[[], float]
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _last: OrderedDict[bytes, float] = field(default_factory=OrderedDict)

    def wait(self, person: int) -> float:
        """Return the seconds to wait; where there are none, the count begins anew."""
        now = self.clock()
        key = hmac.digest(self._key, str(person).encode(), "sha256")[:_DIGEST]
        left = self._last.get(key, -self.seconds) + self.seconds - now
        if self.seconds and key in self._last and left > 0:
            return left
        self._last[key] = now
        self._last.move_to_end(key)
        while self._last and now - next(iter(self._last.values())) >= self.seconds:
            self._last.popitem(last=False)
        return 0.0
