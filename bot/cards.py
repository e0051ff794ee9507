"""Cards of facts, made once: a fact that is asked for again looks the same."""

from datetime import date

from bot.render.answers import answer_card
from bot.render.card import Card
from knowledge.answer.outcomes import Answered
from knowledge.release import View

MOST_HELD = 4096
_Key = tuple[str, str, date | None, bool, bool]


class Cards:
    """The cards of one view, by everything in which two cards of a fact can differ."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._held: dict[_Key, Card] = {}

    def of(self, given: Answered, *, private: bool) -> Card:
        """Return the card of a fact."""
        key = (given.profile.id, given.fact.id, given.as_of, given.is_due, private)
        if key not in self._held:
            if len(self._held) >= MOST_HELD:
                self._held.clear()  # days of as_of have no end
            self._held[key] = answer_card(given, self._view, private=private)
        return self._held[key]
