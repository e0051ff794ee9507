import re
from pathlib import Path

import pytest

from benchmarks.matching.public import DATA, FILES, NoDataError, PublicSets
from benchmarks.matching.splits import Split, banking, clinc
from benchmarks.matching.tasks import large
from tests.benchmarks.made_sets import write_sets


@pytest.fixture(scope="module", params=["made", "real"])
def sets(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> PublicSets:
    if request.param == "made":
        return PublicSets(write_sets(tmp_path_factory.mktemp("sets")))
    if not all((DATA / name).is_file() for name in FILES):
        pytest.skip("CLINC150 and BANKING77 are not beside this checkout")
    return PublicSets()


def bare(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def phrasings(split: Split) -> set[str]:
    return {bare(text) for fact in split.part.facts for text in fact.phrasings}


def asked(split: Split) -> set[str]:
    return {bare(question.text) for question in split.test}


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_no_validation_question_is_a_question_of_the_test(sets: PublicSets, seed: int) -> None:
    for split in (clinc(sets, 10, seed), banking(sets, 10, seed)):
        validation = {bare(question.text) for question in split.validation}

        assert len(split.validation) == 1100
        assert validation & asked(split) == set()


def test_the_validation_of_banking_leaves_out_what_stands_in_the_base(sets: PublicSets) -> None:
    split = banking(sets, 10, seed=0)
    validation = {bare(question.text) for question in split.validation}

    assert validation & phrasings(split) == set()


def test_the_test_is_the_same_for_every_seed_and_number_of_phrasings(sets: PublicSets) -> None:
    assert clinc(sets, 10, seed=0).test == clinc(sets, 5, seed=2).test
    assert banking(sets, 10, seed=0).test == banking(sets, 5, seed=2).test
    assert clinc(sets, 10, seed=0).part != clinc(sets, 10, seed=2).part


def test_the_splits_are_as_large_as_they_are_told(sets: PublicSets) -> None:
    whole, near = clinc(sets, 10, seed=0), banking(sets, 5, seed=0)

    assert [len(fact.phrasings) for fact in whole.part.facts] == [10] * 150
    assert sum(bool(question.expected) for question in whole.test) == 1800
    assert len(whole.test) == 2200
    assert [len(fact.phrasings) for fact in near.part.facts] == [5] * 58
    assert sum(bool(question.expected) for question in near.test) == 900
    assert len(near.test) == 1200


def test_every_question_in_scope_names_a_fact_of_the_base(sets: PublicSets) -> None:
    for split in (clinc(sets, 10, seed=0), banking(sets, 10, seed=0)):
        facts = [f"{split.part.id}/{fact.id}" for fact in split.part.facts]
        expected = {q.expected for q in (*split.test, *split.validation) if q.expected}

        assert len(set(facts)) == len(facts)
        assert expected <= set(facts)


def test_without_held_out_intents_everything_is_in_scope(sets: PublicSets) -> None:
    split = banking(sets, 10, seed=0, held_out=0)

    assert len(split.part.facts) == 77
    assert all(question.expected for question in split.test)


def test_a_large_base_is_half_people_and_half_near_copies(sets: PublicSets) -> None:
    material = large(sets, 2000, seed=1)
    noise = [part for part in material.parts if part.id.startswith("noise-")]

    assert len(material.texts) == 2000
    assert sum(len(fact.phrasings) for part in noise for fact in part.facts) == 1000
    assert large(sets, 2000, seed=1).texts == material.texts


def test_where_a_set_is_missing_the_message_says_how_to_name_its_folder(tmp_path: Path) -> None:
    with pytest.raises(NoDataError, match="--data DIR"):
        clinc(PublicSets(tmp_path), 10, seed=0)
