"""Cards: what stands in one Discord message, kept as readable files, never too long."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import channel_strings, limits
from bot.channel_strings import changed
from bot.commands.mention import neutral_card
from bot.failures import sentence_card
from bot.render.admin import (
    Changes,
    Health,
    problems_card,
    reloaded_card,
    sound_card,
    status_card,
)
from bot.render.answers import answer_card, asked_line, public_card, shared_card
from bot.render.card import Card, to_text, with_note
from bot.render.help import help_card
from bot.render.ids import (
    FACT,
    MENU,
    OTHER,
    PAGE,
    SILENCE,
    Act,
    FactId,
    List,
    PageId,
    SilenceId,
    fact_id,
    fact_path,
    page_id,
    read_fact_id,
    read_fact_path,
    read_page_id,
    read_silence_id,
    silence_id,
)
from bot.render.markdown import source_link
from bot.render.pages import Item, split
from bot.render.profiles import people_card, profile_card, related_card, topic_card
from bot.render.records import cite_card, source_card, source_list, sources_card
from bot.render.timeline import disputes_card, timeline_card
from bot.samples import sample_answers
from bot.send import TooLongError, layout
from knowledge.answer.known import answer_known
from knowledge.answer.outcomes import Answered, Reason, Request
from knowledge.base import RELEASE_NAME
from knowledge.errors import Problem
from knowledge.model.fact import FACT_ID
from knowledge.model.profile import PROFILE_ID
from knowledge.model.source import SOURCE_ID
from knowledge.release import Release, View
from tests.bot.test_replies import DAY, KINDS
from tests.conftest import Approve
from tests.knowledge.make import make_base, make_fact

IDS = st.from_regex(r"\A[a-z0-9][a-z0-9-]{0,31}\Z")
REQUEST = Request(DAY)
EVER = (None, None)


def known(view: View, fact: str, profile: str = "odalys-fennwick") -> Answered:
    given = answer_known(profile, fact, view, REQUEST)
    assert isinstance(given, Answered)
    return given


def doubtful_view() -> View:
    """Return a view of one fact for each way in which a date can be less than known."""
    dates = (
        *("2015-04-21/2015-04-30", "../2012", "2008~", "[2003..2014]", "2003/2014", "2011-03?"),
        *("201X", "[..2010]", "2010-22", "2016-06/..", "2009%"),
    )
    facts = (
        make_fact(id=f"work.at-{at}", when=when, phrasings=(f"What was number {at}?",))
        for at, when in enumerate(dates)
    )
    return Release(make_base(*facts)).full


WHO = "odalys-fennwick"
HEALTH = Health(datetime(2026, 1, 31, 9, 30, tzinfo=UTC), 93_784.0, 0.042, 3)
PROBLEM = Problem("ann/facts/work.toml", "work.lamp", "has no source", "add one")
CHANGES = Changes(("ann/a.b",), (), tuple(f"ann/c.d{n}" for n in range(12)))
SILENCE_GIVEN, CHOICE_GIVEN = KINDS["abstained-no-fact"], KINDS["ambiguous-about-two-people"]
CARDS: dict[str, Callable[[View], Card | None]] = {
    "answer": lambda v: answer_card(known(v, "storm.rescue"), v, private=False),
    "answer-private": lambda v: answer_card(known(v, "storm.rescue"), v, private=True),
    "answer-restricted": lambda v: answer_card(known(v, "life.divorce"), v, private=False),
    "answer-shared": lambda v: shared_card(
        answer_card(known(v, "storm.rescue"), v, private=False), "Ann *B*"
    ),
    "answer-changed": lambda v: with_note(
        answer_card(known(v, "work.lamp"), v, private=True), changed(v.name)
    ),
    "ambiguous": lambda v: answer_card(CHOICE_GIVEN, v, private=True, question="whose work?"),
    "abstained": lambda v: answer_card(SILENCE_GIVEN, v, private=True, question="Her _hat_?"),
    "abstained-shared": lambda v: public_card(SILENCE_GIVEN, v),
    "sources-of-a-fact": lambda v: sources_card(known(v, "storm.rescue"), v),
    "cite": lambda v: cite_card(known(v, "storm.rescue")),
    "source": lambda v: source_card("harbor-log", v),
    "source-list": source_list,
    "people": people_card,
    "profile": lambda v: profile_card(WHO, v),
    "topic": lambda v: topic_card(WHO, "life", v),
    "related": lambda v: related_card(WHO, "life.birthplace", v),
    "related-to-nothing": lambda v: related_card(WHO, "work.lamp", v),
    "timeline": lambda v: timeline_card(WHO, v, EVER),
    "timeline-of-dates-in-doubt": lambda _: timeline_card(WHO, doubtful_view(), EVER),
    "timeline-of-nothing": lambda v: timeline_card("tobin-marrow", v, EVER),
    "disputes": lambda v: disputes_card(WHO, v),
    "disputes-of-nothing": lambda v: disputes_card("tobin-marrow", v),
    "help": lambda v: help_card(v, sample_answers(v, REQUEST)),
    "facts-status": lambda v: status_card(v, HEALTH),
    "facts-problems": lambda _: problems_card((PROBLEM,), 1, "The base on disk"),
    "facts-problems-as-a-file": lambda _: problems_card((PROBLEM,) * 60, 0, "Not reloaded"),
    "facts-sound": lambda v: sound_card(v, 12, "The base on disk"),
    "facts-reloaded": lambda v: reloaded_card(v, CHANGES, 12),
    "failed": lambda _: sentence_card(channel_strings.failed("a1b2c3")),
    "withdrawn": lambda _: sentence_card(channel_strings.WITHDRAWN),
    "neutral": lambda _: neutral_card(),
}


@pytest.mark.parametrize("kind", CARDS)
def test_each_kind_of_card_reads_as_approved(
    kind: str, keepers_view: View, approved: Approve
) -> None:
    card = CARDS[kind](keepers_view)

    assert card is not None
    approved(f"channel-{kind}", to_text(card).replace(keepers_view.name, "0123456789ab"))


def test_only_what_may_be_public_is(keepers_view: View) -> None:
    public = {kind for kind, make in CARDS.items() if not shown(make, keepers_view).private}

    assert public == {"answer", "answer-shared", "abstained-shared", "neutral"}


def test_a_restricted_fact_has_no_public_card(keepers_view: View) -> None:
    assert public_card(known(keepers_view, "life.divorce"), keepers_view) is None


@given(
    act=st.sampled_from(list(Act)),
    fact=st.from_regex(r"\A[a-z0-9][a-z0-9-]{0,18}\.[a-z0-9][a-z0-9-]{0,18}\Z"),
    profile=IDS,
    as_of=st.none() | st.dates(),
)
def test_what_a_button_carries_is_read_back(
    act: Act, fact: str, profile: str, as_of: date | None
) -> None:
    id_ = FactId(act, profile, fact, "0" * RELEASE_NAME, as_of)
    match = FACT.fullmatch(fact_id(id_))

    assert match is not None
    assert read_fact_id(match) == id_
    assert not OTHER.fullmatch(fact_id(id_))
    assert read_fact_path(fact_path(profile, fact, as_of)) == (profile, fact, as_of)


@given(profile=st.just("") | IDS, as_of=st.none() | st.dates())
def test_what_a_shared_abstention_carries_is_read_back(
    profile: str, as_of: date | None
) -> None:
    id_ = SilenceId("not_reported_by_then", profile, "0" * RELEASE_NAME, as_of)
    match = SILENCE.fullmatch(silence_id(id_))

    assert match is not None
    assert read_silence_id(match) == id_


@given(list_=st.sampled_from(list(List)), about=IDS, page=st.integers(0, 999))
def test_what_a_list_carries_is_read_back(list_: List, about: str, page: int) -> None:
    for is_menu, pattern in ((False, PAGE), (True, MENU)):
        id_ = PageId(list_, about, page, "0" * RELEASE_NAME, is_menu)
        match = pattern.fullmatch(page_id(id_))

        assert match is not None
        assert read_page_id(match) == id_


def test_the_longest_ids_fit_into_a_button() -> None:
    profile, fact = "p" * PROFILE_ID, "t" * 20 + "." + "s" * (FACT_ID - 21)
    release, last = "0" * RELEASE_NAME, date.max
    long = [
        fact_id(FactId(Act.SOURCES, profile, fact, release, last)),
        silence_id(SilenceId(max(map(str, Reason), key=len), profile, release, last)),
        page_id(PageId(List.RECORDS, fact_path(profile, fact, last), 99, release)),
        page_id(PageId(List.TOPIC, f"{profile}/{'t' * (FACT_ID - 2)}", 999, release)),
        page_id(PageId(List.TIMELINE, f"{profile}/{last}/{last}", 999, release)),
        page_id(PageId(List.SUPPORTED, "s" * SOURCE_ID, 999, release)),
    ]

    assert max(map(len, long)) <= limits.CUSTOM_ID


@given(st.lists(st.integers(1, 2500), max_size=80))
def test_pages_hold_everything_in_order_and_no_page_is_too_long(lengths: list[int]) -> None:
    items = tuple(Item("x" * length) for length in lengths)
    pages = split(items)

    assert tuple(item for page in pages for item in page) == items
    for page in pages:
        assert len(page) <= limits.MENU_OPTIONS
        text = "\n".join(item.text for item in page)
        assert len(page) == 1 or len(text) <= limits.PAGE


@given(st.text(max_size=limits.QUESTION))
def test_a_repeated_question_leaves_room_for_the_rest(question: str) -> None:
    assert len(asked_line(question)) <= limits.TEXT - limits.REPLY - 300
    assert "://" not in asked_line(question).replace("\\://", "")


@given(st.text())
def test_a_name_stays_one_line_of_small_print(name: str) -> None:
    card = shared_card(Card(("Said.",)), name.replace("\n", " "))

    assert card.texts[0].startswith("-# ")
    assert not card.private


def test_a_link_shows_where_it_leads_and_cannot_be_broken_out_of() -> None:
    assert source_link("https://www.a.example/x_(y)?z=1") == (
        " [a.example](<https://www.a.example/x_(y)?z=1>)"
    )
    for url in (None, "javascript:alert(1)", "https://a.example/> [x](y", "https://a b", "x"):
        assert not source_link(url)


def test_an_overlong_card_is_a_bug_and_not_cut() -> None:
    with pytest.raises(TooLongError):
        layout(Card(("x" * (limits.TEXT + 1),)))


def shown(make: Callable[[View], Card | None], view: View) -> Card:
    card = make(view)
    assert card is not None
    return card
