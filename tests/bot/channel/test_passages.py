"""*Show passage* and what `/sources` says of stored copies, from a person's side."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.bot.archived import GULL, HARBOR, Archived, write_archived
from tests.bot.channel.stage import Stage, play, stage

BORN = "Where was Odalys Fennwick born?"
DIVORCE = "When did Odalys Fennwick get divorced?"
RESCUE = "How many sailors did Odalys Fennwick rescue?"
PILOT = "When was Tobin Marrow a pilot?"
SENTENCE = "> Fennwick, born on Tern Island, keeps it."


@asynccontextmanager
async def archived(
    base: Archived, *, unlicensed: bool = False, is_calm: bool = True
) -> AsyncIterator[Stage]:
    settings = {"archive": base.archive, "unlicensed_passages": unlicensed}
    async with stage(folder=base.profiles, settings=settings, is_calm=is_calm) as on:
        yield on


@pytest.fixture
def base(tmp_path: Path) -> Archived:
    written = write_archived(tmp_path)
    written.record()
    return written


def test_a_passage_is_shown_to_whoever_asks_for_it_alone(base: Archived) -> None:
    async def scene() -> None:
        async with archived(base) as on:
            answer = await on.ask(BORN)
            reply = await on.click(answer, "Show passage", on.bob)

            assert not answer.private
            assert reply.private
            assert reply.deferred
            assert "-# The lamp was lit at dusk.\n" + SENTENCE in reply.text
            assert "-# She is \\*never\\* late." in reply.text
            assert "-# verified" in reply.text
            assert reply.labels == ()

    play(scene)


def test_it_is_read_when_somebody_asks(base: Archived) -> None:
    async def scene() -> None:
        async with archived(base) as on:
            answer = await on.ask(BORN)
            base.store("gull.txt", GULL.replace("Tern", "Fern"))
            changed = await on.click(answer, "Show passage")
            (base.archive / "gull.txt").unlink()
            gone = await on.click(answer, "Show passage")

            assert "born on Fern Island" in changed.text
            assert "-# changed: it does not say what it said" in changed.text
            assert "not to be read in the archive now" in gone.text

    play(scene)


def test_a_source_without_a_license_offers_no_passage_unless_that_is_set(
    base: Archived,
) -> None:
    async def scene() -> None:
        async with archived(base) as on:
            answer = await on.ask(PILOT)
            planted = on.plant("Old", f"f:p:tobin-marrow:pilot.years:{'0' * 12}")
            old = await on.click(planted, "Old")

            assert "Show passage" not in answer.labels
            assert "Its license is not named" in old.text
            assert "T. Marrow" not in old.text
        async with archived(base, unlicensed=True) as on:
            reply = await on.click(await on.ask(PILOT), "Show passage")

            assert "> 2003 to 2008: T. Marrow, pilot." in reply.text

    play(scene)


def test_a_restricted_passage_is_for_those_with_access(base: Archived) -> None:
    async def scene() -> None:
        async with archived(base) as on:
            theirs = await on.ask(DIVORCE, on.trusted)
            shown = await on.click(theirs, "Show passage", on.trusted)
            planted = on.plant("Old", f"f:p:odalys-fennwick:life.divorce:{'0' * 12}")
            refused = await on.click(planted, "Old", on.ann)
            page = on.plant("Old", f"p:g:odalys-fennwick/life.divorce:0:{'0' * 12}")
            turned = await on.click(page, "Old", on.ann)

            assert "the keeper and her first husband parted" in shown.text
            assert shown.private
            assert "withdrawn" in refused.text
            assert "withdrawn" in turned.text

    play(scene)


def test_an_old_button_works_after_a_reload_or_says_that_it_is_withdrawn(
    base: Archived,
) -> None:
    async def scene() -> None:
        async with archived(base) as on:
            answer = await on.ask(BORN)
            life = (base.profiles / "odalys-fennwick/facts/life.toml").read_text("utf-8")
            base.write("odalys-fennwick/facts/life.toml", life.replace("was born", "came"))
            await on.slash("facts reload", on.admin)
            changed = await on.click(answer, "Show passage")
            base.write(
                "odalys-fennwick/facts/life.toml",
                life.replace('status = "established"', 'status = "retracted"'),
            )
            await on.slash("facts reload", on.admin)
            gone = await on.click(answer, "Show passage")

            assert "The fact base has changed since that reply" in changed.text
            assert SENTENCE in changed.text
            assert "withdrawn" in gone.text

    play(scene)


def test_without_an_archive_there_is_no_button_and_an_old_one_says_so(base: Archived) -> None:
    async def scene() -> None:
        async with stage(folder=base.profiles) as on:
            answer = await on.ask(BORN)
            planted = on.plant("Old", f"f:p:odalys-fennwick:life.birthplace:{'0' * 12}")
            old = await on.click(planted, "Old")
            sources = await on.slash("sources", about="source:gull-gazette")

            assert "Show passage" not in answer.labels
            assert "No archive of stored copies is set up here" in old.text
            assert "verified" not in sources.text
            assert "archived" not in sources.text

    play(scene)


def test_long_passages_are_turned_page_by_page(base: Archived) -> None:
    long = " ".join(["storm"] * 200)
    base.store("gull.txt", f"x\n\nIt {long}. She {long}. He {long}.\n\nA cat. Nine {long}.\n")
    base.write(
        "odalys-fennwick/facts/work.toml",
        """
[[fact]]
id = "work.lamp"
statement = "Fennwick tended the Grey Rock lamp."
phrasings = ["What was the work of Odalys Fennwick?", "What did she do for a living?"]
citations = [
  { source = "gull-gazette", locator = "line 3 sentence 2" },
  { source = "gull-gazette", locator = "line 5 sentence 2" },
  { source = "gull-gazette", locator = "line 3 sentence 1" },
]
""",
    )

    async def scene() -> None:
        async with archived(base) as on:
            first = await on.click(
                await on.ask("What was the work of Odalys Fennwick?"), "Show passage"
            )
            second = await on.click(first, "More ›")
            back = await on.click(second, "‹ Back")
            planted = on.plant("Old", f"p:g:odalys-fennwick/work.lamp:1:{'0' * 12}")
            elsewhere = await on.click(planted, "Old")

            assert "page 1 of 3" in first.text
            assert "page 2 of 3" in second.text
            assert second.shown.id == first.shown.id
            assert back.text == first.text
            assert elsewhere.private
            assert "page 2 of 3" in elsewhere.text

    play(scene)


def test_what_breaks_while_reading_reaches_the_one_handler(
    base: Archived, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        async with archived(base) as on:
            answer = await on.ask(BORN)
            monkeypatch.setattr("bot.views.passages.read_passages", None)
            reply = await on.click(answer, "Show passage")

            assert reply.private
            assert "Something broke on our side (ref " in str(reply)

    play(scene)
    (failure,) = (one for one in caplog.records if one.getMessage().startswith("failed ref="))
    assert failure.exc_info is not None


def test_sources_say_how_their_copies_were_found_with_day_and_hash(base: Archived) -> None:
    base.store("harbor.txt", HARBOR.replace("2003", "2004"))

    async def scene() -> None:
        async with archived(base) as on:
            every = await on.slash("sources")
            verified = await on.slash("sources", about="source:gull-gazette")
            changed = await on.slash("sources", about="source:harbor-log")
            none = await on.slash("sources", about="source:tide-notes")
            behind = await on.click(await on.ask(BORN), "Sources")

            assert "· 3 facts · verified" in every.text
            assert "· 2 facts · changed" in every.text
            assert "· 1 fact · not archived" in every.text
            line = "-# stored copy: gull.txt · verified · recorded on 31 January 2026 · sha256 "
            assert line in verified.text
            assert line in behind.text
            assert "· changed · recorded on 31 January 2026 · sha256 " in changed.text
            assert "-# not archived" in none.text

    play(scene)


def test_a_reload_looks_into_the_archive_anew(base: Archived) -> None:
    async def scene() -> None:
        async with archived(base) as on:
            base.store("gull.txt", GULL.replace("dusk", "dawn"))
            before = await on.slash("sources", about="source:gull-gazette")
            await on.slash("facts reload", on.admin)
            after = await on.slash("sources", about="source:gull-gazette")

            assert "· verified" in before.text
            assert "· changed" in after.text

    play(scene)
