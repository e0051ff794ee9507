import pytest

from knowledge.index.names import NameIndex, build_names
from knowledge.text.tokens import words
from tests.knowledge.islanders import BRACK, FENNWICK, MARROW, make_islanders


@pytest.fixture(scope="module")
def names() -> NameIndex:
    return build_names(make_islanders())


@pytest.mark.parametrize(
    "spelling",
    [
        "Odalys Fennwick",
        "ODALYS FENNWICK",
        "odalys fennwick's",
        "Odályś Fennwíck",
        "Fennwick",
        "O. Fennwick",
        "Odalis Fenwick",
        "Одалис Феннвик",
        "ОДАЛИС ФЕННВИК",
    ],
)
def test_every_spelling_in_either_script_identifies_the_person(
    names: NameIndex, spelling: str
) -> None:
    (mention,) = names.mentions(words(f"Where was {spelling} born?"))

    assert mention.strong == {FENNWICK}
    assert (mention.start, mention.weak, mention.persons) == (2, frozenset(), frozenset())


def test_a_mention_covers_just_the_words_of_the_name(names: NameIndex) -> None:
    said = words("Did Captain Marrow sail?")
    (mention,) = names.mentions(said)

    assert said[mention.start : mention.end] == ("captain", "marrow")


def test_the_longest_name_wins_where_several_begin_together(names: NameIndex) -> None:
    said = words("Odalys Brack and Odalys")
    longest, alone = names.mentions(said)

    assert longest.strong == {BRACK}
    assert alone.strong == frozenset()
    assert alone.weak == {FENNWICK, BRACK}


def test_a_first_name_that_two_people_share_narrows_and_decides_nothing(
    names: NameIndex,
) -> None:
    (mention,) = names.mentions(words("Where was Odalys born?"))

    assert mention.strong == frozenset()
    assert mention.weak == {FENNWICK, BRACK}


@pytest.mark.parametrize(
    ("said", "token"),
    [
        ("Ned Marrow", "=ned-marrow"),
        ("Ned", "=ned-marrow"),
        ("Corvin Marrow", "=corvin-marrow"),
        ("Perrin Fennwick", "=perrin-fennwick"),
    ],
)
def test_a_brother_who_shares_the_surname_is_not_the_profiles_person(
    names: NameIndex, said: str, token: str
) -> None:
    (mention,) = names.mentions(words(f"Where was {said} born?"))

    assert mention.persons == {token}
    assert mention.strong | mention.weak == frozenset()


def test_the_people_around_a_profile_lead_back_to_it(names: NameIndex) -> None:
    assert names.person_profiles["=ned-marrow"] == {MARROW}
    assert names.person_profiles["=perrin-fennwick"] == {FENNWICK}


def test_a_relative_with_a_profile_is_named_as_that_profile(names: NameIndex) -> None:
    (mention,) = names.mentions(words("Tobin Marrow, her husband"))

    assert mention.strong == {MARROW}
    assert mention.persons == frozenset()


def test_words_that_name_nobody_are_no_mention(names: NameIndex) -> None:
    assert names.mentions(words("Where is the lamp?")) == ()
    assert names.mentions(()) == ()


def test_every_word_of_a_name_is_known_to_typo_repair(names: NameIndex) -> None:
    assert {"odalys", "fennwick", "tobin", "ned", "perrin"} <= set(names.name_words)
