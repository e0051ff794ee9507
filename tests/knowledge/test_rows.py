"""The index and a question count the same features, however they are computed."""

from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.index.concepts import build_concepts
from knowledge.index.features import Unit, features, units
from knowledge.index.rows import row_features
from knowledge.text.lexicon import WHO_IS_MEANT
from knowledge.text.tokens import words

CONCEPTS = build_concepts([("wage", "monthly pay"), ("medal", "decoration")])
_KNOWN = st.lists(
    st.sampled_from(
        (WHO_IS_MEANT, "=ned-marrow", "the", "was", "wage", "monthly", "pay", "lamps", "лампа")
    ),
    max_size=20,
).map(tuple)
_ANY = st.text(st.characters(exclude_categories=()), max_size=80).map(words)
MASKED = st.one_of(_KNOWN, _ANY)


def by_row(texts: Sequence[Sequence[Unit]]) -> list[set[int]]:
    """Return the features of each row."""
    found = row_features(texts)
    told: list[set[int]] = [set() for _ in texts]
    for id_, row in zip(found.ids.tolist(), found.rows.tolist(), strict=True):
        told[row].add(id_)
    return told


@given(st.lists(MASKED, max_size=6))
@example([])
@example([()])
@example([("lamp",), (), ("lamp", "lamp")])
@example([tuple(f"lamp{number}" for number in range(30))])
def test_many_texts_at_once_have_the_features_of_each(texts: list[tuple[str, ...]]) -> None:
    single = [features(masked, CONCEPTS) for masked in texts]

    assert by_row([units(masked, CONCEPTS) for masked in texts]) == [
        set(found.ids.tolist()) for found in single
    ]
