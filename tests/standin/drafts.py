"""Messages that an interaction brings about, before they say anything."""

from tests.standin import payloads
from tests.standin.interactions import Interaction
from tests.standin.messages import Message
from tests.standin.protocol import Ask, Flag, Json
from tests.standin.state import State
from tests.standin.world import person_of


def new_message(state: State, interaction: Interaction, *, private: bool) -> Message:
    """An empty message where an interaction is answered."""
    return Message(
        state.world.ids.new(),
        interaction.channel,
        state.world.bot,
        flags=int(Flag.PRIVATE) if private else 0,
        private_to=person_of(interaction.who) if private else None,
        asked_by=_asked_by(interaction),
        from_command=interaction.ask == Ask.COMMAND,
    )


def _asked_by(interaction: Interaction) -> Json:
    about: Json = {
        "id": str(interaction.id),
        "type": int(interaction.ask),
        "user": payloads.user(person_of(interaction.who)),
        "authorizing_integration_owners": {},
    }
    if interaction.ask == Ask.COMPONENT and interaction.source:
        about["interacted_message_id"] = str(interaction.source.id)
    if interaction.opened_by:
        about["triggering_interaction_metadata"] = _asked_by(interaction.opened_by)
    return about
