"""People, servers and channels in Discord's JSON; pure."""

from tests.standin.protocol import EVERYTHING, Json
from tests.standin.world import Channel, Guild, Member, Person, Role, World

JOINED = "2024-01-01T00:00:00.000000+00:00"
SIZE_LIMIT = 10 * 1024 * 1024  # Discord's reference: default upload limit of 10 MiB


def user(person: Person) -> Json:
    """A person as every payload shows them."""
    return {
        "id": str(person.id),
        "username": person.name.lower().replace(" ", "."),
        "global_name": None if person.bot else person.name,
        "discriminator": "0",
        "avatar": None,
        "bot": person.bot,
        "public_flags": 0,
        "flags": 0,
        "primary_guild": None,
    }


def own_user(bot: Person) -> Json:
    """The bot as it sees itself."""
    return {
        **user(bot),
        "mfa_enabled": False,
        "locale": "en-US",
        "verified": True,
        "email": None,
    }


def member_without_user(member: Member) -> Json:
    """A member beside a message, whose author is named apart."""
    return {
        "avatar": None,
        "banner": None,
        "communication_disabled_until": None,
        "deaf": False,
        "flags": 0,
        "joined_at": JOINED,
        "mute": False,
        "nick": None,
        "pending": False,
        "premium_since": None,
        "roles": [str(role.id) for role in member.roles],
    }


def member(of: Member) -> Json:
    """A member with the account behind it."""
    return {**member_without_user(of), "user": user(of.person)}


def role(of: Role) -> Json:
    """A role of a server."""
    plain = {"primary_color": 0, "secondary_color": None, "tertiary_color": None}
    return {
        "id": str(of.id),
        "name": of.name,
        "permissions": str(of.permissions),
        "position": 0 if of.id == of.guild.id else 1,
        "color": 0,
        "colors": plain,
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def channel(of: Channel) -> Json:
    """A channel with everything that a cache wants to know."""
    if of.guild is None:
        recipients = [user(of.recipient)] if of.recipient else []
        direct = {"id": str(of.id), "type": 1, "flags": 0, "last_message_id": None}
        return {**direct, "recipients": recipients}
    return {
        "id": str(of.id),
        "type": 0,
        "flags": 0,
        "guild_id": str(of.guild.id),
        "name": of.name,
        "position": 0,
        "parent_id": None,
        "topic": None,
        "nsfw": False,
        "rate_limit_per_user": 0,
        "last_message_id": None,
        "permission_overwrites": [],
    }


def interaction_channel(of: Channel, asker_may: int) -> Json:
    """A channel as an interaction describes it."""
    return {**channel(of), "permissions": str(asker_may)}


def guild(of: Guild, world: World) -> Json:
    """A server as REST tells it."""
    nothing = dict.fromkeys(_EMPTY_FIELDS)
    return {
        **nothing,
        "id": str(of.id),
        "name": of.name,
        "owner_id": str(world.owner.id),
        "region": "deprecated",
        "preferred_locale": "en-US",
        "roles": [role(each) for each in world.roles.values() if each.guild.id == of.id],
        **dict.fromkeys(_ZERO_FIELDS, 0),
        **dict.fromkeys(_FALSE_FIELDS, False),
        **{name: [] for name in ("features", "emojis", "stickers")},
    }


def guild_create(of: Guild, world: World, *, joined: bool) -> Json:
    """A server as the gateway introduces it."""
    places = [each for each in world.channels.values() if each.guild == of]
    known = [world.members[of.id, world.bot.id]]
    return {
        **guild(of, world),
        "joined_at": JOINED,
        "large": False,
        **({} if joined else {"unavailable": False}),
        "member_count": sum(1 for guild_id, _ in world.members if guild_id == of.id),
        "voice_states": [],
        "members": [member(each) for each in known],
        "channels": [channel(each) for each in places],
        **{name: [] for name in ("threads", "presences", "stage_instances")},
        **{name: [] for name in ("guild_scheduled_events", "soundboard_sounds")},
    }


def application(world: World) -> Json:
    """The application that the bot belongs to."""
    empty = dict.fromkeys(
        (
            "icon",
            "type",
            "team",
            "interactions_endpoint_url",
            "role_connections_verification_url",
        ),
    )
    return {
        **empty,
        "id": str(world.bot.id),
        "name": world.bot.name,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": 0,
        "flags_new": "0",
        "redirect_uris": [],
        "owner": user(world.owner),
        "bot": user(world.bot),
        "approximate_guild_count": len(world.guilds),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "eligible_oauth2_scopes": [],
    }


def gateway_bot(url: str, shards: int) -> Json:
    """Where to connect, and in how many parts."""
    limit = {"total": 1000, "remaining": 999, "reset_after": 86_400_000, "max_concurrency": 1}
    return {"url": url, "shards": shards, "session_start_limit": limit}


def asker_may(of: Member | Person) -> int:
    """What the asker is allowed where they stand."""
    return of.permissions if isinstance(of, Member) else EVERYTHING


_EMPTY_FIELDS = (
    "icon",
    "description",
    "home_header",
    "splash",
    "discovery_splash",
    "banner",
    "application_id",
    "afk_channel_id",
    "system_channel_id",
    "widget_channel_id",
    "max_presences",
    "vanity_url_code",
    "rules_channel_id",
    "safety_alerts_channel_id",
    "public_updates_channel_id",
    "incidents_data",
)
_ZERO_FIELDS = (
    "system_channel_flags",
    "verification_level",
    "default_message_notifications",
    "mfa_level",
    "explicit_content_filter",
    "max_members",
    "max_stage_video_channel_users",
    "max_video_channel_users",
    "premium_tier",
    "premium_subscription_count",
    "nsfw_level",
    "afk_timeout",
)
_FALSE_FIELDS = ("widget_enabled", "premium_progress_bar_enabled", "nsfw")
