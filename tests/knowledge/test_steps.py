"""The loops that Numba compiles give what NumPy's arrays give, whichever a machine uses.

Where Numba is not installed the loops run as the Python that they are.
"""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from knowledge.index.build import CODE_LOGS, codes
from knowledge.index.features import COUNTED_BITS, KIND_BITS, Kind
from knowledge.index.lists import starts_of
from knowledge.index.steps import held
from knowledge.index.steps.held import Bounds, Looked, Postings, Rows, Weighing
from knowledge.index.steps.slots import place_of
from knowledge.index.steps.steps import ARRAYS, LOOPS

FEATURES = 40  # different ones
SPREAD = (1 << 32) // FEATURES
Texts = list[list[int]]

texts_of_features = st.lists(
    st.lists(st.integers(1, FEATURES - 1), unique=True, max_size=12), min_size=1, max_size=9
)
unhurried = settings(deadline=None)  # the first call may compile
few_scores = st.lists(st.integers(1, 40), min_size=1, max_size=30)


def ids_of(text: Sequence[int]) -> NDArray[np.uint32]:
    """Return features whose kinds stand together, spread over all numbers as hashes are."""
    by_kind = sorted(text, key=lambda number: number & KIND_BITS)
    return np.array(
        [number * SPREAD & ~KIND_BITS | number & KIND_BITS for number in by_kind], np.uint32
    )


def joined(texts: Texts) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    ids = [ids_of(text) for text in texts]
    return np.concatenate(ids), np.array([len(each) for each in ids], np.int64)


def weighing(seed: int) -> Weighing:
    counts = np.random.default_rng(seed).integers(0, 900, 1 << COUNTED_BITS, np.uint32)
    kinds = np.array([0.5, 0.6, 0.4, 0.5], np.float32)
    return Weighing(codes(counts), np.float32(9) - CODE_LOGS, kinds)


WEIGHING = weighing(1)
NOTHING = Looked(np.zeros(0, np.uint32), np.zeros(0, np.float32))
WIDE = Bounds(999, 0.0, 1e-4, 0, 99, 10)


def postings_of(texts: Texts) -> Postings:
    """Return which texts have each feature; every text is a row."""
    rows: dict[int, list[int]] = {}
    for row, text in enumerate(texts):
        for feature in ids_of(text).tolist():
            rows.setdefault(feature, []).append(row)
    ids = np.array(sorted(rows), np.uint32)
    held = [row for feature in ids.tolist() for row in rows[feature]]
    starts = starts_of(np.array([len(rows[feature]) for feature in ids.tolist()], np.int64))
    return Postings(ids, starts, np.array(held, np.uint32))


def rows_of(scores: Sequence[int], seed: int) -> Rows:
    """Return the rows of some facts of very different length."""
    random = np.random.default_rng(seed)
    lengths = random.choice([1, 2, 7, 25], 12)
    first = starts_of(lengths)
    rows = int(first[-1])
    texts = random.integers(0, 9, rows).astype(np.uint32)
    return Rows(
        np.repeat(np.arange(12, dtype=np.uint32), lengths),
        texts,
        random.choice([0.25, 0.5, 1.0], rows).astype(np.float32),
        first,
        (texts * 7 + len(scores)).astype(np.uint64),
    )


@unhurried
@given(texts_of_features)
def test_values_are_the_same(texts: Texts) -> None:
    ids, lengths = joined(texts)

    ours, theirs = (steps.normalized(ids, lengths, WEIGHING) for steps in (LOOPS, ARRAYS))
    assert ours == pytest.approx(theirs, abs=1e-6)


@unhurried
@given(texts_of_features, st.integers(0, 9), st.integers(0, 9), st.sampled_from([2, 5, 99]))
def test_the_rows_of_rare_features_are_the_same(
    texts: Texts, low: int, high: int, budget: int
) -> None:
    postings = postings_of(texts)
    asked = ids_of(range(1, FEATURES))
    looked = Looked(asked, np.linspace(0.1, 1, len(asked), dtype=np.float32))
    more = Looked(np.array([3, 1], np.uint32), np.array([0.5, 0.25], np.float32))
    reach = min(low, high), max(low, high)
    ours, theirs = (
        dict(zip(*(found.tolist() for found in steps.scored(*given)), strict=True))
        for steps in (LOOPS, ARRAYS)
        for given in [(postings, looked, reach, more, budget)]
    )

    assert ours == pytest.approx(theirs)


def test_of_one_list_that_is_longer_than_the_budget_every_so_manieth_row_is_seen() -> None:
    far, near = list(range(200)), list(range(300, 500))
    postings = Postings(
        np.array([SPREAD & ~KIND_BITS, 9 * SPREAD & ~KIND_BITS], np.uint32),
        starts_of(np.array([len(far), len(near)])),
        np.array([*far, *near], np.uint32),
    )
    looked = Looked(postings.ids, np.array([0.5, 0.25], np.float32))

    for steps in (LOOPS, ARRAYS):
        rows, scores = steps.scored(postings, looked, (300, 500), NOTHING, 50)
        assert sorted(rows.tolist()) == near[::4]
        assert set(scores.tolist()) == {0.25}


@unhurried
@given(st.sets(st.integers(0, 900), min_size=30), st.sampled_from([1, 2**31, 2**32 - 999]))
def test_a_feature_is_found_where_it_stands_however_unevenly_they_are_spread(
    numbers: set[int], first: int
) -> None:
    ids = np.array(sorted({0, 2**32 - 1, *(first + n for n in numbers)}), np.uint32)

    assert [place_of(ids, feature) for feature in ids.tolist()] == list(range(len(ids)))


def test_a_byte_holds_small_counts_exactly_and_large_ones_nearly() -> None:
    counts = np.array([0, 1, 2, 77, 128, 129, 1_000, 123_456, 9_000_000, 2**32 - 1], np.uint32)
    found = codes(counts)

    assert found[:5].tolist() == [0, 1, 2, 77, 128]
    assert found.tolist() == sorted(found.tolist())
    assert found[-1] == 255
    assert CODE_LOGS[found[1:-1]] == pytest.approx(np.log(counts[1:-1]), abs=0.046)


@unhurried
@given(few_scores, st.integers(0, 9), st.sampled_from([0, 2]))
def test_the_nominated_facts_and_rows_are_the_same(
    scores: list[int], seed: int, same_text: int
) -> None:
    held = rows_of(scores, seed)
    random = np.random.default_rng(seed)
    count = min(len(scores), len(held.facts))
    rows = np.sort(random.permutation(len(held.facts))[:count]).astype(np.uint32)
    values = np.array([score / 8 for score in scores[:count]], np.float32)
    bounds = Bounds(99, 0.4, 1e-4, same_text, 3, 10)
    shuffled = random.permutation(count)
    ours = LOOPS.nominated(held, rows[shuffled], values[shuffled], bounds)
    theirs = ARRAYS.nominated(held, rows, values, bounds)

    assert [each.tolist() for each in ours] == [each.tolist() for each in theirs]


@unhurried
@given(texts_of_features)
def test_cosines_and_what_each_row_owns_are_the_same(texts: Texts) -> None:
    ids, lengths = joined([[1, 2, 3], *texts])
    ours, theirs = (steps.compared(ids, lengths, WEIGHING) for steps in (LOOPS, ARRAYS))

    assert ours == pytest.approx(theirs, abs=1e-5)
    assert LOOPS.shares(theirs, 0.2) == pytest.approx(ARRAYS.shares(theirs, 0.2), abs=1e-8)


def test_of_two_features_with_one_number_the_last_counts() -> None:
    ids = np.array([4, 5, 4, 5], np.uint32)  # of two kinds, apart in bits that are not counted
    lengths = np.array([2, 2])

    ours, theirs = (steps.compared(ids, lengths, WEIGHING) for steps in (LOOPS, ARRAYS))
    assert ours == pytest.approx(theirs, abs=1e-6)
    assert ours[0, 1] == pytest.approx(0.6 * 0.6, abs=1e-6)


@unhurried
@given(st.lists(st.integers(1, 4), min_size=1, max_size=6), st.integers(0, 9))
def test_what_is_said_of_each_fact_is_the_same(lengths: list[int], seed: int) -> None:
    random = np.random.default_rng(seed)
    rows = sum(lengths)
    cosines = random.choice([0.0, 0.25, 0.5], rows)
    shares, is_same = random.normal(size=rows), random.random(rows) < 0.5
    ours, theirs = (
        steps.of_facts(cosines, shares, is_same, np.array(lengths)) for steps in (LOOPS, ARRAYS)
    )

    assert [each.tolist() for each in ours] == [pytest.approx(each.tolist()) for each in theirs]


@unhurried
@given(texts_of_features)
def test_the_features_of_some_texts_are_the_same(texts: Texts) -> None:
    ids, lengths = joined(texts)
    some = np.arange(len(texts), dtype=np.uint32)[::2]
    before = held.Texts(ids[:3], np.array([1, len(ids[:3]) - 1]))
    ours, theirs = (
        steps.gathered(before, starts_of(lengths), ids, some) for steps in (LOOPS, ARRAYS)
    )

    assert [each.tolist() for each in ours] == [each.tolist() for each in theirs]
    assert ours.ids[: len(before.ids)].tolist() == before.ids.tolist()
    assert ours.lengths[2:].tolist() == lengths[::2].tolist()


@unhurried
@given(texts_of_features, st.sampled_from([0.0, 0.5]), st.integers(0, 9))
def test_what_is_judged_by_words_and_meaning_together_is_the_same(
    texts: Texts, weight: float, seed: int
) -> None:
    given_ = held.Texts(*joined([[1, 2, 3], *texts]))
    random = np.random.default_rng(seed)
    vectors = random.normal(size=(len(texts) + 1, 3)).astype(np.float32)
    beside = held.Beside(vectors @ vectors.T / np.float32(9), weight)
    rows = held.OfRows(np.array([len(texts)]), np.ones(len(texts), bool))
    (*ours, share), (*theirs, other) = (
        steps.judged(given_, rows, WEIGHING, beside, 0.9)[1:] for steps in (LOOPS, ARRAYS)
    )

    assert [each.tolist() for each in ours] == [
        pytest.approx(each.tolist(), abs=1e-5) for each in theirs
    ]
    assert share == pytest.approx(other, abs=1e-4)


@unhurried
@given(texts_of_features, st.integers(0, 9), st.integers(0, 9))
def test_rows_that_are_withdrawn_are_found_by_neither(
    texts: Texts, low: int, high: int
) -> None:
    count = len(texts)
    numbers = np.arange(count, dtype=np.uint32)
    rows = Rows(
        numbers,
        numbers,
        np.ones(count, np.float32),
        np.arange(count + 1, dtype=np.uint32),
        numbers.astype(np.uint64),
    )
    part = held.Searched(postings_of(texts), rows)
    asked = ids_of(range(1, FEATURES))
    sought = held.Sought(asked, asked, NOTHING)
    left_out = min(low, high), max(low, high)
    reach = held.Reach(0, count, np.array([left_out], np.int64))
    ours, theirs = (
        [each.tolist() for each in steps.found(part, sought, WEIGHING, reach, WIDE)]
        for steps in (LOOPS, ARRAYS)
    )

    assert ours[0] == theirs[0]
    assert ours[3:] == theirs[3:]
    findable = {
        n for n, text in enumerate(texts) if any(i & KIND_BITS != Kind.PART for i in text)
    }
    assert set(ours[0]) == findable - set(range(*left_out))
