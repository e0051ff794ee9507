"""`/sources`, `/profile`, `/timeline`, `/disputes` and `/help`: private, whoever asks."""

from collections.abc import Callable
from datetime import date

from discord import app_commands

from bot import channel_strings, limits
from bot.asking import known_profile
from bot.commands.offers import offer_profiles, offer_sources
from bot.days import as_of_day, first_day
from bot.desk import Desk
from bot.failures import sentence_card
from bot.finding import find_sources
from bot.render.card import Card
from bot.render.help import help_card
from bot.render.profiles import people_card, profile_card
from bot.render.records import source_list
from bot.render.timeline import disputes_card, timeline_card
from bot.samples import sample_answers
from bot.send import Asked, respond
from bot.serving import serve
from bot.shelf import Seen
from knowledge.answer.outcomes import Request
from knowledge.errors import RequestError

_Short = app_commands.Range[str, 1, limits.CHOICE]


@app_commands.command(name="sources", description="The sources of a fact, or all of them")
@app_commands.describe(about="A fact, a source, or words that stand in one")
@app_commands.autocomplete(about=offer_sources)
async def sources_command(
    interaction: Asked, about: app_commands.Range[str, 1, limits.QUESTION] | None = None
) -> None:
    """Show one source, the sources behind a fact, or the list of all sources."""

    def card(desk: Desk, seen: Seen) -> Card:
        if about is None:
            return source_list(seen.view)
        found = find_sources(about, seen, desk.request(seen))
        return found or sentence_card(channel_strings.NO_SUCH_SOURCE)

    await _look_up(interaction, "sources", card)


@app_commands.command(name="profile", description="Who somebody is, and what is known")
@app_commands.describe(person="Whom you want to know about")
@app_commands.autocomplete(person=offer_profiles)
async def profile_command(interaction: Asked, person: _Short | None = None) -> None:
    """Show a person's names and topics, with menus to browse them."""

    def card(_: Desk, seen: Seen) -> Card | None:
        id_ = _person(seen, person)
        return profile_card(id_, seen.view) if id_ else None

    await _look_up(interaction, "profile", card)


@app_commands.command(name="timeline", description="Dated facts about somebody, in order")
@app_commands.describe(
    person="Whom you want to know about",
    start="The first day, month or year: 2015-04",
    end="The last day, month or year: 2017",
)
@app_commands.rename(start="from", end="to")
@app_commands.autocomplete(person=offer_profiles)
async def timeline_command(
    interaction: Asked,
    person: _Short | None = None,
    start: _Short | None = None,
    end: _Short | None = None,
) -> None:
    """Show what happened when, disputed and uncertain dates marked."""

    def card(_: Desk, seen: Seen) -> Card | None:
        id_ = _person(seen, person)
        span: tuple[date | None, date | None] = (
            first_day(start) if start else None,
            as_of_day(end) if end else None,
        )
        return timeline_card(id_, seen.view, span) if id_ else None

    await _look_up(interaction, "timeline", card)


@app_commands.command(name="disputes", description="What sources disagree on")
@app_commands.describe(person="Whom you want to know about")
@app_commands.autocomplete(person=offer_profiles)
async def disputes_command(interaction: Asked, person: _Short | None = None) -> None:
    """Show both sides of every dispute, each with its holder."""

    def card(_: Desk, seen: Seen) -> Card | None:
        id_ = _person(seen, person)
        return disputes_card(id_, seen.view) if id_ else None

    await _look_up(interaction, "disputes", card)


@app_commands.command(name="help", description="Whom and what the bot knows here")
async def help_command(interaction: Asked) -> None:
    """Show who can be asked about, three real examples, and what is stored."""

    def card(desk: Desk, seen: Seen) -> Card:
        request = Request(desk.today(), policy=desk.shelf.policy)
        return help_card(seen.view, sample_answers(seen.view, request))

    await _look_up(interaction, "help", card)


def _person(seen: Seen, typed: str | None) -> str | None:
    """Return whom is meant; None where a choice has to be made first."""
    if typed:
        return known_profile(seen, typed)
    only = tuple(seen.view.base.profiles)
    return seen.default_profile or (only[0] if len(only) == 1 else None)


async def _look_up(
    interaction: Asked, what: str, find: Callable[[Desk, Seen], Card | None]
) -> None:
    async def act(desk: Desk, seen: Seen) -> str:
        try:
            card = find(desk, seen) or people_card(seen.view)
        except RequestError as error:
            card = sentence_card(str(error))
        await respond(interaction, card)
        return "shown"

    await serve(interaction, what, act, cools=True)
