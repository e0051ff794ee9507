"""Messages that the bot sends as itself, outside any interaction."""

from tests.standin import payloads
from tests.standin.errors import Problem, RefusedError, refuse_problems, unknown
from tests.standin.messages import Message
from tests.standin.protocol import Flag, Json, Permission
from tests.standin.rest.call import Answer, Call, Route, Routes
from tests.standin.world import Channel

ALLOWED_FLAGS = Flag.SUPPRESS_EMBEDS | Flag.SILENT | Flag.COMPONENTS_V2


def _get(call: Call) -> Answer:
    return Answer(payloads.channel(_channel(call)))


def _send(call: Call) -> Answer:
    channel = _channel(call, Permission.SEND_MESSAGES)
    body = call.body
    _check_flags(body.json)
    if body.json.get("embeds") and channel.guild:
        _needs(channel, Permission.EMBED_LINKS)
    if body.uploads and channel.guild:
        _needs(channel, Permission.ATTACH_FILES)
    world = call.state.world
    reference = _reference(call, body.json)
    message = Message(world.ids.new(), channel, world.bot, reference=reference)
    call.state.messages.post(message, body)
    return Answer(call.state.messages.payload(message))


def _read(call: Call) -> Answer:
    return Answer(call.state.messages.payload(_message(call)))


def _edit(call: Call) -> Answer:
    message = _own_message(call)
    call.state.messages.edit(message, call.body)
    return Answer(call.state.messages.payload(message))


def _delete(call: Call) -> Answer:
    message = _message(call)
    if message.author != call.state.world.bot:
        _needs(message.channel, Permission.MANAGE_MESSAGES)
    call.state.messages.delete(message)
    return Answer()


def _typing(call: Call) -> Answer:
    _channel(call, Permission.SEND_MESSAGES)
    return Answer()


def _channel(call: Call, *permissions: Permission) -> Channel:
    channel = call.state.world.channels.get(call.id("channel_id"))
    if channel is None:
        raise unknown("Channel", 10003)
    if not channel.bot_may & Permission.VIEW_CHANNEL:
        raise RefusedError(403, 50001, "Missing Access")
    for permission in permissions:
        _needs(channel, permission)
    return channel


def _needs(channel: Channel, permission: Permission) -> None:
    if channel.guild and not channel.bot_may & permission:
        raise RefusedError(403, 50013, "Missing Permissions")


def _message(call: Call) -> Message:
    channel = _channel(call)
    message = call.state.messages.get(call.id("message_id"))
    if message.channel != channel or message.private_to is not None:
        raise unknown("Message", 10008)
    return message


def _own_message(call: Call) -> Message:
    message = _message(call)
    if message.author != call.state.world.bot:
        raise RefusedError(403, 50005, "Cannot edit a message authored by another user")
    return message


def _reference(call: Call, body: Json) -> Message | None:
    named = body.get("message_reference")
    if not named:
        return None
    try:
        return call.state.messages.get(int(named["message_id"]))
    except RefusedError:
        if named.get("fail_if_not_exists", True):
            problem = Problem(
                ("message_reference",),
                "MESSAGE_REFERENCE_UNKNOWN_MESSAGE",
                "Unknown message",
            )
            refuse_problems([problem])
        return None


def _check_flags(body: Json) -> None:
    if int(body.get("flags") or 0) & ~ALLOWED_FLAGS:
        message = "Only flags that a bot may set on a channel message are allowed."
        refuse_problems([Problem(("flags",), "BITFIELD_ANY", message)])


_MESSAGE = "/channels/{channel_id}/messages/{message_id}"

ROUTES: Routes = (
    Route("GET", "/channels/{channel_id}", _get),
    Route("POST", "/channels/{channel_id}/messages", _send),
    Route("POST", "/channels/{channel_id}/typing", _typing),
    Route("GET", _MESSAGE, _read),
    Route("PATCH", _MESSAGE, _edit),
    Route("DELETE", _MESSAGE, _delete),
)
