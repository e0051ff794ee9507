from functools import cache

import pytest

from knowledge.base import Lexicon, build_base
from knowledge.index.build import build_index
from knowledge.match.read import read, readings
from knowledge.match.reading import (
    NOBODY,
    TWO_BEARERS,
    TWO_PEOPLE,
    TWO_QUESTIONS,
    WEAK_NAME,
    Reading,
    Scope,
)
from knowledge.text.lexicon import WHO_IS_MEANT
from tests.knowledge.islanders import (
    BRACK,
    FENNWICK,
    MARROW,
    islander_parts,
    make_islanders,
    sources,
)

BLANK = WHO_IS_MEANT


@cache
def scope() -> Scope:
    base = make_islanders()
    return Scope(base, build_index(base))


def read_of(question: str, *profiles: str) -> tuple[Reading, ...]:
    said = read(question, scope().index)
    return tuple(readings(said, profiles, scope()))


def through(question: str, profile: str) -> tuple[Reading, ...]:
    """Return the readings that a relation led to."""
    return tuple(way for way in read_of(question, profile) if way.through)


def asked(way: Reading) -> str:
    return " ".join(way.masked)


@pytest.mark.parametrize(
    "question",
    [
        "Where was Fennwick born?",
        "where was ODALYS FENNWICK born",
        "Where was Одалис Феннвик born?",
        "Where was Odalys Fennwik bron?",
        "Where was she born?",
    ],
)
def test_the_person_is_found_first_and_becomes_a_blank(question: str) -> None:
    (way,) = read_of(question, FENNWICK)

    assert asked(way) == f"where was {BLANK} born"


def test_the_words_that_named_the_person_are_kept_for_the_explanation() -> None:
    (way,) = read_of("Where was Captain Marrow born?", MARROW)

    assert way.named == "captain marrow"
    assert way.unclear == ()


@pytest.mark.parametrize(
    "question",
    [
        "Where was Fennwick's husband born?",
        "Where was Odalys Fennwick’s spouse born?",
        "Where was her husband born?",
        "Where was the husband of Fennwick born?",
    ],
)
def test_a_relative_with_a_profile_is_asked_about_in_their_own(question: str) -> None:
    (way,) = through(question, FENNWICK)

    assert way.profile == MARROW
    assert way.through in {"husband", "spouse"}
    assert asked(way).replace("the ", "") == f"where was {BLANK} born"


@pytest.mark.parametrize(
    "question",
    [
        "Where was his brother born?",
        "Where was Marrow's brother born?",
        "Who was Fennwick's first husband?",
        "Who was her ex-husband?",
        "Where was the husband born?",
        "Who likes a husband?",
    ],
)
def test_a_relation_without_a_profile_or_an_owner_leads_nowhere(question: str) -> None:
    assert through(question, FENNWICK) == ()
    assert through(question, MARROW) == ()


def test_the_first_husband_is_not_taken_for_the_husband() -> None:
    (way,) = read_of("Who was Fennwick's first husband?", FENNWICK)

    assert asked(way) == f"who was {BLANK} first husband"


def test_somebody_elses_pronoun_is_no_owner() -> None:
    assert through("Where was his wife born?", FENNWICK) == ()
    assert through("Where was his wife born?", MARROW)[0].profile == FENNWICK


def test_only_a_weak_name_leaves_it_unclear_who_is_meant() -> None:
    first, second = read_of("Where was Odalys born?", FENNWICK, BRACK)

    assert first.unclear == second.unclear == (WEAK_NAME,)


def test_a_weak_name_beside_a_strong_one_is_clear() -> None:
    (way,) = read_of("Did Odalys Fennwick, our Odalys, sail?", FENNWICK)

    assert way.unclear == ()


def test_a_first_name_before_the_family_name_of_another_is_unclear() -> None:
    (way,) = read_of("Is Odalys Marrow dead?", MARROW)

    assert way.unclear == (TWO_BEARERS,)


def test_two_questions_stay_two_where_a_weak_name_is_vouched_for() -> None:
    way = read_of("When and where was Odalys born?", FENNWICK)[0]

    assert way.unclear == (WEAK_NAME, TWO_QUESTIONS)


def test_two_people_joined_are_asked_about_each() -> None:
    said = "Where were Marrow and Fennwick born?"
    joined = [way for way in read_of(said, MARROW, FENNWICK) if way.unclear == (TWO_PEOPLE,)]

    assert sorted(str(way.profile) for way in joined) == [FENNWICK, MARROW]
    assert {asked(way) for way in joined} == {f"where were {BLANK} born"}


def test_two_people_who_are_not_joined_are_one_question() -> None:
    ways = read_of("Did Marrow marry Fennwick?", MARROW, FENNWICK)

    assert all(not way.unclear for way in ways)
    assert [way.named_second for way in ways] == [False, True]


def test_two_question_words_are_two_questions() -> None:
    (way,) = read_of("When and where was Fennwick born?", FENNWICK)

    assert way.unclear == (TWO_QUESTIONS,)


def test_an_unknown_name_is_a_stranger() -> None:
    said = read("Where was Quibble Zandt born?", scope().index)

    assert said.strangers == {"quibble", "zandt"}
    assert said.mentions == ()


@pytest.mark.parametrize(
    "question", ["where was quibble zandt born", "WHERE WAS QUIBBLE ZANDT BORN", "Quibble?"]
)
def test_a_word_that_is_not_written_like_a_name_is_no_stranger(question: str) -> None:
    assert read(question, scope().index).strangers == frozenset()


def test_a_brother_is_named_apart_from_the_profiles_person() -> None:
    said = read("Where was Ned Marrow born?", scope().index)

    assert said.persons == {"=ned-marrow"}
    assert said.strong == frozenset()


def test_a_long_text_is_read_to_its_end() -> None:
    said = read("lamp " * 1000 + "Fennwick", scope().index)

    assert len(said.words) == 1001
    assert said.strong == {FENNWICK}


@pytest.mark.parametrize(
    "question",
    [
        "Could you tell me where Fennwick was born?",
        "hi, I was wondering if you can check where fennwick was born",
        "For the caption please confirm where Fennwick was born",
    ],
)
def test_the_request_around_a_question_is_not_read(question: str) -> None:
    (way,) = read_of(question, FENNWICK)

    assert asked(way) == f"where {BLANK} was born"


@pytest.mark.parametrize(
    "question", ["where was fennwicks lamp", "Where was Fennwicks lamp?", "FENNWICKS lamp"]
)
def test_an_s_without_its_apostrophe_belongs_to_the_name(question: str) -> None:
    said = read(question, scope().index)
    with_apostrophe = read(
        question.replace("wicks", "wick's").replace("CKS", "CK'S"), scope().index
    )

    assert said.strong == {FENNWICK}
    assert said.words == with_apostrophe.words
    assert said.repairs == ()


def test_a_name_that_ends_in_s_keeps_it() -> None:
    assert read("Where was Odalys Brack born?", scope().index).strong == {BRACK}


def test_a_real_word_that_is_a_name_with_an_s_stays_a_word() -> None:
    lexicon = Lexicon(common_words=frozenset({"marrows"}))
    base = build_base(islander_parts(), sources(), lexicon=lexicon)
    said = read("Who grows marrows?", build_index(base))

    assert said.words == ("who", "grows", "marrows")
    assert said.strong == frozenset()


@pytest.mark.parametrize("question", ["medal", "Which medal?", "and the lamps?"])
def test_a_question_about_nobody_with_one_word_to_go_by_is_unclear(question: str) -> None:
    said = read(question, scope().index)
    (way,) = readings(said, [None], scope())

    assert way.unclear == (NOBODY,)


@pytest.mark.parametrize(
    "question", ["who rescued sailors", "her medal", "Which lamp did she tend?"]
)
def test_two_words_or_somebody_make_a_question_clear(question: str) -> None:
    said = read(question, scope().index)
    (way,) = readings(said, [None], scope())

    assert way.unclear == ()


@pytest.mark.parametrize("question", ["when was that?", "who is it", "why", ""])
def test_a_question_about_nobody_and_nothing_has_no_reading(question: str) -> None:
    said = read(question, scope().index)

    assert tuple(readings(said, [None], scope())) == ()


def test_without_a_profile_anybody_may_be_meant() -> None:
    said = read("Where was she born?", scope().index)
    (way,) = readings(said, [None], scope())

    assert way.profile is None
    assert asked(way) == f"where was {BLANK} born"
