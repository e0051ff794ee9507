"""The first response to an interaction."""

from collections.abc import Callable

from tests.standin.drafts import new_message
from tests.standin.errors import Problem, refuse_problems
from tests.standin.interactions import Interaction
from tests.standin.limits.callback import choice_problems, modal_problems
from tests.standin.messages import Body
from tests.standin.protocol import Ask, Callback, Flag, Json, OptionKind
from tests.standin.rest.call import Answer, Call, Route, Routes
from tests.standin.rest.webhooks import private_flags_only
from tests.standin.state import State

_MESSAGES = {Callback.MESSAGE, Callback.DEFERRED_MESSAGE}
_UPDATES = {Callback.UPDATE, Callback.DEFERRED_UPDATE}
_ALLOWED: dict[Ask, set[Callback]] = {
    Ask.COMMAND: {*_MESSAGES, Callback.MODAL},
    Ask.COMPONENT: {*_MESSAGES, *_UPDATES, Callback.MODAL},
    Ask.AUTOCOMPLETE: {Callback.CHOICES},
    Ask.MODAL: _MESSAGES,
}


def _respond(call: Call) -> Answer:
    token = call.params["interaction_token"]
    interaction = call.state.interactions.to_answer(call.id("interaction_id"), token)
    callback = _callback(call.json or {}, interaction)
    data = (call.json or {}).get("data") or {}
    _ACTIONS[callback](call.state, interaction, Body(data, call.uploads))
    call.state.interactions.answer(interaction, callback)
    if not call.wants("with_response"):
        return Answer()
    return Answer(_told(call.state, interaction, callback))


def _callback(body: Json, interaction: Interaction) -> Callback:
    allowed = _ALLOWED[interaction.ask]
    if interaction.ask == Ask.MODAL and interaction.source:
        allowed = allowed | _UPDATES
    if body.get("type") not in allowed:
        listed = ", ".join(str(int(each)) for each in sorted(allowed))
        message = f"Value must be one of {{{listed}}}."
        refuse_problems([Problem(("type",), "BASE_TYPE_CHOICES", message)])
    return Callback(body["type"])


def _message(state: State, interaction: Interaction, body: Body) -> None:
    private_flags_only(("data", "flags"), body.json)
    draft = new_message(state, interaction, private=_is_private(body))
    interaction.original = state.messages.post(draft, body, ("data",))


def _deferred_message(state: State, interaction: Interaction, body: Body) -> None:
    if int(body.json.get("flags") or 0) & ~Flag.PRIVATE:
        message = "Only the EPHEMERAL flag can be set when deferring."
        refuse_problems([Problem(("data", "flags"), "BITFIELD_ANY", message)])
    draft = new_message(state, interaction, private=_is_private(body))
    interaction.original = state.messages.hold(draft)


def _update(state: State, interaction: Interaction, body: Body) -> None:
    if interaction.source:
        interaction.original = state.messages.edit(interaction.source, body, ("data",))


def _deferred_update(_: State, interaction: Interaction, __: Body) -> None:
    interaction.original = interaction.source


def _choices(_: State, interaction: Interaction, body: Body) -> None:
    offered = body.json.get("choices") or []
    kind = interaction.option_kind or OptionKind.STRING
    refuse_problems(choice_problems(("data", "choices"), offered, kind))
    interaction.choices = tuple(offered)


def _modal(_: State, interaction: Interaction, body: Body) -> None:
    refuse_problems(modal_problems(("data",), body.json))
    interaction.modal = body.json


def _is_private(body: Body) -> bool:
    return bool(int(body.json.get("flags") or 0) & Flag.PRIVATE)


def _told(state: State, interaction: Interaction, callback: Callback) -> Json:
    about: Json = {"id": str(interaction.id), "type": int(interaction.ask)}
    message = interaction.original
    if message is None:
        return {"interaction": about}
    about["response_message_id"] = str(message.id)
    about["response_message_loading"] = message.is_loading
    about["response_message_ephemeral"] = message.private_to is not None
    if callback == Callback.DEFERRED_UPDATE:
        return {"interaction": about}
    resource = {"type": int(_SHOWN_AS.get(callback, callback))}
    return {
        "interaction": about,
        "resource": {**resource, "message": state.messages.payload(message)},
    }


_SHOWN_AS = {Callback.DEFERRED_MESSAGE: Callback.MESSAGE}
_ACTIONS: dict[Callback, Callable[[State, Interaction, Body], None]] = {
    Callback.MESSAGE: _message,
    Callback.DEFERRED_MESSAGE: _deferred_message,
    Callback.UPDATE: _update,
    Callback.DEFERRED_UPDATE: _deferred_update,
    Callback.CHOICES: _choices,
    Callback.MODAL: _modal,
}

ROUTES: Routes = (
    Route(
        "POST",
        "/interactions/{interaction_id}/{interaction_token}/callback",
        _respond,
        needs_token=False,
    ),
)
