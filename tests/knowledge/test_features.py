import subprocess
import sys

import numpy as np
import pytest

from knowledge.index.concepts import build_concepts
from knowledge.index.features import Features, Kind, features, units, word_number
from knowledge.text.lexicon import WHO_IS_MEANT
from knowledge.text.tokens import words

NO_CONCEPTS = build_concepts(())
PAY = build_concepts([("wage", "monthly pay")])


def featured(text: str) -> Features:
    return features(words(text), NO_CONCEPTS)


def of_kind(found: Features, kind: Kind) -> set[int]:
    return set(found.ids[found.kinds == kind].tolist())


def test_equal_texts_have_equal_features_in_the_same_order() -> None:
    assert np.array_equal(featured("the lamp burned").ids, featured("The LAMP burned!").ids)


def test_every_feature_stands_once() -> None:
    ids = featured("lamp lamp lamp and the lamp").ids

    assert len(ids) == len(set(ids.tolist()))


def test_inflected_words_are_the_same_word_and_different_parts() -> None:
    one, many = featured("lamp"), featured("lamps")

    assert of_kind(one, Kind.WORD) == of_kind(many, Kind.WORD)
    assert of_kind(one, Kind.PART) != of_kind(many, Kind.PART)


def test_turned_words_share_words_and_pairs_but_no_order() -> None:
    first, second = featured("lamp keeper"), featured("keeper lamp")

    assert of_kind(first, Kind.WORD) == of_kind(second, Kind.WORD)
    assert of_kind(first, Kind.PAIR) == of_kind(second, Kind.PAIR)
    assert of_kind(first, Kind.ORDER).isdisjoint(of_kind(second, Kind.ORDER))


def test_only_content_words_are_paired() -> None:
    assert of_kind(featured("who was the keeper"), Kind.PAIR) == set()


def test_a_synonym_shares_its_concept_with_the_word_itself() -> None:
    wage = features(words("her wage"), PAY)
    pay = features(words("her monthly pay"), PAY)

    assert wage.units[-1].number == pay.units[-1].number
    assert wage.units[-1].number in of_kind(pay, Kind.WORD)
    assert pay.units[-1].words == ("monthly", "pay")


@pytest.mark.parametrize(
    ("word", "is_light"), [("the", True), (WHO_IS_MEANT, True), ("who", True), ("lamp", False)]
)
def test_words_that_only_carry_the_sentence_are_light(word: str, is_light: bool) -> None:  # noqa: FBT001
    (unit,) = units((word,), NO_CONCEPTS)

    assert unit.is_light == is_light


def test_a_text_without_words_has_no_content() -> None:
    found = featured("…")

    assert found.units == ()
    assert of_kind(found, Kind.WORD) | of_kind(found, Kind.PAIR) == set()


def test_a_word_has_the_same_number_in_every_process() -> None:
    code = "from knowledge.index.features import word_number as n; print(n('лампа\\udcff'))"
    told = subprocess.run(  # noqa: S603 -- our own code
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60
    )

    assert int(told.stdout) == word_number("лампа\udcff")
