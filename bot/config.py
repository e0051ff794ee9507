"""The operator's settings: one TOML file, and the token from the environment."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from knowledge.errors import FootnoteError

TOKEN = "DISCORD_TOKEN"  # noqa: S105 -- the variable's name, not its value


class ConfigError(FootnoteError):
    """A configuration that cannot be used, with every problem and its remedy."""


class Config(BaseModel):
    """Everything that an operator may set; frozen, and unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    profiles: Path | None = Field(
        default=None, description="The folder of profiles; left out: those that come along."
    )
    default_profile: str | None = Field(
        default=None, description="Whom a question that names nobody is about."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="WARNING", description="The least serious message that is logged."
    )
    token: SecretStr | None = Field(
        default=None, description="Discord's token; from the environment only."
    )


def load_config(file: Path | None, environment: Mapping[str, str]) -> Config:
    """Return the settings of a file, or the defaults; ConfigError names every problem."""
    table = _read(file) if file else {}
    if "token" in table:
        raise ConfigError(f"{file}: holds a token; remove it and set {TOKEN} instead")
    try:
        config = Config.model_validate(table | {"token": environment.get(TOKEN) or None})
    except ValidationError as error:
        raise ConfigError("\n".join(_problems(file, error))) from None
    if file and config.profiles:
        # A path means the same wherever the command is started.
        return config.model_copy(update={"profiles": file.parent / config.profiles})
    return config


def _read(file: Path) -> dict[str, object]:
    remedy = "name a readable TOML file with --config; config.example.toml shows one"
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ConfigError(f"{file}: cannot be read ({reason}); {remedy}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file}: is not UTF-8; {remedy}") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{file}: is not valid TOML ({error}); {remedy}") from error


def _problems(file: Path | None, error: ValidationError) -> list[str]:
    known = ", ".join(name for name in Config.model_fields if name != "token")
    return [
        f"{file}: {'.'.join(str(part) for part in details['loc'])}: "
        + (
            f"is no setting; the settings are {known}"
            if details["type"] == "extra_forbidden"
            else details["msg"][:1].lower() + details["msg"][1:]
        )
        for details in error.errors(include_url=False, include_input=False)
    ]
