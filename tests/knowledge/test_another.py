"""Who has no profile is not taken for who has one, nor is "he" after a question about them."""

from dataclasses import replace
from functools import cache

import pytest

from knowledge.answer.answer import context_of
from knowledge.answer.outcomes import Abstained, Ambiguous, Answer, Answered, Context, Reason
from knowledge.base import build_base
from knowledge.index.mask import PRONOUNS
from knowledge.match.reading import ANOTHER
from knowledge.release import View
from tests.knowledge.islanders import (
    FENNWICK,
    LEXICON,
    MARROW,
    SYNONYMS,
    fennwick,
    islander_parts,
    marrow,
    put,
    sources,
)
from tests.knowledge.make import make_fact, make_held

BORN = "Where was Odalys Fennwick born?"
BIRTHDAY = "When was Odalys Fennwick born?"


COMMON = frozenset("mrs captain weather like happened keeper capital young footage".split())


@cache
def view() -> View:
    """Return the islanders in a base that knows some words that everybody says."""
    lexicon = replace(LEXICON, common_words=COMMON)
    return View(build_base(islander_parts(), sources(), SYNONYMS, lexicon=lexicon))


def alone(question: str) -> Answer:
    return put(question, view())


def after(before: str, question: str) -> Answer:
    return put(question, view(), context=context_of(alone(before), before))


@pytest.mark.parametrize(
    "question",
    [
        "When was Zorrick Marrow born?",  # another first name
        "where was zorrick fennwick born",
        "Who is Zorrick?",
        "who is zorrick",
        "When was Zorrick Pell born?",
    ],
)
def test_who_has_no_profile_is_not_taken_for_who_has_one(question: str) -> None:
    given = alone(question)

    assert isinstance(given, Abstained)
    assert (given.reason, given.profile) == (Reason.UNKNOWN_PERSON, None)


@pytest.mark.parametrize(
    "question",
    [
        "When was Mrs Fennwick vaccinated?",
        "Was Captain Fennwick vaccinated?",
        "Was the young Fennwick vaccinated?",
        "zodiac sign of Norwegian Fennwick",
        "Was Commander Fennwick vaccinated?",
    ],
)
def test_what_may_stand_before_a_family_name_is_no_other_person(question: str) -> None:
    given = alone(question)

    assert isinstance(given, Abstained)
    assert given.profile is not None
    assert given.profile.id == FENNWICK


def test_after_a_question_about_one_person_another_is_still_another() -> None:
    before = alone("When was Odalys Fennwick born?")

    given = put("When was Zorrick Pell born?", view(), context=context_of(before, ""))

    assert isinstance(given, Abstained)
    assert given.profile is None


@pytest.mark.parametrize(
    "question", ["What happened in Port Sorrel?", "was the footage of it geolocated"]
)
def test_a_place_or_a_strange_word_is_no_person(question: str) -> None:
    given = alone(question)

    assert isinstance(given, Abstained)
    assert given.reason is Reason.NO_FACT


def test_a_pronoun_after_somebody_around_a_person_is_asked_back() -> None:
    before = Context(FENNWICK, "life.husband", instead=PRONOUNS)
    given = put("when was she born?", view(), context=before)
    known = put("when was she born?", view(), context=replace(before, instead=frozenset()))
    named = put("When was Odalys Fennwick born?", view(), context=before)

    assert isinstance(given, Ambiguous)
    assert given.explanation.candidates[0].unclear == ANOTHER
    assert isinstance(known, Answered)
    assert isinstance(named, Answered)


def test_the_context_tells_whether_somebody_around_the_person_was_asked_about() -> None:
    other = make_fact(id="pilot.after", phrasings=("Who is Ulla Sedgeworth?",))
    own = make_fact(id="pilot.who", phrasings=("Who is Tobin Marrow to Ulla Sedgeworth?",))
    base = build_base((make_held(other, own, profile=marrow()),), sources(), {})

    told = [context_of(put(f.phrasings[0], View(base)), "") for f in (other, own)]

    assert [each and each.instead for each in told] == [PRONOUNS, frozenset()]


@pytest.mark.parametrize(
    "before",
    ["Who is Zorrick Pell?", "who is zorrick", "Is Zorrick dead?", "Who was the keeper of it?"],
)
def test_a_pronoun_after_somebody_who_has_no_profile_is_asked_back(before: str) -> None:
    given = after(before, "What is her date of birth?")

    assert isinstance(given, Ambiguous)
    assert given.explanation.verdict == ANOTHER
    still = context_of(given, "What is her date of birth?")
    assert still == Context(FENNWICK, instead=PRONOUNS), "and so is the next one"


def test_a_name_after_somebody_who_has_no_profile_is_that_person() -> None:
    assert isinstance(after("Who is Zorrick Pell?", BIRTHDAY), Answered)


@pytest.mark.parametrize(
    "before",
    ["What is the weather like?", "What is her zodiac sign?"],
)
def test_what_names_nobody_leaves_a_pronoun_as_it_was(before: str) -> None:
    given = after(before, "What is her date of birth?")

    assert given.explanation.verdict != ANOTHER


PILOT = "In which years did he pilot ships?"


@pytest.mark.parametrize(
    "before", ["Who was her first husband?", "Who is Odalys Fennwick's uncle?"]
)
def test_he_after_a_man_who_has_no_profile_is_asked_back(before: str) -> None:
    given = after(before, PILOT)

    assert isinstance(given, Ambiguous)
    assert given.explanation.verdict == ANOTHER


@pytest.mark.parametrize(
    "before",
    [
        "Who is her husband?",  # the answer names him
        "Did Odalys Fennwick row to Tobin Marrow?",  # the question does
        "Who was the mother of Odalys Fennwick?",  # no man at all
        BORN,
    ],
)
def test_he_after_whoever_is_named_or_no_man_is_the_one_with_a_profile(before: str) -> None:
    assert isinstance(after(before, PILOT), Answered)


@pytest.mark.parametrize(
    ("before", "outcome"),
    [
        ("Who was Marrow's officer?", Ambiguous),
        ("Who was Marrow's wife?", Answered),
        ("Did his officer row with Marrow?", Answered),
        ("What was the pilot's officer called?", Ambiguous),
    ],
)
def test_he_after_who_somebody_is_may_be_that_somebody(
    before: str, outcome: type[Answer]
) -> None:
    officer = ("Who was the pilot's officer?", "What was the pilot's officer called?")
    told = make_fact(id="pilot.officer", phrasings=officer)
    born = make_fact(id="life.born", phrasings=("Where was he born?",))
    held = View(build_base((make_held(told, born, profile=marrow()),), sources()))

    given = put("Where was he born?", held, context=context_of(put(before, held), before))

    assert isinstance(given, outcome)


def test_a_question_about_a_namesake_and_somebody_known_is_about_the_known_one() -> None:
    given = alone("Did Zorrick Marrow vaccinate Odalys Fennwick?")

    assert isinstance(given, Abstained)
    assert given.reason is Reason.NO_FACT


@pytest.mark.parametrize("before", ["where does zorrick live", "Where does Zorrick live?"])
def test_a_stranger_in_small_letters_is_one_too(before: str) -> None:
    assert after(before, "What is her date of birth?").explanation.verdict == ANOTHER


def officer_and_marrow() -> View:
    """Return a man of whose officer facts tell, and a woman."""
    told = make_fact(
        id="pilot.officer",
        statement="The officer, whom no paper names, rowed.",
        phrasings=("Did his officer row?", "What was the name of his officer?"),
        near_misses=("Did his officer swim?",),
    )
    born = make_fact(id="life.born", phrasings=("Where was he born?",))
    hers = make_fact(id="life.born", phrasings=("Where was she born?",))
    people = (make_held(told, born, profile=marrow()), make_held(hers, profile=fennwick()))
    return View(build_base(people, sources()))


@pytest.mark.parametrize(
    ("before", "question", "outcome"),
    [
        ("Did Marrow's officer row?", "Where was she born?", Ambiguous),  # the officer, perhaps
        ("Did Marrow's officer row?", "Where was he born?", Answered),
        ("Did Marrow's officer swim?", "Where was he born?", Answered),  # nothing was found
        ("Did Marrow's officer row with Odalys Fennwick?", "Where was she born?", Answered),
        ("What was the name of Marrow's officer?", "Where was he born?", Ambiguous),
        ("Did Marrow's uncle row?", "Where was she born?", Answered),  # no woman at all
        ("Did Marrow's aunt row?", "Where was she born?", Ambiguous),
        ("Who was his officer?", "Where was Marrow born?", Answered),
    ],
)
def test_whom_a_pronoun_may_mean_beside_and_instead_of_the_person(
    before: str, question: str, outcome: type[Answer]
) -> None:
    view = officer_and_marrow()

    given = put(question, view, context=context_of(put(before, view), before))

    assert isinstance(given, outcome)


def test_the_doubt_outlives_a_choice() -> None:
    before = "Who was her first husband and where was Odalys Fennwick born?"
    assert isinstance(alone(before), Ambiguous)

    assert after(before, PILOT).explanation.verdict == ANOTHER


def test_whom_the_question_before_named_too_is_meant_by_a_pronoun() -> None:
    view = officer_and_marrow()
    beside = Context(MARROW, "pilot.officer", beside=PRONOUNS)

    doubted = put("Where was she born?", view, context=beside)
    named = put(
        "Where was she born?", view, context=replace(beside, named=frozenset({FENNWICK}))
    )

    assert isinstance(doubted, Ambiguous)
    assert isinstance(named, Answered)


def test_he_after_a_fact_about_a_relative_without_a_profile_is_asked_back() -> None:
    divorced = after("When did Odalys Fennwick divorce?", "where was he born")
    married = after("Who is Odalys Fennwick's husband?", "where was he born")

    assert isinstance(divorced, Ambiguous)
    assert divorced.explanation.verdict == ANOTHER
    assert isinstance(married, Answered)
    assert married.profile.id == MARROW
