"""The verbs that speak to Discord, as the operator starts them, each in its own process."""

import asyncio
import json
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.bot.channel.stage import keepers_folder, play
from tests.standin.server import TOKEN, StandIn

ROOT = Path(__file__).parents[3]
BORN = "Where was Odalys Fennwick born?"
CONFIG = "[access]\ncooldown = 0\n"


class Process:
    """A verb that runs."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def end(self, name: signal.Signals | None = None) -> tuple[int, str, str]:
        """Return exit status, output and log once it has ended, by a signal or by itself."""
        if name:
            self._process.send_signal(name)
        output, log = await asyncio.wait_for(self._process.communicate(), 20)
        return self._process.returncode or 0, output.decode(), log.decode()


@asynccontextmanager
async def started(
    standin: StandIn, folder: Path, *verb: str, token: str = TOKEN
) -> AsyncIterator[Process]:
    """Start a verb whose discord.py knows only the stand-in."""
    config = folder / "config.toml"
    config.write_text(f'log_level = "DEBUG"\n{CONFIG}', encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.standin.launch",
        standin.rest_url,
        standin.gateway_url,
        "bot",
        "--config",
        str(config),
        "--profiles",
        str(keepers_folder()),
        *verb,
        cwd=folder,
        env={**os.environ, "DISCORD_TOKEN": token, "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield Process(process)
    finally:
        if process.returncode is None:
            process.kill()


def test_it_runs_until_it_is_told_to_stop_and_answers_what_was_asked_till_then(
    tmp_path: Path,
) -> None:
    logged: list[str] = []
    bots: list[str] = []

    async def scene() -> None:
        async with StandIn(patience=15) as discord:
            guild = discord.guild("Desk")
            channel = discord.channel(guild, "research")
            bots.append(str(discord.world.bot.id))
            people = [discord.member(guild, f"Person {n}") for n in range(10)]
            async with started(discord, tmp_path, "run") as bot:
                await discord.gateway.until(lambda: discord.is_online, patience=15)
                await discord.slash(people[0], channel, "ask", question=BORN)
                asked = [
                    discord.asks.slash(who, channel, "ask", {"question": BORN})
                    for _ in range(10)
                    for who in people
                ]
                status, output, log = await bot.end(signal.SIGTERM)

            assert status == 0
            assert output == ""
            for each in asked:
                assert "Tern Island" in (await discord.reply_to(each)).text
            assert discord.refused == []
            assert discord.violations == []
            messages = [json.loads(line)["message"] for line in log.splitlines()]
            assert messages[-1].startswith("stopped in_flight=0")
            logged.append(log)

    play(scene)
    written = logged[0] + "".join(file.read_text("utf-8") for file in tmp_path.iterdir())
    assert BORN not in written
    assert not re.search(r"\d{17}", written.replace(bots[0], ""))


def test_ctrl_c_ends_it_in_the_same_order(tmp_path: Path) -> None:
    async def scene() -> None:
        async with StandIn() as discord:
            async with started(discord, tmp_path, "run") as bot:
                await discord.gateway.until(lambda: discord.is_online, patience=15)
                status, _, log = await bot.end(signal.SIGINT)

            assert status == 0
            assert "Traceback" not in log
            assert "stopped in_flight=0" in log

    play(scene)


def test_commands_are_sent_once_and_again_only_when_they_have_changed(tmp_path: Path) -> None:
    async def scene() -> None:
        async with StandIn() as discord:
            for verb, sent in (
                (("sync",), True),
                (("sync",), False),
                (("sync", "--force"), True),
            ):
                before = len(_puts(discord))
                async with started(discord, tmp_path, *verb) as sync:
                    status, output, _ = await sync.end()

                assert status == 0
                assert len(_puts(discord)) - before == int(sent)
                assert ("are registered" in output) is sent
            assert discord.violations == []

    play(scene)


def test_commands_can_be_sent_to_one_server_alone(tmp_path: Path) -> None:
    async def scene() -> None:
        async with StandIn() as discord:
            guild = discord.guild("Desk")
            async with started(discord, tmp_path, "sync", "--guild", str(guild.id)) as sync:
                status, _, _ = await sync.end()

            assert status == 0
            assert f"/guilds/{guild.id}/commands" in _puts(discord)[0]
            assert discord.violations == []

    play(scene)


def test_the_invite_link_asks_for_the_few_permissions_that_are_needed(tmp_path: Path) -> None:
    async def scene() -> None:
        async with StandIn() as discord:
            async with started(discord, tmp_path, "invite") as invite:
                status, output, _ = await invite.end()

            assert status == 0
            assert f"client_id={discord.world.bot.id}" in output
            assert "scope=bot+applications.commands" in output
            assert "permissions=274878008320" in output

    play(scene)


@pytest.mark.parametrize("verb", ["run", "sync", "invite"])
def test_a_wrong_token_is_said_plainly(verb: str, tmp_path: Path) -> None:
    async def scene() -> None:
        async with StandIn() as discord:
            async with started(discord, tmp_path, verb, token="wrong") as bot:  # noqa: S106
                status, _, log = await bot.end()

            assert status == 2
            assert "Discord does not accept the token in DISCORD_TOKEN" in log
            assert "Traceback" not in log

    play(scene)


def test_a_token_that_is_revoked_while_it_runs_is_said_plainly(tmp_path: Path) -> None:
    async def scene() -> None:
        async with StandIn() as discord:
            async with started(discord, tmp_path, "run") as bot:
                await discord.gateway.until(lambda: discord.is_online, patience=15)
                discord.revoke_token()
                discord.gateway.forget()
                await discord.gateway.cut()
                status, _, log = await bot.end()

            assert status == 2
            assert "Discord does not accept the token in DISCORD_TOKEN" in log

    play(scene)


def test_without_a_token_nothing_is_sent(tmp_path: Path) -> None:
    async def scene() -> None:
        async with StandIn() as discord:
            async with started(discord, tmp_path, "sync", token="") as sync:
                status, _, log = await sync.end()

            assert status == 2
            assert "set the environment variable DISCORD_TOKEN" in log
            assert discord.requests == []

    play(scene)


def _puts(discord: StandIn) -> list[str]:
    return [each.path for each in discord.requests if each.method == "PUT"]
