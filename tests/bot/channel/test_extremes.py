"""Every kind of reply at its limits, held against Discord's own rules by the stand-in."""

from bot import limits
from tests.bot.channel.extremes import FULL, extreme_base, longest_dispute, person
from tests.bot.channel.stage import Stage, play, stage
from tests.standin.shown import Reply
from tests.standin.world import Member

FIRST = person(0).id


async def _all_pages(on: Stage, reply: Reply, who: Member) -> list[Reply]:
    pages = [reply]
    while "More ›" in pages[-1].labels:
        pages.append(await on.click(pages[-1], "More ›", who))
    for _ in pages[1:]:
        reply = await on.click(pages[0], "‹ Back", who)
    return pages


def check(reply: Reply) -> None:
    assert len(reply.text) <= limits.TEXT
    assert len(reply.shown.components) <= limits.COMPONENTS
    for button in reply.buttons:
        assert 1 <= len(button.label) <= limits.BUTTON_LABEL
        assert len(button.custom_id or "") <= limits.CUSTOM_ID
    for menu in reply.selects:
        assert 1 <= len(menu.options) <= limits.MENU_OPTIONS


def test_the_longest_answers_keep_every_source_line() -> None:
    async def scene() -> None:
        async with stage(base=extreme_base()) as on:
            dispute = longest_dispute(person(0))
            longest = extreme_base().profiles[FIRST].facts[0]
            check(await on.ask(f"fact:{FIRST}/{longest.id}"))
            reply = await on.ask(f"fact:{FIRST}/{dispute.id}")
            private = await on.ask(f"fact:{FIRST}/{dispute.id}", share="no")
            shared = await on.discord.more(await on.click(private, "Share"), followups=1)

            assert len(dispute.claims) >= 4
            assert reply.text.count("-# [") == len(dispute.claims)
            check(reply)
            assert shared.followups[0].text.endswith(reply.text)
            for button in ("Sources", "Related", "Cite"):
                clicked = await on.click(reply, button)
                check(clicked)
                for page in await _all_pages(on, clicked, on.ann):
                    check(page)

    play(scene)


def test_every_list_can_be_turned_to_its_end() -> None:
    lists: dict[str, tuple[str, dict[str, str]]] = {
        "sources": ("sources", {}),
        "people": ("profile", {}),
        "topics": ("profile", {"person": FIRST}),
        "timeline": ("timeline", {"person": FIRST}),
        "disputes": ("disputes", {"person": FIRST}),
    }

    async def scene() -> None:
        async with stage(base=extreme_base()) as on:
            for name, (command, options) in lists.items():
                pages = await _all_pages(on, await on.slash(command, None, **options), on.ann)
                for page in pages:
                    check(page)
                assert len(pages) > 1 or name == "disputes"
                texts = [page.text for page in pages]
                assert len(set(texts)) == len(texts)

    play(scene)


def test_every_menu_leads_somewhere_on_every_page() -> None:
    async def scene() -> None:
        async with stage(base=extreme_base()) as on:
            topics = await on.slash("profile", None, person=FIRST)
            topic = await on.discord.select(topics, FULL, by=on.ann)
            pages = await _all_pages(on, topic, on.ann)
            assert len(pages) > 1
            sources = await on.slash("sources")
            value = str(sources.selects[0].options[0].value)
            source = await on.discord.select(sources, value, by=on.ann)
            for page in await _all_pages(on, source, on.ann):
                check(page)
            fact = str(source.selects[0].options[0].value)
            last = await on.slash("sources", None, about=f"source:{value}")
            check(await on.discord.select(last, fact, by=on.ann))

    play(scene)


def test_the_longest_question_and_name_fit_beside_an_abstention() -> None:
    async def scene() -> None:
        async with stage(base=extreme_base()) as on:
            loud = on.discord.member(on.guild, "N" * 32)
            reply = await on.ask("*_[" * (limits.QUESTION // 3), loud)
            shared = await on.discord.more(await on.click(reply, "Share", loud), followups=1)

            check(reply)
            assert len(shared.followups[0].text) <= limits.TEXT

    play(scene)


def test_autocomplete_offers_as_many_as_discord_takes() -> None:
    async def scene() -> None:
        async with stage(base=extreme_base()) as on:
            for command, option in (("ask", "question"), ("profile", "person")):
                for typed in ("", "pers"):
                    found = await on.discord.autocomplete(
                        on.ann, on.channel, command, **{option: typed}
                    )
                    assert len(found) == limits.CHOICES
                    assert all(len(choice.name) <= limits.CHOICE for choice in found)

    play(scene)


def test_help_and_status_fit() -> None:
    async def scene() -> None:
        async with stage(base=extreme_base()) as on:
            check(await on.slash("help"))
            check(await on.slash("facts status", on.admin))

    play(scene)
