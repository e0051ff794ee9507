"""The operator's settings: one TOML file, and the token from the environment."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, model_validator

from knowledge.errors import FootnoteError
from knowledge.load.files import UnreadableError, file_text
from knowledge.load.toml import TomlError, read_toml

TOKEN = "DISCORD_TOKEN"  # noqa: S105 -- the variable's name, not its value

LEAST_WRONG = 1e-6  # of answers; to show less would take millions of labelled questions


class ConfigError(FootnoteError):
    """A configuration that cannot be used, with every problem and its remedy."""


class Settings(BaseModel):
    """A frozen table of settings that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Channel(Settings):
    """What holds in one channel, and in the threads below it."""

    id: int = Field(description="The channel's id.")
    profiles: tuple[str, ...] | None = Field(
        default=None, description="Whom it may ask about; left out: as in its server."
    )
    default_profile: str | None = Field(
        default=None, description="Whom a question that names nobody is about here."
    )


class Server(Settings):
    """What holds in one server."""

    id: int = Field(description="The server's id.")
    profiles: tuple[str, ...] | None = Field(
        default=None, description="Whom it may ask about; left out: everybody."
    )
    default_profile: str | None = Field(
        default=None, description="Whom a question that names nobody is about here."
    )
    channel: tuple[Channel, ...] = Field(
        default=(), description="Channels in which something else holds."
    )


class Access(Settings):
    """Who may do and see what beyond asking."""

    home_server: int | None = Field(
        default=None, description="The one server in which somebody can be an admin."
    )
    admin_roles: frozenset[int] = Field(
        default=frozenset(), description="Roles of the home server whose holders are admins."
    )
    restricted_roles: frozenset[int] = Field(
        default=frozenset(), description="Roles whose holders see restricted facts, privately."
    )
    direct_messages: bool = Field(
        default=False, description="Whether questions are answered in direct messages."
    )
    cooldown: float = Field(
        default=1.0, ge=0, le=3600, description="Seconds between two commands of one person."
    )


class Config(Settings):
    """Everything that an operator may set; frozen, and unknown keys are refused."""

    profiles: Path | None = Field(
        default=None, description="The folder of profiles; left out: those that come along."
    )
    archive: Path | None = Field(
        default=None, description="The folder of stored copies of sources."
    )
    unlicensed_passages: bool = Field(
        default=False,
        description="Whether passages of sources that name no license are shown too.",
    )
    default_profile: str | None = Field(
        default=None, description="Whom a question that names nobody is about."
    )
    most_wrong: float | None = Field(
        default=None,
        ge=LEAST_WRONG,
        lt=1,
        description="The share of answers that may be wrong; left out: the shipped threshold.",
    )
    semantic: str | None = Field(
        default=None,
        description="Word vectors, a folder or a model's name, to compare by meaning too.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="WARNING", description="The least serious message that is logged."
    )
    state_file: Path = Field(
        default=Path("footnote-state.json"),
        description="Where the bot notes which commands Discord has.",
    )
    access: Access = Field(default=Access(), description="Who may do and see what.")
    server: tuple[Server, ...] = Field(
        default=(), description="The servers that are answered; left out: all of them."
    )
    token: SecretStr | None = Field(
        default=None, description="Discord's token; from the environment only."
    )

    @model_validator(mode="after")
    def _names_each_place_once(self) -> "Config":
        servers = [server.id for server in self.server]
        channels = [channel.id for server in self.server for channel in server.channel]
        twice = sorted(
            {id_ for ids in (servers, channels) for id_ in ids if ids.count(id_) > 1}
        )
        if twice:
            raise ValueError(f"{twice[0]} is listed twice; write one block for each place")
        return self


def load_config(file: Path | None, environment: Mapping[str, str]) -> Config:
    """Return the settings of a file, or the defaults; ConfigError names every problem."""
    table = _read(file) if file else {}
    if "token" in table:
        raise ConfigError(f"{file}: holds a token; remove it and set {TOKEN} instead")
    try:
        config = Config.model_validate(table | {"token": environment.get(TOKEN) or None})
    except ValidationError as error:
        raise ConfigError("\n".join(_problems(file, error))) from None
    if file:
        # A path means the same wherever the command is started.
        paths = {
            "profiles": file.parent / config.profiles if config.profiles else None,
            "archive": file.parent / config.archive if config.archive else None,
            "state_file": file.parent / config.state_file,
            "semantic": _vectors(file, config.semantic),
        }
        return config.model_copy(update=paths)
    return config


def _vectors(file: Path, named: str | None) -> str | None:
    """Return the folder of word vectors as it is seen from the file, or a model's name."""
    if named is None:
        return None
    folder = file.parent / named
    return str(folder) if folder.is_dir() else named


def _read(file: Path) -> dict[str, object]:
    remedy = "name a readable TOML file with --config; config.example.toml shows one"
    try:
        return read_toml(file_text(file))
    except (UnreadableError, TomlError) as error:
        raise ConfigError(f"{file}: {error.wrong}; {remedy}") from error


def _problems(file: Path | None, error: ValidationError) -> list[str]:
    return [
        f"{file}: {'.'.join(str(part) for part in details['loc'])}: "
        + (
            f"is no setting; the settings are {_known(details['loc'])}"
            if details["type"] == "extra_forbidden"
            else details["msg"][:1].lower() + details["msg"][1:]
        )
        for details in error.errors(include_url=False, include_input=False)
    ]


def _known(place: tuple[int | str, ...]) -> str:
    """Return the settings of the table in which a key stands that is none."""
    tables: dict[str, type[Settings]] = {
        "access": Access,
        "server": Server,
        "channel": Channel,
    }
    inside = next((tables[part] for part in reversed(place[:-1]) if part in tables), Config)
    return ", ".join(name for name in inside.model_fields if name != "token")
