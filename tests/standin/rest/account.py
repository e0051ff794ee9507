"""Who the bot is, and where it connects."""

from tests.standin import payloads
from tests.standin.errors import refuse_problems, unknown
from tests.standin.limits.checks import needed
from tests.standin.rest.call import Answer, Call, Route, Routes


def _me(call: Call) -> Answer:
    return Answer(payloads.own_user(call.state.world.bot))


def _application(call: Call) -> Answer:
    return Answer(payloads.application(call.state.world))


def _gateway(call: Call) -> Answer:
    return Answer({"url": call.state.gateway.url})


def _gateway_bot(call: Call) -> Answer:
    return Answer(payloads.gateway_bot(call.state.gateway.url, call.state.shards))


def _person(call: Call) -> Answer:
    person = call.state.world.people.get(call.id("user_id"))
    if person is None:
        raise unknown("User", 10013)
    return Answer(payloads.user(person))


def _open_direct(call: Call) -> Answer:
    asked = (call.json or {}).get("recipient_id")
    refuse_problems(needed(("recipient_id",), asked and str(asked), most=20))
    person = call.state.world.people.get(int(asked or 0))
    if person is None:
        raise unknown("User", 10013)
    return Answer(payloads.channel(call.state.world.direct(person)))


ROUTES: Routes = (
    Route("GET", "/users/@me", _me),
    Route("GET", "/users/{user_id}", _person),
    Route("GET", "/applications/@me", _application),
    Route("GET", "/oauth2/applications/@me", _application),
    Route("GET", "/gateway", _gateway, needs_token=False),
    Route("GET", "/gateway/bot", _gateway_bot),
    Route("POST", "/users/@me/channels", _open_direct),
)
