"""Misspelled names are read together, and only as somebody whom they come near alone."""

import pytest

from knowledge.base import FactBase, build_base
from knowledge.index.build import build_index
from knowledge.match.read import read
from tests.knowledge.make import make_held, make_profile

NAMES = ("Korvald Timbrecht", "Korvald Ostavol", "Dorvald Ostanel", "Quendrith Sallowmere")


def base() -> FactBase:
    held = (
        make_held(profile=make_profile(id=f"person-{number}", name=name, names=()))
        for number, name in enumerate(NAMES)
    )
    return build_base(held, ())


INDEX = build_index(base())


def identified(question: str) -> set[str]:
    strong = read(question, INDEX).strong
    return {NAMES[int(profile.removeprefix("person-"))] for profile in strong}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Korvlad Tmbrecth", "Korvald Timbrecht"),
        ("korvald timbrxxht", "Korvald Timbrecht"),
        ("Quendirth Salowmer", "Quendrith Sallowmere"),
        ("Kwendrit Sallowmere", "Quendrith Sallowmere"),
        ("Korvold Ostavol", "Korvald Ostavol"),
    ],
)
def test_two_misspelled_words_are_read_as_the_name_that_they_come_near_together(
    typed: str, name: str
) -> None:
    assert identified(f"Where was {typed} born?") == {name}


def test_what_was_read_otherwise_is_told_as_a_repair() -> None:
    repairs = read("Where was Korvald Timbrxxht born?", INDEX).repairs

    assert [(repair.typed, repair.read_as) for repair in repairs] == [
        ("timbrxxht", "timbrecht")
    ]


@pytest.mark.parametrize(
    "stranger",
    [
        "Korvald Sallowmere",
        "Korvald Brunwick",
        "Ansgar Timbrecht",
        "Xorvald Ostaxxl",
        "Vald Timbrecht",
    ],
)
def test_a_stranger_who_shares_a_name_or_comes_near_two_people_is_not_taken_for_one(
    stranger: str,
) -> None:
    assert identified(f"Where was {stranger} born?") == set()


def test_words_that_the_base_knows_are_never_read_as_a_name() -> None:
    said = read("Did Korvald Timbrecht keep the lamp?", INDEX)

    assert said.repairs == ()
    assert identified("Did Korvald Timbrecht keep the lamp?") == {"Korvald Timbrecht"}
