import pytest

from knowledge.index.mask import mask
from knowledge.index.names import NameIndex, build_names
from knowledge.text.lexicon import WHO_IS_MEANT
from knowledge.text.tokens import words
from tests.knowledge.islanders import FENNWICK, MARROW, make_islanders

BLANK = WHO_IS_MEANT


@pytest.fixture(scope="module")
def names() -> NameIndex:
    return build_names(make_islanders())


def masked(names: NameIndex, text: str, profile: str | None) -> str:
    said = words(text)
    return " ".join(mask(said, names.mentions(said), profile))


@pytest.mark.parametrize(
    "text",
    [
        "Where was Odalys Fennwick born?",
        "Where was Fennwick born?",
        "Where was she born?",
        "where was одалис феннвик born",
        "Where was Odalys born?",
    ],
)
def test_every_way_to_name_the_person_leaves_the_same_question(
    names: NameIndex, text: str
) -> None:
    assert masked(names, text, FENNWICK) == f"where was {BLANK} born"


def test_the_same_name_is_somebody_else_to_another_profile(names: NameIndex) -> None:
    question = "Did Marrow marry Fennwick?"

    assert masked(names, question, MARROW) == f"did {BLANK} marry ={FENNWICK}"
    assert masked(names, question, FENNWICK) == f"did ={MARROW} marry {BLANK}"


def test_a_person_around_the_profile_keeps_a_token_of_their_own(names: NameIndex) -> None:
    assert masked(names, "Where was Ned Marrow born?", MARROW) == "where was =ned-marrow born"


def test_without_a_profile_everybody_identified_is_the_blank(names: NameIndex) -> None:
    text = masked(names, "Did Marrow and Fennwick see him?", None)

    assert text == f"did {BLANK} and {BLANK} see {BLANK}"


def test_a_name_beside_its_pronoun_is_one_blank(names: NameIndex) -> None:
    assert masked(names, "Fennwick her lamp", FENNWICK) == f"{BLANK} lamp"


def test_only_the_profiles_own_pronouns_are_the_blank() -> None:
    said = words("Did she see him?")

    assert mask(said, (), FENNWICK, frozenset({"she", "her"})) == ("did", BLANK, "see", "him")


def test_a_text_without_words_stays_empty(names: NameIndex) -> None:
    assert masked(names, "…", FENNWICK) == ""
