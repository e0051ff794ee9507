"""What a method of matching has to do here."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from math import inf
from typing import ClassVar

from benchmarks.matching.material import Material, Part, Ranked

NEAR = 50  # phrasings that a method returns, so that two facts are among them


class PeerMissingError(Exception):
    """A method cannot run here: what it needs is not installed, or does not answer."""


class Peer(ABC):
    """One method: built over a base, then asked."""

    name: ClassVar[str]
    packages: ClassVar[tuple[str, ...]] = ()
    """Distributions whose versions are recorded."""
    reach: ClassVar[float] = inf
    """Questions × phrasings that take about a minute: larger tasks are sampled to this."""
    most: ClassVar[float] = inf
    """The largest base, in phrasings, that is built to be judged."""
    most_timed: ClassVar[float] = inf
    """The largest base, in phrasings, that is built to be timed."""

    @abstractmethod
    def build(self, material: Material) -> None:
        """Get ready to be asked."""

    def build_to_time(self, material: Material) -> float | None:
        """Build to be timed; return the seconds where they are not those that it took."""
        self.build(material)
        return None

    def prepare(self, questions: Sequence[str]) -> None:  # noqa: B027 -- few gain by it
        """Get ready for questions that are judged, not timed: some are quicker many at once."""

    @abstractmethod
    def ask(self, question: str) -> Ranked:
        """Return facts with their scores, best first."""

    def first(self, question: str) -> object:
        """Return the best fact alone: this is what is timed."""
        return self.ask(question)

    def edit(self, part: Part) -> None:
        """Take in one profile anew; NotImplementedError where only a full build can."""
        raise NotImplementedError

    def array_bytes(self) -> int:
        """Return the bytes of the arrays that are kept; 0 where they cannot be counted."""
        return 0

    def close(self) -> None:  # noqa: B027 -- most have nothing to give back
        """Give back what is not memory."""
