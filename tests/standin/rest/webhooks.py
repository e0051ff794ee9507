"""What comes after the first response: follow-ups and edits, by the interaction's token."""

from tests.standin.drafts import new_message
from tests.standin.errors import Place, Problem, refuse_problems, unknown
from tests.standin.interactions import Interaction
from tests.standin.messages import Message
from tests.standin.protocol import Flag, Json
from tests.standin.rest.call import Answer, Call, Route, Routes

ALLOWED_FLAGS = Flag.SUPPRESS_EMBEDS | Flag.PRIVATE | Flag.SILENT | Flag.COMPONENTS_V2


def private_flags_only(place: Place, body: Json) -> None:
    """Refuse flags that no reply may carry."""
    if int(body.get("flags") or 0) & ~ALLOWED_FLAGS:
        message = "Only flags that a reply may carry are allowed."
        refuse_problems([Problem(place, "BITFIELD_ANY", message)])


def _follow_up(call: Call) -> Answer:
    interaction = _interaction(call)
    private_flags_only(("flags",), call.body.json)
    original = interaction.original
    if original is not None and original.is_loading:
        message = call.state.messages.edit(original, call.body)
    else:
        message = _new(call, interaction)
        interaction.followups.append(message)
    interaction.bell.ring()
    return Answer(call.state.messages.payload(message))


def _new(call: Call, interaction: Interaction) -> Message:
    private = bool(int(call.body.json.get("flags") or 0) & Flag.PRIVATE)
    draft = new_message(call.state, interaction, private=private)
    draft.from_command = False
    draft.reference = interaction.original
    return call.state.messages.post(draft, call.body)


def _read(call: Call) -> Answer:
    return Answer(call.state.messages.payload(_message(call)))


def _edit(call: Call) -> Answer:
    interaction, message = _interaction(call), _message(call)
    call.state.messages.edit(message, call.body)
    interaction.bell.ring()
    return Answer(call.state.messages.payload(message))


def _delete(call: Call) -> Answer:
    interaction, message = _interaction(call), _message(call)
    call.state.messages.delete(message)
    interaction.bell.ring()
    return Answer()


def _interaction(call: Call) -> Interaction:
    if call.id("webhook_id") != call.state.world.bot.id:
        raise unknown("Webhook", 10015)
    return call.state.interactions.to_follow(call.params["webhook_token"])


def _message(call: Call) -> Message:
    interaction = _interaction(call)
    own = [*interaction.followups, *filter(None, [interaction.original])]
    asked = call.params.get("message_id", "@original")
    found = interaction.original if asked == "@original" else _by_id(own, asked)
    if found is None or found.deleted:
        raise unknown("Message", 10008)
    return found


def _by_id(messages: list[Message], asked: str) -> Message | None:
    return next((each for each in messages if str(each.id) == asked), None)


_WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"

ROUTES: Routes = (
    Route("POST", _WEBHOOK, _follow_up, needs_token=False),
    *(
        Route(method, f"{_WEBHOOK}/messages/{which}", handle, needs_token=False)
        for which in ("@original", "{message_id}")
        for method, handle in (("GET", _read), ("PATCH", _edit), ("DELETE", _delete))
    ),
)
