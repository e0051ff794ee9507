"""What is offered beside an abstention, and where a question fits several facts."""

from dataclasses import replace
from datetime import date

import pytest

from knowledge.answer.answer import answer
from knowledge.answer.known import answer_known
from knowledge.answer.outcomes import Abstained, Ambiguous, Answer, Answered, Reason, Request
from knowledge.base import build_base
from knowledge.decide import POLICY
from knowledge.model.fact import Fact
from knowledge.release import View
from tests.knowledge.islanders import FENNWICK, TODAY, make_islanders, put, sources
from tests.knowledge.make import make_citation, make_fact, make_held

BEFORE, BETWEEN, AFTER = date(2009, 1, 1), date(2012, 1, 1), date(2016, 1, 1)
LENIENT = replace(POLICY, offer=0.4, margin=9.0, brief_margin=9.0)


def medal(id_: str, first: str, source: str) -> Fact:
    """Return one of two facts that the same short question fits."""
    return make_fact(
        id=id_,
        statement=f"{first} was told.",
        phrasings=(first, "which medal of fennwick"),
        citations=(make_citation(source),),
    )


VIEW = View(
    build_base(
        [
            make_held(
                medal("medal.oar", "Which medal did Fennwick win for the oar?", "gull-gazette"),
                medal("medal.lamp", "Which medal did Fennwick win as a keeper?", "late-notes"),
            )
        ],
        sources(),
    )
)


def offered(day: date | None) -> Answer:
    return put("medal of Fennwick, which", VIEW, as_of=day)


def ids(given: Answer) -> set[str]:
    assert isinstance(given, Ambiguous)
    return {choice.fact.id for choice in given.choices}


def test_a_choice_names_each_fact_by_its_first_phrasing() -> None:
    given = offered(None)

    assert isinstance(given, Ambiguous)
    assert {choice.question for choice in given.choices} == {
        "Which medal did Fennwick win for the oar?",
        "Which medal did Fennwick win as a keeper?",
    }


def test_a_choice_holds_only_what_had_been_reported_by_then() -> None:
    assert ids(offered(AFTER)) == {"medal.oar", "medal.lamp"}
    assert ids(offered(BETWEEN)) == {"medal.oar"}


def test_where_nothing_of_a_choice_had_been_reported_by_then_it_is_said_so() -> None:
    given = offered(BEFORE)

    assert isinstance(given, Abstained)
    assert given.reason is Reason.NOT_REPORTED_BY_THEN
    assert given.profile is not None
    assert given.suggestions == ()


def test_whatever_is_offered_as_of_a_day_is_answered_as_of_that_day() -> None:
    view = View(make_islanders())
    asked = (
        "What is Fennwick's shoe size?",
        "Fennwick medal 1990",
        "Where is Odalys?",
        "Marrow",
    )
    for day in (BEFORE, BETWEEN, AFTER):
        for question in asked:
            given = put(question, view, as_of=day)
            assert all(isinstance(one, Answered) for one in behind(given, view, day))


def test_suggestions_leave_out_what_had_not_been_reported_by_then() -> None:
    view = View(make_islanders())
    late = "Which medal did she receive?"
    question = "Which medal did Fennwick's grandmother never receive?"
    now, then = put(question, view), put(question, view, as_of=BETWEEN)

    assert isinstance(now, Abstained)
    assert isinstance(then, Abstained)
    assert late in [choice.question for choice in now.suggestions]
    assert late not in [choice.question for choice in then.suggestions]


def behind(given: Answer, view: View, day: date) -> list[object]:
    """Return what every offered question leads to as of a day."""
    request = Request(TODAY, as_of=day, policy=POLICY)
    if isinstance(given, Answered):
        return []
    offered = given.choices if isinstance(given, Ambiguous) else given.suggestions
    return [answer_known(one.profile.id, one.fact.id, view, request) for one in offered]


def test_where_first_phrasings_would_read_the_same_the_nearest_stand_in_their_place() -> None:
    facts = (
        medal("medal.oar", "Which medal was hers?", "gull-gazette"),
        medal("medal.lamp", "Which medal was hers?", "late-notes"),
    )
    nearest = ("Fennwick's oar medal?", "Fennwick's lamp medal?")
    held = (
        fact.model_copy(update={"phrasings": (fact.phrasings[0], near)})
        for fact, near in zip(facts, nearest, strict=True)
    )
    view = View(build_base([make_held(*held)], sources()))
    given = answer("Fennwick's medal?", view, Request(TODAY, policy=LENIENT))

    assert isinstance(given, Ambiguous)
    assert {choice.question for choice in given.choices} == set(nearest)


@pytest.mark.parametrize(
    "question",
    [
        "Where were Marrow and Fennwick born?",
        "Where was Fennwick's husband born?",
        "When was her husband a pilot?",
        "Where was Marrow born?",
    ],
)
def test_whatever_is_named_a_request_about_one_person_gives_no_fact_of_another(
    question: str,
) -> None:
    given = put(question, View(make_islanders()), profile=FENNWICK)

    assert {candidate.profile for candidate in given.explanation.candidates} <= {FENNWICK}
