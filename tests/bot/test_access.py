"""Who may see what, decided by one pure function."""

import pytest

from bot.access import (
    NO_DIRECT_MESSAGES,
    OTHER_CHANNEL,
    OTHER_SERVER,
    Access,
    Allowed,
    Place,
    Refused,
    decide_access,
    profile_lists,
)
from bot.config import Config

HOME, GUEST, ELSEWHERE = 1, 2, 3
TALK, QUIET, CLOSED, THREAD = 11, 12, 13, 14
ADMIN_ROLE, TRUSTED_ROLE = 21, 22
CONFIG = Config.model_validate(
    {
        "default_profile": "ann",
        "access": {
            "home_server": HOME,
            "admin_roles": [ADMIN_ROLE],
            "restricted_roles": [TRUSTED_ROLE],
        },
        "server": [
            {"id": HOME},
            {
                "id": GUEST,
                "profiles": ["bob", "ann"],
                "default_profile": "bob",
                "channel": [
                    {"id": QUIET, "profiles": ["cem"], "default_profile": "cem"},
                    {"id": CLOSED, "profiles": []},
                ],
            },
        ],
    }
)


def at(
    server: int | None, *channels: int, roles: set[int] | None = None, boss: bool = False
) -> Access:
    place = Place(server, channels, frozenset(roles or set()), is_administrator=boss)
    return decide_access(place, CONFIG)


def allowed(
    server: int | None, *channels: int, roles: set[int] | None = None, boss: bool = False
) -> Allowed:
    access = at(server, *channels, roles=roles, boss=boss)
    assert isinstance(access, Allowed)
    return access


def test_without_servers_in_the_settings_everybody_asks_everywhere() -> None:
    access = decide_access(Place(ELSEWHERE, (TALK,)), Config())

    assert access == Allowed(None, None, sees_restricted=False, is_admin=False)


def test_a_server_that_is_not_listed_is_refused_as_soon_as_one_is() -> None:
    assert at(ELSEWHERE, TALK) == Refused(OTHER_SERVER)
    assert at(ELSEWHERE, TALK, boss=True, roles={ADMIN_ROLE}) == Refused(OTHER_SERVER)


def test_the_nearest_list_of_profiles_decides() -> None:
    assert allowed(HOME, TALK).profiles is None
    assert allowed(GUEST, TALK).profiles == ("ann", "bob")
    assert allowed(GUEST, QUIET).profiles == ("cem",)
    assert at(GUEST, CLOSED) == Refused(OTHER_CHANNEL)


def test_a_thread_has_the_settings_of_its_channel() -> None:
    assert allowed(GUEST, THREAD, QUIET).profiles == ("cem",)
    assert at(GUEST, THREAD, CLOSED) == Refused(OTHER_CHANNEL)


def test_the_nearest_default_profile_counts() -> None:
    assert allowed(HOME, TALK).default_profile == "ann"
    assert allowed(GUEST, TALK).default_profile == "bob"
    assert allowed(GUEST, QUIET).default_profile == "cem"


def test_only_holders_of_the_role_see_what_is_restricted() -> None:
    assert allowed(HOME, TALK, roles={TRUSTED_ROLE}).sees_restricted
    assert not allowed(HOME, TALK, roles={ADMIN_ROLE}, boss=True).sees_restricted


@pytest.mark.parametrize(
    ("server", "roles", "boss", "is_admin"),
    [
        (HOME, set(), True, True),
        (HOME, {ADMIN_ROLE}, False, True),
        (HOME, {TRUSTED_ROLE}, False, False),
        (GUEST, {ADMIN_ROLE}, True, False),
    ],
)
def test_an_admin_is_one_of_the_home_server_alone(
    server: int,
    roles: set[int],
    boss: bool,  # noqa: FBT001
    is_admin: bool,  # noqa: FBT001
) -> None:
    assert allowed(server, TALK, roles=roles, boss=boss).is_admin is is_admin


def test_without_a_home_server_nobody_is_an_admin() -> None:
    access = decide_access(Place(HOME, (TALK,), is_administrator=True), Config())

    assert isinstance(access, Allowed)
    assert not access.is_admin


def test_direct_messages_are_refused_unless_they_are_configured() -> None:
    assert at(None, TALK) == Refused(NO_DIRECT_MESSAGES)


def test_direct_messages_show_nothing_restricted_and_nothing_that_no_server_may_ask() -> None:
    settings = {
        "access": {"direct_messages": True, "restricted_roles": [TRUSTED_ROLE]},
        "server": [{"id": GUEST, "profiles": ["bob"]}],
    }
    place = Place(None, (TALK,), frozenset({TRUSTED_ROLE}), is_administrator=True)
    access = decide_access(place, Config.model_validate(settings))

    assert access == Allowed(("bob",), None, sees_restricted=False, is_admin=False)


def test_every_list_of_profiles_that_can_come_is_known_beforehand() -> None:
    assert profile_lists(CONFIG) == {None, ("ann", "bob"), ("cem",)}
    assert profile_lists(Config()) == {None}
