"""A reload where the settings name an archive: what sources do not say keeps a base out."""

from pathlib import Path

from tests.bot.channel.stage import play, stage
from tests.bot.supported import COPY, OPEN_WRONG, RESTRICTED_WRONG, write_supported

BORN = "Where was Odalys Fennwick born?"


def test_a_base_that_says_more_than_its_sources_is_not_loaded(tmp_path: Path) -> None:
    profiles, archive = write_supported(tmp_path)

    async def scene() -> None:
        async with stage(folder=profiles, settings={"archive": archive}) as on:
            sound = await on.slash("facts check", on.admin)
            write_supported(tmp_path, OPEN_WRONG)
            reloaded = await on.slash("facts reload", on.admin)
            answer = await on.ask(BORN)

            assert "nothing to mend" in sound.text
            assert "says 'Gannet' in its statement" in reloaded.text
            assert "Tern Island" in answer.text

    play(scene)


def test_no_sentence_of_a_source_is_shown_in_discord(tmp_path: Path) -> None:
    profiles, archive = write_supported(tmp_path)

    async def scene() -> None:
        async with stage(folder=profiles, settings={"archive": archive}) as on:
            write_supported(tmp_path, OPEN_WRONG, RESTRICTED_WRONG)
            boss = on.discord.give(on.admin, *on.admin.roles, on.trusted_role)
            checked = await on.slash("facts check", boss)

            assert "gull-gazette, line 2 sentence 1" in checked.text
            assert all(line not in checked.text for line in COPY.splitlines())

    play(scene)


def test_an_admin_reads_no_unsupported_fact_that_they_may_not_see(tmp_path: Path) -> None:
    profiles, archive = write_supported(tmp_path)

    async def scene() -> None:
        async with stage(folder=profiles, settings={"archive": archive}) as on:
            write_supported(tmp_path, OPEN_WRONG, RESTRICTED_WRONG)
            checked = await on.slash("facts check", on.admin)
            boss = on.discord.give(on.admin, *on.admin.roles, on.trusted_role)
            whole = await on.slash("facts check", boss)

            assert "life.birthplace" in checked.text
            assert "divorce" not in checked.text
            assert "2008" not in checked.text
            assert "in facts that you may not see" in checked.text
            assert "life.divorce" in whole.text

    play(scene)
