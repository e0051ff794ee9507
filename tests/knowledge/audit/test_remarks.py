"""Remarks: what a curator should know of, though the base answers rightly as it is."""

from dataclasses import replace

import pytest

from knowledge.audit.naming import bearers, surname
from knowledge.audit.rules import audit, remarks, wording_remarks
from knowledge.base import FactBase, Lexicon, build_base
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile
from knowledge.release import View
from tests.knowledge.audit.finding import OLD, wrongs
from tests.knowledge.islanders import put
from tests.knowledge.make import ask, make_dispute, make_fact, make_held, make_profile

KNOWN = make_profile(names=("Fennwick",))
UNSAID = "She tended a lamp."


def base_of(*facts: Fact, profile: Profile = KNOWN) -> FactBase:
    base = build_base([make_held(*facts, profile=profile)], [OLD])
    return replace(base, lexicon=Lexicon(common_words=frozenset({"may", "rose"})))


def said_of(*facts: Fact, profile: Profile = KNOWN) -> list[str]:
    return wrongs(wording_remarks(base_of(*facts, profile=profile)))


def test_one_phrasing_twice_in_a_fact_is_a_remark_and_keeps_nobody_from_an_answer() -> None:
    base = base_of(make_fact(phrasings=("Was she brave?", "was Odalys Fennwick brave")))

    assert wrongs(wording_remarks(base)) == [
        "has one phrasing twice, 'Was she brave?' and 'was Odalys Fennwick brave'"
    ]
    assert audit(base) == ()
    assert put("Was Fennwick brave?", View(base)).explanation.candidates[0].fact == "work.lamp"


@pytest.mark.parametrize(
    "fact",
    [
        make_fact(statement=UNSAID, phrasings=("Was Fennwick brave?",)),
        make_fact(statement=UNSAID, phrasings=("fennwick's lamp",)),
        make_fact(statement=UNSAID, near_misses=("Whose lamp is Fennwick's?",)),
        make_fact(statement="Fennwick tended a lamp."),
        make_dispute(statement="Whether Fennwick tended a lamp is disputed."),
    ],
)
def test_a_part_of_a_name_that_is_said_alone_and_is_no_name_is_named(fact: Fact) -> None:
    unknown = make_profile(names=("O. Fennwick",))

    assert said_of(fact, profile=unknown) == [
        "says 'Fennwick' (work.lamp), which alone is no name of Odalys Fennwick"
    ]
    assert said_of(fact, profile=KNOWN) == []
    assert said_of(fact, profile=make_profile(weak_names=("Fennwick",))) == []


def test_a_part_that_several_facts_say_is_named_once() -> None:
    rope = make_fact(id="work.rope", phrasings=("Which rope?",))

    found = said_of(make_fact(), rope, profile=make_profile())

    assert found == [
        "says 'Fennwick' (work.lamp and 1 more), which alone is no name of Odalys Fennwick"
    ]


def test_a_part_that_names_somebody_else_is_not_named() -> None:
    brother = {"name": "Corvin Fennwick", "names": ("Fennwick",)}
    profile = make_profile(names=("Odalys",), person=(brother,))

    assert said_of(make_fact(), profile=profile) == []


@pytest.mark.parametrize(
    ("phrasing", "count"),
    [("When may she sail?", 0), ("May she sail?", 0), ("Did May sail?", 1)],
)
def test_an_everyday_word_counts_where_only_a_name_has_a_capital(
    phrasing: str, count: int
) -> None:
    profile = make_profile(name="Odalys May", names=("Odalys",))
    fact = make_fact(statement=UNSAID, phrasings=(phrasing,))

    assert len(said_of(fact, profile=profile)) == count


def test_a_person_whom_no_single_word_names_is_named() -> None:
    fact = make_fact(statement=UNSAID)

    (found,) = wording_remarks(base_of(fact, profile=make_profile()))

    assert found.wrong == "has no name of a single word, so no surname finds this person"
    assert found.remedy.startswith("'Fennwick' alone? add it to names, or to weak_names")
    assert said_of(fact, profile=make_profile(name="Odalys")) == []


def test_few_phrasings_and_no_labelled_question_are_named_in_a_line_each() -> None:
    many = make_fact(id="work.rope", phrasings=tuple(f"Which rope {n}?" for n in range(6)))
    few = [make_fact(id=f"work.lamp-{n}", phrasings=(f"Lamp {n}?",)) for n in range(5)]

    listed = "work.lamp-0, work.lamp-1, work.lamp-2 and 2 more"

    found = remarks(base_of(many, *few))

    assert [(each.file, each.wrong) for each in found] == [
        ("odalys-fennwick/facts", f"5 of 6 facts have fewer than 6 phrasings: {listed}"),
        ("odalys-fennwick/questions.toml", "holds no labelled question"),
    ]


def test_a_person_without_a_pronoun_is_named() -> None:
    fact = make_fact(phrasings=tuple(f"Which rope {n}?" for n in range(6)))
    profile = make_profile(pronouns=(), names=("Fennwick",))
    held = make_held(fact, profile=profile, questions=(ask("What rope?"),))

    (found,) = remarks(build_base([held], [OLD]))

    assert found.file == "odalys-fennwick/profile.toml"
    assert found.wrong.startswith("lists no pronoun")
    assert "pronouns = [" in found.remedy


def test_a_base_of_enough_phrasings_and_a_labelled_question_has_no_remark() -> None:
    fact = make_fact(phrasings=tuple(f"Which rope {n}?" for n in range(6)))
    held = make_held(fact, profile=KNOWN, questions=(ask("What rope?"),))

    assert remarks(build_base([held], [OLD])) == ()


@pytest.mark.parametrize(
    ("name", "last"),
    [
        *(("Odalys Fennwick", "Fennwick"), ("Jan van der Beek", "Beek"), ("Odalys", "")),
        *(("Odalys F.", ""), ("Odalys Fennwick, Jr.", "Fennwick"), ("Odalys O'Hara", "O'Hara")),
    ],
)
def test_the_surname_is_the_last_word_of_a_name_of_several(name: str, last: str) -> None:
    assert surname(name) == last


def test_who_bears_a_word_too_is_found_among_all_names() -> None:
    sister = {"name": "Una Fennwick", "relations": ("sister",)}
    own = {"profile": "odalys-fennwick", "names": ("Keeper Fennwick",)}
    tamm = make_profile(id="bruno-tamm", name="Bruno Tamm", person=(sister, own))
    base = build_base([make_held(profile=KNOWN), make_held(profile=tamm)], [OLD])

    assert bearers("fennwick", base, "odalys-fennwick") == ("Una Fennwick",)
    assert bearers("Fennwick", base, "una") == ("Una Fennwick", "odalys-fennwick")
    assert bearers("Tamm", base, "odalys-fennwick") == ("bruno-tamm",)
