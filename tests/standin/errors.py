from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from tests.standin.protocol import Json

Place: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One field of a body that Discord would not take."""

    place: Place
    code: str
    message: str

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.place))}: {self.message} ({self.code})"


class RefusedError(Exception):
    """A request that Discord answers with an error body."""

    def __init__(
        self, status: int, code: int, message: str, *, errors: Json | None = None
    ) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    @property
    def body(self) -> Json:
        """The error as Discord words it."""
        body: Json = {"message": self.message, "code": self.code}
        return body if self.errors is None else {**body, "errors": self.errors}


class NoReplyError(AssertionError):
    """Raised when a person waited and the bot said nothing."""


class NotPossibleError(AssertionError):
    """Raised when a test does what Discord's own client would not let a person do."""


def unauthorized() -> RefusedError:
    """The answer to a token that is not ours."""
    return RefusedError(401, 0, "401: Unauthorized")


def unknown(thing: str, code: int) -> RefusedError:
    """The answer to an id that names nothing."""
    return RefusedError(404, code, f"Unknown {thing}")


def refuse_problems(problems: Iterable[Problem]) -> None:
    """Refuse the body with every problem in it, or let it pass."""
    found = tuple(problems)
    if found:
        raise RefusedError(400, 50035, "Invalid Form Body", errors=_tree(found))


def _tree(problems: tuple[Problem, ...]) -> Json:
    tree: Json = {}
    for problem in problems:
        branch = tree
        for step in problem.place:
            branch = branch.setdefault(str(step), {})
        leaf = {"code": problem.code, "message": problem.message}
        branch.setdefault("_errors", []).append(leaf)
    return tree
