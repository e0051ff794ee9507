import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.evidence.fingerprints import FINGERPRINT, fingerprint
from knowledge.evidence.places import (
    Passage,
    all_sentences,
    is_at,
    passage_at,
    place_of,
    sentences_at,
)
from knowledge.model.locator import parse_locator
from tests.knowledge.make import make_citation

LINES = ("Lamps", "", "She lit it. It burned. It went out.", "", "Nobody came. She slept.", "")
SHORT = st.lists(st.sampled_from(["", "Lamps", "She lit it. It burned.", "A. B! C?"]))
NUMBER = st.integers(1, 6)


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("line 1", ("Lamps",)),
        ("line 3", ("She lit it.", "It burned.", "It went out.")),
        ("line 3 sentence 2", ("It burned.",)),
        ("section Lamps, line 3 sentences 2-3", ("It burned.", "It went out.")),
        ("lines 1-3", ("Lamps", "She lit it.", "It burned.", "It went out.")),
    ],
)
def test_a_locator_leads_to_its_sentences(locator: str, expected: tuple[str, ...]) -> None:
    assert sentences_at(LINES, parse_locator(locator)) == expected


@pytest.mark.parametrize(
    "locator",
    [
        *("line 2", "line 6", "lines 6-6", "line 7", "lines 5-7", "line 999999999"),
        *("line 1 sentence 2", "line 3 sentence 4", "line 3 sentences 3-4", "page 1"),
    ],
)
def test_a_place_that_is_not_wholly_there_has_no_sentences(locator: str) -> None:
    assert sentences_at(LINES, parse_locator(locator)) == ()
    assert passage_at(LINES, parse_locator(locator)) is None


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("line 3 sentence 2", Passage("She lit it.", ("It burned.",), "It went out.")),
        ("line 3 sentence 1", Passage("Lamps", ("She lit it.",), "It burned.")),
        ("line 3 sentence 3", Passage("It burned.", ("It went out.",), "Nobody came.")),
        ("line 1", Passage("", ("Lamps",), "She lit it.")),
        ("line 5 sentence 2", Passage("Nobody came.", ("She slept.",), "")),
        ("lines 2-5", Passage("Lamps", sentences_at(LINES, parse_locator("lines 3-5")), "")),
    ],
)
def test_a_passage_has_one_sentence_before_and_one_after(
    locator: str, expected: Passage
) -> None:
    assert passage_at(LINES, parse_locator(locator)) == expected


@given(SHORT, NUMBER, NUMBER, NUMBER)
def test_a_passage_is_a_stretch_of_the_whole_text(
    lines: list[str], line: int, first: int, more: int
) -> None:
    place = parse_locator(f"line {line} sentences {first}-{first + more}")
    whole = [sentence.text for sentence in all_sentences(lines)]
    passage = passage_at(lines, place)

    if passage:
        stretch = [passage.before, *passage.cited, passage.after]
        assert "\n".join(filter(None, stretch)) in "\n".join(whole)
        assert list(passage.cited) == [s.text for s in all_sentences(lines) if is_at(s, place)]


def test_what_was_read_via_another_source_stands_there() -> None:
    direct = place_of(make_citation(locator="line 3"))
    relayed = place_of(
        make_citation(locator="page 9", via="sea-almanac", via_locator="line 5 sentence 2")
    )

    assert (direct.source, direct.text) == ("gull-gazette", "line 3")
    assert (relayed.source, relayed.locator.sentences) == ("sea-almanac", (2, 2))


def test_one_changed_letter_or_a_moved_boundary_is_another_fingerprint() -> None:
    prints = {
        fingerprint(cited)
        for cited in (("It burned.",), ("It turned.",), ("It", "burned."), ("It burned. ",))
    }

    assert len(prints) == 4
    assert all(len(print_) == FINGERPRINT for print_ in prints)
