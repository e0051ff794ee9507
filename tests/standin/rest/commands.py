"""What the bot offers: commands for everybody and for single servers."""

from tests.standin.errors import RefusedError, refuse_problems, unknown
from tests.standin.limits.commands import command_set_problems
from tests.standin.protocol import CommandKind, Json
from tests.standin.rest.call import Answer, Call, Route, Routes


def _get_global(call: Call) -> Answer:
    _own(call)
    return Answer(call.state.commands.everywhere)


def _put_global(call: Call) -> Answer:
    _own(call)
    call.state.commands.everywhere = _registered(call)
    return Answer(call.state.commands.everywhere)


def _get_guild(call: Call) -> Answer:
    return Answer(call.state.commands.by_guild.get(_guild(call), []))


def _put_guild(call: Call) -> Answer:
    guild_id = _guild(call)
    made = call.state.commands.by_guild[guild_id] = _registered(call)
    for command in made:
        command["guild_id"] = str(guild_id)
    return Answer(made)


def _registered(call: Call) -> list[Json]:
    refuse_problems(command_set_problems(call.json or []))
    call.state.commands.syncs += 1
    return [_command(call, command) for command in call.json or []]


def _command(call: Call, command: Json) -> Json:
    ids, bot = call.state.world.ids, call.state.world.bot
    given = {name: value for name, value in command.items() if value is not None}
    permissions = command.get("default_member_permissions")
    return {
        "dm_permission": True,
        "contexts": None,
        "integration_types": [0],
        "nsfw": False,
        "description": "",
        "type": int(CommandKind.SLASH),
        **given,
        "id": str(ids.new()),
        "application_id": str(bot.id),
        "version": str(ids.new()),
        "default_member_permissions": None if permissions is None else str(permissions),
    }


def _own(call: Call) -> None:
    if call.id("application_id") != call.state.world.bot.id:
        raise unknown("Application", 10002)


def _guild(call: Call) -> int:
    _own(call)
    guild_id = call.id("guild_id")
    if guild_id not in call.state.world.guilds:
        raise RefusedError(403, 50001, "Missing Access")
    return guild_id


_GLOBAL = "/applications/{application_id}/commands"
_GUILD = "/applications/{application_id}/guilds/{guild_id}/commands"

ROUTES: Routes = (
    Route("GET", _GLOBAL, _get_global),
    Route("PUT", _GLOBAL, _put_global),
    Route("GET", _GUILD, _get_guild),
    Route("PUT", _GUILD, _put_guild),
)
