"""An invented base for the matcher: people who never lived, and their awkward names.

Two of them are married, one shares a first name, and two brothers share a surname.
"""

from datetime import date

from knowledge.answer.answer import answer
from knowledge.answer.outcomes import Answer, Context, Request
from knowledge.base import FactBase, Lexicon, ProfileFacts, build_base
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile
from knowledge.model.source import Source
from knowledge.release import View
from tests.knowledge.make import (
    make_citation,
    make_claim,
    make_dispute,
    make_fact,
    make_held,
    make_profile,
    make_source,
)

TODAY = date(2026, 3, 1)
FENNWICK, MARROW, BRACK = "odalys-fennwick", "tobin-marrow", "odalys-brack"
SYNONYMS = (("husband", "hubby"), ("wage", "salary", "monthly pay"), ("medal", "decoration"))
LEXICON = Lexicon(near_words={"medal": ("prize",)})


def sources() -> tuple[Source, ...]:
    return (
        make_source("gull-gazette", issued="2011-03-02"),
        make_source("harbor-log", issued="2012"),
        make_source("late-notes", issued="2015-06"),
        make_source("tide-notes"),
    )


def fennwick() -> Profile:
    return make_profile(
        names=("Fennwick", "O. Fennwick", "Odalis Fenwick", "Одалис Феннвик"),
        weak_names=("Odalys",),
        person=(
            {"profile": MARROW, "relations": ("husband", "spouse")},
            {"relations": ("first husband", "ex-husband")},
            {"name": "Perrin Fennwick", "names": ("Perrin",), "relations": ("brother",)},
        ),
    )


def marrow() -> Profile:
    return make_profile(
        id=MARROW,
        name="Tobin Marrow",
        description="invented harbor pilot",
        names=("Marrow", "Captain Marrow", "Тобин Марроу"),
        weak_names=("Tobin",),
        epithets=("the harbor pilot", "the old captain"),
        pronouns=("he", "him", "his"),
        person=(
            {"profile": FENNWICK, "relations": ("wife", "spouse")},
            {"name": "Corvin Marrow", "names": ("Corvin",), "relations": ("brother",)},
            {"name": "Ned Marrow", "names": ("Ned",), "relations": ("brother",)},
            {"name": "Ulla Sedgeworth", "names": ("Sedgeworth",)},
        ),
    )


def brack() -> Profile:
    return make_profile(
        id=BRACK,
        name="Odalys Brack",
        description="invented bell founder",
        names=("Brack",),
        weak_names=("Odalys",),
        epithets=("the bell founder", "the old captain"),
    )


def fennwick_facts() -> tuple[Fact, ...]:
    return (
        _fact(
            "life.birthplace",
            "Fennwick was born on Tern Island.",
            ("Where was Odalys Fennwick born?", "What is her birthplace?"),
            status="established",
        ),
        _fact(
            "life.birth-date",
            "Fennwick was born on 4 May 1970.",
            ("When was Odalys Fennwick born?", "What is her date of birth?"),
            when="1970-05-04",
        ),
        _fact(
            "life.husband",
            "Fennwick's husband is Tobin Marrow, the Gull Gazette reported.",
            ("Who is her husband?", "To whom is Odalys Fennwick married?"),
        ),
        _fact(
            "life.first-husband",
            "The papers read for this base do not name Fennwick's first husband.",
            ("Who was her first husband?", "What was the name of her first husband?"),
            status="unknown",
        ),
        _fact(
            "life.divorce",
            "Fennwick and her first husband parted in 2009, the Gull Gazette reported.",
            ("When did Odalys Fennwick divorce?", "Did she split from her first husband?"),
            privacy="restricted",
            privacy_reason="A divorce is private life.",
        ),
        *_fennwick_work(),
    )


def _fennwick_work() -> tuple[Fact, ...]:
    return (
        make_dispute(
            make_claim(holder="Gull Gazette", statement="Nine sailors.", said="2011-03-02"),
            make_claim(
                holder="Late Notes",
                statement="Six sailors.",
                said="2015",
                citations=(make_citation("late-notes"),),
            ),
            id="storm.rescue",
            statement="How many sailors Fennwick pulled from the sea is disputed.",
            phrasings=("How many sailors did she rescue?", "How many people did she save?"),
        ),
        _fact(
            "storm.medal",
            "Fennwick received the Silver Oar medal from the Harbor Office in 2014.",
            ("Which medal did she receive?", "Did Odalys Fennwick get a medal?"),
            citations=(make_citation("late-notes"),),
            near_misses=("Which medal did her boat receive?",),
        ),
        _fact(
            "work.lamp",
            "Fennwick tended the Grey Rock lamp from 1995 to 2010.",
            ("What was the work of Odalys Fennwick?", "Which lamp did she tend?"),
        ),
        _fact(
            "work.wage",
            "Fennwick was paid 300 crowns a month, the Tide Notes say.",
            (
                "What was her wage?",
                "How much was Odalys Fennwick paid?",
                "How much did the Harbor Office pay her?",
            ),
            citations=(make_citation("tide-notes"),),
        ),
    )


def marrow_facts() -> tuple[Fact, ...]:
    return (
        _fact(
            "family.brothers",
            "Marrow had two brothers, Corvin and Ned.",
            ("Who are his brothers?", "How many brothers did Tobin Marrow have?"),
        ),
        _fact(
            "family.wife",
            "Marrow's wife is Odalys Fennwick, the Gull Gazette reported.",
            ("Who is his wife?", "To whom is Tobin Marrow married?"),
        ),
        _fact(
            "life.birthplace",
            "Marrow was born in Port Sorrel.",
            ("Where was Tobin Marrow born?", "What is his birthplace?"),
        ),
        _fact(
            "pilot.left",
            "Marrow left the pilots to Ulla Sedgeworth as his eyes failed, the log says.",
            ("Why did Tobin Marrow leave the pilots?", "What was his reason for leaving?"),
            citations=(make_citation("harbor-log"),),
        ),
        _fact(
            "pilot.years",
            "Marrow piloted ships from 2003 to 2008, according to the harbor log.",
            ("When was Tobin Marrow a pilot?", "In which years did he pilot ships?"),
            citations=(make_citation("harbor-log"),),
            when="2003/2008",
        ),
    )


def brack_facts() -> tuple[Fact, ...]:
    return (
        _fact(
            "life.birthplace",
            "Brack was born in Low Harrow.",
            ("Where was Odalys Brack born?", "What is her birthplace?"),
        ),
    )


def islander_parts() -> tuple[ProfileFacts, ...]:
    return (
        make_held(*fennwick_facts(), profile=fennwick()),
        make_held(*marrow_facts(), profile=marrow()),
        make_held(*brack_facts(), profile=brack()),
    )


def make_islanders() -> FactBase:
    return build_base(islander_parts(), sources(), SYNONYMS, lexicon=LEXICON)


def put(
    question: str,
    view: View,
    *,
    profile: str | None = None,
    context: Context | None = None,
    as_of: date | None = None,
) -> Answer:
    """Ask a question on the day that counts as today in these tests."""
    return answer(question, view, Request(TODAY, profile, context, as_of))


def _fact(id_: str, statement: str, phrasings: tuple[str, ...], **changes: object) -> Fact:
    return make_fact(id=id_, statement=statement, phrasings=phrasings, **changes)
