"""`/ask` and its buttons, from a person's side."""

import pytest

from bot import channel_strings
from tests.bot.channel.stage import Stage, played, played_with
from tests.standin.errors import NotPossibleError

BORN = "Where was Odalys Fennwick born?"
DIVORCE = "When did Odalys Fennwick get divorced?"


@played
async def test_an_answer_is_public_with_its_sources_and_pings_and_previews_nothing(
    on: Stage,
) -> None:
    reply = await on.ask(BORN)

    assert not reply.private
    assert not reply.deferred
    assert "Fennwick was born on Tern Island. [1]" in reply.text
    assert reply.labels == ("Sources", "Related", "Cite")
    assert reply.shown.previews == ()
    assert reply.pings.people == ()


@played
async def test_an_answer_is_private_where_the_asker_wants_it_and_can_then_be_shared(
    on: Stage,
) -> None:
    reply = await on.ask(BORN, share="no")

    assert reply.private
    assert reply.labels == ("Sources", "Related", "Cite", "Share")
    assert on.discord.seen(on.bob, on.channel) == ()


@played
async def test_sharing_spends_the_button_and_says_publicly_who_shared(on: Stage) -> None:
    reply = await on.ask(BORN, share="no")
    shared = await on.discord.more(await on.click(reply, "Share"), followups=1)

    assert on.discord.now(reply).labels[-1] == "Shared"
    assert on.discord.now(reply).private
    public = shared.followups[0]
    assert not public.private
    assert public.text.startswith("-# Ann shared:")
    assert "Fennwick was born on Tern Island." in public.text
    assert public.labels == ("Sources", "Related", "Cite")
    with pytest.raises(NotPossibleError):
        await on.click(reply, "Share")


@played
async def test_an_abstention_is_private_says_why_and_offers_questions(on: Stage) -> None:
    reply = await on.ask("What did Odalys Fennwick eat?")

    assert reply.private
    assert reply.text.startswith("-# You asked: What did Odalys Fennwick eat?")
    assert "was not found here" in reply.text
    assert reply.labels[-1] == "Share"
    assert len(reply.labels) > 1
    assert "[1]" not in reply.text


@played
async def test_a_shared_abstention_names_the_question_but_no_way_on(on: Stage) -> None:
    reply = await on.ask("What did *Odalys* Fennwick eat?")
    shared = await on.discord.more(await on.click(reply, "Share"), followups=1)

    public = shared.followups[0]
    assert not public.private
    assert public.text.startswith(
        "-# Ann shared:\n-# Asked: What did \\*Odalys\\* Fennwick eat?"
    )
    assert "was not found here" in public.text
    assert public.labels == ()


@played
async def test_a_question_offered_opens_its_answer_in_the_same_private_reply(on: Stage) -> None:
    reply = await on.ask("What did Odalys Fennwick eat?")
    opened = await on.click(reply, reply.labels[0])

    assert opened.shown.id == reply.shown.id
    assert opened.private
    assert "Sources" in opened.labels
    assert "[1]" in on.discord.now(reply).text


@played
async def test_what_a_question_may_mean_is_private_with_a_button_for_each(on: Stage) -> None:
    reply = await on.ask("Where was Fennwick born?")
    opened = await on.click(reply, "Where was Odalys Fennwick born?")

    assert reply.private
    assert "Did you mean" in reply.text
    assert opened.private
    assert opened.shown.id == reply.shown.id
    assert "Tern Island" in opened.text
    assert "Share" in opened.labels


@played
async def test_the_sources_of_an_answer_are_shown_in_full_privately(on: Stage) -> None:
    reply = await on.ask("How many sailors did Odalys Fennwick rescue?")
    sources = await on.click(reply, "Sources", who=on.bob)

    assert sources.private
    assert "**[2]** Harbor Office, “Log of the Grey Rock station”, 2012" in sources.text
    assert "-# read at: Tidepedia, line 7 sentence 2" in sources.text
    assert "[example.org](<https://example.org/lamps>)" in sources.text


@played
async def test_the_footnote_is_a_block_to_copy_with_where_it_is_cited(on: Stage) -> None:
    reply = await on.ask("How many sailors did Odalys Fennwick rescue?")
    cite = await on.click(reply, "Cite", who=on.bob)

    assert cite.private
    assert cite.text.startswith(
        "-# 2 sources, 2 independent (1 read only in Tidepedia)\n```\n1. "
    )
    assert "(cited in Tidepedia, not seen by us)" in cite.text


@played
async def test_related_are_the_other_facts_of_the_topic(on: Stage) -> None:
    reply = await on.ask(BORN, on.trusted)
    related = await on.click(reply, "Related", who=on.trusted)

    assert related.private
    assert "When did Odalys Fennwick get divorced?" in related.text
    assert BORN not in related.text


@played
async def test_a_restricted_fact_is_private_to_who_may_see_it_and_never_shared(
    on: Stage,
) -> None:
    reply = await on.ask(DIVORCE, on.trusted)
    stranger = await on.ask(DIVORCE)

    assert reply.private
    assert "parted in 2009" in reply.text
    assert "Share" not in reply.labels
    assert "2009" not in stranger.text
    assert "was not found here" in stranger.text


@played
async def test_as_of_a_day_answers_with_what_had_been_reported(on: Stage) -> None:
    before = await on.ask(BORN, as_of="2010")
    after = await on.ask(BORN, as_of="2011-03")
    sources = await on.click(after, "Sources")

    assert before.private
    assert "had been reported by 31 December 2010" in before.text
    assert "As reported by 31 March 2011" in after.text
    assert "Lamps of the coast" in sources.text


@played
async def test_what_is_no_day_and_nobody_are_said_plainly(on: Stage) -> None:
    no_day = await on.ask(BORN, as_of="soon")
    nobody = await on.ask(BORN, profile="Nobody Inparticular")

    assert no_day.private
    assert "is no day" in no_day.text
    assert nobody.private
    assert "there is Odalys Fennwick, Tobin Marrow" in nobody.text


@played
async def test_autocomplete_offers_questions_and_what_is_picked_is_answered(on: Stage) -> None:
    offered = await on.discord.autocomplete(on.ann, on.channel, "ask", question="resc sail")
    reply = await on.ask(str(offered[0].value))

    assert offered[0].name == "How many sailors did Odalys Fennwick rescue?"
    assert "How many sailors Fennwick pulled from the sea" in reply.text


@played
async def test_autocomplete_keeps_to_the_person_and_to_what_may_be_seen(on: Stage) -> None:
    marrow = await on.discord.autocomplete(
        on.ann, on.channel, "ask", profile="tobin-marrow", question=""
    )
    hidden = await on.discord.autocomplete(on.ann, on.channel, "ask", question="divorced")
    shown = await on.discord.autocomplete(on.trusted, on.channel, "ask", question="divorced")
    people = await on.discord.autocomplete(
        on.ann, on.channel, "ask", question="x", profile="pil"
    )

    assert {choice.value for choice in marrow} == {"fact:tobin-marrow/pilot.years"}
    assert hidden == ()
    assert shown[0].name == DIVORCE
    assert people == ()


@played
async def test_people_are_offered_by_any_of_their_names(on: Stage) -> None:
    people = await on.discord.autocomplete(
        on.ann, on.channel, "ask", question="x", profile="MARR"
    )

    assert [(c.name, c.value) for c in people] == [
        ("Tobin Marrow, invented harbor pilot", "tobin-marrow")
    ]


@played
async def test_a_follow_up_leans_on_the_question_before_of_the_same_person_here(
    on: Stage,
) -> None:
    await on.ask("What was the work of Odalys Fennwick?")
    mine = await on.ask("Where was Fennwick born?")
    theirs = await on.ask("Where was Fennwick born?", on.bob)

    assert "Tern Island" in mine.text
    assert "Did you mean" in theirs.text


@played
async def test_a_question_that_was_typed_never_formats_pings_or_hides_a_link(on: Stage) -> None:
    nasty = "@everyone <@1> [x](https://a.example) **b** `c` ||d|| # e Fennwick?"
    reply = await on.ask(nasty)
    shared = await on.discord.more(await on.click(reply, "Share"), followups=1)

    first = reply.text.splitlines()[0]
    assert first.startswith("-# You asked: @everyone \\<@1\\> \\[x\\](https\\://a.example) ")
    for shown in (reply.shown, shared.followups[0]):
        assert shown.pings.people == ()
        assert not shown.pings.everyone
        assert shown.previews == ()


@played_with(access={"cooldown": 3600})
async def test_somebody_who_asks_again_at_once_is_asked_for_patience(on: Stage) -> None:
    first = await on.ask(BORN)
    again = await on.ask(BORN)
    other = await on.ask(BORN, on.bob)

    assert "Tern Island" in first.text
    assert again.private
    assert again.text.startswith("One question at a time")
    assert "Tern Island" in other.text


@played
async def test_a_card_says_nothing_of_its_own_about_a_withdrawn_fact(on: Stage) -> None:
    reply = await on.ask(BORN, on.trusted, share="no")
    button = next(b for b in reply.buttons if b.label == "Sources")
    assert button.custom_id is not None
    old = button.custom_id.replace("life.birthplace", "life.gone")
    secret = button.custom_id.replace("life.birthplace", "life.divorce")

    for custom_id in (old, secret):
        planted = on.plant("Sources", custom_id)
        clicked = await on.click(planted, "Sources", who=on.bob)
        assert clicked.private
        assert channel_strings.WITHDRAWN.split(",")[0] in clicked.text


@played
async def test_a_shared_silence_does_not_tell_of_a_restricted_fact(on: Stage) -> None:
    reply = await on.discord.slash(
        on.trusted, on.channel, "ask", question=DIVORCE, as_of="1990-01-01"
    )
    shared = await on.discord.more(await on.click(reply, "Share", who=on.trusted), followups=1)

    assert "reported by" not in shared.followups[0].text
    assert "was not found here" in shared.followups[0].text
