import tomllib
from dataclasses import replace

import pytest

from knowledge.archive.copies import Copy, Fault
from knowledge.base import FactBase
from knowledge.evidence.record import Recording, lock_text, record
from knowledge.evidence.verify import verify_citations
from knowledge.model.checked import Finding
from knowledge.model.fact import Status
from knowledge.model.lock import LockedSource
from tests.knowledge.evidence.stored import (
    DAY,
    LATER,
    LINES,
    archived,
    citing,
    make_copy,
    recorded,
)
from tests.knowledge.make import make_citation, make_fact

GAZETTE = "gull-gazette"
BASE = citing("line 3 sentence 2", "line 5", "section Lamps, line 3 sentence 2", "line 3")
RECORDED = recorded(BASE, {GAZETTE: make_copy()})
CHANGED = make_copy(*LINES[:2], "She lit it. It flickered. It went out.", *LINES[3:])


def again(copy: Copy | Fault, *accepted: str, base: FactBase = RECORDED) -> Recording:
    return record(base, {GAZETTE: copy}, LATER, accepted)


def test_each_place_is_recorded_once_in_reading_order() -> None:
    lock = RECORDED.locks[GAZETTE]

    assert list(lock.fingerprints) == ["line 3", "line 3 sentence 2", "line 5"]
    assert (lock.sha256, lock.recorded) == (make_copy().sha256, DAY)


def test_recording_again_changes_nothing() -> None:
    assert again(make_copy()) == Recording(RECORDED.locks, ())


def test_a_changed_sentence_is_never_recorded_by_itself() -> None:
    recording = again(CHANGED)
    (refusal,) = recording.refused

    assert recording.locks == RECORDED.locks
    assert (refusal.source, list(refusal.places)) == (GAZETTE, ["line 3", "line 3 sentence 2"])
    assert refusal.places["line 3 sentence 2"] == (
        "odalys-fennwick/work.fact-0",
        "odalys-fennwick/work.fact-2",
    )
    assert "add --accept gull-gazette" in refusal.reason


def test_a_changed_document_with_the_same_sentences_needs_its_curator_too() -> None:
    recording = again(Copy(LINES, "0" * 64))
    (refusal,) = recording.refused

    assert recording.locks == RECORDED.locks
    assert "every cited place says the same" in refusal.reason


def test_a_fingerprint_never_moves_to_where_the_sentence_went() -> None:
    moved = make_copy("Tides", "", *LINES)

    assert again(moved).locks == RECORDED.locks


def test_what_a_curator_accepts_is_recorded_as_it_is_now() -> None:
    recording = again(CHANGED, GAZETTE)
    lock = recording.locks[GAZETTE]

    assert recording.refused == ()
    assert (lock.sha256, lock.recorded) == (CHANGED.sha256, LATER)
    assert lock.fingerprints["line 5"] == RECORDED.locks[GAZETTE].fingerprints["line 5"]
    assert lock.fingerprints["line 3"] != RECORDED.locks[GAZETTE].fingerprints["line 3"]


def test_accepting_another_source_accepts_nothing() -> None:
    assert again(CHANGED, "sea-almanac").locks == RECORDED.locks


def test_a_place_that_is_not_there_is_mended_first_even_where_accepted() -> None:
    recording = again(make_copy(*LINES[:4]), GAZETTE)
    (refusal,) = recording.refused

    assert recording.locks == RECORDED.locks
    assert list(refusal.places) == ["line 5"]
    assert "mend each locator first" in refusal.reason


@pytest.mark.parametrize("fault", Fault)
def test_a_copy_that_cannot_be_used_keeps_its_record(fault: Fault) -> None:
    recording = again(fault, GAZETTE)

    assert recording.locks == RECORDED.locks
    assert fault.value in recording.refused[0].reason


def test_a_new_citation_of_the_same_document_keeps_the_day() -> None:
    grown = replace(citing("line 5", "line 1"), locks=RECORDED.locks)
    lock = again(make_copy(), base=grown).locks[GAZETTE]

    assert list(lock.fingerprints) == ["line 1", "line 5"]
    assert lock.recorded == DAY


def test_what_is_no_longer_listed_is_forgotten() -> None:
    assert record(RECORDED, {}, LATER).locks == {}


def test_retracted_facts_need_no_fingerprint() -> None:
    gone = make_fact(
        id="work.gone", status=Status.RETRACTED, citations=(make_citation(locator="line 9"),)
    )
    base = archived(make_fact(citations=(make_citation(locator="line 5"),)), gone)

    assert list(recorded(base, {GAZETTE: make_copy()}).locks[GAZETTE].fingerprints) == [
        "line 5"
    ]


def test_a_record_made_by_other_rules_of_counting_is_changed_and_not_replaced() -> None:
    lock = RECORDED.locks[GAZETTE]
    stale = lock.model_copy(update={"fingerprints": {**lock.fingerprints, "line 5": "0" * 32}})
    base = replace(BASE, locks={GAZETTE: stale})

    (source,) = verify_citations(base, {GAZETTE: make_copy()})

    assert source.finding is Finding.CHANGED
    assert again(make_copy(), base=base).locks == base.locks


def test_a_lock_file_is_read_as_it_was_written() -> None:
    text = lock_text(RECORDED.locks.values())
    (block,) = tomllib.loads(text)["source"]

    assert LockedSource.model_validate(block) == RECORDED.locks[GAZETTE]
    assert text.count("\n") == len(text.splitlines())
    assert max(map(len, text.splitlines())) <= 96


def test_one_new_citation_is_one_new_line_of_the_lock_file() -> None:
    copy = {GAZETTE: make_copy()}
    before = set(lock_text(recorded(citing("line 3"), copy).locks.values()).splitlines())
    after = set(
        lock_text(recorded(citing("line 3", "line 5"), copy).locks.values()).splitlines()
    )

    assert len(after - before) == 1
    assert before < after
