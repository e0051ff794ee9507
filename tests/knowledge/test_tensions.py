"""Where the documents disagree, one plain question gives every side with its sources."""

from dataclasses import dataclass

import pytest

from knowledge.answer.answer import answer
from knowledge.answer.outcomes import Answered, Request
from knowledge.base import FactBase
from knowledge.dates import parse_when
from knowledge.model.fact import Status
from knowledge.release import Release, View
from tests.knowledge.islanders import TODAY

KHALIMOV, MIROVA = "gulmurod-khalimov", "humairo-mirova"


@dataclass(frozen=True)
class Tension:
    """A plain question, the fact that answers it, and what each side says: holder, figure."""

    question: str
    fact: str
    sides: tuple[tuple[str, str], ...]

    @property
    def id(self) -> str:
        return self.question


DEATH = (
    ("Wikipedia, table", "8 September 2017"),
    ("Wikipedia, text", "Allegedly"),
    ("militants", "no date"),
    ("Rahimov", "air strike in Syria"),
    ("Tajik government", "still regarded as alive"),
)
ALIVE = (("lead", "United States"), ("section on his fate", "not named"), ("end", "2020"))
DEPARTURE = (
    ("RFE/RL", "late in April 2015"),
    ("Family", "13 April"),
    ("Asia-Plus", "1 May"),
    ("EurasiaNet", "April 2015 was ending"),
    ("another passage", "early 2015"),
)
VIDEO = (("EurasiaNet", "12 minutes"), ("Wikipedia", "10 minutes"))
YEARS = (("EurasiaNet", "2003 and in 2007"), ("CNN", "2003 and 2014"))
TRIPS = (("quoted", "three times"), ("summing up", "2003 and 2007"), ("CNN", "no journeys"))
TRAINERS = (("EurasiaNet", "Blackwater"), ("CNN", "State Department"))
MOTIVE = (
    ("his video", "intimidation of Muslims"),
    ("elsewhere", "religious freedom"),
    ("Elliott", "unclear"),
    ("Prosecutor", "mercenary"),
)
RANK = (("Wikipedia", "Lieutenant-colonel"), ("Prosecutor", "Colonel"), ("EurasiaNet", "OMON"))
WEALTH = (("Media", "several apartments"), ("Sulton", "nothing"))
IN_2019 = (("Tajik authorities", "Badakhshan"), ("United Nations", "Idlib"))
UNIT = (("Tajik security", "200 militants"), ("United Nations", "600 Tajik"))
MINISTER = (
    ("International Business Times", "September 2016"),
    ("Wikipedia", "neither dates it"),
    ("United Nations", "lost the post"),
)
SANCTIONS = (("Department of State", "Department of State"), ("Treasury", "cites it only for"))
REWARD = (("Wikipedia", "by 2021"), ("own page", "21 April 2021"))
FAMILY = (("Rahimov", "his family were killed"), ("same minister", "not necessarily"))
NAMES = (("Disappearance", "Rahimzoda"), ("fate", "Rahimov"))
WIFE = (
    ("opening", "spouse"),
    ("how they met", "second wife"),
    ("next sentence", "common-law wife"),
    ("Wikipedia", "does not say which"),
)
TAJIKS = (("BBC", "Hundreds"), ("Economist", "More than 2,000"))

WHO_SANCTIONED = Tension(
    "Who sanctioned Khalimov on 29 September 2015?", "sanctions.us-body", SANCTIONS
)
TENSIONS = (
    Tension("Is Khalimov dead or alive?", "fate.death", DEATH),
    Tension("When did Khalimov die?", "fate.death", DEATH),
    Tension("Who still believed that Khalimov was alive?", "fate.alive-until", ALIVE),
    Tension("Until when was Khalimov believed to be alive?", "fate.alive-until", ALIVE),
    Tension("When did Khalimov leave Tajikistan?", "departure.date", DEPARTURE),
    Tension("How long is Khalimov's video?", "islamic-state.video-length", VIDEO),
    Tension("When did Khalimov train in the United States?", "training.us-years", YEARS),
    Tension(
        "How many times did Khalimov travel to the United States?", "training.us-trips", TRIPS
    ),
    Tension("Who trained Khalimov in the United States?", "training.us-with", TRAINERS),
    Tension("Why did Khalimov join the Islamic State?", "islamic-state.motive", MOTIVE),
    Tension("What was Khalimov's rank?", "career.rank", RANK),
    Tension("Was Khalimov rich?", "character.wealth", WEALTH),
    Tension("Where was Khalimov in 2019?", "whereabouts.in-2019", IN_2019),
    Tension("How many men did Khalimov lead in Syria?", "islamic-state.unit", UNIT),
    Tension(
        "Was Khalimov the war minister of the Islamic State?",
        "islamic-state.war-minister",
        MINISTER,
    ),
    Tension(
        "Since when was Khalimov the Islamic State's war minister?",
        "islamic-state.war-minister",
        MINISTER,
    ),
    Tension(
        "Which US department sanctioned Khalimov on 29 September 2015?",
        "sanctions.us-body",
        SANCTIONS,
    ),
    Tension("When did the reward on Khalimov end?", "reward.end", REWARD),
    Tension("Was Khalimov's family killed with him?", "family.died-with-him", FAMILY),
    Tension("Who said that Khalimov's family had died?", "family.died-with-him", FAMILY),
    Tension("Was Rahimzoda the same man as Rahimov?", "reaction.minister-names", NAMES),
    Tension("Who was the interior minister of Tajikistan?", "reaction.minister-names", NAMES),
    Tension("Was Mirova Khalimov's wife?", "family.wife", WIFE),
    Tension("Was Mirova his second wife or his common-law wife?", "family.wife", WIFE),
    Tension("How many Tajiks joined the Islamic State?", "islamic-state.tajik-numbers", TAJIKS),
)
EXPLAINED = (
    ("How many courses did Khalimov take?", "training.courses", "EurasiaNet"),
    (
        "Is the 10-minute clip the same as the 12-minute video?",
        "islamic-state.video-count",
        "do not say",
    ),
    ("How many wives did Khalimov have?", "family.wives", "common-law"),
)


@pytest.fixture(scope="module")
def view(shipped: FactBase) -> View:
    return Release(shipped).full


def answered(question: str, view: View) -> Answered:
    given = answer(question, view, Request(TODAY))
    assert isinstance(given, Answered)
    return given


def check_sides(tension: Tension, given: Answered) -> None:
    assert (given.profile.id, given.fact.id) == (KHALIMOV, tension.fact)
    assert given.fact.status is Status.DISPUTED
    assert len(given.fact.claims) == len(tension.sides)
    for claim, (holder, figure) in zip(given.fact.claims, tension.sides, strict=True):
        assert holder in claim.holder
        assert figure.casefold() in claim.statement.casefold()


@pytest.mark.parametrize("tension", TENSIONS, ids=lambda tension: str(tension.question))
def test_a_plain_question_about_a_tension_gives_every_side(
    tension: Tension, view: View
) -> None:
    check_sides(tension, answered(tension.question, view))


@pytest.mark.xfail(reason="the fact on the two departments does not come near this wording")
def test_who_sanctioned_him_on_that_day_gives_both_departments(view: View) -> None:
    check_sides(WHO_SANCTIONED, answered(WHO_SANCTIONED.question, view))


@pytest.mark.parametrize("tension", TENSIONS, ids=lambda tension: str(tension.question))
def test_every_side_of_a_tension_cites_a_source_that_stands_in_the_lines(
    tension: Tension, view: View
) -> None:
    given = answered(tension.question, view)
    lines = {line.number: line for line in given.cited.lines}

    assert len(given.cited.claim_numbers) == len(tension.sides)
    for numbers in given.cited.claim_numbers:
        assert numbers
        assert all(lines[number].text and lines[number].places for number in numbers)


@pytest.mark.parametrize(("question", "fact", "explained"), EXPLAINED)
def test_what_is_no_dispute_of_holders_is_explained_in_the_statement(
    question: str, fact: str, explained: str, view: View
) -> None:
    given = answered(question, view)

    assert given.fact.id == fact
    assert explained in given.fact.statement


def test_every_dispute_of_the_base_cites_a_source_for_each_side(shipped: FactBase) -> None:
    for held in shipped.profiles.values():
        for fact in held.facts:
            assert all(claim.citations for claim in fact.claims)
            assert len({claim.holder for claim in fact.claims}) == len(fact.claims)


def test_a_side_that_was_told_only_later_is_left_out_and_counted(view: View) -> None:
    day = parse_when("2015-12-31").latest
    given = answer("What was Khalimov's rank?", view, Request(TODAY, as_of=day))

    assert isinstance(given, Answered)
    assert "EurasiaNet" not in {claim.holder for claim in given.fact.claims}
    assert len(given.fact.claims) + given.later_claims == len(RANK)


@pytest.mark.parametrize(
    "question",
    [
        "Who is Mirova?",
        "Did Mirova leave Tajikistan?",
        "Who is Mirova's husband?",
        "Is Mirova on any sanctions list?",
    ],
)
def test_answers_about_mirova_say_that_her_side_is_missing(question: str, view: View) -> None:
    given = answered(question, view)

    assert given.profile.id == MIROVA
    assert given.profile.note is not None
    assert "Her own side is missing" in given.profile.note
    assert "one EurasiaNet article" in given.profile.note


def test_what_is_told_about_mirova_has_one_origin(view: View) -> None:
    reported = [
        fact
        for fact in view.base.profiles[MIROVA].facts
        if fact.status is Status.REPORTED and not fact.is_restricted
    ]
    origins = {
        answered(fact.phrasings[0], view).cited.independence.independent
        for fact in reported
        if fact.id.startswith("flight.")
    }

    assert origins == {1}


def unknown_facts(view: View) -> list[tuple[str, str]]:
    return [
        (id_, fact.phrasings[0])
        for id_, held in view.base.profiles.items()
        for fact in held.facts
        if fact.status is Status.UNKNOWN
    ]


def is_unknown(question: str, profile: str, view: View) -> bool:
    given = answer(question, view, Request(TODAY, profile))
    return isinstance(given, Answered) and given.fact.status is Status.UNKNOWN


def test_what_was_searched_and_not_found_is_given_for_its_exact_question(view: View) -> None:
    asked = unknown_facts(view)

    assert asked
    assert [question for id_, question in asked if not is_unknown(question, id_, view)] == []


@pytest.mark.parametrize("more", ["in the year 1961", "and her twelve purple umbrellas"])
def test_what_was_searched_and_not_found_is_not_given_for_another_question(
    more: str, view: View
) -> None:
    asked = [(id_, f"{question.rstrip('?')} {more}?") for id_, question in unknown_facts(view)]

    assert [question for id_, question in asked if is_unknown(question, id_, view)] == []


OF_SOMEBODY_ELSE = (
    "Did the EU sanction Khalimov's dentist?",
    "Was Khalimov's dentist convicted in absentia?",
    "Who helped Khalimov's dentist leave Tajikistan?",
    "Did Khalimov's dentist swear an oath to Baghdadi?",
    "Which languages did Khalimov's dentist speak?",
    "Is there an Interpol notice for Khalimov's dentist?",
    "How much was the reward for Khalimov's dentist?",
    "Where was Khalimov's dentist in 2019?",
    "When was Khalimov's dog born?",
)


def test_what_is_asked_of_somebody_whom_no_fact_knows_is_not_answered(view: View) -> None:
    given = {question: answer(question, view, Request(TODAY)) for question in OF_SOMEBODY_ELSE}

    assert [question for question, one in given.items() if isinstance(one, Answered)] == []
