from hypothesis import given
from hypothesis import strategies as st

from bot import strings
from bot.limits import CONTENT
from bot.render.budget import reply_length
from bot.render.markdown import escape, markdown
from bot.render.render import render
from bot.render.words import read_sentences
from knowledge.dates import parse_when
from knowledge.model.fact import Fact
from tests.bot.test_replies import DISPUTE, KINDS, RELEASE, SOURCES, answered
from tests.knowledge.make import make_base, make_fact, make_profile


def length(fact: Fact) -> int:
    return reply_length(fact, make_profile(), make_base(fact, sources=SOURCES))


def test_a_fact_is_measured_with_its_sources_and_every_note_that_may_come() -> None:
    shown = len(markdown(render(KINDS["answered-disputed"], RELEASE)))

    assert shown < length(DISPUTE) < CONTENT


def test_a_longer_note_makes_a_longer_reply() -> None:
    assert length(make_fact(note="x" * 50)) >= length(make_fact()) + 50


def test_what_may_be_due_is_measured_as_due() -> None:
    assert length(make_fact(review_by="2030-01-01")) > length(make_fact())


def test_a_date_that_the_statement_tells_is_not_told_twice() -> None:
    told = make_fact(statement="The lamp went out in May 2011.", when="2011-05")

    assert "When:" not in markdown(render(answered(told), RELEASE))


def test_the_sentences_that_are_read_name_each_holder_and_leave_the_sources_out() -> None:
    sentences = read_sentences(render(KINDS["answered-disputed"], RELEASE))

    assert sentences == (
        DISPUTE.statement,
        "She pulled out nine sailors. — Gull Gazette, 2 March 2011",
        (
            "She pulled out six sailors, and two more who had clung to the buoy until dawn. — "
            "Harbor Office Note: The log gives no names."
        ),
        "When: in November 2010.",
        "Note: The storm has no name in either.",
    )


@given(st.text())
def test_escaped_text_keeps_every_letter(text: str) -> None:
    plain = escape(text)

    assert plain.replace("\\", "") == text.replace("\\", "")


def test_escaped_text_opens_no_heading_list_link_or_mention() -> None:
    assert escape("# a") == "\\# a"
    assert escape("- a") == "\\- a"
    assert escape("1. a") == "1\\. a"
    assert escape("[a](b) <@1> *c*") == "\\[a\\](b) \\<@1\\> \\*c\\*"


def test_the_day_of_an_answer_says_how_many_claims_are_left_aside() -> None:
    told = {n: strings.as_of(parse_when("2018"), later_claims=n) for n in (0, 1, 4)}

    assert "claim" not in told[0]
    assert "one later claim is left aside, and the sentence" in told[1]
    assert "4 later claims are left aside, and the sentence" in told[4]
