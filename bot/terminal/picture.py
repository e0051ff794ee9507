"""A picture of real terminal output, as SVG."""

import io
import re

from rich.console import Console, Group
from rich.text import Text

from bot.render.reply import Reply
from bot.terminal.show import WIDTH, layout

# The exported style sheet fetches its font from a server; a picture that opens no connection
# takes the reader's own.
_FETCHED_FONT = re.compile(r"\s*@font-face\s*\{[^}]*\}")


def picture(command: str, reply: Reply) -> str:
    """Return the SVG of a command and the reply that it printed."""
    console = Console(
        file=io.StringIO(),
        width=WIDTH,
        record=True,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
    )
    typed = Text.assemble(("$ ", "dim"), (command, "bold"))
    console.print(Group(typed, Text(), layout(reply)))
    svg = _FETCHED_FONT.sub("", console.export_svg(title="footnote"))
    return "".join(f"{line.rstrip()}\n" for line in svg.splitlines())
