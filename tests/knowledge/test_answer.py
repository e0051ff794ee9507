from datetime import date
from functools import cache

import pytest

from knowledge.answer.answer import context_of
from knowledge.answer.known import answer_known
from knowledge.answer.outcomes import (
    Abstained,
    Ambiguous,
    Answer,
    Answered,
    Context,
    Reason,
    Request,
)
from knowledge.model.fact import Status
from knowledge.release import Release, View
from tests.knowledge.islanders import BRACK, FENNWICK, MARROW, TODAY, make_islanders, put
from tests.knowledge.make import make_base, make_fact

BORN = "Where was Odalys Fennwick born?"
RESCUED = "How many sailors did Fennwick rescue?"


@cache
def release() -> Release:
    return Release(make_islanders())


def asked(question: str, *, after: str = "", as_of: date | None = None) -> Answer:
    """Ask a question, perhaps after another one."""
    view = release().full
    context = context_of(put(after, view), after) if after else None
    return put(question, view, context=context, as_of=as_of)


def fact_of(given: Answer) -> tuple[str, str]:
    assert isinstance(given, Answered)
    return given.profile.id, given.fact.id


def reason_of(given: Answer) -> Reason:
    assert isinstance(given, Abstained)
    return given.reason


def test_an_answer_is_the_curators_sentence_with_its_source_lines() -> None:
    given = asked(BORN)

    assert isinstance(given, Answered)
    assert given.fact.statement == "Fennwick was born on Tern Island."
    assert [line.source.id for line in given.cited.lines] == ["gull-gazette"]
    assert given.newest is not None
    assert given.newest.edtf == "2011-03-02"


def test_a_disputed_answer_has_every_side_with_its_own_source() -> None:
    given = asked(RESCUED)

    assert isinstance(given, Answered)
    assert given.fact.status is Status.DISPUTED
    assert [claim.holder for claim in given.fact.claims] == ["Gull Gazette", "Late Notes"]
    assert given.cited.claim_numbers == ((1,), (2,))


def test_what_was_searched_and_not_found_is_an_answer_to_just_that() -> None:
    given = asked("Who was Fennwick's first husband?")

    assert isinstance(given, Answered)
    assert given.fact.status is Status.UNKNOWN


def test_a_first_name_that_two_people_share_is_a_choice_between_them() -> None:
    given = asked("Where was Odalys born?")

    assert isinstance(given, Ambiguous)
    assert {choice.profile.id for choice in given.choices} == {FENNWICK, BRACK}
    assert all(choice.question for choice in given.choices)


def test_the_profile_asked_for_settles_a_shared_first_name() -> None:
    given = put("Where was Odalys born?", release().full, profile=BRACK)

    assert fact_of(given) == (BRACK, "life.birthplace")


def test_a_question_about_two_people_is_a_choice() -> None:
    given = asked("Where were Marrow and Fennwick born?")

    assert isinstance(given, Ambiguous)
    assert {choice.profile.id for choice in given.choices} == {FENNWICK, MARROW}


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Where was Quibble Zandt born?", Reason.UNKNOWN_PERSON),
        ("Was Zandt ever born?", Reason.UNKNOWN_PERSON),
        ("What is Fennwick's shoe size?", Reason.NO_FACT),
        ("Where was Ned Marrow born?", Reason.NO_FACT),
        ("Where was his brother born?", Reason.NO_FACT),
        ("What is the capital of France?", Reason.NO_FACT),
        ("", Reason.NOT_A_QUESTION),
        (" \t\n ", Reason.NOT_A_QUESTION),
        ("?!…", Reason.NOT_A_QUESTION),
        ("🙂🙂", Reason.NOT_A_QUESTION),
        ("1234 56", Reason.NOT_A_QUESTION),
        ("Thank you so much!", Reason.NOT_A_QUESTION),
        ("ok, got it", Reason.NOT_A_QUESTION),
        ("ok who?", Reason.NO_FACT),
        ("Wann wurde Odalys Fennwick geboren?", Reason.OTHER_LANGUAGE),
        ("Où est née Odalys Fennwick ?", Reason.OTHER_LANGUAGE),
        ("¿Cuándo murió Odalys Fennwick?", Reason.OTHER_LANGUAGE),
        ("Где родилась Одалис Феннвик?", Reason.OTHER_LANGUAGE),
    ],
)
def test_every_abstention_has_its_reason(question: str, reason: Reason) -> None:
    assert reason_of(asked(question)) is reason


@pytest.mark.parametrize("question", ["Who is Quibble Zandt?", "Is Quibble Zandt dead?"])
def test_a_short_question_about_an_unknown_person_says_so(question: str) -> None:
    assert reason_of(asked(question)) is Reason.UNKNOWN_PERSON


def test_a_foreign_word_near_an_english_one_stays_foreign() -> None:
    assert reason_of(asked("¿Dónde nació Odalys Fennwick?")) is Reason.OTHER_LANGUAGE


@pytest.mark.parametrize(
    ("question", "day", "reason"),
    [
        (RESCUED, date(2010, 1, 1), Reason.NOT_REPORTED_BY_THEN),
        (BORN, date(2011, 3, 1), Reason.NOT_REPORTED_BY_THEN),
        ("Which medal did Fennwick receive?", date(2015, 6, 29), Reason.NOT_REPORTED_BY_THEN),
        ("What was Fennwick's wage?", date(2020, 1, 1), Reason.NOT_DATED),
    ],
)
def test_what_had_not_been_reported_by_a_day_is_not_said(
    question: str, day: date, reason: Reason
) -> None:
    given = asked(question, as_of=day)

    assert reason_of(given) is reason
    assert isinstance(given, Abstained)
    assert given.profile is not None
    assert given.as_of == day


def test_a_source_counts_from_the_last_day_that_its_date_may_mean() -> None:
    assert fact_of(asked("Which medal did Fennwick receive?", as_of=date(2015, 6, 30)))
    assert fact_of(asked(BORN, as_of=date(2011, 3, 2)))


def test_a_day_cuts_a_dispute_to_the_claims_made_by_then() -> None:
    early, late = asked(RESCUED, as_of=date(2012, 1, 1)), asked(RESCUED, as_of=date(2016, 1, 1))

    assert isinstance(early, Answered)
    assert [claim.holder for claim in early.fact.claims] == ["Gull Gazette"]
    assert [line.source.id for line in early.cited.lines] == ["gull-gazette"]
    assert early.later_claims == 1
    assert isinstance(late, Answered)
    assert len(late.fact.claims) == 2
    assert late.later_claims == 0


@pytest.mark.parametrize(
    ("before", "question", "fact"),
    [
        ("When was Odalys Fennwick born?", "and where?", (FENNWICK, "life.birthplace")),
        (BORN, "and when?", (FENNWICK, "life.birth-date")),
        (BORN, "when was that?", (FENNWICK, "life.birth-date")),
        ("Where was Marrow born?", "what about his wife?", (FENNWICK, "life.birthplace")),
        (BORN, "what about her husband?", (MARROW, "life.birthplace")),
        (BORN, "and Odalys Brack?", (BRACK, "life.birthplace")),
        (BORN, "Which medal did she receive?", (FENNWICK, "storm.medal")),
        ("What is Fennwick's shoe size?", "Where was she born?", (FENNWICK, "life.birthplace")),
    ],
)
def test_a_follow_up_is_understood_from_the_question_before(
    before: str, question: str, fact: tuple[str, str]
) -> None:
    assert fact_of(asked(question, after=before)) == fact


@pytest.mark.parametrize("question", ["and where?", "when was that?", "why?", "and?"])
def test_a_follow_up_to_nothing_is_not_answered(question: str) -> None:
    assert isinstance(asked(question), Abstained)


def test_a_follow_up_that_no_fact_answers_is_not_answered() -> None:
    assert reason_of(asked("and why?", after=BORN)) is Reason.NO_FACT


def test_a_near_miss_is_never_answered_with_the_fact_that_it_misses() -> None:
    assert isinstance(asked("Which medal did Fennwick's boat receive?"), Abstained)


def test_the_question_before_does_not_change_a_whole_question() -> None:
    alone, later = asked("Where was Tobin Marrow born?"), None
    later = asked("Where was Tobin Marrow born?", after=BORN)

    assert fact_of(later) == fact_of(alone)


@pytest.mark.parametrize("question", ["", "  ", "🙂", "?", "\u200b", "\ud800"])
def test_no_question_after_a_question_is_no_question(question: str) -> None:
    assert reason_of(asked(question, after=BORN)) is Reason.NOT_A_QUESTION


def test_what_a_follow_up_leans_on_is_the_profile_and_the_fact() -> None:
    one_person = asked("What is Fennwick's shoe size?")
    two_people = asked("Where were Marrow and Fennwick born?")

    assert context_of(asked(BORN), BORN) == Context(FENNWICK, "life.birthplace", BORN)
    assert context_of(one_person, "…") == Context(FENNWICK)
    assert context_of(two_people, "…") is None


def test_an_abstention_suggests_questions_that_are_answered() -> None:
    given = asked("Where was Fennwick's wedding?")

    assert isinstance(given, Abstained)
    assert 0 < len(given.suggestions) <= 3
    assert all(isinstance(asked(choice.question), Answered) for choice in given.suggestions)


@pytest.mark.parametrize("question", ["🙂", "Wann wurde Odalys Fennwick geboren?"])
def test_what_cannot_be_read_gets_no_suggestions(question: str) -> None:
    given = asked(question)

    assert isinstance(given, Abstained)
    assert given.suggestions == ()


def test_a_restricted_fact_is_not_there_for_who_lacks_access() -> None:
    question = "When did Odalys Fennwick divorce?"
    full, withheld = release().full, release().withheld

    assert fact_of(put(question, full)) == (FENNWICK, "life.divorce")
    assert isinstance(put(question, withheld), Abstained)
    assert answer_known(FENNWICK, "life.divorce", withheld, Request(TODAY)) is None


@pytest.mark.parametrize(
    "question",
    ["divorce", "When did she divorce?", "Fennwick split husband", "Was Fennwick ex?"],
)
def test_nothing_withheld_shows_beside_a_reply(question: str) -> None:
    given = put(question, release().withheld)
    candidates = given.explanation.candidates

    assert "life.divorce" not in {candidate.fact for candidate in candidates}
    offered = given.suggestions if isinstance(given, Abstained) else ()
    assert not any("divorce" in choice.question for choice in offered)


def test_a_fact_past_its_review_says_that_it_is_due() -> None:
    reviewed = View(make_base(make_fact(review_by=date(2026, 2, 28))))
    current = View(make_base(make_fact(review_by=TODAY)))
    due, not_due = put("What was her work?", reviewed), put("What was her work?", current)

    assert isinstance(due, Answered)
    assert isinstance(not_due, Answered)
    assert due.is_due
    assert not not_due.is_due


def test_a_retracted_fact_is_never_answered() -> None:
    base = make_base(make_fact(status="retracted"), make_fact(id="work.name"))
    given = put("What was her work?", View(make_base(make_fact(status="retracted"))))

    assert isinstance(given, Abstained)
    assert fact_of(put("What was her work?", View(base))) == (FENNWICK, "work.name")
    assert answer_known(FENNWICK, "work.lamp", View(base), Request(TODAY)) is None


def test_a_fact_that_somebody_points_at_is_shown_as_an_answer_would_show_it() -> None:
    given, pointed = asked(BORN), None
    pointed = answer_known(FENNWICK, "life.birthplace", release().full, Request(TODAY))

    assert isinstance(given, Answered)
    assert isinstance(pointed, Answered)
    assert (pointed.fact, pointed.cited, pointed.newest) == (
        given.fact,
        given.cited,
        given.newest,
    )


def test_a_fact_pointed_at_keeps_to_the_day_that_is_asked_for() -> None:
    request = Request(TODAY, as_of=date(2010, 1, 1))
    pointed = answer_known(FENNWICK, "life.birthplace", release().full, request)

    assert isinstance(pointed, Abstained)
    assert pointed.reason is Reason.NOT_REPORTED_BY_THEN
