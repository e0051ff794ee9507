"""What goes wrong on demand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase

from tests.standin.protocol import Json


@dataclass(slots=True)
class Fault:
    """One thing that goes wrong, so many times, on requests that match."""

    method: str
    path: str
    status: int
    body: Json | str
    headers: dict[str, str]
    times: int
    after_taking_effect: bool = False

    def matches(self, method: str, path: str) -> bool:
        """Whether it is this request's turn to fail."""
        alike = fnmatchcase(path, self.path)
        return self.times > 0 and alike and self.method in ("*", method)


class Faults:
    """Queues what is to go wrong; paths are shell patterns such as `/interactions/*`."""

    def __init__(self) -> None:
        self._queue: list[Fault] = []
        self.shown: list[str] = []

    def rate_limit(
        self,
        method: str = "*",
        path: str = "*",
        *,
        retry_after: float = 0.05,
        times: int = 1,
        everywhere: bool = False,
    ) -> None:
        """Answer 429 and name the wait, as Discord's edge does."""
        scope = "global" if everywhere else "user"
        body = {"message": "You are being rate limited.", "retry_after": retry_after}
        headers = {
            "Via": "1.1 google",
            "Retry-After": str(max(1, round(retry_after))),
            "X-RateLimit-Limit": "1",
            "X-RateLimit-Remaining": "0",
            "X-RateLimit-Reset-After": str(retry_after),
            "X-RateLimit-Scope": scope,
            **({"X-RateLimit-Global": "true"} if everywhere else {}),
        }
        answer: Json = {**body, "global": everywhere}
        self._add(Fault(method, path, 429, answer, headers, times))

    def server_error(
        self,
        method: str = "*",
        path: str = "*",
        *,
        status: int = 500,
        times: int = 1,
        after_taking_effect: bool = False,
    ) -> None:
        """Answer 5xx; Discord may have done what it was asked all the same."""
        body: Json = {"message": f"{status}: Internal Server Error", "code": 0}
        self._add(Fault(method, path, status, body, {}, times, after_taking_effect))

    def forbid(
        self,
        method: str = "*",
        path: str = "*",
        *,
        code: int = 50013,
        times: int = 1,
    ) -> None:
        """Answer 403: 50013 missing permissions, 50001 missing access, 50007 closed to us."""
        body: Json = {"message": _FORBIDDEN.get(code, "Forbidden"), "code": code}
        self._add(Fault(method, path, 403, body, {}, times))

    def answer(self, method: str, path: str, *, status: int, code: int, message: str) -> None:
        """Answer one request with any error at all."""
        body: Json = {"message": message, "code": code}
        self._add(Fault(method, path, status, body, {}, 1))

    def next(self, method: str, path: str) -> Fault | None:
        """The fault that this request meets, counted down."""
        fault = next((each for each in self._queue if each.matches(method, path)), None)
        if fault:
            fault.times -= 1
            self.shown.append(f"{fault.status} {method} {path}")
        return fault

    @contextmanager
    def always(self, method: str, path: str, *, status: int = 503) -> Iterator[None]:
        """Fail every matching request for as long as the block lasts."""
        self.server_error(method, path, status=status, times=1_000_000)
        fault = self._queue[-1]
        try:
            yield
        finally:
            fault.times = 0

    def _add(self, fault: Fault) -> None:
        self._queue.append(fault)


_FORBIDDEN = {
    50001: "Missing Access",
    50007: "Cannot send messages to this user",
    50013: "Missing Permissions",
}
