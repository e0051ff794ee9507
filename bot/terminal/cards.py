"""A card as a phone shows it: Discord's Markdown as styles, in a box of the card's color."""

import re
from collections.abc import Iterator

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot import strings
from bot.render.card import Card, Menu, Row

PHONE = 40  # letters in a line of Discord on a phone that is held upright
_BULLET, _SMALL = "- ", "-# "
_INLINE = re.compile(
    r"""\\(?P<plain>.)
      | \*\*(?P<bold>(?:\\.|[^\\*])+)\*\*
      | \[(?P<label>(?:\\.|[^\\\]])*)\]\(<(?P<url>[^>]*)>\)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def card_box(card: Card) -> RenderableType:
    """Return the card in its box, buttons and menus below its texts."""
    parts: list[RenderableType] = []
    for text in card.texts:
        parts.extend((*(_line(line) for line in text.split("\n")), Text()))
    parts.extend(_row(row) for row in card.rows)
    color = f"#{card.color:06x}" if card.color is not None else "dim"
    return Panel(
        Group(*parts),
        box=box.ROUNDED,
        border_style=color,
        title=strings.FOR_THE_ASKER if card.private else None,
        title_align="left",
    )


def _line(line: str) -> RenderableType:
    if line.startswith(_SMALL):
        return _inline(line.removeprefix(_SMALL), style="dim")
    if line.startswith(_BULLET):
        grid = Table.grid(padding=(0, 1))
        grid.add_row(Text("•"), _inline(line.removeprefix(_BULLET)))
        return Padding(grid, (0, 0, 0, 1))
    return _inline(line)


def _inline(line: str, style: str = "") -> Text:
    shown, end = Text(style=style), 0
    for match in _INLINE.finditer(line):
        shown.append(line[end : match.start()])
        shown.append(*_marked(match))
        end = match.end()
    return shown.append(line[end:])


def _marked(match: re.Match[str]) -> tuple[str, str]:
    if match["plain"] is not None:
        return match["plain"], ""
    if match["bold"] is not None:
        return _ESCAPED.sub(r"\1", match["bold"]), "bold"
    url = match["url"]
    return _ESCAPED.sub(r"\1", match["label"]), f"link {url}" if url and " " not in url else ""


def _row(row: Row) -> Text:
    return Text(" ".join(_labels(row)), style="cyan")


def _labels(row: Row) -> Iterator[str]:
    if isinstance(row, Menu):
        yield f"[{row.placeholder} ▾]"
    else:
        yield from (f"({b.label})" if b.is_spent else f"[{b.label}]" for b in row)
