"""Questions from a channel, whatever somebody types."""

import json
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import limits
from bot.access import Allowed, Place, Refused
from bot.asking import Asker, Question, ask, known_profile
from bot.config import Config
from bot.desk import Desk
from bot.failures import sentence_card
from bot.finding import find_sources, offers_about
from bot.mentions import names_bot, question_in
from bot.send import layout
from bot.shelf import Seen, Shelf
from knowledge.base import ProfileFacts, build_base
from knowledge.errors import RequestError
from knowledge.load.folder import load_folder
from knowledge.release import Release
from tests.bot.channel.stage import keepers_folder
from tests.knowledge.make import make_fact, make_held, make_profile, make_source

SERVER, TRUSTED = 1, 2
ASKER = Asker(3, 4)
PIECES = st.sampled_from(
    ["Fennwick ", "fact:", "odalys-fennwick/", "life.divorce", "<@1>", "\n", "`"]
)
TEXTS = st.text(max_size=limits.QUESTION) | st.lists(PIECES).map("".join)


@cache
def desk() -> Desk:
    config = Config.model_validate({"access": {"restricted_roles": [TRUSTED], "cooldown": 0}})
    shelf = Shelf(Release(load_folder(keepers_folder())))
    return Desk(config, keepers_folder(), shelf, today=lambda: date(2026, 1, 31))


def seen(*roles: int) -> Seen:
    found = desk().see(Place(SERVER, roles=frozenset(roles)))
    assert not isinstance(found, Refused)
    return found


@given(text=TEXTS, share=st.booleans(), is_trusted=st.booleans())
@settings(max_examples=200, deadline=None)
def test_whatever_is_asked_gets_a_card_that_fits(
    text: str,
    share: bool,  # noqa: FBT001
    is_trusted: bool,  # noqa: FBT001
) -> None:
    who = seen(TRUSTED) if is_trusted else seen()
    _, card = ask(desk(), who, ASKER, Question(text, share=share))
    parts = layout(card).to_components()  # type: ignore[no-untyped-call]
    sent = json.dumps(parts, ensure_ascii=False).encode("utf-8")

    assert sent
    assert card.length <= limits.TEXT
    assert "parted in 2009" not in "".join(card.texts) or (is_trusted and card.private)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_whatever_is_typed_or_looked_up_raises_nothing(text: str) -> None:
    who = seen()
    card = find_sources(text, who, desk().request(who))

    assert card is None or card.private
    assert all("divorce" not in value for _, value in offers_about(text, who))


@given(st.text())
def test_the_words_of_a_message_are_left_of_its_markup(text: str) -> None:
    assert "<@123>" not in question_in(f"{text} <@123> <#4> <a:wave:5>")


def test_only_a_name_in_words_counts() -> None:
    assert names_bot("hey <@7>, who?", 7)
    assert names_bot("<@!7>", 7)
    assert not names_bot("hey <@77>, who?", 7)
    assert question_in("<@7> Where was <:x:1> she   born?") == "Where was she born?"


def test_what_is_remembered_of_a_question_are_not_its_words() -> None:
    ask(desk(), seen(), ASKER, Question("Where was Odalys Fennwick born?"))
    context = desk().memory.before(ASKER.person, ASKER.channel)

    assert context is not None
    assert (context.profile, context.fact, context.question) == (
        "odalys-fennwick",
        "life.birthplace",
        "",
    )


def john(id_: str, name: str) -> ProfileFacts:
    profile = make_profile(
        id=id_, name=name, description=f"invented {id_}", weak_names=("John",)
    )
    return make_held(make_fact(), profile=profile)


def many(*others: ProfileFacts) -> Seen:
    """Return what is seen of a base of two people called John, and of others."""
    held = (john("john-oakes", "John Oakes"), john("john-pell", "John Pell"), *others)
    base = build_base(held, [make_source()])
    return Shelf(Release(base)).seen(Allowed(None, None, sees_restricted=False, is_admin=False))


def test_a_weak_name_that_two_people_bear_decides_nothing() -> None:
    with pytest.raises(RequestError, match=r"John Oakes \(invented john-oakes\), John Pell"):
        known_profile(many(), "john")


def test_a_weak_name_of_one_person_alone_is_enough_for_a_lookup() -> None:
    tilda = make_profile(id="tilda-voss", name="Tilda Voss", weak_names=("Tilda",))

    assert known_profile(many(make_held(make_fact(), profile=tilda)), "TILDA") == "tilda-voss"


def test_a_name_that_identifies_somebody_goes_before_a_weak_one() -> None:
    only = make_profile(id="zz-john", name="John")

    assert known_profile(many(make_held(make_fact(), profile=only)), "John") == "zz-john"


def test_of_many_people_a_few_are_listed_and_the_others_counted() -> None:
    others = (make_profile(id=f"p-{n}", name=f"Person {n} " + "x" * 100) for n in range(400))
    who = many(*(make_held(make_fact(), profile=profile) for profile in others))

    with pytest.raises(RequestError, match=r"John Pell, .* and 394 more\.") as raised:
        known_profile(who, "nobody of these")

    assert sentence_card(str(raised.value)).length <= limits.TEXT
