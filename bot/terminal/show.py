"""A reply as terminal text: stacked, plain where nobody watches."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot import strings
from bot.render.markdown import reference_marks
from bot.render.reply import (
    Abstention,
    Block,
    Choices,
    ClaimLine,
    Claims,
    Heading,
    Note,
    NoteKind,
    Option,
    Reply,
    Sources,
    Statement,
)
from knowledge.model.fact import Status

WIDTH = 80  # the width at which replies are meant to be read
_COLORS = {
    Status.ESTABLISHED: "green",
    Status.REPORTED: "yellow",
    Status.DISPUTED: "magenta",
    Status.UNKNOWN: "blue",
    Status.RETRACTED: "red",
}
_WARNINGS = frozenset({NoteKind.DUE, NoteKind.AS_OF})


@dataclass(frozen=True, slots=True)
class Screen:
    """What is written on: how wide it is, and whether it shows styles and colors."""

    width: int = WIDTH
    styled: bool = False
    colored: bool = False


PLAIN = Screen()


def to_text(shown: RenderableType, screen: Screen = PLAIN) -> str:
    """Return what a screen shows, ending in a line break; without escape codes where plain."""
    written = io.StringIO()
    console = Console(
        file=written,
        width=screen.width,
        color_system="standard" if screen.styled else None,
        force_terminal=screen.styled,
        no_color=not screen.colored,
        legacy_windows=False,
        # What a curator or an asker wrote is never read as markup.
        markup=False,
        highlight=False,
        emoji=False,
    )
    console.print(shown)
    return "".join(f"{line.rstrip()}\n" for line in written.getvalue().splitlines())


def layout(reply: Reply) -> Group:
    """Return the reply stacked for a terminal, an empty line between its parts."""
    parts: list[RenderableType] = []
    for before, block in zip((None, *reply.blocks), reply.blocks, strict=False):
        is_next_note = isinstance(before, Note) and isinstance(block, Note)
        if before is not None and not is_next_note:
            parts.append(Text())
        parts.extend(_block(block))
    return Group(*parts, Text(), Text(reply.footer, style="dim"))


def show(reply: Reply, screen: Screen = PLAIN) -> str:
    """Return the reply as text for a screen."""
    return to_text(layout(reply), screen)


def _block(block: Block) -> Iterator[RenderableType]:
    match block:
        case Heading():
            yield from _heading(block)
        case Statement(text, numbers):
            yield _cited(text, numbers)
        case Claims(lines):
            yield from (_claim(line) for line in lines)
        case Note(kind, text):
            yield Text(text, style="yellow" if kind in _WARNINGS else "dim")
        case Sources(independence, lines):
            yield Text(independence, style="dim")
            yield _listed((f"[{line.number}]", _link(line.text, line.url)) for line in lines)
        case Choices(lead, options):
            yield from (Text(lead), _numbered(options))
        case Abstention(text):
            yield Text(text)


def _heading(heading: Heading) -> Iterator[RenderableType]:
    yield Text.assemble((heading.name, "bold"), (f" · {heading.description}", "dim"))
    if heading.standing:
        yield Text(heading.standing, style=_COLORS[heading.status] if heading.status else "")


def _cited(text: str, numbers: tuple[int, ...]) -> Text:
    return Text.assemble(text, (reference_marks(numbers), "cyan"))


def _claim(line: ClaimLine) -> RenderableType:
    said = strings.claim(line.statement, holder=line.holder, said=line.said)
    text = _cited(said, line.numbers)
    if line.note:
        text.append(f"\n{line.note}", style="dim")
    return _listed([("•", text)])


def _link(text: str, url: str | None) -> Text:
    return Text(text, style=f"dim link {url}" if url and " " not in url else "dim")


def _option(option: Option) -> Text:
    about = f"\n{option.name}" if option.name else ""
    return Text.assemble(option.question, (about, "dim"))


def _numbered(options: tuple[Option, ...]) -> RenderableType:
    return _listed((f"{number}.", _option(option)) for number, option in enumerate(options, 1))


def _listed(rows: Iterable[tuple[str, Text]]) -> RenderableType:
    """Return rows whose long texts stay clear of their marks."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True, style="cyan", justify="right")
    grid.add_column()
    for mark, text in rows:
        grid.add_row(Text(mark), text)
    return Padding(grid, (0, 0, 0, 2))
