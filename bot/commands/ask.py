"""`/ask`: words in, reply out."""

from typing import Literal

from discord import app_commands

from bot import limits
from bot.asking import Question, ask, known_profile, outcome_of
from bot.commands.offers import offer_profiles, offer_questions
from bot.days import as_of_day
from bot.desk import Desk
from bot.failures import sentence_card
from bot.send import Asked, respond
from bot.serving import asker_of, serve
from bot.shelf import Seen
from knowledge.errors import RequestError

_Text = app_commands.Range[str, 1, limits.QUESTION]
_Short = app_commands.Range[str, 1, limits.CHOICE]


@app_commands.command(name="ask", description="Ask a question about a person")
@app_commands.describe(
    question="What you want to know, in your own words",
    profile="Whom it is about, where the question does not say",
    as_of="Only what had been reported by then: 2016-01-31, 2016-01 or 2016",
    share="Whether everybody here may read the answer",
)
@app_commands.autocomplete(question=offer_questions, profile=offer_profiles)
async def ask_command(
    interaction: Asked,
    question: _Text,
    profile: _Short | None = None,
    as_of: _Short | None = None,
    share: Literal["yes", "no"] = "yes",
) -> None:
    """Answer one question: publicly where it may be, else to the asker alone."""

    async def act(desk: Desk, seen: Seen) -> str:
        try:
            asked = Question(
                question,
                known_profile(seen, profile) if profile else None,
                as_of_day(as_of) if as_of else None,
                share == "yes",
            )
        except RequestError as error:
            await respond(interaction, sentence_card(str(error)))
            return "unclear"
        given, card = ask(desk, seen, asker_of(interaction), asked)
        await respond(interaction, card)
        return outcome_of(given)

    await serve(interaction, "ask", act, cools=True)
