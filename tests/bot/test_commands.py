"""The commands as they are registered, and the page that names them."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock

import discord
import pytest
from discord import app_commands

from bot.client import make_tree, needed_intents
from bot.registration import register, tree_hash

DOCS = Path(__file__).parents[2] / "docs"


def tree(*, direct_messages: bool = False) -> app_commands.CommandTree[Any]:
    client = discord.Client(intents=discord.Intents.none())
    return make_tree(client, direct_messages=direct_messages)


def names() -> list[str]:
    found = [*tree().walk_commands(), *tree().get_commands(type=discord.AppCommandType.message)]
    return [
        command.qualified_name
        for command in found
        if not isinstance(command, app_commands.Group)
    ]


@pytest.mark.parametrize("name", names())
def test_every_command_is_in_the_page_on_discord(name: str) -> None:
    text = (DOCS / "discord.md").read_text(encoding="utf-8")

    assert name.rsplit(maxsplit=1)[-1] in text


def test_the_terminal_does_without_discord() -> None:
    modules = ", ".join(f"bot.cli.{verb}" for verb in ("app", "ask", "chat", "check", "run"))
    script = f"import sys, {modules}; sys.exit('discord' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], check=False)  # noqa: S603 -- ours

    assert run.returncode == 0


def test_the_same_commands_have_the_same_hash_and_others_another() -> None:
    assert tree_hash(tree()) == tree_hash(tree())
    assert tree_hash(tree()) != tree_hash(tree(direct_messages=True))


def test_direct_messages_are_heard_only_where_they_are_answered() -> None:
    assert not needed_intents(direct_messages=False).dm_messages
    assert needed_intents(direct_messages=True).dm_messages


def test_what_was_sent_is_noted_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, state = tree(), tmp_path / "state.json"
    monkeypatch.setattr(made, "sync", AsyncMock(spec=made.sync))
    state.write_text('{"another": "hash"}', encoding="utf-8")
    monkeypatch.setattr(Path, "replace", broken)
    first = asyncio.run(register(made, state))
    kept = state.read_text(encoding="utf-8")
    monkeypatch.undo()
    monkeypatch.setattr(made, "sync", AsyncMock(spec=made.sync))
    second, third = (asyncio.run(register(made, state)) for _ in range(2))

    assert (first, second, third) == (True, True, False)
    assert kept == '{"another": "hash"}'
    assert [path.name for path in tmp_path.iterdir()] == ["state.json"]
    assert "another" in json.loads(state.read_text(encoding="utf-8"))


def broken(*_: object) -> Path:
    raise OSError(28, "No space left on device")
