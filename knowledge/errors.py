"""The error tree.

FootnoteError
├── CurationError   the fact base cannot be used as it is; carries every problem
└── RequestError    what was asked for cannot be understood; carries one plain sentence
"""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing that a curator must mend: where it is, what is wrong, what to write instead."""

    file: str
    fact: str
    wrong: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}: {self.fact}" if self.fact else self.file
        text = f"{place}: {self.wrong}; {self.remedy}"
        return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


class FootnoteError(Exception):
    """Anything that Footnote raises on purpose."""


class CurationError(FootnoteError):
    """A fact base with problems; nothing of it was loaded."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class RequestError(FootnoteError):
    """A request that cannot be carried out as it stands, with the reason in one sentence."""
