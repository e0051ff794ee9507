"""One answer at a time, typed at a terminal, with editing and completion."""

from collections.abc import Iterable, Iterator

from prompt_toolkit import prompt
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import FormattedText

OFFERED = 50


class Offers(Completer):
    """Offers likely answers for the word that is being typed."""

    def __init__(self, offers: Iterable[str]) -> None:
        self._offers = tuple(offers)

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterator[Completion]:
        """Yield what holds the word, those that begin with it first; all where Tab asks."""
        typed = document.get_word_before_cursor(WORD=True).casefold()
        if not typed and not complete_event.completion_requested:
            return
        found = [offer for offer in self._offers if typed in offer.casefold()]
        found.sort(key=lambda offer: not offer.casefold().startswith(typed))
        for offer in found[:OFFERED]:
            yield Completion(offer, start_position=-len(typed))


def typed_answer(label: str, *, offers: Iterable[str] = (), start: str = "") -> str:
    """Return one line that a person types; EOFError or KeyboardInterrupt where they end it."""
    return prompt(
        FormattedText([("bold", label), ("", ": ")]),
        completer=Offers(offers),
        default=start,
        reserve_space_for_menu=4,
    )
