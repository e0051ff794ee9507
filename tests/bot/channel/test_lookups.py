"""`/sources`, `/profile`, `/timeline`, `/disputes` and `/help`, from a person's side."""

from tests.bot.channel.stage import Stage, played, played_with


@played
async def test_all_sources_are_listed_with_a_menu_to_open_each(on: Stage) -> None:
    reply = await on.slash("sources")
    opened = await on.discord.select(reply, "harbor-log", by=on.ann)

    assert reply.private
    assert "- Gull Gazette, “Lamps of the coast”, 2 March 2011 · 3 facts" in reply.text
    assert opened.shown.id == reply.shown.id
    assert "-# published: 2012" in opened.text
    assert "Supports 2 facts" in opened.text
    assert "-# cited in Tidepedia, line 7 sentence 2, not seen by us" in opened.text
    assert "-# seen by us, page 12" in opened.text


@played
async def test_a_source_counts_only_the_facts_that_somebody_may_see(on: Stage) -> None:
    trusted = await on.slash("sources", on.trusted, about="source:gull-gazette")
    ann = await on.slash("sources", about="source:gull-gazette")

    assert "Supports 4 facts" in trusted.text
    assert "Supports 3 facts" in ann.text
    assert "divorce" not in ann.text


@played
async def test_a_fact_of_a_source_opens_from_its_menu(on: Stage) -> None:
    reply = await on.slash("sources", about="gull-gazette")
    opened = await on.discord.select(reply, "odalys-fennwick/work.lamp", by=on.ann)

    assert opened.private
    assert "tended the Grey Rock lamp" in opened.text
    assert "Share" in opened.labels


@played
async def test_sources_are_found_by_a_fact_a_question_or_words(on: Stage) -> None:
    picked = await on.slash("sources", about="fact:odalys-fennwick/work.lamp")
    asked = await on.slash("sources", about="Where was Odalys Fennwick born?")
    words = await on.slash("sources", about="grey rock")
    several = await on.slash("sources", about="tide")
    nothing = await on.slash("sources", about="lighthouse quarterly")

    assert "**[1]** Gull Gazette" in picked.text
    assert "**[1]** Gull Gazette" in asked.text
    assert words.text.startswith("**Harbor Office")
    assert several.text.startswith("**Tidepedia")
    assert "was not found here" in nothing.text


@played
async def test_autocomplete_of_sources_offers_sources_and_facts(on: Stage) -> None:
    offered = await on.discord.autocomplete(on.ann, on.channel, "sources", about="lamp")
    hidden = await on.discord.autocomplete(on.ann, on.channel, "sources", about="divorced")

    assert offered[0].name == "Source: Gull Gazette, “Lamps of the coast”, 2 March 2011"
    assert offered[0].value == "source:gull-gazette"
    assert hidden == ()


@played
async def test_a_profile_is_browsed_by_topic_and_fact(on: Stage) -> None:
    people = await on.slash("profile")
    profile = await on.discord.select(people, "odalys-fennwick", by=on.ann)
    topic = await on.discord.select(profile, "storm", by=on.ann)
    fact = await on.discord.select(topic, "odalys-fennwick/storm.rescue", by=on.ann)
    back = await on.click(topic, "Topics")

    assert "**Tobin Marrow** · invented harbor pilot · 1 fact" in people.text
    assert "-# also O. Fennwick" in profile.text
    assert "- life · 1 fact" in profile.text
    assert "How many sailors did Odalys Fennwick rescue? · disputed" in topic.text
    assert "Gull Gazette" in fact.text
    assert back.shown.id == people.shown.id
    assert "- life · 1 fact" in back.text


@played
async def test_topics_count_what_somebody_may_see(on: Stage) -> None:
    trusted = await on.slash("profile", on.trusted, person="odalys-fennwick")
    ann = await on.slash("profile", person="odalys-fennwick")

    assert "- life · 2 facts" in trusted.text
    assert "- life · 1 fact" in ann.text


@played
async def test_a_timeline_marks_what_is_disputed_and_keeps_to_its_span(on: Stage) -> None:
    whole = await on.slash("timeline", person="Odalys Fennwick")
    before = await on.slash("timeline", person="Odalys Fennwick", to="2009")
    within = await on.slash("timeline", person="Odalys Fennwick", **{"from": "2010-11"})

    assert "**November 2010** How many sailors" in whole.text
    assert "-# disputed" in whole.text
    assert "A dated fact about Odalys Fennwick in that time is not in this base." in before.text
    assert "**November 2010**" in within.text


@played
async def test_a_timeline_of_no_day_is_said_plainly(on: Stage) -> None:
    reply = await on.slash("timeline", person="Odalys Fennwick", to="whenever")

    assert reply.private
    assert "is no day" in reply.text


@played
async def test_disputes_name_each_side_with_its_holder(on: Stage) -> None:
    reply = await on.slash("disputes", person="odalys-fennwick")
    none = await on.slash("disputes", person="tobin-marrow")

    assert "- She pulled out nine sailors. — Gull Gazette, 2 March 2011" in reply.text
    assert "- She pulled out six. — Harbor Office" in reply.text
    assert "No disputed fact about Tobin Marrow is in this base." in none.text


@played
async def test_help_says_whom_it_knows_gives_examples_and_says_what_is_stored(
    on: Stage,
) -> None:
    reply = await on.slash("help")
    opened = await on.click(reply, reply.labels[0])

    assert "- Odalys Fennwick, invented lighthouse keeper · 3 facts" in reply.text
    assert len(reply.labels) == 3
    assert "in memory only" in reply.text
    assert "[1]" in opened.text


@played
async def test_a_stranger_is_named_with_who_is_there_instead(on: Stage) -> None:
    for command in ("profile", "timeline", "disputes"):
        reply = await on.slash(command, person="Nobody")

        assert reply.private
        assert "there is Odalys Fennwick, Tobin Marrow" in reply.text


@played_with(default_profile="tobin-marrow")
async def test_lookups_without_a_person_are_about_the_default_one(on: Stage) -> None:
    profile = await on.slash("profile")
    answer = await on.ask("In which years was he a pilot?")
    other = await on.ask("Where was Odalys Fennwick born?")

    assert profile.text.startswith("**Tobin Marrow**")
    assert "Marrow piloted ships" in answer.text
    assert "Tern Island" in other.text


@played_with(default_profile="tobin-marrow")
async def test_after_a_stranger_a_pronoun_is_asked_back_and_the_default_one_stands(
    on: Stage,
) -> None:
    await on.ask("Who is Zorrick Pell?")
    doubted = await on.ask("In which years was he a pilot?")
    default = await on.ask("In which years were ships piloted?")

    assert "Did you mean" in doubted.text
    assert "Marrow piloted ships" in default.text
