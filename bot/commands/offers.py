"""Autocomplete: only what this asker may see here, and never an error that names anybody."""

from collections.abc import Callable, Iterable
from itertools import islice

from discord import app_commands

from bot import limits
from bot.access import Refused
from bot.desk import desk_of
from bot.failures import log_failure
from bot.finding import offers_about
from bot.render.card import cut
from bot.send import Asked
from bot.serving import place_of
from bot.shelf import Seen

Choices = list[app_commands.Choice[str]]


async def offer_questions(interaction: Asked, typed: str) -> Choices:
    """Offer the questions that the base can answer, of the profile where one is picked."""

    def find(seen: Seen) -> Iterable[tuple[str, str]]:
        picked = getattr(interaction.namespace, "profile", None)
        profile = picked if picked in seen.view.base.profiles else None
        for offer in seen.private.offers.matching(typed, profile):
            yield offer.label, offer.value

    return _offered(interaction, find)


async def offer_profiles(interaction: Asked, typed: str) -> Choices:
    """Offer the people who may be asked about here."""

    def find(seen: Seen) -> Iterable[tuple[str, str]]:
        wanted = typed.casefold().strip()
        for id_, held in seen.view.base.profiles.items():
            names = (held.profile.name, *held.profile.names, *held.profile.weak_names)
            if any(wanted in name.casefold() for name in names):
                yield f"{held.profile.name}, {held.profile.description}", id_

    return _offered(interaction, find)


async def offer_sources(interaction: Asked, typed: str) -> Choices:
    """Offer facts, by the questions that ask for them, and sources."""
    return _offered(interaction, lambda seen: offers_about(typed, seen))


def _offered(interaction: Asked, find: Callable[[Seen], Iterable[tuple[str, str]]]) -> Choices:
    """Return the choices; discord.py would log who typed where if an error got through."""
    try:
        seen = desk_of(interaction.client).see(place_of(interaction))
        if isinstance(seen, Refused):
            return []
        found = list(islice(find(seen), limits.CHOICES))
    except Exception as error:  # noqa: BLE001 -- logged under a reference
        log_failure(error)
        return []
    return [app_commands.Choice(name=cut(name, limits.CHOICE), value=v) for name, v in found]
