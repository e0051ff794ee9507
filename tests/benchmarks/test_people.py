import re
from random import Random

import pytest

from benchmarks.matching import people
from benchmarks.matching.material import Material
from benchmarks.matching.noise import swapped
from benchmarks.matching.people import ATTRIBUTES, EACH, GIVEN, PHRASINGS, Person
from benchmarks.matching.public import PublicSets
from benchmarks.matching.tasks import names


def shape(frame: str) -> re.Pattern[str]:
    """Return what a frame looks like, whoever it is filled in for."""
    parts = re.split(r"\{\w+\}", frame)
    return re.compile(".+".join(re.escape(part) for part in parts))


@pytest.fixture(scope="module")
def held() -> tuple[Person, ...]:
    return tuple(people.invented(40, seed=3))


def test_the_same_seed_makes_the_same_people_and_another_seed_others() -> None:
    first, again, other = (tuple(people.parts(5, seed)) for seed in (1, 1, 2))

    assert first == again
    assert {part.name for part in first} & {part.name for part in other} == set()


def test_names_and_ids_differ(held: tuple[Person, ...]) -> None:
    assert len({person.name for person in held}) == len(held)
    assert len({person.id for person in held}) == len(held)


def test_people_share_names_with_others_and_with_strangers() -> None:
    known, strangers = (
        [person.name.split() for person in people.invented(2000, seed)] for seed in (3, 1003)
    )
    families = {family for _, family in known}

    assert len(families) < len(known)
    assert len({given for given, _ in known}) <= GIVEN
    assert sum(family in families for _, family in strangers) > len(strangers) / 2


def test_a_person_has_a_hundred_phrasings_of_twenty_facts() -> None:
    part = next(people.parts(1, seed=1))

    assert len(part.facts) == ATTRIBUTES
    assert {len(set(fact.phrasings)) for fact in part.facts} == {PHRASINGS}
    assert EACH == ATTRIBUTES * PHRASINGS


def test_the_parts_are_about_the_people_that_the_questions_are_about(
    held: tuple[Person, ...],
) -> None:
    parts = tuple(people.parts(40, seed=3))

    assert [(part.id, part.name) for part in parts] == [(p.id, p.name) for p in held]
    assert all(part.name in text for part in parts for f in part.facts for text in f.phrasings)


def test_held_out_frames_never_stand_in_a_base() -> None:
    texts = Material(tuple(people.parts(40, seed=3))).texts
    frames = [shape(frame) for each in people.attributes() for frame in each.held_out]

    assert [text for text in texts if any(frame.fullmatch(text) for frame in frames)] == []
    assert any(
        shape(frame).fullmatch(texts[0]) for each in people.attributes() for frame in each.base
    )


def test_no_two_attributes_share_a_frame() -> None:
    frames = [f for each in people.attributes() for f in (*each.base, *each.held_out)]

    assert len(set(frames)) == len(frames)


def test_a_question_is_answered_by_the_fact_of_its_attribute(held: tuple[Person, ...]) -> None:
    facts = Material(tuple(people.parts(40, seed=3))).facts
    asked = list(people.questions(held, 50, slice(0, 2), Random(1)))

    assert all(question.expected in facts for question in asked)
    assert all(
        question.expected == "" for question in people.untold(held, 9, slice(1), Random(1))
    )


def test_the_questions_of_test_and_validation_have_different_frames() -> None:
    task = names(PublicSets(), 0, size=2000)

    assert {q.text for q in task.test} & {q.text for q in task.validation} == set()
    assert sum(not question.expected for question in task.test) == 300


def test_swapping_changes_one_or_two_content_words_and_no_other() -> None:
    text = "Is there a reason my payment was declined at the shop?"
    kept = "Is there a my was at the".split()

    for seed in range(30):
        said = swapped(text, Random(seed)).split()
        changed = [w for w, old in zip(said, text.split(), strict=True) if w != old]

        assert 1 <= len(changed) <= 2
        assert [word for word in said if word in kept] == kept
