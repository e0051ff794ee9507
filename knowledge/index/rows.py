"""The features of many texts at once: what `features` gives for each, in a few array steps."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.index.features import EDGE, PAIRED, Ids, Kind, Unit, parts_of

_MOVES = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))


@dataclass(frozen=True, slots=True)
class RowFeatures:
    """Features of all rows: which, of which kind, in which row; a row's may repeat."""

    ids: Ids
    kinds: NDArray[np.int8]
    rows: NDArray[np.int64]


def row_features(texts: Sequence[Sequence[Unit]]) -> RowFeatures:
    """Return the features of every text, the numbers that `features` would give."""
    lengths = np.array([sum(len(u.stems) for u in text) for text in texts], np.int64)
    stems = _numbers([n for text in texts for unit in text for n in unit.stem_numbers])
    stem_rows = np.repeat(np.arange(len(texts)), lengths)
    meant = _numbers([unit.number for text in texts for unit in text])
    meant_rows = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    blocks = (
        (Kind.WORD, stems, stem_rows),
        (Kind.WORD, meant, meant_rows),
        *((Kind.ORDER, *block) for block in _order(stems, stem_rows, lengths)),
        *((Kind.PAIR, *block) for block in _pairs(texts)),
        (Kind.PART, *_parts(texts)),
    )
    return RowFeatures(
        np.concatenate([ids for _, ids, _ in blocks]),
        np.concatenate([np.full(len(ids), kind, np.int8) for kind, ids, _ in blocks]),
        np.concatenate([rows for _, _, rows in blocks]),
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
    edge = np.uint64(EDGE)
    return (
        (_mixed(stems[:-1], stems[1:], 1)[next_row], rows[:-1][next_row]),
        (_mixed(np.full(len(full), edge), first, 1), full),
        (_mixed(last, np.full(len(full), edge), 1), full),
        (_mixed(np.full(len(empty), edge), np.full(len(empty), edge), 1), empty),
        (_mixed(stems[:-2], stems[2:], 2)[after_next], rows[:-2][after_next]),
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
            table = np.array(contents, np.uint64)
            pairs = _mixed(table[:, left].ravel(), table[:, right].ravel(), 3)
            found.append((pairs, np.repeat(np.array(rows, np.int64), len(left))))
    return found


def _parts(texts: Sequence[Sequence[Unit]]) -> tuple[Ids, NDArray[np.int64]]:
    said = [(word, row) for row, text in enumerate(texts) for u in text for word in u.words]
    counts = np.array([len(parts_of(word)) for word, _ in said], np.int64)
    ids = _numbers([part for word, _ in said for part in parts_of(word)])
    return ids, np.repeat(np.array([row for _, row in said], np.int64), counts)


def _numbers(found: list[int]) -> Ids:
    return np.array(found, np.uint64)


def _mixed(first: Ids, second: Ids, kind: int) -> Ids:
    """Combine numbers as `features` does; 64-bit numbers wrap by themselves."""
    x = first * np.uint64(3) + second + np.uint64(kind * EDGE & (1 << 64) - 1)
    for shift, factor in _MOVES:
        x = (x ^ (x >> np.uint64(shift))) * np.uint64(factor)
    return x ^ (x >> np.uint64(31))
