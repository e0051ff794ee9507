"""The command `footnote`: what stands before the verb, and the verbs."""

import logging
import os
from importlib import import_module
from pathlib import Path

import click

from bot.cli.broken import apology
from bot.cli.given import Given
from bot.config import load_config
from knowledge.errors import CurationError, FootnoteError
from knowledge.load.folder import SHIPPED

CANNOT_RUN = 2
_VERBS = (
    *("run", "chat", "ask", "check", "new", "show", "eval", "verify"),
    *("coverage", "passage", "cite", "import", "export", "schema", "sync", "invite", "picture"),
)
_MODULES = {"import": "take_in"}  # no module of Python may be named as its own word
_LOCAL = Path("config.toml")


class Verbs(click.Group):
    """The verbs; each is imported only when it is called, so that `ask` starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        """Return the verbs in the order in which a newcomer needs them."""
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the verb of that name from the module of that name."""
        if cmd_name not in _VERBS:
            return None
        name = _MODULES.get(cmd_name, cmd_name)
        verb: click.Command = getattr(import_module(f"bot.cli.{name}"), name)
        return verb

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb; what keeps it from running becomes plain sentences on stderr."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:  # noqa: BLE001 -- the last stop before the person
            click.echo(_in_words(error), err=True)
            ctx.exit(CANNOT_RUN)


def _in_words(error: Exception) -> str:
    if isinstance(error, CurationError):
        return f"The fact base cannot be used as it is:\n{error}"
    if isinstance(error, FootnoteError):
        return str(error)
    return apology(error)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--profiles",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder of profiles; else the configured one, else those that come along.",
)
@click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The settings; else config.toml in the current folder, where there is one.",
)
@click.pass_context
def cli(ctx: click.Context, profiles: Path | None, config_file: Path | None) -> None:
    """Answer questions about people from a curated fact base, each answer with its sources."""
    file = config_file or (_LOCAL if _LOCAL.is_file() else None)
    config = load_config(file, os.environ)
    logging.basicConfig(level=config.log_level)
    ctx.obj = Given(config, profiles or config.profiles or SHIPPED)
