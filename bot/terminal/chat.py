"""The conversation's loop: at a terminal with history and suggestions, else line by line."""

from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggest, Suggestion
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import InMemoryHistory
from rich.console import RenderableType
from rich.text import Text

from bot import strings
from bot.terminal.conversation import Talk, opening, take
from bot.terminal.show import Screen, to_text
from knowledge.text.fold import clean

PROMPT = "> "
OFFERED = 12  # as many as a menu shows without scrolling
Say = Callable[[str], None]


class Questions(Completer, AutoSuggest):
    """Offers the questions that the base can answer, and the commands."""

    def __init__(self, questions: Iterable[str]) -> None:
        self._offers = (*strings.COMMANDS, *questions)

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterator[Completion]:
        """Yield what begins with or contains what was typed."""
        del complete_event
        typed = document.text_before_cursor.strip()
        for offer in self._matching(typed.casefold()) if typed else ():
            yield Completion(offer, start_position=-len(document.text_before_cursor))

    def get_suggestion(self, buffer: Buffer, document: Document) -> Suggestion | None:
        """Return the rest of the first offer that begins as the line does."""
        del buffer
        typed = document.text
        if not typed.strip():
            return None
        starts = (o for o in self._offers if o.casefold().startswith(typed.casefold()))
        return next((Suggestion(offer[len(typed) :]) for offer in starts), None)

    def _matching(self, typed: str) -> list[str]:
        found = [offer for offer in self._offers if typed in offer.casefold()]
        return sorted(found, key=lambda offer: not offer.casefold().startswith(typed))[:OFFERED]


def converse(lines: Iterable[str], talk: Talk, *, say: Say, screen: Screen) -> None:
    """Answer line after line until they end, or until one ends the conversation."""
    _show(opening(talk), say, screen)
    for line in lines:
        step = take(line, talk)
        _show(step.shown, say, screen)
        if step.talk is None:
            return
        talk = step.talk
        say("\n")
    say(f"{strings.GOODBYE}\n")


def typed_lines(questions: Iterable[str]) -> Iterator[str]:
    """Yield what a person types, until Ctrl-C or Ctrl-D."""
    offers = Questions(questions)
    # In memory only: no question text is kept once the conversation ends.
    session: PromptSession[str] = PromptSession(
        PROMPT, history=InMemoryHistory(), completer=offers, auto_suggest=offers
    )
    while True:
        try:
            line = session.prompt()
        except (EOFError, KeyboardInterrupt):
            return
        if line.strip():
            yield line


def piped_lines(stream: TextIO, *, say: Say) -> Iterator[str]:
    """Yield the lines of a stream, each shown first so that the transcript can be read."""
    try:
        for line in stream:
            if line.strip():
                say(to_text(Text(f"{PROMPT}{clean(line)}")))
                yield line.rstrip("\n")
    except KeyboardInterrupt:
        return


def _show(shown: RenderableType, say: Say, screen: Screen) -> None:
    say(to_text(shown, screen))
