"""What covers a sentence, what does not, and what those without access may see of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.archive.copies import Copy, Fault
from knowledge.base import FactBase, build_base
from knowledge.evidence.coverage import Coverage, Standing, cover, sources_read_for
from knowledge.evidence.open_places import open_places
from knowledge.evidence.passages import STRETCH
from knowledge.evidence.places import is_at, sentences_at
from knowledge.model.fact import Fact
from knowledge.model.locator import parse_locator
from knowledge.model.questions import LeftOut
from tests.knowledge.evidence.stored import citing, make_copy, recorded
from tests.knowledge.make import (
    make_citation,
    make_claim,
    make_dispute,
    make_fact,
    make_held,
    make_profile,
    make_source,
)

GAZETTE = "gull-gazette"
# LINES of stored.py: "Lamps" · three sentences on line 3 · "Nobody came." on line 5
ALL = {(1, 1), (3, 1), (3, 2), (3, 3), (5, 1)}
TEXTS = st.lists(
    st.lists(st.sampled_from(("She lit it.", "It burned.")), max_size=4).map(" ".join),
    min_size=1,
    max_size=9,
).map(tuple)


def left(locator: str, reason: str = "A heading.") -> LeftOut:
    return LeftOut(source=GAZETTE, locator=locator, reason=reason)


def with_left_out(base: FactBase, *rows: LeftOut) -> FactBase:
    """Return the base of one profile with some places of the gazette left out."""
    (held,) = base.profiles.values()
    return replace(base, profiles={held.profile.id: replace(held, left_out=rows)})


def citing_at(locator: str, **changes: object) -> Fact:
    return make_fact(citations=(make_citation(locator=locator),), **changes)


def archived(*facts: Fact, left_out: tuple[LeftOut, ...] = ()) -> FactBase:
    sources = (make_source(archive="gull.txt"), make_source("sea-almanac"))
    return build_base([make_held(*facts, left_out=left_out)], sources)


def covered(base: FactBase, copy: Copy | Fault | None = None, **options: bool) -> Coverage:
    (found,) = cover(base, {GAZETTE: copy or make_copy()}, **options)
    return found


def standing(coverage: Coverage, wanted: Standing) -> set[tuple[int, int]]:
    return {
        (one.sentence.line, one.sentence.number)
        for one in coverage.sentences
        if one.standing is wanted
    }


def open_in(coverage: Coverage) -> set[tuple[int, int]]:
    return standing(coverage, Standing.OPEN)


def test_what_no_fact_cites_and_nothing_explains_is_open() -> None:
    found = covered(with_left_out(citing("line 3 sentence 2"), left("line 1")))

    assert standing(found, Standing.CITED) == {(3, 2)}
    assert standing(found, Standing.LEFT_OUT) == {(1, 1)}
    assert open_in(found) == {(3, 1), (3, 3), (5, 1)}
    assert (found.share, found.is_covered) == (40, False)


def test_a_source_whose_every_sentence_is_cited_or_left_out_is_covered() -> None:
    found = covered(with_left_out(citing("line 3", "line 5"), left("lines 1-2")))

    assert (found.share, found.is_covered, open_in(found)) == (100, True, set())


def test_what_was_read_there_of_another_source_covers_it() -> None:
    citation = make_citation("sea-almanac", via=GAZETTE, via_locator="line 5")
    found = covered(archived(make_fact(citations=(citation,))))

    (said,) = (one for one in found.sentences if one.facts)
    assert said.sentence.text == "Nobody came."
    assert [fact.citations for fact in said.facts] == [(citation,)]


def test_a_place_in_a_source_that_was_read_elsewhere_covers_nothing_here() -> None:
    citation = make_citation(locator="line 5", via="sea-almanac", via_locator="line 1")

    assert open_in(covered(archived(make_fact(citations=(citation,))))) == ALL


def test_the_citations_of_claims_cover_too_and_a_fact_stands_there_once() -> None:
    claims = (
        make_claim(citations=(make_citation(locator="line 3"),)),
        make_claim(holder="Harbor office", citations=(make_citation(locator="lines 3-5"),)),
    )
    found = covered(archived(make_dispute(*claims)))

    assert open_in(found) == {(1, 1)}
    assert [[len(f.citations) for f in one.facts] for one in found.sentences] == [
        *([], [2], [2], [2], [1]),
    ]


def test_a_document_read_as_a_whole_is_covered_by_none_of_its_readers() -> None:
    lines = tuple("She lit it." for _ in range(STRETCH + 1))
    found = covered(citing(f"lines 1-{STRETCH + 1}", "line 2"), make_copy(*lines))

    assert standing(found, Standing.CITED) == {(2, 1)}
    assert [fact.id for fact in found.whole] == ["odalys-fennwick/work.fact-0"]


def test_a_stretch_that_can_be_read_at_once_covers_all_of_it() -> None:
    lines = tuple("She lit it." for _ in range(STRETCH))
    found = covered(citing(f"lines 1-{STRETCH}"), make_copy(*lines))

    assert (found.is_covered, found.whole) == (True, ())


@pytest.mark.parametrize("locator", ["page 3", "line 99", "line 3 sentence 4", "line 2"])
def test_a_place_that_is_not_there_covers_nothing_and_is_named(locator: str) -> None:
    base = with_left_out(citing(locator), left(locator))
    found = covered(base)

    assert open_in(found) == ALL
    assert [(one.what, one.locator) for one in found.astray] == [
        ("odalys-fennwick/work.fact-0", locator),
        ("left-out.toml", locator),
    ]


def test_a_place_that_says_something_else_covers_nothing_and_is_named() -> None:
    base = recorded(citing("line 1", "line 3", "line 5"), {GAZETTE: make_copy()})
    found = covered(base, make_copy("Lamps", "", "She sold it. It burned.", "", "Nobody came."))

    assert open_in(found) == {(3, 1), (3, 2)}
    assert [one.locator for one in found.astray] == ["line 3"]


def test_a_copy_that_is_not_the_recorded_one_is_never_covered() -> None:
    base = recorded(citing("line 1", "line 3", "line 5"), {GAZETTE: make_copy()})
    same = covered(base)
    other = covered(base, replace(make_copy(), sha256="0" * 64))

    assert same.is_covered
    assert (other.share, other.is_covered) == (100, False)
    assert "not the file that was recorded" in other.reason


@pytest.mark.parametrize("fault", Fault)
def test_a_copy_that_cannot_be_used_is_never_covered(fault: Fault) -> None:
    found = covered(with_left_out(citing("line 3"), left("lines 1-5")), fault)

    assert (found.is_covered, found.share, found.sentences) == (False, None, ())
    assert fault.value in found.reason


def test_an_empty_copy_is_never_covered() -> None:
    found = covered(citing("line 3"), Copy((), "0" * 64))

    assert (found.is_covered, found.share) == (False, None)
    assert "holds no sentence" in found.reason


def test_a_share_is_never_rounded_up() -> None:
    lines = tuple("She lit it." for _ in range(1000))
    base = with_left_out(archived(citing_at("line 1")), left("lines 2-999"))
    found = covered(base, make_copy(*lines))

    assert (found.share, found.count(Standing.OPEN)) == (99, 1)


def test_whoever_has_no_access_sees_what_a_base_without_those_facts_would_show() -> None:
    private = citing_at("line 3", id="life.divorce", privacy="restricted", privacy_reason="So.")
    known = citing_at("line 5")
    rows = (left("line 1"),)
    view = archived(private, known, left_out=rows).without_restricted
    never = archived(known, left_out=rows)

    assert covered(view, withheld=True) == covered(never, withheld=True)
    assert open_in(covered(view, withheld=True)) == {(3, 1), (3, 2), (3, 3)}


def test_whoever_has_no_access_reads_no_open_sentence() -> None:
    found = covered(with_left_out(citing("line 5"), left("line 1")), withheld=True)

    assert [one.sentence.text for one in found.sentences] == [
        *("Lamps", "…", "…", "…", "Nobody came."),
    ]


def test_the_sources_read_for_a_profile_are_those_it_cites_or_leaves_out() -> None:
    via = make_citation("harbor-log", via="sea-almanac", via_locator="line 1")
    pilot = make_held(
        make_fact(citations=(via,)),
        profile=make_profile(id="tobin-marrow", name="Tobin Marrow"),
        left_out=(LeftOut(source="tide-notes", locator="line 1", reason="A heading."),),
    )
    base = build_base([make_held(citing_at("line 3")), pilot], [make_source()])

    assert sources_read_for(base, "tobin-marrow") == {"sea-almanac", "tide-notes"}
    assert sources_read_for(base, "odalys-fennwick") == {GAZETTE}


def test_a_source_without_a_copy_is_no_part_of_it() -> None:
    assert cover(citing("line 3"), {}) == ()


@given(
    TEXTS,
    st.integers(1, 10),
    st.integers(0, 3),
    st.none() | st.tuples(*[st.integers(1, 5)] * 2),
)
def test_a_citation_covers_just_the_sentences_of_its_passage(
    lines: tuple[str, ...], first: int, more: int, numbers: tuple[int, int] | None
) -> None:
    if numbers:
        locator = f"line {first} sentences {min(numbers)}-{max(numbers)}"
    else:
        locator = f"lines {first}-{first + more}"
    place = parse_locator(locator)
    found = covered(citing(locator), make_copy(*lines))
    cited = [one.sentence for one in found.sentences if one.facts or found.whole]
    expected = sentences_at(lines, place)

    assert tuple(one.text for one in cited if is_at(one, place)) == expected
    assert found.whole or len(cited) == len(expected)


@given(TEXTS, st.sets(st.tuples(st.integers(1, 9), st.integers(1, 4))))
def test_the_open_places_mean_just_the_open_sentences_and_are_ready_to_paste(
    lines: tuple[str, ...], explained: set[tuple[int, int]]
) -> None:
    rows = tuple(left(f"line {line} sentence {number}") for line, number in sorted(explained))
    base = with_left_out(citing("page 1"), *rows)
    before = covered(base, make_copy(*lines))
    places = open_places(before)
    meant = [
        (one.sentence.line, one.sentence.number)
        for place in places
        for one in before.sentences
        if is_at(one.sentence, parse_locator(place.locator))
    ]
    after = covered(
        with_left_out(base, *rows, *(left(place.locator) for place in places)),
        make_copy(*lines),
    )

    assert sorted(meant) == sorted(open_in(before))
    assert open_in(after) == set()


def test_open_lines_in_a_row_are_one_place_and_so_are_sentences() -> None:
    copy = make_copy("A one.", "", "A two. A three.", "A. It was. She lit. She saw.", "End.")
    base = with_left_out(citing("page 1"), left("line 4 sentence 2"))

    assert [place.locator for place in open_places(covered(base, copy))] == [
        *("lines 1-3", "line 4 sentence 1", "line 4 sentence 3", "line 5"),
    ]
