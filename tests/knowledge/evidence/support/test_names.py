import pytest

from knowledge.evidence.support.names import initials, opens_with_a_name, runs, words_of
from knowledge.text.peoples import are_kin

COMMON = {"sanction", "according"}


def names(text: str) -> list[str]:
    words = words_of(text)
    return [
        word.text
        for word in words
        if word.is_name and (not word.opens or opens_with_a_name(word, COMMON))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to her, Fennwick's lamp went out.", ["Fennwick"]),
        ("Sanctions hit her. Marrow left.", ["Marrow"]),
        ("the U.N. and the UN", ["UN", "UN"]),
        ("BETAB-500 bombs and form S/2019/570", ["BETAB-500", "S/2019/570"]),
        ("on mail.ru, as Gull.org says", ["mail.ru", "Gull"]),
        ("abu Omar al-Shishani", ["Omar", "Shishani"]),
        ("I met Susan M. Elliott", ["Susan", "Elliott"]),
        ("Гулмурод met the Prosecutor-General", ["Гулмурод", "Prosecutor", "General"]),
        ("nothing here", []),
    ],
)
def test_names_are_the_words_with_a_capital_of_their_own(
    text: str, expected: list[str]
) -> None:
    assert names(text) == expected


def test_names_stand_in_runs_with_small_words_between() -> None:
    words = words_of("the Ministry of Internal Affairs met Marrow, Holt and Brack")
    found = [[words[at].text for at in run] for run in runs(words)]

    assert found == [["Ministry", "Internal", "Affairs"], ["Marrow"], ["Holt", "Brack"]]


def test_a_run_has_acronyms() -> None:
    words = words_of("United Nations Security Council")

    assert {"un", "sc", "unsc"} <= set(initials(words, runs(words)[0]))


@pytest.mark.parametrize(
    ("first", "second", "kin"),
    [
        ("tajikistan", "tajik", True),
        ("tajiks", "tajikistan", True),
        ("russia", "russians", True),
        ("syria", "syrian", True),
        ("^us", "americans", True),
        ("france", "french", True),
        ("iran", "iraq", False),
        ("austria", "australia", False),
        ("niger", "nigeria", False),
        ("russia", "prussia", False),
        ("marrow", "marlow", False),
    ],
)
def test_a_country_is_kin_to_its_people_and_to_no_other(
    *, first: str, second: str, kin: bool
) -> None:
    assert are_kin(first, second) is kin
    assert are_kin(second, first) is kin
