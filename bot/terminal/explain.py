"""Why a question came to its answer, as a table for the terminal."""

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from knowledge.match.explain import Candidate, Effect, Explanation
from knowledge.text.fold import clean

NOTHING = "–"


def explain(explanation: Explanation) -> RenderableType:
    """Return what was read, what was repaired, each candidate with its score, the verdict."""
    verdict = Text.assemble(("verdict  ", "dim"), explanation.verdict or NOTHING)
    if not explanation.candidates:
        return Group(_reading(explanation), verdict)
    return Group(_reading(explanation), _candidates(explanation), verdict)


def _reading(explanation: Explanation) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    named = f" ({clean(explanation.named)})" if explanation.named else ""
    repairs = ", ".join(f"{clean(r.typed)} → {r.read_as}" for r in explanation.repairs)
    rows = (
        ("person", (explanation.profile or NOTHING) + named),
        ("read", clean(explanation.read) or NOTHING),
        ("repairs", repairs or NOTHING),
    )
    for label, text in rows:
        grid.add_row(label, Text(text))
    return grid


def _candidates(explanation: Explanation) -> Table:
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1), pad_edge=False)
    table.add_column("candidate and phrasing", ratio=5, overflow="fold")
    table.add_column("similar", justify="right", no_wrap=True)
    table.add_column("took or gave, in log-odds", ratio=4)
    table.add_column("score", justify="right", no_wrap=True)
    for candidate in explanation.candidates:
        table.add_row(
            Text.assemble((_id(candidate, explanation), "bold"), f"\n{candidate.phrasing}"),
            f"{candidate.similarity:.3f}",
            Text("\n".join(_effect(effect) for effect in candidate.effects) or NOTHING),
            f"{candidate.score:.3f}",
        )
    return table


def _id(candidate: Candidate, explanation: Explanation) -> str:
    is_meant = candidate.profile == explanation.profile
    return candidate.fact if is_meant else f"{candidate.profile}/{candidate.fact}"


def _effect(effect: Effect) -> str:
    detail = f": {clean(effect.detail)}" if effect.detail else ""
    return f"{effect.taken:+.2f} {effect.name}{detail}"
