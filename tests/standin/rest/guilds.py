"""Servers and the people in them."""

from tests.standin import payloads
from tests.standin.errors import unknown
from tests.standin.rest.call import Answer, Call, Route, Routes
from tests.standin.world import Guild


def _get(call: Call) -> Answer:
    return Answer(payloads.guild(_guild(call), call.state.world))


def _channels(call: Call) -> Answer:
    guild = _guild(call)
    places = [each for each in call.state.world.channels.values() if each.guild == guild]
    return Answer([payloads.channel(each) for each in places])


def _roles(call: Call) -> Answer:
    guild = _guild(call)
    roles = [each for each in call.state.world.roles.values() if each.guild.id == guild.id]
    return Answer([payloads.role(each) for each in roles])


def _member(call: Call) -> Answer:
    member = call.state.world.members.get((_guild(call).id, call.id("user_id")))
    if member is None:
        raise unknown("Member", 10007)
    return Answer(payloads.member(member))


def _guild(call: Call) -> Guild:
    guild = call.state.world.guilds.get(call.id("guild_id"))
    if guild is None:
        raise unknown("Guild", 10004)
    return guild


ROUTES: Routes = (
    Route("GET", "/guilds/{guild_id}", _get),
    Route("GET", "/guilds/{guild_id}/channels", _channels),
    Route("GET", "/guilds/{guild_id}/roles", _roles),
    Route("GET", "/guilds/{guild_id}/members/{user_id}", _member),
)
