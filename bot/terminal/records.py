"""Lists that a conversation shows on command: its commands, the profiles, full sources."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot import strings
from bot.render.render import independence
from knowledge.answer.outcomes import Answered
from knowledge.base import FactBase
from knowledge.cite.lines import SourceLine, short_title


def command_list() -> RenderableType:
    """Return each command with what it does."""
    grid = Table.grid(padding=(0, 2))
    for name, promise in (*strings.COMMANDS.items(), strings.PICK):
        grid.add_row(Text(name, style="cyan"), Text(promise))
    return grid


def profile_list(base: FactBase) -> RenderableType:
    """Return each profile with what tells it from namesakes, and how many facts it holds."""
    return Group(
        *(
            Text.assemble(
                (held.profile.name, "bold"),
                f" · {held.profile.description} · {strings.fact_count(len(held.facts))}",
            )
            for held in base.profiles.values()
        )
    )


def source_records(given: Answered) -> RenderableType:
    """Return each source line with every place, address and curator's note behind it."""
    lead = Text(independence(given), style="dim")
    return Group(lead, *(part for line in given.cited.lines for part in _record(line)))


def _record(line: SourceLine) -> Iterator[Text]:
    yield Text.assemble((f"[{line.number}] ", "cyan"), line.text)
    read_in = f"{short_title(line.via)}, " if line.via else ""
    for place in line.places:
        yield Text(f"    read at: {read_in}{place}", style="dim")
    for label, text in (
        ("address", line.url),
        ("stored copy", line.source.archive),
        ("note", line.source.note),
    ):
        if text:
            yield Text(f"    {label}: {text}", style="dim")
