"""The message menu *Find sourced answer*: a colleague's words, answered privately."""

import discord
from discord import app_commands

from bot.asking import Question, ask, outcome_of
from bot.desk import Desk
from bot.mentions import question_in
from bot.send import Asked, respond
from bot.serving import asker_of, serve
from bot.shelf import Seen


@app_commands.context_menu(name="Find sourced answer")
async def find_command(interaction: Asked, message: discord.Message) -> None:
    """Answer what a message asks to whoever used the menu; they may share it."""

    async def act(desk: Desk, seen: Seen) -> str:
        question = Question(question_in(message.content), share=False)
        given, card = ask(desk, seen, asker_of(interaction), question)
        await respond(interaction, card)
        return outcome_of(given)

    await serve(interaction, "message menu", act, cools=True)
