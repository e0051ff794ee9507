"""The gateway, spoken to without discord.py in between."""

import json
import sys
import zlib
from asyncio import create_subprocess_exec, run
from asyncio.subprocess import PIPE
from collections.abc import Awaitable, Callable
from os import environ
from pathlib import Path

import aiohttp
import pytest

from tests.standin.compression import zstd
from tests.standin.protocol import CloseCode, Json, Op
from tests.standin.server import StandIn

ROOT = Path(__file__).parents[2]


class Wire:
    """A client that says exactly what it is told to say."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.read: Callable[[bytes], bytes] = lambda data: data

    async def send(self, op: int, data: object) -> None:
        await self.socket.send_str(json.dumps({"op": op, "d": data}))

    async def hear(self) -> Json:
        frame = await self.socket.receive()
        data = frame.data.encode() if isinstance(frame.data, str) else self.read(frame.data)
        payload: Json = json.loads(data)
        return payload

    async def closing(self) -> int | None:
        async for _ in self.socket:
            pass
        return self.socket.close_code


Play = Callable[[StandIn, Wire], Awaitable[None]]
IDENTIFY: Json = {"token": "t", "properties": {}, "intents": 1}


def over_the_wire(play: Play, compression: str | None = None) -> None:
    async def connect() -> None:
        query = f"&compress={compression}" if compression else ""
        async with StandIn(token="t") as standin, aiohttp.ClientSession() as session:  # noqa: S106
            url = f"{standin.gateway_url}?v=10&encoding=json{query}"
            async with session.ws_connect(url) as socket:
                await play(standin, Wire(socket))

    run(connect())


async def _greeting(wire: Wire) -> list[object]:
    hello = await wire.hear()
    await wire.send(Op.IDENTIFY, IDENTIFY)
    ready = await wire.hear()
    return [hello["op"], ready["t"], ready["s"]]


def test_a_client_without_compression_reads_text() -> None:
    async def play(_: StandIn, wire: Wire) -> None:
        assert await _greeting(wire) == [Op.HELLO, "READY", 1]

    over_the_wire(play)


def test_zlib_is_one_stream_in_which_every_frame_is_whole() -> None:
    async def play(_: StandIn, wire: Wire) -> None:
        stream = zlib.decompressobj()
        frames: list[bytes] = []
        wire.read = lambda data: frames.append(data) or stream.decompress(data)  # type: ignore[func-returns-value]
        assert await _greeting(wire) == [Op.HELLO, "READY", 1]
        assert all(frame.endswith(b"\x00\x00\xff\xff") for frame in frames)

    over_the_wire(play, "zlib-stream")


def test_zstd_is_one_stream_in_which_every_frame_is_whole() -> None:
    library = zstd()
    if library is None:
        pytest.skip("no zstd library is installed")

    async def play(_: StandIn, wire: Wire) -> None:
        decompressor = library.ZstdDecompressor()
        if library.__name__ == "zstandard":
            decompressor = decompressor.decompressobj()
        wire.read = decompressor.decompress
        assert await _greeting(wire) == [Op.HELLO, "READY", 1]

    over_the_wire(play, "zstd-stream")


def test_a_heartbeat_is_acknowledged() -> None:
    async def play(_: StandIn, wire: Wire) -> None:
        await wire.hear()
        await wire.send(Op.HEARTBEAT, None)
        assert (await wire.hear())["op"] == Op.HEARTBEAT_ACK

    over_the_wire(play)


def test_a_resume_gets_what_was_missed_in_order() -> None:
    async def play(standin: StandIn, wire: Wire) -> None:
        await wire.hear()
        await wire.send(Op.IDENTIFY, IDENTIFY)
        ready = await wire.hear()
        standin.guild("Desk")
        await wire.hear()
        url = f"{standin.gateway_url}?v=10&encoding=json"
        async with aiohttp.ClientSession() as session, session.ws_connect(url) as socket:
            again = Wire(socket)
            await again.hear()
            place = {"token": "t", "session_id": ready["d"]["session_id"], "seq": 1}
            await again.send(Op.RESUME, place)
            heard = [await again.hear(), await again.hear()]
            assert [(each["t"], each["s"]) for each in heard] == [
                ("GUILD_CREATE", 2),
                ("RESUMED", 3),
            ]

    over_the_wire(play)


@pytest.mark.parametrize(
    ("op", "data", "code"),
    [
        (Op.IDENTIFY, {**IDENTIFY, "token": "other"}, CloseCode.AUTHENTICATION_FAILED),
        (Op.IDENTIFY, {**IDENTIFY, "shard": [2, 2]}, CloseCode.INVALID_SHARD),
        (Op.IDENTIFY, {**IDENTIFY, "intents": 1 << 40}, CloseCode.INVALID_INTENTS),
        (Op.IDENTIFY, {**IDENTIFY, "intents": 1 << 15}, CloseCode.DISALLOWED_INTENTS),
        (Op.RESUME, {"token": "other"}, CloseCode.AUTHENTICATION_FAILED),
        (Op.PRESENCE, {}, CloseCode.NOT_AUTHENTICATED),
        (99, {}, CloseCode.UNKNOWN_OPCODE),
        (Op.HEARTBEAT, "x" * 5000, CloseCode.DECODE_ERROR),
    ],
)
def test_a_client_that_breaks_the_protocol_is_told_how(
    op: int,
    data: object,
    code: CloseCode,
) -> None:
    async def play(_: StandIn, wire: Wire) -> None:
        await wire.hear()
        await wire.send(op, data)
        assert await wire.closing() == code

    over_the_wire(play)


def test_a_client_that_talks_too_much_is_hung_up_on() -> None:
    async def play(_: StandIn, wire: Wire) -> None:
        for _number in range(121):
            await wire.send(Op.HEARTBEAT, None)
        assert await wire.closing() == CloseCode.RATE_LIMITED

    over_the_wire(play)


def test_a_resume_of_nothing_is_an_invalid_session() -> None:
    async def play(_: StandIn, wire: Wire) -> None:
        await wire.hear()
        await wire.send(Op.RESUME, {"token": "t", "session_id": "gone", "seq": 3})
        answer = await wire.hear()
        assert (answer["op"], answer["d"]) == (Op.INVALID_SESSION, False)

    over_the_wire(play)


def test_a_bot_in_a_process_of_its_own_is_pointed_at_the_stand_in() -> None:
    async def play() -> None:
        async with StandIn() as standin:
            channel = standin.channel(guild := standin.guild("Desk"), "research")
            ann = standin.member(guild, "Ann")
            process = await create_subprocess_exec(
                sys.executable,
                *("-m", "tests.standin.launch", standin.rest_url, standin.gateway_url),
                "tests.standin.sample",
                cwd=ROOT,
                env={**environ, "DISCORD_TOKEN": standin.token},
                stderr=PIPE,
            )
            try:
                assert await standin.gateway.until(lambda: standin.is_online, patience=20)
                assert (await standin.slash(ann, channel, "do")).content == "Hello"
            finally:
                process.terminate()
                await process.communicate()

    run(play())
