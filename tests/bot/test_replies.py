"""Approved replies: one text for each kind, built from answer objects, not through matching."""

import re
from dataclasses import replace
from datetime import date

import pytest

from bot.render.markdown import markdown
from bot.render.render import render
from bot.terminal.show import show
from knowledge.answer.outcomes import Abstained, Ambiguous, Answer, Answered, Choice, Reason
from knowledge.cite.lines import cite
from knowledge.dates import parse_when
from knowledge.match.explain import Explanation
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile
from tests.conftest import Approve
from tests.knowledge.make import (
    make_base,
    make_citation,
    make_claim,
    make_dispute,
    make_fact,
    make_profile,
    make_source,
)

RELEASE = "0123456789ab"
WHY = Explanation()
MARKUP = "[bold]Fennwick[/bold] *tended* the_lamp, <@1> @everyone # [x](y)."
SOURCES = (
    make_source(
        title="Lamps of the coast",
        issued="2011-03-02",
        URL="https://example.org/lamps",
        **{"container-title": "Gull Gazette"},
    ),
    make_source(
        "harbor-log",
        type="report",
        title="Log of the Grey Rock station",
        publisher="Harbor Office",
    ),
    make_source(
        "tide-notes",
        type="webpage",
        title="Tide notes",
        **{"container-title": "Tidepedia"},
    ),
)
VIA = make_citation("harbor-log", via="tide-notes", via_locator="line 7 sentence 2")
DISPUTE = make_dispute(
    make_claim(statement="She pulled out nine sailors.", said="2011-03-02"),
    make_claim(
        holder="Harbor Office",
        statement=(
            "She pulled out six sailors, and two more who had clung to the buoy until dawn."
        ),
        note="The log gives no names.",
        citations=(VIA, make_citation("tide-notes", locator="line 7 sentence 2")),
    ),
    id="storm.rescue",
    statement="How many sailors Fennwick pulled from the sea in the storm of 2010 is disputed.",
    when="2010-11",
    note="The storm has no name in either.",
)
OTHER = make_profile(
    id="tobin-marrow", name="Tobin Marrow", description="invented harbor pilot"
)


def answered(fact: Fact, profile: Profile | None = None, as_of: date | None = None) -> Answered:
    return Answered(
        profile=profile or make_profile(),
        fact=fact,
        cited=cite(fact, make_base(fact, sources=SOURCES)),
        score=0.9,
        newest=parse_when("2011-03-02"),
        is_due=fact.review_by is not None,
        as_of=as_of,
        explanation=WHY,
    )


def abstained(reason: Reason, *suggestions: str, as_of: date | None = None) -> Abstained:
    is_known = reason not in {Reason.UNKNOWN_PERSON, Reason.NOT_A_QUESTION}
    profile = make_profile()
    choices = tuple(Choice(profile, make_fact(), asked, 0.5) for asked in suggestions)
    return Abstained(reason, profile if is_known else None, choices, WHY, as_of)


def choice(profile: Profile, question: str, id_: str) -> Choice:
    return Choice(profile, make_fact(id=id_), question, 0.8)


LAMP = choice(make_profile(), "What was her work?", "work.lamp")
DAY = date(2016, 1, 31)
KINDS: dict[str, Answer] = {
    "answered-established": answered(make_fact(status="established")),
    "answered-reported-via": answered(make_fact(citations=(VIA,))),
    "answered-of-one-origin": answered(
        make_fact(citations=(VIA, make_citation("tide-notes", locator="line 7 sentence 2")))
    ),
    "answered-disputed": answered(DISPUTE),
    "answered-searched-not-found": answered(
        make_fact(status="unknown", statement="Neither text names a second lamp.")
    ),
    "answered-with-every-note": answered(
        make_fact(when="2003/2014", note="The year is a guess.", review_by="2020-01-01"),
        make_profile(note="Her own side is missing."),
        as_of=DAY,
    ),
    "answered-with-markup": answered(make_fact(statement=MARKUP)),
    "ambiguous-about-one-person": Ambiguous(
        (LAMP, choice(make_profile(), "Where was she born?", "life.birthplace")), WHY
    ),
    "ambiguous-about-one-fact": Ambiguous((LAMP,), WHY),
    "ambiguous-about-two-people": Ambiguous(
        (LAMP, choice(OTHER, "What was his work?", "pilot.work")), WHY
    ),
    "abstained-unknown-person": abstained(Reason.UNKNOWN_PERSON),
    "abstained-no-fact": abstained(Reason.NO_FACT, "What was her work?", "Where was she born?"),
    "abstained-not-reported-by-then": abstained(Reason.NOT_REPORTED_BY_THEN, as_of=DAY),
    "abstained-not-dated": abstained(Reason.NOT_DATED, as_of=DAY),
    "abstained-not-a-question": abstained(Reason.NOT_A_QUESTION),
    "abstained-other-language": abstained(Reason.OTHER_LANGUAGE),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_reply_reads_as_approved(kind: str, approved: Approve) -> None:
    reply = render(KINDS[kind], RELEASE)

    rule = "-" * 8
    who = "for the asker alone" if reply.private else "for everybody in the channel"
    approved(
        kind,
        f"{show(reply)}\n{rule} as Discord text, {who} {rule}\n\n{markdown(reply)}\n",
    )


def test_only_an_answer_is_for_everybody() -> None:
    for kind, given in KINDS.items():
        assert render(given, RELEASE).private is not kind.startswith("answered")


def test_an_answer_carries_what_a_button_needs() -> None:
    reply = render(KINDS["answered-disputed"], RELEASE)

    assert (reply.profile, reply.fact, reply.release) == (
        "odalys-fennwick",
        "storm.rescue",
        RELEASE,
    )


def test_no_reason_for_abstaining_lacks_its_sentence() -> None:
    texts = {show(render(abstained(reason), RELEASE)) for reason in Reason}

    assert len(texts) == len(Reason)


def test_an_abstention_shows_no_source_and_never_says_no() -> None:
    for reason in Reason:
        text = show(render(abstained(reason, as_of=DAY), RELEASE))

        assert "[1]" not in text
        assert "no" not in re.findall(r"\w+", text.lower())


def test_what_may_be_asked_instead_says_whom_it_is_about_unless_one_is_named_above() -> None:
    named = abstained(Reason.NO_FACT, "Where was she born?")
    nobody = replace(named, profile=None)

    who = f"{make_profile().name}, {make_profile().description}"

    assert who in show(render(nobody, RELEASE))
    assert who not in show(render(named, RELEASE))


def test_a_sentence_that_sums_up_later_claims_is_not_shown_as_of_a_day_before_them() -> None:
    whole = answered(DISPUTE, as_of=DAY)
    cut = replace(whole, later_claims=1)

    assert DISPUTE.statement in show(render(whole, RELEASE))
    assert DISPUTE.statement not in show(render(cut, RELEASE))
    assert DISPUTE.claims[0].statement in show(render(cut, RELEASE))
