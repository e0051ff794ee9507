"""What a part of the index holds of the facts that were read."""

import numpy as np
import pytest

from knowledge.base import build_base
from knowledge.index.build import build_index
from knowledge.index.features import word_number
from knowledge.index.lists import Lists
from knowledge.match.explain import Candidate
from knowledge.match.weights import GENERAL, PERSONAL, Weights
from knowledge.release import View
from knowledge.text.tokens import stem, words
from tests.knowledge.islanders import put
from tests.knowledge.make import make_base, make_fact, make_held, make_profile

KEEPER = make_fact(id="work.lamp", phrasings=("Which lamp did Odalys Fennwick tend?",))
STORM = make_fact(
    id="storm.night",
    statement="The storm broke the pier.",
    phrasings=("What did the storm break?", "What became of the pier?"),
)
BASE = make_base(KEEPER, STORM)


def best(question: str) -> Candidate:
    return put(question, View(BASE)).explanation.candidates[0]


def test_a_text_is_kept_as_its_masked_words() -> None:
    (part,) = build_index(BASE).parts
    first = [int(part.text_of_row[row]) for row in part.first_row[:-1]]

    assert {part.wording(text) for text in first} == {
        "which lamp did @ tend",
        "what did the storm break",
    }
    assert {part.wording(text): bool(part.names_person[text]) for text in first} == {
        "which lamp did @ tend": True,
        "what did the storm break": False,
    }


def test_wordings_that_are_masked_alike_share_a_text() -> None:
    twice = ("Which lamp did she tend?", "Which lamp did Odalys Fennwick tend?")
    (part,) = build_index(make_base(make_fact(phrasings=twice))).parts

    assert part.text_of_row[0] == part.text_of_row[1]


def test_a_wording_in_another_script_comes_back_whole() -> None:
    base = make_base(make_fact(phrasings=("Кто зажёг маяк?", "Which lamp was it?")))
    (part,) = build_index(base).parts

    assert part.wording(0) == " ".join(words("Кто зажёг маяк?"))
    assert part.wording(1) == "which lamp was it"


def test_a_relation_that_one_person_bears_asks_for_that_person_too() -> None:
    married = make_fact(id="family.husband", phrasings=("Whom did she call her husband?",))
    husband = {"name": "Tobin Marrow", "relations": ("husband",)}
    second = {"name": "Perrin Quill", "relations": ("husband",)}
    one, two = (
        build_index(build_base([make_held(married, profile=make_profile(person=people))], ()))
        for people in ((husband,), (husband, second))
    )
    named = word_number(stem("=tobin-marrow"))

    assert named in one.parts[0].asked.of(0)
    assert named not in two.parts[0].asked.of(0)


def test_the_first_person_named_for_a_relation_is_meant_by_it() -> None:
    people = (
        {"profile": "tobin-marrow", "relations": ("husband",)},
        {"profile": "perrin-quill", "relations": ("husband",)},
    )
    held = make_held(make_fact(), profile=make_profile(person=people))
    index = build_index(build_base([held], ()))

    assert index.relations[held.profile.id] == {("husband",): "tobin-marrow"}


def test_a_fact_is_personal_where_a_phrasing_asks_it_of_the_person() -> None:
    (part,) = build_index(BASE).parts
    ids = [BASE.profiles[part.profiles[0]].facts[int(place)].id for place in part.places]

    assert dict(zip(ids, part.is_personal.tolist(), strict=True)) == {
        KEEPER.id: True,
        STORM.id: False,
    }


@pytest.mark.parametrize(
    ("question", "fact", "weights"),
    [
        ("Which old lamp did Odalys Fennwick tend?", KEEPER.id, PERSONAL),
        ("So what did the storm break there?", STORM.id, GENERAL),
    ],
)
def test_each_kind_of_fact_is_weighed_with_its_own_weights(
    question: str, fact: str, weights: Weights
) -> None:
    candidate = best(question)
    given = {e.name: e for e in candidate.effects if e.name in weights.gives}

    assert candidate.fact == fact
    assert PERSONAL.gives["share"] != GENERAL.gives["share"]
    assert given["share"].taken == pytest.approx(weights.gives["share"] * given["share"].amount)
    assert given["ahead"].taken == pytest.approx(weights.gives["ahead"] * given["ahead"].amount)


def test_arrays_that_are_built_are_as_those_that_were_kept() -> None:
    index = build_index(make_base(make_fact()))
    held = [*vars(index.parts[0]).values(), index.count_codes, index.count_weights]
    lists = [array for each in held if isinstance(each, Lists) for array in vars(each).values()]
    arrays = [each for each in (*held, *lists) if isinstance(each, np.ndarray)]

    assert len(arrays) > 20
    assert not any(array.flags.writeable for array in arrays)
