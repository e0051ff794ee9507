"""Which commands Discord has: sent again only where they have changed."""

import hashlib
import json
import logging
from pathlib import Path
from typing import Any

from discord import Object, app_commands

from bot.writing import NotWrittenError, write_whole

_log = logging.getLogger(__name__)
Tree = app_commands.CommandTree[Any]


async def register(
    tree: Tree, state: Path, *, guild: int | None = None, force: bool = False
) -> bool:
    """Send the commands to Discord unless it has just these; tell whether they were sent.

    With a guild they are sent to that server alone, where they appear at once.
    """
    place = Object(guild) if guild else None
    if place:
        tree.copy_global_to(guild=place)
    key = f"{tree.client.application_id}/{guild or 'all'}"
    current, known = tree_hash(tree, place), _read(state)
    if not force and known.get(key) == current:
        return False
    await tree.sync(guild=place)
    _write(state, known | {key: current})
    return True


def tree_hash(tree: Tree, guild: Object | None = None) -> str:
    """Return the hash of all commands, the same for the same commands on any machine."""
    commands = [command.to_dict(tree) for command in tree.get_commands(guild=guild)]
    unique = {json.dumps(c, sort_keys=True, default=str) for c in commands}
    return hashlib.sha256("\n".join(sorted(unique)).encode()).hexdigest()


def _read(state: Path) -> dict[str, str]:
    try:
        found = json.loads(state.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(state: Path, hashes: dict[str, str]) -> None:
    try:
        write_whole(state, f"{json.dumps(hashes, indent=1)}\n".encode())
    except NotWrittenError as error:
        # The commands are there; they are only sent once more at the next start.
        _log.warning("state file: %s", error)
