"""One websocket of the gateway: what the client says, and how it is answered."""

import asyncio
import json
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from aiohttp import WSMsgType, web

from tests.standin.compression import Compress
from tests.standin.protocol import CloseCode, Json, Op
from tests.standin.session import Identify, Session

if TYPE_CHECKING:
    from tests.standin.gateway import Gateway

LONGEST_PAYLOAD = 4096  # bytes that a client may send at once: events/gateway, Sending Events
SENDS = 120  # payloads that a client may send in WINDOW: events/gateway, Rate Limiting
WINDOW = 60.0
LATENESS = 1.5  # heartbeat intervals after which a client counts as gone


class HungUpError(Exception):
    """Raised to close the connection with a code."""

    def __init__(self, code: CloseCode) -> None:
        super().__init__(code.name)
        self.code = code


class Connection:
    """A client on the line."""

    def __init__(
        self,
        gateway: "Gateway",
        socket: web.WebSocketResponse,
        compress: Compress,
        compression: str | None,
    ) -> None:
        self._gateway = gateway
        self._socket = socket
        self._compress = compress
        self._compression = compression
        self._outbox: asyncio.Queue[str] = asyncio.Queue()
        self._sends: deque[float] = deque()
        self._beaten = asyncio.Event()
        self.session: Session | None = None

    async def run(self) -> None:
        """Talk until one side hangs up."""
        tasks = [asyncio.create_task(self._write()), asyncio.create_task(self._watch())]
        self.tell(Op.HELLO, {"heartbeat_interval": round(self._gateway.heartbeat * 1000)})
        try:
            async for frame in self._socket:
                if frame.type in (WSMsgType.TEXT, WSMsgType.BINARY):
                    self._receive(frame.data)
        except HungUpError as end:
            self._gateway.hung_up.append(end.code)
            await self.close(end.code)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self.leave()

    def tell(self, op: Op, data: object = None) -> None:
        """Send a payload that is no event."""
        self.send(json.dumps({"op": int(op), "d": data, "s": None, "t": None}))

    def send(self, text: str) -> None:
        """Put a payload on its way."""
        self._outbox.put_nowait(text)

    async def close(self, code: int) -> None:
        """Hang up and say why."""
        self.leave()
        await self._socket.close(code=code)

    def leave(self) -> None:
        """Keep the session for whoever resumes it."""
        if self.session and self.session.line is self:
            self.session.line = None

    async def _write(self) -> None:
        while True:
            frame = self._compress(await self._outbox.get())
            with suppress(ConnectionError):
                if isinstance(frame, str):
                    await self._socket.send_str(frame)
                else:
                    await self._socket.send_bytes(frame)

    async def _watch(self) -> None:
        patience = self._gateway.heartbeat * LATENESS
        with suppress(TimeoutError):
            while True:
                async with asyncio.timeout(patience):
                    await self._beaten.wait()
                self._beaten.clear()
        self._gateway.missed_heartbeats += 1
        self._gateway.hung_up.append(CloseCode.SESSION_TIMED_OUT)
        await self.close(CloseCode.SESSION_TIMED_OUT)

    def _receive(self, data: str | bytes) -> None:
        payload = _parsed(data)
        self._count()
        answers: dict[int, Callable[[Json], None]] = {
            Op.HEARTBEAT: self._beat,
            Op.IDENTIFY: self._identify,
            Op.RESUME: self._resume,
            Op.PRESENCE: self._presence,
            Op.VOICE_STATE: self._presence,
            Op.REQUEST_MEMBERS: self._members,
        }
        if payload.get("op") not in answers:
            raise HungUpError(CloseCode.UNKNOWN_OPCODE)
        answers[payload["op"]](payload)

    def _count(self) -> None:
        now = time.monotonic()
        self._sends.append(now)
        while self._sends[0] < now - WINDOW:
            self._sends.popleft()
        if len(self._sends) > SENDS:
            raise HungUpError(CloseCode.RATE_LIMITED)

    def _beat(self, _: Json) -> None:
        self._beaten.set()
        self._gateway.heartbeats += 1
        if self._gateway.answers_heartbeats:
            self.tell(Op.HEARTBEAT_ACK)
        self._gateway.bell.ring()

    def _identify(self, payload: Json) -> None:
        if self.session:
            raise HungUpError(CloseCode.ALREADY_AUTHENTICATED)
        data = payload["d"]
        identify = Identify(
            valid_token=data.get("token") == self._gateway.token,
            intents=data.get("intents", -1),
            shard=tuple(data.get("shard", (0, 1))),
            compression=self._compression,
        )
        self._gateway.identifies.append(identify)
        if refusal := self._gateway.refusal(identify):
            raise HungUpError(refusal)
        self.session = Session(identify, line=self)
        self._gateway.welcome(self.session)

    def _resume(self, payload: Json) -> None:
        data = payload["d"]
        if data.get("token") != self._gateway.token:
            raise HungUpError(CloseCode.AUTHENTICATION_FAILED)
        session = self._gateway.sessions.get(data.get("session_id"))
        if session is None:
            self.tell(Op.INVALID_SESSION, data=False)
            return
        if data["seq"] > session.sequence:
            raise HungUpError(CloseCode.INVALID_SEQUENCE)
        self.session, session.line = session, self
        self._gateway.resumed(session, after=data["seq"])

    def _presence(self, _: Json) -> None:
        if self.session is None:
            raise HungUpError(CloseCode.NOT_AUTHENTICATED)

    def _members(self, payload: Json) -> None:
        if self.session is None:
            raise HungUpError(CloseCode.NOT_AUTHENTICATED)
        self.session.dispatch("GUILD_MEMBERS_CHUNK", self._gateway.members_chunk(payload["d"]))


def _parsed(data: str | bytes) -> Json:
    if len(data) > LONGEST_PAYLOAD:
        raise HungUpError(CloseCode.DECODE_ERROR)
    try:
        payload = json.loads(data)
    except ValueError:
        raise HungUpError(CloseCode.DECODE_ERROR) from None
    if not isinstance(payload, dict):
        raise HungUpError(CloseCode.DECODE_ERROR)
    return payload
