from knowledge.audit.rules import audit
from knowledge.model.profile import Profile
from tests.knowledge.audit.finding import other, problems, problems_of, wrongs
from tests.knowledge.make import ask, make_base, make_fact, make_held, make_profile


def test_a_phrasing_on_two_facts_is_named_once_as_each_has_it() -> None:
    held = make_held(
        make_fact(phrasings=("Is she alive?",)),
        other(phrasings=("is Fennwick ALIVE",)),
        profile=make_profile(names=("Fennwick",)),
    )

    assert wrongs(problems_of(held)) == [
        "shares its phrasing 'Is she alive?' with work.rock ('is Fennwick ALIVE')",
    ]


def test_the_way_in_which_wordings_are_compared_can_be_handed_in() -> None:
    def first_word(text: str, profile: Profile) -> str:
        assert profile.id == "odalys-fennwick"
        return text.split(maxsplit=1)[0]

    base = make_base(make_fact(), other(phrasings=("What rock?",)))
    found = audit(base, measure=None, budget=0, mask=first_word)

    assert len(wrongs(found)) == 1


def test_phrasings_of_retracted_facts_are_free_again() -> None:
    assert problems(make_fact(status="retracted"), make_fact(id="work.fire")) == ()


def test_a_labelled_question_may_be_worded_as_a_phrasing_or_a_near_miss() -> None:
    fact = make_fact(near_misses=("What was her boat's work?",))
    questions = (
        ask("what was HER work", "work.lamp"),
        ask("what was HER boat's work"),
    )

    assert problems_of(make_held(fact, questions=questions)) == ()


def test_a_near_miss_that_is_a_phrasing_is_named() -> None:
    own = make_fact(near_misses=("what was HER work",))
    others = other(near_misses=("What was her work?",), phrasings=("What rock?",))

    assert wrongs(problems(own)) == [
        "has a near miss that is a phrasing of work.lamp, 'what was HER work'"
    ]
    assert wrongs(problems(make_fact(), others)) == [
        "has a near miss that is a phrasing of work.lamp, 'What was her work?'"
    ]
