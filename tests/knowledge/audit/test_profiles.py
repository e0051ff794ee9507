import pytest

from tests.knowledge.audit.finding import problems_of, wrongs
from tests.knowledge.make import ask, make_fact, make_held, make_profile


def test_a_name_that_identifies_two_people_is_named_at_both() -> None:
    namesake = make_profile(id="bruno-tamm", name="Bruno Tamm", names=("ODALYS Fennwick",))
    found = problems_of(make_held(make_fact()), make_held(make_fact(), profile=namesake))

    assert wrongs(found) == [
        "has a name that identifies odalys-fennwick too, 'ODALYS Fennwick'",
        "has a name that identifies bruno-tamm too, 'Odalys Fennwick'",
    ]


def test_a_person_with_a_profile_that_does_not_exist_is_named() -> None:
    profile = make_profile(person=({"name": "Bruno Tamm", "profile": "bruno-tamm"},))

    assert wrongs(problems_of(make_held(make_fact(), profile=profile))) == [
        "gives a person the unknown profile 'bruno-tamm'"
    ]


def test_a_person_with_the_very_profile_in_which_they_stand_is_named() -> None:
    profile = make_profile(person=({"name": "Bruno Tamm", "profile": "odalys-fennwick"},))

    assert wrongs(problems_of(make_held(make_fact(), profile=profile))) == [
        "gives a person the profile in which they stand, 'odalys-fennwick'"
    ]


@pytest.mark.parametrize(
    ("epithet", "why"),
    [
        ("she", "that says nothing"),
        ("the", "that says nothing"),
        ("!!!", "that says nothing"),
        ("lampkeeper", "of a single word"),
        ("the one who kept the grey lamp", "of more than 6 words"),
        ("the Odalys Fennwick", "that is a name"),
        ("the widow", "that is a relative"),
    ],
)
def test_an_epithet_that_would_be_found_in_other_questions_or_never_is_named(
    epithet: str, why: str
) -> None:
    profile = make_profile(epithets=(epithet,))

    assert wrongs(problems_of(make_held(make_fact(), profile=profile))) == [
        f"has an epithet {why}, {epithet!r}"
    ]


def test_an_epithet_listed_twice_is_named_and_a_good_one_is_not() -> None:
    for epithets, count in ((("the lampkeeper",), 0), (("the lampkeeper",) * 2, 1)):
        profile = make_profile(epithets=epithets)

        assert len(problems_of(make_held(make_fact(), profile=profile))) == count


@pytest.mark.parametrize(
    ("expect", "also"),
    [("work.rope", ()), ("bruno-tamm/work.lamp", ()), ("work.lamp", ("work.rope",))],
)
def test_a_labelled_question_that_expects_what_is_not_there_is_named(
    expect: str, also: tuple[str, ...]
) -> None:
    questions = (ask("What rope?", expect, also=also), ask("Who is Bruno?"))

    (wrong,) = wrongs(problems_of(make_held(make_fact(), questions=questions)))

    assert wrong.startswith("expects unknown fact")


def test_a_labelled_question_may_expect_a_fact_of_this_or_another_profile() -> None:
    questions = (
        *(ask("What lamp did she tend?", "work.lamp"), ask("What lamp did he tend?")),
        *(ask("What lamp burns?", "bruno-tamm/work.lamp"), ask("What lamp?", "AMBIGUOUS")),
    )
    tamm = make_profile(id="bruno-tamm", name="Bruno Tamm")

    assert (
        problems_of(
            make_held(make_fact(), questions=questions), make_held(make_fact(), profile=tamm)
        )
        == ()
    )


def test_a_labelled_question_asked_twice_is_named() -> None:
    questions = (ask("What rope?"), ask("What rope?", "AMBIGUOUS"))

    assert set(wrongs(problems_of(make_held(make_fact(), questions=questions)))) == {
        "is asked twice"
    }


def test_more_questions_to_answer_than_not_are_named() -> None:
    questions = (ask("What rope?", "work.lamp"),)
    found = problems_of(make_held(make_fact(), questions=questions))

    assert wrongs(found) == ["has 1 questions to answer and 0 not to answer"]
    assert found[0].remedy == "add 1 near misses with ABSTAIN or AMBIGUOUS"


def test_a_labelled_question_repeats_no_page_of_what_it_expects() -> None:
    questions = (ask("What rope?", f"{'y' * 100_000}"), ask("Who is Bruno?"))

    (wrong,) = wrongs(problems_of(make_held(make_fact(), questions=questions)))

    assert wrong == f"expects unknown fact '{'y' * 120}…'"
