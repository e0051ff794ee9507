"""Passages for the terminal: printed, and nowhere kept."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from bot import channel_strings
from knowledge.cite.lines import source_title
from knowledge.evidence.passages import ReadPlace
from knowledge.evidence.places import Passage
from knowledge.text.fold import clean


def passages(places: Iterable[ReadPlace]) -> RenderableType:
    """Return what stands at each place, with one sentence before and one after."""
    return Group(*(part for one in places for part in _place(one)))


def passage(shown: Passage) -> RenderableType:
    """Return cited sentences between their neighbors."""
    cited = " ".join(shown.cited)
    sentences = ((shown.before, "dim"), (cited, "bold"), (shown.after, "dim"))
    texts = (Text(clean(text), style=style) for text, style in sentences if text)
    return Padding(Group(*texts), (0, 0, 0, 4))


def _place(one: ReadPlace) -> Iterator[RenderableType]:
    yield Text.assemble((source_title(one.source), "bold"), f", {one.place.text}")
    if one.is_withheld:
        yield _small(channel_strings.UNLICENSED)
    elif one.passage is None:
        yield _small(channel_strings.no_passage(one.finding))
    else:
        yield (
            _small(channel_strings.stretch(one.stretch))
            if one.stretch
            else passage(one.passage)
        )
        yield _small(channel_strings.FOUND[one.finding])
    yield Text()


def _small(text: str) -> Text:
    return Text(text, style="dim")
