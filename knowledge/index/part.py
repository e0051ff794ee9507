"""A part of the index: some profiles as arrays, which nothing changes once they are built.

Nothing in a part depends on what other profiles hold: weights come in when a question is
asked, so an edit makes one small part anew and leaves the large one as it is.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from knowledge.base import Vectors
from knowledge.index.features import KIND_BITS, Ids, Kind
from knowledge.index.gather import Gathered, Stretches, Tally
from knowledge.index.lists import Lists, Numbers, freeze, members, starts_of
from knowledge.index.rows import row_features
from knowledge.index.steps.held import Postings, Rows, Searched
from knowledge.text.lexicon import WHO_IS_MEANT

Vector = NDArray[np.float32]
CHUNK = 20_000  # texts that are turned into arrays at once
SORTED_AT_ONCE = 1 << 22  # postings, so that sorting them takes little memory


@dataclass(frozen=True)
class Part:
    """Some profiles, their facts, the facts' rows and the rows' texts."""

    profiles: tuple[str, ...]
    first_fact: Numbers
    """By profile, and one past the last fact."""
    places: Numbers
    """By fact: its place among the facts of its profile."""
    shadows: NDArray[np.bool_]
    """By fact: it is made of a fact's near misses, and never answers."""
    is_personal: NDArray[np.bool_]
    """By fact: some phrasing of a curator's asks it of the profile's person."""
    asks_bits: NDArray[np.int16]
    negated: NDArray[np.bool_]
    asked: Lists
    """By fact: the words of its phrasings."""
    told: Lists
    """By fact: the words of its statement and claims, and of shared phrasings."""
    first_row: Numbers
    """By fact, and one past the last row."""
    fact_of_row: Numbers
    text_of_row: Numbers
    features: Lists
    """By text, the features of a kind together."""
    text_numbers: NDArray[np.uint64]
    """By text: the same in every part."""
    wordings: NDArray[np.uint8]
    wording_starts: Numbers
    """By text: where its masked words begin among the wordings, and one past the last."""
    names_person: NDArray[np.bool_]
    """By text: it speaks of the profile's person."""
    asks_of_text: NDArray[np.int8]
    """By text: what kind of answer it wants, by its place in `Asks`."""
    exact_numbers: NDArray[np.uint64]
    """Numbers of masked phrasings with their profile, sorted; `exact_rows` beside them."""
    exact_rows: Numbers
    postings: Lists
    """By place in `posting_ids`: the rows that have a feature, sorted."""
    posting_ids: Ids
    row_scale: NDArray[np.float32]
    """By row: what makes long texts and short ones comparable."""
    vectors: NDArray[np.float32]
    """By text: its vector, where the base compares by meaning; else of no columns."""

    def __post_init__(self) -> None:
        freeze(*(held for held in vars(self).values() if isinstance(held, np.ndarray)))

    @cached_property
    def searched(self) -> Searched:
        """Return what the part is searched by."""
        postings = Postings(self.posting_ids, self.postings.starts, self.postings.held)
        rows = Rows(
            self.fact_of_row,
            self.text_of_row,
            self.row_scale,
            self.first_row,
            self.text_numbers,
        )
        return Searched(postings, rows)

    def reach(self, number: int) -> tuple[int, int]:
        """Return the first fact of a profile, and one past its last."""
        first, end = self.first_fact[number : number + 2].tolist()
        return first, end

    def profile_of(self, fact: int) -> str:
        """Return the profile of a fact."""
        return self.profiles[int(self.first_fact.searchsorted(fact, "right")) - 1]

    def owners(self, facts: NDArray[np.integer]) -> list[tuple[str, int]]:
        """Return the profile of each fact, and its place among the facts there."""
        numbers = self.first_fact.searchsorted(facts, "right") - 1
        profiles = (self.profiles[number] for number in numbers.tolist())
        return list(zip(profiles, self.places[facts].tolist(), strict=True))

    def wording(self, text: int) -> str:
        """Return the masked words of a text."""
        start, end = self.wording_starts[text : text + 2].tolist()
        return self.wordings[start:end].tobytes().decode("utf-8", "surrogatepass")

    def exact_row(self, number: int) -> int | None:
        """Return the row of a masked phrasing."""
        place = int(np.searchsorted(self.exact_numbers, np.uint64(number)))
        if place == len(self.exact_numbers) or int(self.exact_numbers[place]) != number:
            return None
        return int(self.exact_rows[place])


@dataclass
class _Texts:
    """The features of the texts that are arrays already."""

    lengths: list[Numbers] = field(default_factory=list)
    held: list[Ids] = field(default_factory=list)

    def take(self, gathered: Gathered) -> None:
        """Turn the texts that were gathered into arrays."""
        found = row_features(gathered.texts)
        kinds = (found.ids & np.uint32(KIND_BITS)).astype(np.uint64)
        groups = found.rows.astype(np.uint64) << np.uint64(2) | kinds
        cells = _distinct(groups << np.uint64(32) | found.ids)
        counts = np.bincount(
            (cells >> np.uint64(34)).astype(np.int64), minlength=len(gathered.texts)
        )
        self.lengths.append(counts.astype(np.uint32))
        self.held.append(cells.astype(np.uint32))
        gathered.first_text += len(gathered.texts)
        gathered.texts.clear()

    def lists(self) -> Lists:
        """Return all of them."""
        lengths = np.concatenate([np.zeros(0, np.uint32), *self.lengths])
        return Lists(starts_of(lengths), np.concatenate([np.zeros(0, np.uint32), *self.held]))


def build_part(
    profiles: Iterable[tuple[str, Callable[[Gathered], None]]], vectors: Vectors | None = None
) -> tuple[Part, Tally]:
    """Build a part of some profiles, each with what gathers it; and what their texts say."""
    gathered, texts, ids = Gathered(), _Texts(), []
    for id_, gather in profiles:
        ids.append(id_)
        gather(gathered)
        if len(gathered.texts) >= CHUNK:
            texts.take(gathered)
    texts.take(gathered)
    part = _part(tuple(ids), gathered, texts.lists())
    return (replace(part, vectors=_embedded(part, vectors)) if vectors else part), gathered.said


def meaning_of(wording: str) -> str:
    """Return a masked wording as vectors know words: with a pronoun for the blank."""
    return wording.replace(WHO_IS_MEANT, "he")


def _embedded(part: Part, vectors: Vectors) -> NDArray[np.float32]:
    texts = range(len(part.wording_starts) - 1)
    found = [
        vectors.embed([meaning_of(part.wording(text)) for text in texts[first : first + CHUNK]])
        for first in range(0, len(texts), CHUNK)
    ]
    none = vectors.embed([""])[:0]  # as wide as the others; a model may refuse to read nothing
    return np.concatenate([none, *found])


def _part(profiles: tuple[str, ...], gathered: Gathered, features: Lists) -> Part:
    facts, rows = len(gathered.places), len(gathered.text_of_row)
    first_row = _numbers([*gathered.first_row, rows])
    text_of_row = _numbers(gathered.text_of_row)
    ids, postings = _postings(features, text_of_row)
    exact_numbers, first = np.unique(
        np.array(gathered.exact_numbers, np.uint64), return_index=True
    )
    return Part(
        profiles=profiles,
        first_fact=_numbers([*gathered.first_fact, facts]),
        places=_numbers(gathered.places),
        shadows=np.array(gathered.shadows, bool),
        is_personal=np.array(gathered.is_personal, bool),
        asks_bits=np.array(gathered.asks_bits, np.int16),
        negated=np.array(gathered.negated, bool),
        asked=_lists(gathered.asked),
        told=_lists(gathered.told),
        first_row=first_row,
        fact_of_row=np.repeat(np.arange(facts, dtype=np.uint32), np.diff(first_row)),
        text_of_row=text_of_row,
        features=features,
        text_numbers=np.fromiter(gathered.known_texts, np.uint64, len(gathered.known_texts)),
        wordings=np.frombuffer(bytes(gathered.wordings), np.uint8),
        wording_starts=np.concatenate([[0], _numbers(gathered.wording_ends)]).astype(np.uint32),
        names_person=np.array(gathered.names_person, bool),
        asks_of_text=np.array(gathered.asks_of_text, np.int8),
        exact_numbers=exact_numbers,
        exact_rows=_numbers(gathered.exact_rows)[first],
        postings=postings,
        posting_ids=ids,
        row_scale=_scales(features)[text_of_row],
        vectors=np.zeros((len(gathered.known_texts), 0), np.float32),
    )


def fact_features(part: Part, reach: tuple[int, int]) -> Iterator[Ids]:
    """Yield the features of some facts, each once for every fact that has it; in chunks."""
    first, end = reach
    while first < end:
        until = int(np.searchsorted(part.first_row, part.first_row[first] + CHUNK))
        until = min(max(until, first + 1), end)
        rows = np.arange(part.first_row[first], part.first_row[until])
        places, lengths = members(part.features.starts, part.text_of_row[rows])
        owners = np.repeat(part.fact_of_row[rows], lengths).astype(np.uint64)
        cells = _distinct(owners << np.uint64(32) | part.features.held[places])
        yield cells.astype(np.uint32)
        first = until


def _postings(features: Lists, text_of_row: Numbers) -> tuple[Ids, Lists]:
    """Return the features that rows are found by, sorted, and the rows that have each."""
    order = np.argsort(text_of_row, kind="stable").astype(np.uint32)
    rows_of_text = Lists(
        starts_of(np.bincount(text_of_row, minlength=len(features.starts) - 1)), order
    )
    turns = 1 + len(features.held) // SORTED_AT_ONCE
    ids, counts, rows = [np.zeros(0, np.uint32)], [np.zeros(0, np.int64)], [order[:0]]
    for low, high in _ranges(turns):
        found = _postings_between(features, rows_of_text, low, high)
        known, first = np.unique(found >> np.uint64(32), return_index=True)
        ids.append(known.astype(np.uint32))
        counts.append(np.diff(first, append=len(found)))
        rows.append(found.astype(np.uint32))
    return np.concatenate(ids), Lists(starts_of(np.concatenate(counts)), np.concatenate(rows))


def _ranges(turns: int) -> Iterator[tuple[int, int]]:
    edges = [(1 << 32) * turn // turns for turn in range(turns + 1)]
    return zip(edges, edges[1:], strict=False)


def _postings_between(
    features: Lists, rows_of_text: Lists, low: int, high: int
) -> NDArray[np.uint64]:
    held = features.held
    places = np.flatnonzero(
        (held >= low) & (held <= high - 1) & ((held & KIND_BITS) != Kind.PART)
    )
    texts = np.searchsorted(features.starts, places, "right") - 1
    rows, lengths = members(rows_of_text.starts, texts)
    ids: NDArray[np.uint64] = np.repeat(held[places], lengths).astype(np.uint64)
    found: NDArray[np.uint64] = np.sort(ids << np.uint64(32) | rows_of_text.held[rows])
    return found


def _scales(features: Lists) -> NDArray[np.float32]:
    texts = len(features.starts) - 1
    is_found_by = np.concatenate([[0], np.cumsum((features.held & KIND_BITS) != Kind.PART)])
    counts = np.diff(is_found_by[features.starts]) if texts else np.zeros(0)
    return (1 / np.sqrt(np.maximum(counts, 1))).astype(np.float32)


def _distinct(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return the distinct numbers, sorted; NumPy's own way is slower for many of them."""
    if not len(numbers):
        return numbers
    numbers.sort()
    found: NDArray[np.uint64] = numbers[np.concatenate([[True], numbers[1:] != numbers[:-1]])]
    return found


def _lists(found: Stretches) -> Lists:
    return Lists(
        np.concatenate([[0], _numbers(found.ends)]).astype(np.uint32), _numbers(found.held)
    )


def _numbers(found: Iterable[int]) -> Numbers:
    return np.array(found, np.uint32)
