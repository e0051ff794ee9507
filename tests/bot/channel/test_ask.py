"""`/ask` and its buttons, from a person's side."""

from tests.bot.channel.stage import Stage, played


@played
async def test_an_answer_is_public_and_shows_its_sources(on: Stage) -> None:
    reply = await on.ask("Where was Odalys Fennwick born?")

    assert not reply.private
    assert "Fennwick was born on Tern Island. [1]" in reply.text
    assert reply.labels == ("Sources", "Related", "Cite")
    assert reply.shown.previews == ()
