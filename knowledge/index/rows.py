"""The features of many texts at once: what `features` gives for each, in a few array steps."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.index.features import (
    BOUND,
    EDGE,
    KIND_BITS,
    MIX,
    PAIRED,
    Ids,
    Kind,
    Unit,
    parts_of,
)

_MOVES = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))


@dataclass(frozen=True, slots=True)
class RowFeatures:
    """Features of all rows: which, in which row; a row's may repeat."""

    ids: Ids
    rows: NDArray[np.int64]


def row_features(texts: Sequence[Sequence[Unit]]) -> RowFeatures:
    """Return the features of every text, the numbers that `features` would give."""
    lengths = np.array([sum(len(u.stems) for u in text) for text in texts], np.int64)
    stems = _numbers([n for text in texts for unit in text for n in unit.stem_numbers])
    stem_rows = np.repeat(np.arange(len(texts)), lengths)
    meant = _numbers([unit.number for text in texts for unit in text])
    meant_rows = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    blocks = (
        (stems, stem_rows),
        (meant, meant_rows),
        *_order(stems, stem_rows, lengths),
        *_pairs(texts),
        _parts(texts),
    )
    return RowFeatures(
        np.concatenate([ids for ids, _ in blocks]),
        np.concatenate([rows for _, rows in blocks]),
    )


def _order(
    stems: Ids, rows: NDArray[np.int64], lengths: NDArray[np.int64]
) -> tuple[tuple[Ids, NDArray[np.int64]], ...]:
    """Return neighbors, with an edge before and after each row, and next neighbors."""
    ends = np.cumsum(lengths)
    full = np.flatnonzero(lengths)
    empty = np.flatnonzero(lengths == 0)
    first, last = stems[(ends - lengths)[full]], stems[(ends - 1)[full]]
    next_row = rows[:-1] == rows[1:]
    after_next = rows[:-2] == rows[2:]
    bound = np.uint32(BOUND)
    bounds, none = np.full(len(full), bound), np.full(len(empty), bound)
    return (
        (_mixed(stems[:-1], stems[1:], 1, Kind.ORDER)[next_row], rows[:-1][next_row]),
        (_mixed(bounds, first, 1, Kind.ORDER), full),
        (_mixed(last, bounds, 1, Kind.ORDER), full),
        (_mixed(none, none, 1, Kind.ORDER), empty),
        (_mixed(stems[:-2], stems[2:], 2, Kind.ORDER)[after_next], rows[:-2][after_next]),
    )


def _pairs(texts: Sequence[Sequence[Unit]]) -> list[tuple[Ids, NDArray[np.int64]]]:
    """Return the unordered pairs of content units, for all rows with as many at once."""
    by_count: dict[int, tuple[list[list[int]], list[int]]] = {}
    for row, text in enumerate(texts):
        content = sorted({unit.number for unit in text if not unit.is_light})[:PAIRED]
        contents, rows = by_count.setdefault(len(content), ([], []))
        contents.append(content)
        rows.append(row)
    found = []
    for count, (contents, rows) in by_count.items():
        if count > 1:
            left, right = np.triu_indices(count, 1)
            table = np.array(contents, np.uint32)
            pairs = _mixed(table[:, left].ravel(), table[:, right].ravel(), 3, Kind.PAIR)
            found.append((pairs, np.repeat(np.array(rows, np.int64), len(left))))
    return found


def _parts(texts: Sequence[Sequence[Unit]]) -> tuple[Ids, NDArray[np.int64]]:
    said = [(word, row) for row, text in enumerate(texts) for u in text for word in u.words]
    counts = np.array([len(parts_of(word)) for word, _ in said], np.int64)
    ids = _numbers([part for word, _ in said for part in parts_of(word)])
    return ids, np.repeat(np.array([row for _, row in said], np.int64), counts)


def _numbers(found: list[int]) -> Ids:
    return np.array(found, np.uint32)


def _mixed(first: Ids, second: Ids, salt: int, kind: Kind) -> Ids:
    """Combine features as `mixed` does; 64-bit numbers wrap by themselves."""
    x = first.astype(np.uint64) * np.uint64(MIX) + second.astype(np.uint64) * np.uint64(3)
    x += np.uint64(salt * EDGE & (1 << 64) - 1)
    for shift, factor in _MOVES:
        x = (x ^ (x >> np.uint64(shift))) * np.uint64(factor)
    x ^= x >> np.uint64(31)
    return (x >> np.uint64(32)).astype(np.uint32) & np.uint32(
        ~KIND_BITS & 0xFFFFFFFF
    ) | np.uint32(kind)
