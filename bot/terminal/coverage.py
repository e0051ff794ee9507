"""What of the stored copies is covered, as a table for the terminal and as plain values."""

from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from knowledge.evidence.coverage import Coverage, CoveredSentence, Standing
from knowledge.evidence.open_places import OpenPlace, open_places
from knowledge.text.fold import clean

LISTED = 50  # open places of one source; more are those of a text that nobody has begun
_STANDINGS = (Standing.CITED, Standing.LEFT_OUT, Standing.OPEN)
_NOTHING = "–"


def coverage_table(covered: Iterable[Coverage]) -> RenderableType:
    """Return one row for each source, then what is open, place by place."""
    sources = tuple(covered)
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    table.add_column("source", overflow="fold")
    table.add_column("copy")
    for heading in ("sentences", *map(str, _STANDINGS), "share"):
        table.add_column(heading, justify="right")
    for one in sources:
        table.add_row(one.source.id, str(one.checked.copy), *_counts(one), style=_style(one))
    return Group(
        table,
        *(part for one in sources for part in _to_mend(one)),
        Text(summary(sources)),
    )


def summary(covered: Iterable[Coverage]) -> str:
    """Return how much is covered of all copies, in one sentence."""
    sources = tuple(covered)
    whole = sum(one.is_covered for one in sources)
    counts = ", ".join(
        f"{sum(one.count(standing) for one in sources)} {standing}" for standing in _STANDINGS
    )
    total = _counted(sum(len(one.sentences) for one in sources), "sentence")
    return f"{whole} of {_counted(len(sources), 'source')} covered; {total}: {counts}"


def share(one: Coverage) -> str:
    """Return the share that is covered, never rounded up."""
    return _NOTHING if one.share is None or one.reason else f"{one.share} %"


def _counts(one: Coverage) -> Iterator[str]:
    if not one.sentences:
        yield from (_NOTHING for _ in range(len(_STANDINGS) + 2))
        return
    yield str(len(one.sentences))
    yield from (str(one.count(standing)) for standing in _STANDINGS)
    yield share(one)


def _style(one: Coverage) -> str:
    return "green" if one.is_covered else "red" if one.reason else "yellow"


def _to_mend(one: Coverage) -> Iterator[RenderableType]:
    if one.reason:
        yield Text.assemble((one.source.id, "bold"), f" is not covered: its copy {one.reason}")
        yield Text()
    for stray in one.astray:
        yield Text.assemble((stray.what, "bold"), f" covers nothing: {stray.locator} of ")
        yield Padding(Text(f"{one.source.id} {stray.reason}"), (0, 0, 0, 4))
    if one.astray:
        yield Text()
    yield from _open(one, open_places(one))


def _open(one: Coverage, places: tuple[OpenPlace, ...]) -> Iterator[RenderableType]:
    if not places:
        return
    yield Text.assemble((one.source.id, "bold"), " is open at")
    for place in places[:LISTED]:
        yield Padding(_place(place), (0, 0, 0, 2))
    if len(places) > LISTED:
        more = f"… and at {len(places) - LISTED} more places; --json and --html list them all"
        yield Padding(Text(more, style="dim"), (0, 0, 0, 2))
    yield Text()


def _place(place: OpenPlace) -> Text:
    """Return a place on one line, with as much of its first sentence as fits."""
    shown = Text(no_wrap=True, overflow="ellipsis")
    shown.append(place.locator, style="yellow")
    if len(place.sentences) > 1:
        shown.append(f" ({len(place.sentences)} sentences)")
    return shown.append(f"  {clean(place.sentences[0].sentence.text)}", style="dim")


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def plain(covered: Iterable[Coverage]) -> dict[str, object]:
    """Return the same as plain values, for JSON; nothing of a document's text is in them."""
    sources = tuple(covered)
    return {
        "covered": all(one.is_covered for one in sources),
        "sources": [_plain_source(one) for one in sources],
        "sentences": [_plain_sentence(one, said) for one in sources for said in one.sentences],
    }


def _plain_source(one: Coverage) -> dict[str, object]:
    return {
        "id": one.source.id,
        "copy": str(one.checked.copy),
        "reason": one.reason,
        "sha256": one.checked.sha256,
        "covered": one.is_covered,
        "sentences": len(one.sentences),
        **{str(standing).replace(" ", "_"): one.count(standing) for standing in _STANDINGS},
        "share": None if one.reason else one.share,
        "open_places": [place.locator for place in open_places(one)],
        "read_as_a_whole_for": [fact.id for fact in one.whole],
        "astray": [
            {"what": stray.what, "locator": stray.locator, "reason": stray.reason}
            for stray in one.astray
        ],
    }


def _plain_sentence(one: Coverage, said: CoveredSentence) -> dict[str, object]:
    return {
        "source": one.source.id,
        "line": said.sentence.line,
        "sentence": said.sentence.number,
        "standing": str(said.standing),
        "facts": [fact.id for fact in said.facts],
        "left_out": [row.reason for row in said.left_out],
    }
