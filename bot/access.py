"""Who may see what: one pure function of server, channel, roles and direct message."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.config import Channel, Config, Server


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody asks, and as whom."""

    server: int | None
    """None in a direct message."""
    channels: tuple[int, ...] = ()
    """The channel; of a thread, the thread and then the channel that it hangs from."""
    roles: frozenset[int] = frozenset()
    is_administrator: bool = False


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the asker may do and see there."""

    profiles: tuple[str, ...] | None
    """The profiles that may be asked about; None for all of them."""
    default_profile: str | None
    sees_restricted: bool
    """In private replies only."""
    is_admin: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing at all, with the sentence that says so."""

    sentence: str


Access: TypeAlias = Allowed | Refused

NO_DIRECT_MESSAGES = "Direct messages are not answered here. Ask in a channel of your server."
OTHER_SERVER = "Questions are not answered in this server."
OTHER_CHANNEL = "Questions are not answered in this channel."


def decide_access(place: Place, config: Config) -> Access:
    """Return what somebody may do and see at a place; every path asks this and nothing else."""
    if place.server is None:
        return _in_direct_message(config)
    server = next((s for s in config.server if s.id == place.server), None)
    if config.server and server is None:
        return Refused(OTHER_SERVER)
    channel = _channel(server, place)
    profiles = _nearest_profiles(server, channel)
    if profiles == ():
        return Refused(OTHER_CHANNEL)
    return Allowed(
        profiles=profiles,
        default_profile=_nearest_default(server, channel, config),
        sees_restricted=not place.roles.isdisjoint(config.access.restricted_roles),
        is_admin=_is_admin(place, config),
    )


def profile_lists(config: Config) -> frozenset[tuple[str, ...] | None]:
    """Return every list of profiles that the settings can lead to; None stands for all."""
    lists = {profiles for server in config.server for profiles in _lists(server)}
    settled = {tuple(sorted(p)) if p is not None else None for p in lists}
    if config.access.direct_messages or not config.server:
        settled.add(_everywhere(config))
    return frozenset(settled - {()})


def _in_direct_message(config: Config) -> Access:
    if not config.access.direct_messages:
        return Refused(NO_DIRECT_MESSAGES)
    return Allowed(
        profiles=_everywhere(config),
        default_profile=config.default_profile,
        sees_restricted=False,
        is_admin=False,
    )


def _everywhere(config: Config) -> tuple[str, ...] | None:
    """Return what some server may ask about: a direct message opens nothing more than that."""
    listed = [profiles for server in config.server for profiles in _lists(server)]
    if not config.server or None in listed:
        return None
    return tuple(sorted({id_ for profiles in listed for id_ in profiles or ()}))


def _lists(server: Server) -> tuple[tuple[str, ...] | None, ...]:
    narrower = (c.profiles for c in server.channel if c.profiles is not None)
    return (server.profiles, *narrower)


def _channel(server: Server | None, place: Place) -> Channel | None:
    if server is None:
        return None
    settings = {channel.id: channel for channel in server.channel}
    return next((settings[id_] for id_ in place.channels if id_ in settings), None)


def _nearest_profiles(server: Server | None, channel: Channel | None) -> tuple[str, ...] | None:
    if channel and channel.profiles is not None:
        return tuple(sorted(channel.profiles))
    return tuple(sorted(server.profiles)) if server and server.profiles is not None else None


def _nearest_default(
    server: Server | None, channel: Channel | None, config: Config
) -> str | None:
    nearest = channel.default_profile if channel else None
    wider = server.default_profile if server else None
    return nearest or wider or config.default_profile


def _is_admin(place: Place, config: Config) -> bool:
    if place.server is None or place.server != config.access.home_server:
        return False
    return place.is_administrator or not place.roles.isdisjoint(config.access.admin_roles)
