"""What became of labelled questions, as tables for the terminal."""

from collections.abc import Iterator, Mapping, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from knowledge.evaluate.calibrate import SURE
from knowledge.evaluate.evaluation import Evaluation, Flipped
from knowledge.evaluate.report import Share, Summary, came_out, summarize
from knowledge.evaluate.run import Grade, Half, Judged
from knowledge.text.fold import clean

NOTHING = "–"
_COLORS = {Grade.RIGHT: "green", Grade.WRONG: "red", Grade.OFFERED: "yellow"}


def evaluation_report(
    found: Evaluation, flipped: Sequence[Flipped], *, misses: bool
) -> RenderableType:
    """Return the counts, the families, the targets and what may be listed."""
    grades = {Grade.WRONG, Grade.OFFERED, Grade.SILENT} if misses else {Grade.WRONG}
    return Group(
        *_totals(found),
        _families(found),
        _targets(found),
        *_listed(found, grades),
        *_flips(found, flipped),
        Text(
            f"release {found.base.name}: {len(found.judged)} questions, "
            f"threshold {found.policy.threshold:.2f}",
            style="dim",
        ),
    )


def _totals(found: Evaluation) -> Iterator[RenderableType]:
    table = _table("", *(_name(part) for part in found.parts))
    shares = [_shares(summarize(found.judged, part)) for part in found.parts]
    for label in shares[0]:
        table.add_row(label, *(_with_interval(each[label]) for each in shares))
    yield table


def _shares(summary: Summary) -> Mapping[str, Share]:
    return {
        "as labelled": summary.as_expected,
        "answered": summary.answered,
        "wrong, of answered": summary.wrong,
        "right, of answerable": summary.answered_right,
        "declined, of others": summary.declined,
    }


def _families(found: Evaluation) -> RenderableType:
    table = _table(
        "% of a\nfamily", *_heads(found, "asked", "right", "answered", "wrong"), gap=0
    )
    for heading, families in found.families.items():
        table.add_row(Text(heading, style="dim"))
        for family, judged in families.items():
            cells = (_cells(summarize(judged, part)) for part in found.parts)
            table.add_row(Text(f"  {clean(family)}"), *(cell for row in cells for cell in row))
    return table


def _cells(summary: Summary) -> tuple[str, str, str, Text]:
    wrong = summary.wrong
    return (
        str(summary.as_expected.total or NOTHING),
        _percent(summary.as_expected),
        _percent(summary.answered),
        Text(f"{wrong.count}/{wrong.total}" if wrong.total else NOTHING, style=_color(wrong)),
    )


def _color(wrong: Share) -> str:
    return "red" if wrong.count else ""


def _targets(found: Evaluation) -> RenderableType:
    table = _table("at\nmost", "\nthreshold", *_heads(found, "wrong", "right"))
    for target in found.targets:
        threshold = f"{target.threshold:.2f}" if target.threshold is not None else NOTHING
        kept = [found.kept(target, part) for part in found.parts]
        cells = [(_counted(one.wrong), _counted(one.answered_right)) for one in kept]
        table.add_row(
            f"{target.most_wrong:.1%}", threshold, *(cell for pair in cells for cell in pair)
        )
    none = any(target.threshold is None for target in found.targets)
    lacking = f"; {NOTHING} none can be shown to keep it, so the shipped one is used" * none
    told = f"Thresholds from the tuning half, to be {SURE:.0%} sure{lacking}."
    return Group(table, Text(told, style="dim"), Text())


def _heads(found: Evaluation, *headings: str) -> Iterator[str]:
    """Yield the headings of each part, its name above the widest."""
    widest = max(headings, key=len)
    for part in found.parts:
        for heading in headings:
            yield f"{part or 'all' if heading == widest else ''}\n{heading}"


def _listed(found: Evaluation, grades: set[Grade]) -> Iterator[RenderableType]:
    missed = [one for one in found.judged if one.grade in grades and not _may_be(one)]
    listable = {id(one) for one in found.listable}
    shown = [one for one in missed if id(one) in listable]
    for grade in Grade:
        for one in shown:
            if one.grade is grade:
                yield _line(one, str(one.grade))
    if len(missed) > len(shown):
        yield Text(f"{len(missed) - len(shown)} more {_unlisted(found)}, not listed")
    if missed:
        yield Text()


def _unlisted(found: Evaluation) -> str:
    """Say which questions are counted only."""
    are_withheld = any(one.is_withheld for one in found.judged)
    if found.shows_reporting:
        return "about restricted facts"
    return "in the reporting half" + " or about restricted facts" * are_withheld


def _may_be(one: Judged) -> bool:
    """Tell whether a miss was expected."""
    return one.label.quality == "weak" and one.grade is not Grade.WRONG


def _flips(found: Evaluation, flipped: Sequence[Flipped]) -> Iterator[RenderableType]:
    if not flipped:
        return
    listable = {id(one) for one in found.listable}
    yield Text("came out otherwise before", style="bold")
    for each in flipped:
        if id(each.judged) in listable:
            yield _line(each.judged, f"{each.before} → {each.judged.grade}")
    hidden = [each for each in flipped if id(each.judged) not in listable]
    if hidden:
        better = sum(each.judged.grade is Grade.RIGHT for each in hidden)
        worse = sum(each.before is Grade.RIGHT for each in hidden)
        yield Text(f"{_unlisted(found)}: {better} better, {worse} worse, not listed")
    yield Text()


def _line(one: Judged, how: str) -> RenderableType:
    label = one.label
    before = f" (after {clean(label.context)!r})" if label.context else ""
    asked = Text.assemble(
        (how, _COLORS.get(one.grade, "")), f"  {clean(label.question)}{before}"
    )
    expected = "" if one.grade is Grade.RIGHT else f"expects {label.expect}, but "
    told = Text(f"{expected}{came_out(one.given)}", style="dim")
    return Group(asked, Padding(told, (0, 0, 0, 4)))


def _table(*headings: str, gap: int = 1) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, gap, 0, 0), pad_edge=False)
    first, *numbers = headings
    table.add_column(first, overflow="fold")
    for heading in numbers:
        table.add_column(heading, justify="right", no_wrap=True)
    return table


def _name(part: Half | None) -> str:
    return f"{part} half" if part else "all"


def _percent(share: Share) -> str:
    if not share.total:
        return NOTHING
    return "100" if share.count == share.total else f"{100 * share.rate:.1f}"


def _with_interval(share: Share) -> str:
    if not share.total:
        return NOTHING
    low, high = (100 * end for end in share.interval)
    return f"{share.count}/{share.total} {100 * share.rate:.1f}% ({low:.1f}–{high:.1f})"


def _counted(share: Share) -> str:
    return f"{share.count}/{share.total} {share.rate:.1%}" if share.total else NOTHING
