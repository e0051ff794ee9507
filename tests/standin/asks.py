"""What people do: each method sends one interaction off and does not wait."""

from collections.abc import Mapping

from tests.standin import payloads
from tests.standin.dressing import flat
from tests.standin.errors import NotPossibleError
from tests.standin.interactions import Interaction
from tests.standin.messages import Message
from tests.standin.options import Value, autocomplete_data, command_data
from tests.standin.protocol import (
    EVERYTHING,
    LINK_STYLE,
    SELECTS,
    Ask,
    CommandKind,
    ComponentKind,
    Json,
    Permission,
)
from tests.standin.shown import Shown
from tests.standin.state import State
from tests.standin.world import Channel, Member, Who, person_of

BOT_DIRECT = 1  # interaction context: a conversation with the bot itself


class Asks:
    """Sends interactions in the name of people, as far as Discord's client would let them."""

    def __init__(self, state: State) -> None:
        self._state = state
        self.ignore_command_permissions = False

    def slash(
        self,
        who: Who,
        channel: Channel,
        command: str,
        options: Mapping[str, Value],
    ) -> Interaction:
        """Send a slash command; `facts reload` is a command in a group."""
        name, *path = command.split()
        found = self._command(name, CommandKind.SLASH, who, channel)
        data = command_data(found, path, options)
        interaction = self._state.interactions.start(Ask.COMMAND, command, who, channel)
        return self._send(interaction, data)

    def autocomplete(
        self,
        who: Who,
        channel: Channel,
        command: str,
        options: Mapping[str, Value],
    ) -> Interaction:
        """Type into the last of the options, and wait for what is offered."""
        name, *path = command.split()
        found = self._command(name, CommandKind.SLASH, who, channel)
        data, kind = autocomplete_data(found, path, options, list(options)[-1])
        interaction = self._state.interactions.start(Ask.AUTOCOMPLETE, command, who, channel)
        interaction.option_kind = kind
        return self._send(interaction, data)

    def message_menu(self, who: Who, message: Shown, command: str) -> Interaction:
        """Use a command from a message's menu."""
        channel = message.channel
        found = self._command(command, CommandKind.MESSAGE, who, channel)
        target = self._seen(who, message)
        key = str(target.id)
        data = {
            "id": found["id"],
            "name": command,
            "type": int(CommandKind.MESSAGE),
            "target_id": key,
            "resolved": {"messages": {key: self._state.messages.payload(target)}},
        }
        interaction = self._state.interactions.start(Ask.COMMAND, command, who, channel)
        return self._send(interaction, data)

    def click(self, who: Who, message: Shown, button: str) -> Interaction:
        """Press a button, by its label or its custom_id."""
        source = self._seen(who, message)
        pressable = [each for each in flat(source.components) if _is_button(each)]
        found = next((each for each in pressable if button in _names(each)), None)
        if found is None or found.get("disabled"):
            offered = [each.get("label") for each in pressable if not each.get("disabled")]
            raise NotPossibleError(f"no button {button!r} to press, only {offered}")
        return self._use(who, source, found, {})

    def select(
        self,
        who: Who,
        message: Shown,
        picked: tuple[str, ...],
        menu: str | None = None,
    ) -> Interaction:
        """Pick lines of a menu, by label or value; `menu` tells several menus apart."""
        source = self._seen(who, message)
        menus = [each for each in flat(source.components) if each["type"] in SELECTS]
        found = next((each for each in menus if menu is None or menu in _names(each)), None)
        if found is None or found.get("disabled"):
            raise NotPossibleError(f"no menu {menu or ''!r} to choose from")
        values = [_value(found, each) for each in picked]
        if not found["min_values"] <= len(values) <= found["max_values"]:
            raise NotPossibleError(f"the menu does not take {len(values)} lines")
        return self._use(who, source, found, {"values": values})

    def submit(self, who: Who, form: Interaction, fields: Mapping[str, str]) -> Interaction:
        """Fill in a form, by custom_id of each field, and send it."""
        if form.modal is None or person_of(form.who) != person_of(who):
            raise NotPossibleError("there is no form in front of this person")
        components = [_filled_in(each, fields) for each in form.modal["components"]]
        name = form.modal["custom_id"]
        interaction = self._state.interactions.start(Ask.MODAL, name, who, form.channel)
        interaction.source, interaction.opened_by = form.source, form
        return self._send(interaction, {"custom_id": name, "components": components})

    def _use(self, who: Who, source: Message, component: Json, extra: Json) -> Interaction:
        name, kind = component["custom_id"], component["type"]
        channel = source.channel
        interaction = self._state.interactions.start(Ask.COMPONENT, name, who, channel)
        interaction.source, interaction.edits_before = source, source.edits
        about = {"custom_id": name, "component_type": kind, "id": component["id"]}
        return self._send(interaction, {**about, **extra})

    def _command(self, name: str, kind: CommandKind, who: Who, channel: Channel) -> Json:
        found = self._state.commands.find(name, kind, channel.guild)
        if found is None:
            raise NotPossibleError(f"no command {name!r} is registered where {channel.name} is")
        needed = found.get("default_member_permissions")
        allowed = payloads.asker_may(self._in(channel, who))
        if needed is not None and not self.ignore_command_permissions:
            wanted = int(needed) or int(Permission.ADMINISTRATOR)
            if channel.guild and allowed & wanted != wanted:
                raise NotPossibleError(f"{person_of(who).name} does not see /{name}")
        contexts = found.get("contexts")
        elsewhere = contexts is not None and BOT_DIRECT not in contexts
        if channel.guild is None and (elsewhere or found.get("dm_permission") is False):
            raise NotPossibleError(f"/{name} is not offered in direct messages")
        return found

    def _seen(self, who: Who, message: Shown) -> Message:
        current = self._state.messages.get(message.id)
        if not current.is_seen_by(who):
            raise NotPossibleError(f"{person_of(who).name} does not see this message")
        return current

    def _send(self, interaction: Interaction, data: Json) -> Interaction:
        guild = interaction.channel.guild
        payload = {**self._envelope(interaction), "data": data}
        if interaction.source is not None:
            payload["message"] = self._state.messages.payload(interaction.source)
        self._state.gateway.dispatch("INTERACTION_CREATE", payload, guild=guild)
        return interaction

    def _envelope(self, interaction: Interaction) -> Json:
        who, channel = self._in(interaction.channel, interaction.who), interaction.channel
        allowed = payloads.asker_may(who)
        return {
            "id": str(interaction.id),
            "application_id": str(self._state.world.bot.id),
            "type": int(interaction.ask),
            "token": interaction.token,
            "version": 1,
            "channel_id": str(channel.id),
            "channel": payloads.interaction_channel(channel, allowed),
            "locale": "en-US",
            "entitlements": [],
            "app_permissions": str(channel.bot_may if channel.guild else EVERYTHING),
            "attachment_size_limit": payloads.SIZE_LIMIT,
            **_where(channel, who),
        }

    def _in(self, channel: Channel, who: Who) -> Who:
        if channel.guild is None:
            return person_of(who)
        member = self._state.world.in_guild(channel.guild, who)
        if member is None:
            raise NotPossibleError(f"{person_of(who).name} is not in {channel.guild.name}")
        return member


def _where(channel: Channel, who: Who) -> Json:
    if channel.guild is None or not isinstance(who, Member):
        owners = {"0": "0"}
        user = payloads.user(person_of(who))
        return {"user": user, "context": BOT_DIRECT, "authorizing_integration_owners": owners}
    guild_id = str(channel.guild.id)
    return {
        "guild_id": guild_id,
        "guild": {"id": guild_id, "locale": "en-US", "features": []},
        "guild_locale": "en-US",
        "member": {**payloads.member(who), "permissions": str(who.permissions)},
        "context": 0,
        "authorizing_integration_owners": {"0": guild_id},
    }


def _is_button(component: Json) -> bool:
    is_button: bool = component["type"] == ComponentKind.BUTTON
    return is_button and component.get("style") != LINK_STYLE


def _names(component: Json) -> tuple[str | None, ...]:
    return component.get("label"), component.get("custom_id"), component.get("placeholder")


def _value(menu: Json, picked: str) -> str:
    if menu["type"] != ComponentKind.SELECT:
        return picked
    options: list[Json] = menu["options"]
    found = (each for each in options if picked in (each["label"], each["value"]))
    option = next(found, None)
    if option is None:
        raise NotPossibleError(f"the menu offers {[each['label'] for each in options]}")
    value: str = option["value"]
    return value


def _filled_in(component: Json, fields: Mapping[str, str]) -> Json:
    if "components" in component:
        return {
            **component,
            "components": [_filled_in(e, fields) for e in component["components"]],
        }
    if "component" in component:
        return {**component, "component": _filled_in(component["component"], fields)}
    name = component.get("custom_id")
    if name is None:
        return component
    if component.get("required", True) and not fields.get(name):
        raise NotPossibleError(f"the form is not sent without {name!r}")
    kind = {"type": component["type"], "id": component.get("id", 1)}
    return {**kind, "custom_id": name, "value": fields.get(name, "")}
