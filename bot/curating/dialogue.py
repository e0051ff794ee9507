"""Questions about a new record: each answer is checked at once, and asked again while wrong.

What was given as options is checked before anything is asked for, and all of it in one go.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeVar, get_origin

from bot.curating.options import option_of
from bot.writing import NotWrittenError
from knowledge.errors import RequestError
from knowledge.load.records import value_problems
from knowledge.model.record import Record
from knowledge.text.fold import clean

Check: TypeAlias = Callable[[str, Sequence[str]], str]
"""Says what is wrong with an answer, beside those given before to the same question, or ""."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that a new record needs or may have."""

    key: str
    about: str
    check: Check
    option: str
    """What gives it on the command line."""
    offers: tuple[str, ...] = ()
    """Answers that are likely: a terminal completes them."""
    usual: str = ""
    """What an empty answer means."""
    is_needed: bool = False


Made = TypeVar("Made")
Read: TypeAlias = Callable[[Wanted, str], str]
"""Gets an answer from a person, beginning with a text to edit; EOFError where none comes."""


@dataclass(frozen=True)
class Dialogue:
    """Takes what was given as options, and asks for the rest.

    Where no person types, only what a record cannot be without is asked for.
    """

    given: Mapping[str, Sequence[str]]
    read: Read
    say: Callable[[str], None]
    is_typed: bool
    is_trial: bool = False
    """Whether only what was given is looked at, and nothing is asked for."""
    wrong: list[str] = field(default_factory=list)
    """What a trial has found."""

    def after_trial(self, make: Callable[["Dialogue"], Made]) -> Made:
        """Return what is made of the answers; RequestError names every option that is wrong."""
        trial = replace(self, say=_unsaid, is_trial=True, wrong=[])
        make(trial)
        if trial.wrong:
            raise RequestError("\n".join(trial.wrong))
        return make(self)

    def refuse(self, wrong: str) -> None:
        """End with what is wrong about answers that are right one by one."""
        if not self.is_trial:
            raise RequestError(clean(wrong))
        self.wrong.append(clean(wrong))

    def one(self, wanted: Wanted) -> str:
        """Return the answer; the usual one where it was left out."""
        if self.given.get(wanted.key):
            return next(iter(self._given(wanted)), "")
        if not self.is_typed and not wanted.is_needed:
            return wanted.usual
        return self.ask(wanted)

    def many(self, wanted: Wanted) -> tuple[str, ...]:
        """Return every answer, until an empty one ends them."""
        if self.given.get(wanted.key):
            return self._given(wanted)
        if not self.is_typed and not wanted.is_needed:
            return ()
        return self.ask_many(wanted)

    def ask_many(self, wanted: Wanted) -> tuple[str, ...]:
        """Ask until an empty answer ends them."""
        found: list[str] = []
        while answer := self.ask(wanted, found):
            found.append(answer)
            # what it is about is not said again, and one is enough
            wanted = replace(wanted, about="", is_needed=False)
        return tuple(found)

    def ask(self, wanted: Wanted, before: Sequence[str] = ()) -> str:
        """Ask until the answer is right; what was typed stands there to be edited."""
        if self.is_trial:
            return wanted.usual
        start = ""
        while True:
            answer = self._read(wanted, start).strip()
            if not answer and (wanted.usual or not wanted.is_needed):
                return wanted.usual
            wrong = _wrong(wanted, answer, before)
            if not wrong:
                return answer
            self.say(f"{clean(wrong)}\n")
            start = clean(answer)

    def _given(self, wanted: Wanted) -> tuple[str, ...]:
        """Return the given answers that are right; those that are not were found in a trial."""
        right: list[str] = []
        for answer in (given.strip() for given in self.given[wanted.key]):
            if wrong := _wrong(wanted, answer, right):
                self.wrong.append(clean(f"{wanted.option}: {wrong}"))
            else:
                right.append(answer)
        return tuple(right)

    def _read(self, wanted: Wanted, start: str) -> str:
        try:
            return self.read(wanted, start)
        except (EOFError, KeyboardInterrupt):
            raise NotWrittenError(
                f"It ended before {wanted.key!r} was answered; nothing was written. "
                f"Answer it, or give {wanted.option}."
            ) from None


def _unsaid(text: str) -> None:
    """Say nothing: what a trial has to say will be said once more."""


def wanted(kind: type[Record], key: str, check: Check | None = None) -> Wanted:
    """Return what the model says of a key: what it holds, and when an answer is wrong.

    `check` is asked where the model has nothing against an answer.
    """
    field = next(
        field for name, field in kind.model_fields.items() if key in {name, field.alias}
    )
    is_list = get_origin(field.annotation) is tuple

    def wrong(answer: str, before: Sequence[str]) -> str:
        value: object = [answer] if is_list else answer
        found = next(value_problems(kind, key, value), "")
        return found.replace(f"{key}.1", key) or (check(answer, before) if check else "")

    about = field.description or ""
    return Wanted(key, about, wrong, option_of(key), is_needed=field.is_required())


def _wrong(wanted: Wanted, answer: str, before: Sequence[str]) -> str:
    if not answer:
        return f"{wanted.key} is empty; write it"
    return wanted.check(answer, before)
