"""The cited sentences: what stands at a place of a source's text.

How to use it. A text is the `lines` of a stored copy (`knowledge.archive.copies.Copy`). A place
comes from `place_of(citation)`: the source in which we read, and the locator there; what was
read via another source stands in that one. Then

- `sentences_at(lines, locator)` are the sentences that a fact is checked against, () where the
  place is not there;
- `passage_at(lines, locator)` is the same with one sentence before and one after;
- `all_sentences(lines)` are those of the whole text with their line and number, and
  `is_at(sentence, locator)` tells which of them a locator means.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.model.fact import Citation
from knowledge.model.locator import Locator, parse_locator
from knowledge.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a source that we read."""

    source: str
    locator: Locator
    text: str
    """The locator as the curator wrote it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a text, with its line and its number in that line, both from 1."""

    line: int
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The cited sentences, with the one before and the one after; empty at an end."""

    before: str
    cited: tuple[str, ...]
    after: str


def place_of(citation: Citation) -> Place:
    """Return where the citation's words were read: in its source, or in the one it is via."""
    source, text = citation.source, citation.locator
    if citation.via:
        source, text = citation.via, citation.via_locator
    return Place(source, parse_locator(text or ""), text or "")


def all_sentences(lines: Sequence[str], *, first: int = 1) -> Iterator[Sentence]:
    """Yield every sentence of a text in reading order; its lines count from `first`."""
    for line, text in enumerate(lines, first):
        for number, sentence in enumerate(sentences(text), 1):
            yield Sentence(line, number, sentence)


def is_at(sentence: Sentence, locator: Locator) -> bool:
    """Tell whether a locator means that sentence; one of a page means none."""
    first, last = locator.sentences or (sentence.number, sentence.number)
    is_there = locator.first <= sentence.line <= locator.last
    return locator.unit == "line" and is_there and first <= sentence.number <= last


def sentences_at(lines: Sequence[str], locator: Locator) -> tuple[str, ...]:
    """Return the sentences at a place; nothing where any of it is not in the text."""
    if locator.unit == "page" or locator.last > len(lines):
        return ()
    span = lines[locator.first - 1 : locator.last]
    found = tuple(s for s in all_sentences(span, first=locator.first) if is_at(s, locator))
    if locator.sentences and len(found) <= locator.sentences[1] - locator.sentences[0]:
        return ()
    return tuple(sentence.text for sentence in found)


def not_there(lines: Sequence[str], locator: Locator) -> str:
    """Return why nothing is found at a place, and what to cite instead."""
    if locator.unit == "page":
        return 'names a page, and a stored copy has lines; cite the line: "line 3 sentence 1"'
    if locator.last > len(lines):
        wrong = f"is not in the stored copy, which has {_counted(len(lines), 'line')}"
    elif locator.sentences:
        there = _counted(len(sentences(lines[locator.first - 1])), "sentence")
        wrong = f"is not in the stored copy, where line {locator.first} has {there}"
    else:
        wrong = "is empty in the stored copy"
    return f"{wrong}; mend the locator: footnote cite prints one"


def passage_at(lines: Sequence[str], locator: Locator) -> Passage | None:
    """Return the passage at a place, or None where it is not in the text."""
    cited = sentences_at(lines, locator)
    if not cited:
        return None
    before, after = neighbors(lines, locator)
    return Passage(before.text if before else "", cited, after.text if after else "")


def neighbors(
    lines: Sequence[str], locator: Locator
) -> tuple[Sentence | None, Sentence | None]:
    """Return the sentence before a place that is there, and the one after; None at an end."""
    first, last = locator.sentences or (1, len(sentences(lines[locator.last - 1])))
    after = (
        sentence
        for sentence in all_sentences(lines[locator.last - 1 :], first=locator.last)
        if sentence.line > locator.last or sentence.number > last
    )
    return _before(lines, locator.first, first), next(after, None)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _before(lines: Sequence[str], line: int, number: int) -> Sentence | None:
    """Return the last sentence before one, from the line itself upward."""
    found = sentences(lines[line - 1])[: number - 1]
    while not found and line > 1:
        line -= 1
        found = sentences(lines[line - 1])
    return Sentence(line, len(found), found[-1]) if found else None
