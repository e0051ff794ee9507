"""The stand-in for Discord is faithful: an unchanged discord.py client cannot tell."""

import asyncio
import io

import discord
import pytest

from tests.standin.errors import NotPossibleError
from tests.standin.sample import Asked, Stage, buttons, played, stage
from tests.standin.server import StandIn


@played
async def test_a_client_finds_its_server_its_channel_and_itself(on: Stage) -> None:
    await on.discord.slash(on.bob, on.channel, "do")
    guild = on.bot.get_guild(on.guild.id)

    assert guild is not None
    assert [each.name for each in guild.text_channels] == ["research"]
    assert on.bot.user is not None
    assert on.bot.application_id == on.bot.user.id == on.discord.world.bot.id


@played
async def test_a_slash_command_gets_a_public_reply_with_everything_on_it(on: Stage) -> None:
    reply = await on.discord.slash(on.bob, on.channel, "ask", question="Who?")

    assert not reply.private
    assert reply.text == "Ann\nAnswer to: Who?\n1\nAl-Monitor"
    assert reply.labels == ("Sources",)
    assert [each.name for each in reply.selects[0].options] == ["Life", "Work"]
    assert 0 < reply.elapsed < 3
    assert on.discord.seen(on.ann, on.channel)[-1] == reply.shown


@played
async def test_a_private_reply_is_seen_by_the_asker_alone(on: Stage) -> None:
    reply = await on.discord.slash(on.bob, on.channel, "ask", question="Who?", share=False)

    assert reply.private
    assert on.discord.seen(on.bob, on.channel) == (reply.shown,)
    assert on.discord.seen(on.ann, on.channel) == ()
    with pytest.raises(NotPossibleError):
        await on.discord.click(reply, "Sources", by=on.ann)


@played
async def test_autocomplete_offers_what_fits_what_is_typed(on: Stage) -> None:
    choices = await on.discord.autocomplete(on.bob, on.channel, "ask", question="BORN")

    assert [each.name for each in choices] == ["Where was she born?", "When was she born?"]


@played
async def test_a_button_is_answered_and_a_menu_rewrites_its_message(on: Stage) -> None:
    reply = await on.discord.slash(on.ann, on.channel, "ask", question="Who?")
    clicked = await on.discord.click(reply, "Sources", by=on.bob)
    picked = await on.discord.select(reply, "Work", by=on.bob)

    assert clicked.private
    assert clicked.content == "Sources of fact 7"
    assert picked.shown.id == reply.shown.id
    assert on.discord.now(reply).content == "Topic work"


@played
async def test_buttons_of_an_earlier_life_still_work(on: Stage) -> None:
    old = on.discord.plant(on.channel, content="Old", components=buttons().to_components())
    clicked = await on.discord.click(old, "sources:7", by=on.bob)

    assert clicked.content == "Sources of fact 7"


@played
async def test_a_menu_command_reads_the_message_it_was_used_on(on: Stage) -> None:
    said = on.discord.say(on.ann, on.channel, "Where was she born?")
    reply = await on.discord.message_menu(on.bob, said, "Find sourced answer")

    assert reply.private
    assert reply.content == "About: Where was she born?"


@played
async def test_a_mention_and_a_direct_message_are_answered_where_they_were_said(
    on: Stage,
) -> None:
    public = await on.discord.mention(on.bob, on.channel, "who?")
    direct = await on.discord.direct_message(on.bob, "> hello")

    assert public.content == "You said: who?"
    assert public.shown.channel == on.channel
    assert direct.content == "You said: hello"
    assert direct.shown.channel == on.discord.direct(on.bob)


@played
async def test_words_that_do_not_name_the_bot_are_not_told_without_the_intent(
    on: Stage,
) -> None:
    on.discord.say(on.ann, on.channel, "between us")
    await on.discord.mention(on.ann, on.channel, "between us three")

    assert on.bot.heard[0] == ""
    assert on.bot.heard[1].endswith("between us three")


@played
async def test_who_speaks_is_known_with_the_roles_that_they_have(on: Stage) -> None:
    desk = on.discord.role(on.guild, "desk")
    on.discord.give(on.bob, desk)
    await on.discord.mention(on.bob, on.channel, "who?")
    speaker = on.bot.speakers[0]

    assert isinstance(speaker, discord.Member)
    assert speaker.get_role(desk.id) is not None


@played
async def test_a_deferred_reply_is_filled_in_and_followed_up(on: Stage) -> None:
    async def slow(asked: Asked) -> None:
        await asked.response.defer(ephemeral=True, thinking=True)
        await asked.edit_original_response(content="Done")
        await asked.followup.send("And one thing more")

    reply = await on.do(slow)
    reply = await on.discord.more(reply, followups=1)

    assert reply.deferred
    assert reply.private
    assert reply.content == "Done"
    assert [(each.content, each.private) for each in reply.followups] == [
        ("And one thing more", False),
    ]


@played
async def test_the_first_followup_takes_the_place_of_a_deferred_reply(on: Stage) -> None:
    async def slow(asked: Asked) -> None:
        await asked.response.defer(ephemeral=True, thinking=True)
        await asked.followup.send("Here", ephemeral=False)

    reply = await on.do(slow)

    assert reply.content == "Here"
    assert reply.private
    assert reply.followups == ()


@played
async def test_replies_are_read_edited_and_deleted_by_their_token(on: Stage) -> None:
    async def change(asked: Asked) -> None:
        await asked.response.send_message("One", view=buttons())
        original = await asked.original_response()
        await original.edit(content=original.content + " and two", view=None)
        more = await asked.followup.send("Three", wait=True)
        await more.edit(content="Four")
        await (await asked.followup.fetch_message(more.id)).delete()

    reply = await on.do(change)
    await on.discord.more(reply, followups=1, edits=1)
    await reply.interaction.bell.until(lambda: reply.interaction.followups[0].deleted, 2)

    assert on.discord.now(reply).content == "One and two"
    assert on.discord.now(reply).labels == ()
    assert len(on.discord.seen(on.bob, on.channel)) == 1


@played
async def test_files_arrive_with_the_message(on: Stage) -> None:
    async def send(asked: Asked) -> None:
        file = discord.File(io.BytesIO(b"a problem"), "problems.txt", description="All of them")
        await asked.response.send_message("See file", file=file)
        sent = await asked.original_response()
        await asked.followup.send(await _read(sent.attachments[0]))

    reply = await on.discord.more(await on.do(send), followups=1)

    assert reply.attachments[0].filename == "problems.txt"
    assert reply.attachments[0].description == "All of them"
    assert reply.attachments[0].text == reply.followups[0].content == "a problem"


@played
async def test_a_message_of_components_reads_like_any_other(on: Stage) -> None:
    async def lay_out(asked: Asked) -> None:
        view = discord.ui.LayoutView(timeout=None)
        section = discord.ui.Section("Ann was born in 1900.", accessory=_button("Cite"))
        text: discord.ui.TextDisplay[discord.ui.LayoutView]
        text = discord.ui.TextDisplay("-# 1 Al-Monitor")
        view.add_item(discord.ui.Container(section, discord.ui.Separator(), text))
        await asked.response.send_message(view=view)

    reply = await on.do(lay_out)

    assert reply.text == "Ann was born in 1900.\n-# 1 Al-Monitor"
    assert reply.labels == ("Cite",)


@played
async def test_a_form_is_opened_filled_in_and_answered(on: Stage) -> None:
    class Form(discord.ui.Modal, title="Tell us"):
        reason: discord.ui.TextInput["Form"] = discord.ui.TextInput(
            label="Why",
            custom_id="reason",
        )

        async def on_submit(self, interaction: discord.Interaction) -> None:
            await interaction.response.send_message(f"Because {self.reason.value}")

    form = await on.do(lambda asked: asked.response.send_modal(Form()))
    reply = await on.discord.submit(form, by=on.ann, reason="it is so")

    assert reply.content == "Because it is so"


@played
async def test_the_bot_writes_to_channels_and_to_people_by_itself(on: Stage) -> None:
    channel = await on.bot.fetch_channel(on.channel.id)
    assert isinstance(channel, discord.TextChannel)
    sent = await channel.send("Hello all")
    await sent.edit(content="Hello everybody")
    member = await channel.guild.fetch_member(on.bob.person.id)
    await member.send("Hello Bob")

    assert [each.content for each in on.discord.seen(on.ann, on.channel)] == ["Hello everybody"]
    direct = on.discord.direct(on.bob)
    assert [each.content for each in on.discord.seen(on.bob, direct)] == ["Hello Bob"]


def test_servers_are_spread_over_the_shards() -> None:
    async def play() -> None:
        standin = StandIn(shards=2)
        guilds = [standin.guild(str(number)) for number in range(4)]
        async with stage(standin) as on:
            for guild in guilds:
                channel = standin.channel(guild, "research")
                asker = standin.member(guild, on.bob)
                assert (await standin.slash(asker, channel, "do")).content == "Hello"
            assert {each.shard for each in standin.gateway.identifies} == {(0, 2), (1, 2)}
            assert {each.shard_id for each in on.bot.guilds} == {0, 1}

    asyncio.run(play())


def _button(label: str) -> discord.ui.Button[discord.ui.LayoutView]:
    return discord.ui.Button(label=label, custom_id=label.lower())


async def _read(attachment: discord.Attachment) -> str:
    return (await attachment.read()).decode()
