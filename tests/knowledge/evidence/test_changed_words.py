"""One word of a document changes: every citation whose span holds it is changed, no other is.

What a citation's span holds is worked out from its numbers here, not from fingerprints.
"""

import random
import re
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.archive.copies import Copy
from knowledge.archive.folder import read_copies
from knowledge.base import FactBase
from knowledge.evidence.verify import verify_citations
from knowledge.model.checked import CheckedSource, Finding
from knowledge.model.locator import Locator, parse_locator
from knowledge.text.sentences import sentences
from tests.knowledge.conftest import DOCUMENTS
from tests.knowledge.evidence.stored import citing, make_copy, recorded

SEED = 20260131
WORDS = ("lamp", "Rock", "storm", "She", "burned", "42", "gull's", "Ӯғуз", "o", "A")
ENDS = (".", "!", "?…", '."', ".[7]", ".)")
SENTENCE = st.builds(
    lambda words, end: " ".join(("The", *words, "went")) + end,
    st.lists(st.sampled_from(WORDS), max_size=4),
    st.sampled_from(ENDS),
)
LINE = st.lists(SENTENCE, max_size=4).map(" ".join)
GAZETTE = "gull-gazette"
Place = tuple[str, int, int]
"""A source, a line and a sentence of it, both from 1."""


def other_word(word: str) -> str:
    """Return another word of the same shape, so that sentences end where they ended."""
    return re.sub("[a-zA-Z0-9]", lambda match: _next(match[0]), word)


def _next(letter: str) -> str:
    first, count = ("0", 10) if letter.isdigit() else ("a" if letter.islower() else "A", 26)
    return chr(ord(first) + (ord(letter) - ord(first) + 1) % count)


def with_other_word(copy: Copy, line: int, start: int) -> Copy:
    """Return the copy with the word changed that starts there."""
    text = copy.lines[line - 1]
    tail = re.sub(r"\w+", lambda match: other_word(match[0]), text[start:], count=1)
    lines = (*copy.lines[: line - 1], text[:start] + tail, *copy.lines[line:])
    assert lines != copy.lines
    return Copy(lines, sha256("\n".join(lines).encode()).hexdigest())


def word_places(id_: str, copy: Copy) -> list[tuple[Place, int]]:
    """Return the sentence and the start of every word that can be changed."""
    return [
        ((id_, number, sentence_at(line, match.start())), match.start())
        for number, line in enumerate(copy.lines, 1)
        for match in re.finditer(r"\w+", line)
        if other_word(match[0]) != match[0]
    ]


def sentence_at(line: str, start: int) -> int:
    """Return which sentence of a line holds a place in it."""
    at = 0
    for number, sentence in enumerate(sentences(line), 1):
        at = line.index(sentence, at) + len(sentence)
        if start < at:
            return number
    raise AssertionError(line, start)


def spans_of(base: FactBase) -> list[tuple[str, Locator]]:
    """Return the source and the place of every citation, in the order of facts."""
    return [
        (c.via or c.source, parse_locator((c.via_locator if c.via else c.locator) or ""))
        for held in base.profiles.values()
        for fact in held.facts
        for c in fact.all_citations
    ]


def holds(span: tuple[str, Locator], place: Place) -> bool:
    id_, line, sentence = place
    source, where = span
    first, last = where.sentences or (sentence, sentence)
    return source == id_ and where.first <= line <= where.last and first <= sentence <= last


def check_change(
    base: FactBase, copies: Mapping[str, Copy], place: Place, start: int
) -> list[Finding]:
    """Change one word of a sentence, and hold every citation against what it should find."""
    id_, line, _ = place
    changed = with_other_word(copies[id_], line, start)
    before, after = copies[id_].lines[line - 1], changed.lines[line - 1]
    assert len(sentences(before)) == len(sentences(after))

    checked = verify_citations(base, {**copies, id_: changed})

    found = {s.id: [one.finding for one in s.citations] for s in checked}
    expected: dict[str, list[Finding]] = {s.id: [] for s in checked}
    for span in spans_of(base):
        untouched = Finding.INTACT if span[0] == id_ else Finding.VERIFIED
        expected[span[0]].append(Finding.CHANGED if holds(span, place) else untouched)
    assert found == expected
    return [finding for findings in found.values() for finding in findings]


@given(st.data())
def test_in_an_invented_base_just_the_spans_with_the_word_change(data: st.DataObject) -> None:
    lines = data.draw(st.lists(LINE, min_size=1, max_size=6).filter(any))
    copies = {GAZETTE: make_copy(*lines)}
    filled = [number for number, line in enumerate(lines, 1) if line]
    base = recorded(
        citing(*data.draw(st.lists(locators(lines, filled), min_size=1, max_size=8))), copies
    )
    place, start = data.draw(st.sampled_from(word_places(GAZETTE, copies[GAZETTE])))

    check_change(base, copies, place, start)


@st.composite
def locators(draw: st.DrawFn, lines: list[str], filled: list[int]) -> str:
    """Return a place that is there: a line, some of its sentences, or several lines."""
    first = draw(st.sampled_from(filled))
    last = draw(st.integers(first, len(lines)))
    count = len(sentences(lines[first - 1]))
    start = draw(st.integers(1, count))
    end = draw(st.integers(start, count))
    return draw(
        st.sampled_from(
            [f"line {first}", f"lines {first}-{last}", f"line {first} sentences {start}-{end}"]
        )
    )


@pytest.fixture(scope="module")
def stored(
    shipped: FactBase,
    documents: Mapping[str, tuple[str, ...]],  # noqa: ARG001 -- skips where they are absent
) -> dict[str, Copy]:
    found = read_copies(DOCUMENTS, shipped.sources.values())
    return {id_: copy for id_, copy in found.items() if isinstance(copy, Copy)}


def test_every_citation_of_the_real_base_is_verified(
    shipped: FactBase, stored: dict[str, Copy]
) -> None:
    checked: tuple[CheckedSource, ...] = verify_citations(shipped, stored)

    assert {source.id for source in checked} == set(stored)
    assert {source.finding for source in checked} == {Finding.VERIFIED}
    assert {one.finding for source in checked for one in source.citations} == {Finding.VERIFIED}


def test_in_the_real_base_just_the_spans_with_the_word_change(
    shipped: FactBase, stored: dict[str, Copy]
) -> None:
    spans, chosen = set(spans_of(shipped)), random.Random(SEED)
    words: dict[Place, list[int]] = {}
    for place, start in (at for id_, copy in stored.items() for at in word_places(id_, copy)):
        words.setdefault(place, []).append(start)
    cited = [place for place in words if any(holds(span, place) for span in spans)]

    assert len(cited) > 100
    for place in cited:
        findings = check_change(shipped, stored, place, chosen.choice(words[place]))
        assert Finding.CHANGED in findings


def test_what_the_locks_of_the_real_base_hold_is_what_is_cited(
    shipped: FactBase, stored: dict[str, Copy]
) -> None:
    assert recorded(replace(shipped, locks={}), stored).locks.keys() == shipped.locks.keys()
    for id_, lock in recorded(replace(shipped, locks={}), stored).locks.items():
        assert lock.fingerprints == shipped.locks[id_].fingerprints
