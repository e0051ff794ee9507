from dataclasses import replace

import pytest

from knowledge.archive.copies import Copy, Fault
from knowledge.base import FactBase
from knowledge.evidence.verify import seen, verify_citations
from knowledge.model.checked import CheckedSource, Finding
from tests.knowledge.evidence.stored import DAY, LINES, archived, citing, make_copy, recorded
from tests.knowledge.make import make_citation, make_fact

GAZETTE = "gull-gazette"
BASE = citing("line 3 sentence 1", "line 3", "line 5")
WHOLE = {GAZETTE: make_copy()}


def checked(base: FactBase, copy: Copy | Fault | None = None) -> CheckedSource:
    (found,) = verify_citations(base, {GAZETTE: copy or make_copy()})
    return found


def findings(source: CheckedSource) -> list[Finding]:
    return [citation.finding for citation in source.citations]


def test_the_recorded_document_with_the_recorded_sentences_is_verified() -> None:
    source = checked(recorded(BASE, WHOLE))

    assert source.finding is Finding.VERIFIED
    assert findings(source) == [Finding.VERIFIED] * 3
    assert (source.sha256, source.recorded) == (make_copy().sha256, DAY)


def test_one_changed_sentence_leaves_the_others_intact_but_not_verified() -> None:
    lines = list(LINES)
    lines[2] = lines[2].replace("lit", "put")

    source = checked(recorded(BASE, WHOLE), make_copy(*lines))

    assert source.finding is Finding.CHANGED
    assert findings(source) == [Finding.CHANGED, Finding.CHANGED, Finding.INTACT]
    assert "does not say what it said on 2026-01-31" in source.citations[0].reason


def test_another_document_with_the_same_lines_is_never_verified() -> None:
    source = checked(recorded(BASE, WHOLE), Copy(LINES, "0" * 64))

    assert source.finding is Finding.CHANGED
    assert findings(source) == [Finding.INTACT] * 3


def test_a_sentence_that_moved_is_changed_at_its_place_and_found_nowhere_else() -> None:
    source = checked(recorded(BASE, WHOLE), make_copy("Tides", "", *LINES))

    assert findings(source) == [Finding.CHANGED] * 3


def test_a_place_that_is_gone_is_missing() -> None:
    source = checked(recorded(BASE, WHOLE), make_copy(*LINES[:3]))

    assert source.finding is Finding.CHANGED
    assert findings(source)[2] is Finding.MISSING
    assert "mend the locator" in source.citations[2].reason


def test_a_page_of_a_stored_copy_is_missing_and_the_line_is_asked_for() -> None:
    base = citing("page 3")
    source = checked(recorded(base, WHOLE))

    assert findings(source) == [Finding.MISSING]
    assert "cite the line" in source.citations[0].reason


@pytest.mark.parametrize("fault", Fault)
def test_a_copy_that_cannot_be_used_is_missing_with_the_reason(fault: Fault) -> None:
    source = checked(recorded(BASE, WHOLE), fault)

    assert source.finding is Finding.MISSING
    assert findings(source) == [Finding.MISSING] * 3
    assert str(fault) in source.reason
    assert fault.remedy in source.reason


def test_what_was_never_recorded_says_so() -> None:
    source = checked(BASE)

    assert source.finding is Finding.UNRECORDED
    assert findings(source) == [Finding.UNRECORDED] * 3


def test_a_citation_added_since_has_no_fingerprint_yet() -> None:
    locks = recorded(citing("line 5"), WHOLE).locks

    source = checked(replace(BASE, locks=locks))

    assert source.finding is Finding.UNRECORDED
    assert findings(source) == [Finding.UNRECORDED] * 2 + [Finding.VERIFIED]


def test_a_section_in_a_locator_is_for_people_alone() -> None:
    locks = recorded(citing("line 5"), WHOLE).locks
    base = replace(citing("section The end, line 5"), locks=locks)

    assert findings(checked(base)) == [Finding.VERIFIED]


def test_what_was_read_via_another_source_is_checked_in_that_one() -> None:
    relayed = make_citation("sea-almanac", via=GAZETTE, via_locator="line 5", locator="page 2")
    base = archived(make_fact(citations=(relayed,)))

    (source,) = verify_citations(recorded(base, WHOLE), WHOLE)

    assert source.id == GAZETTE
    assert findings(source) == [Finding.VERIFIED]


def test_a_source_without_a_copy_is_listed_as_such() -> None:
    base = archived(make_fact(citations=(make_citation("sea-almanac"),)))

    (source, unread) = verify_citations(base, WHOLE)[::-1]

    assert (source.id, source.finding) == ("sea-almanac", Finding.NO_COPY)
    assert findings(source) == [Finding.NO_COPY]
    assert (unread.id, unread.citations) == (GAZETTE, ())


def with_checked(base: FactBase, lines: tuple[str, ...]) -> FactBase:
    found = verify_citations(base, {GAZETTE: make_copy(*lines)})
    return replace(base, checked={source.id: source for source in found})


def test_a_view_knows_of_a_source_what_its_own_facts_tell() -> None:
    hidden = make_fact(
        id="work.secret",
        privacy="restricted",
        privacy_reason="Private.",
        citations=(make_citation(locator="line 3"),),
    )
    shown = make_fact(citations=(make_citation(locator="line 5"),))
    copies = {GAZETTE: make_copy()}
    locks = recorded(archived(shown), copies).locks
    full = with_checked(replace(archived(shown, hidden), locks=locks), LINES)
    without = with_checked(replace(archived(shown), locks=locks), LINES)

    assert findings(seen(full, GAZETTE) or checked(BASE)) == [
        Finding.VERIFIED,
        Finding.UNRECORDED,
    ]
    assert seen(full.without_restricted, GAZETTE) == seen(without, GAZETTE)


def test_without_an_archive_nothing_is_known_of_copies() -> None:
    assert seen(BASE, GAZETTE) is None


def test_a_source_in_which_nothing_was_read_has_no_copy() -> None:
    base = with_checked(BASE, LINES)

    assert seen(base, "sea-almanac") == CheckedSource(
        "sea-almanac", Finding.NO_COPY, "", None, None
    )


def test_what_was_recorded_and_found_changes_no_name() -> None:
    base = with_checked(recorded(BASE, WHOLE), LINES)

    assert base.locks
    assert base.name == BASE.name
