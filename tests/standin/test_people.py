"""What people see, hear and may do."""

import discord
import pytest

from tests.standin.errors import NotPossibleError
from tests.standin.sample import Stage, played


@played
async def test_a_reply_can_be_read_as_one_would_describe_the_screen(on: Stage) -> None:
    reply = await on.discord.slash(on.bob, on.channel, "ask", question="Who?", share=False)

    assert str(reply.shown).splitlines() == [
        "(only you can see this)",
        "Ann",
        "Answer to: Who?",
        "1",
        "Al-Monitor",
        "[Sources]",
        "{Topics: Life | Work}",
    ]


@played
async def test_nobody_is_pinged_unless_the_message_allows_it(on: Stage) -> None:
    text = f"@everyone <@{on.bob.person.id}>"
    quiet = await on.do(lambda asked: asked.response.send_message(text))
    allowed = discord.AllowedMentions(users=True, everyone=False)
    loud = await on.do(
        lambda asked: asked.response.send_message(text, allowed_mentions=allowed),
    )

    assert quiet.pings.people == ()
    assert not quiet.pings.everyone
    assert loud.pings.people == (on.bob.person.id,)
    assert not loud.pings.everyone


@played
async def test_links_show_previews_unless_they_are_held_back(on: Stage) -> None:
    loud = await on.do(lambda asked: asked.response.send_message("[a](https://a.example/x)"))
    quiet = await on.do(lambda asked: asked.response.send_message("[a](<https://a.example/x>)"))

    assert loud.shown.previews == ("https://a.example/x",)
    assert quiet.shown.previews == ()


@played
async def test_people_do_only_what_their_client_would_let_them(on: Stage) -> None:
    status = await on.discord.slash(on.ann, on.channel, "facts status")

    assert status.content == "All is well"
    for who, where, command, options in (
        (on.bob, on.channel, "facts status", {}),
        (on.ann, on.discord.direct(on.ann), "facts status", {}),
        (on.ann, on.channel, "nonsense", {}),
        (on.ann, on.channel, "ask", {}),
        (on.ann, on.channel, "ask", {"question": 3}),
    ):
        with pytest.raises(NotPossibleError):
            await on.discord.slash(who, where, command, **options)
