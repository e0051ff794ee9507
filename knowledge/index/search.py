"""Search: a masked question in, the few facts that come near it out.

Nominated facts are compared exactly: the cosine of the question with each of their nearest
phrasings. A ridge regression, solved for this question over just those phrasings, then says
how much each fact owns of it (local learning, Bottou and Vapnik 1992; kernel ridge, Saunders
and others 1998).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from knowledge.index.build import Index
from knowledge.index.features import Features, features
from knowledge.index.gather import ASKS_PLACES
from knowledge.index.meaning import WEIGHT, Meaning
from knowledge.index.nominate import Nominees, nominate, weighing
from knowledge.index.part import Part, meaning_of
from knowledge.index.steps.held import Beside, OfFacts, OfRows, Texts
from knowledge.index.steps.steps import LOOPS, STEPS
from knowledge.text.lexicon import Asks

DAMPING = 0.2  # the ridge's lambda, in units of a phrasing's squared norm

Number = TypeVar("Number", bound=np.generic)
_NOTHING = Beside(np.zeros((0, 0), np.float32), 0.0)


class Near(NamedTuple):
    """A fact near the question, by its number in a part of the index."""

    part: Part
    owner: tuple[str, int]
    """The profile, and the place of the fact among its facts."""
    fact: int
    row: int
    """Its nearest phrasing."""
    is_shadow: bool
    """It is made of near misses."""
    cosine: float
    """Of the nearest phrasing: 0 to 1."""
    alike: float
    """The cosine of the nearest phrasing that wants the same kind of answer, or 0."""
    share: float
    """How much of the question the ridge gives to this fact, about 0 to 1."""

    @property
    def text(self) -> int:
        """Return the text of the nearest phrasing, by its number in the part."""
        return int(self.part.text_of_row[self.row])


def ready(index: Index) -> Index:
    """Return the index when its first question is as quick as the others: steps compiled."""
    if STEPS is LOOPS and index.parts and len(index.parts[0].fact_of_row):
        said = index.parts[0].wording(0).split()
        search(index, features(said, index.concepts), Asks.OPEN, None)
    return index


def search(index: Index, asked: Features, kind: Asks, profile: str | None) -> tuple[Near, ...]:
    """Return the facts of one profile or of all nearest to a question of a kind, best first."""
    meaning = _meaning(index, asked)
    nominees = nominate(index, asked.ids, meaning, profile)
    if not nominees:
        return ()
    texts, same = Texts(asked.ids, np.array([len(asked.ids)])), []
    for part, rows in ((one.part, one.rows) for one in nominees):
        numbers = part.text_of_row[rows]
        texts = STEPS.gathered(texts, part.features.starts, part.features.held, numbers)
        same.append(part.asks_of_text[numbers] == ASKS_PLACES[kind])
    of_rows = OfRows(_joined([n.lengths for n in nominees]), _joined(same))
    beside = _beside(meaning, nominees) if meaning else _NOTHING
    return _near(nominees, STEPS.judged(texts, of_rows, weighing(index), beside, DAMPING))


def _meaning(index: Index, asked: Features) -> Meaning | None:
    if index.vectors is None or index.common is None:
        return None
    said = " ".join(word for unit in asked.units for word in unit.words)
    (vector,) = index.vectors.embed([meaning_of(said)])
    return Meaning(index.common.without(vector), index.common)


def _beside(meaning: Meaning, nominees: Sequence[Nominees]) -> Beside:
    """Return how near the question and every two rows come in meaning."""
    of_rows = (one.part.vectors[one.part.text_of_row[one.rows]] for one in nominees)
    rows = meaning.common.without(np.concatenate(list(of_rows)))
    vectors = np.concatenate([meaning.vector[np.newaxis], rows])
    return Beside(vectors @ vectors.T, WEIGHT)


def _near(nominees: Sequence[Nominees], judged: OfFacts) -> tuple[Near, ...]:
    """Put the facts' nearest rows, cosines and shares together, best first.

    What is equal but for the order of adding up stands in the order of profiles and facts.
    """
    nearest, *figures = judged
    facts = zip(
        _owners(nominees),
        _joined([n.rows for n in nominees])[nearest].tolist(),
        *(figure.tolist() for figure in figures),
        strict=True,
    )
    found = [
        Near(part, owner, fact, row, is_shadow, cosine, alike, share)
        for (part, owner, fact, is_shadow), row, cosine, alike, share in facts
        if cosine > 0
    ]
    found.sort(key=lambda near: (-round(near.share, 5), near.owner, near.is_shadow))
    return tuple(found)


def _owners(
    nominees: Sequence[Nominees],
) -> Iterator[tuple[Part, tuple[str, int], int, bool]]:
    for one in nominees:
        facts, shadows = one.facts.tolist(), one.part.shadows[one.facts].tolist()
        for owner, fact, is_shadow in zip(
            one.part.owners(one.facts), facts, shadows, strict=True
        ):
            yield one.part, owner, fact, is_shadow


def _joined(arrays: Sequence[NDArray[Number]]) -> NDArray[Number]:
    return arrays[0] if len(arrays) == 1 else np.concatenate(arrays)
