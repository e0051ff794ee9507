"""A card: what stands in one Discord message, before discord.py knows of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from bot import limits


@dataclass(frozen=True, slots=True)
class Button:
    """A button with what it carries."""

    label: str
    custom_id: str
    is_main: bool = False
    is_spent: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a menu."""

    label: str
    value: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu from which one line is picked."""

    placeholder: str
    custom_id: str
    options: tuple[Option, ...]


Row: TypeAlias = tuple[Button, ...] | Menu


@dataclass(frozen=True, slots=True)
class Card:
    """Texts in Discord's Markdown, stacked, with rows of buttons and menus below them."""

    texts: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    private: bool = True
    """Shown to the asker alone."""
    color: int | None = None
    file: tuple[str, str] | None = None
    """Name and content of a text that is too long for the card."""

    @property
    def length(self) -> int:
        """Return how many characters count against Discord's limit."""
        return sum(len(text) for text in self.texts)


def cut(text: str, longest: int) -> str:
    """Return the text, shortened with an ellipsis where it is too long for a label."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def option(label: str, value: str, description: str = "") -> Option:
    """Return a menu's line that fits."""
    return Option(cut(label, limits.OPTION_TEXT), value, cut(description, limits.OPTION_TEXT))


def button_rows(buttons: tuple[Button, ...]) -> tuple[Row, ...]:
    """Return the buttons in rows as full as Discord allows."""
    step = limits.ROW_BUTTONS
    return tuple(buttons[at : at + step] for at in range(0, len(buttons), step))


def with_note(card: Card, note: str) -> Card:
    """Return the card with one more line on top."""
    return replace(card, texts=(note, *card.texts)) if note else card


def to_text(card: Card) -> str:
    """Return the card as plain lines, so that a person can approve it."""
    return "\n".join(_text_lines(card)) + "\n"


def _text_lines(card: Card) -> Iterator[str]:
    yield "(for the asker alone)" if card.private else "(for everybody in the channel)"
    for text in card.texts:
        yield from ("", text)
    for row in card.rows:
        yield ""
        if isinstance(row, Menu):
            yield f"[{row.placeholder} ▾]"
            yield from (
                f"    {o.label}" + (f" — {o.description}" if o.description else "")
                for o in row.options
            )
        else:
            yield " ".join(f"({b.label})" if b.is_spent else f"[{b.label}]" for b in row)
    if card.file:
        yield from ("", f"<{card.file[0]}>", card.file[1].rstrip("\n"))
