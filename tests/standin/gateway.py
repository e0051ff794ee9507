"""The gateway: who is connected, what they are told, and how it breaks on demand."""

import asyncio
from collections.abc import Callable

from aiohttp import web

from tests.standin import payloads
from tests.standin.bell import Bell
from tests.standin.compression import compressor
from tests.standin.connection import Connection
from tests.standin.errors import NotPossibleError
from tests.standin.messages import Message
from tests.standin.protocol import API_VERSION, PRIVILEGED, CloseCode, Intent, Json, Op
from tests.standin.session import Identify, Session
from tests.standin.world import Channel, Guild, Role, World

ALL_INTENTS = (1 << 26) - 1


class Gateway:
    """Accepts clients, keeps their sessions and sends them events."""

    def __init__(self, world: World, token: str, *, heartbeat: float) -> None:
        self._world = world
        self._connections: dict[Connection, web.Request] = {}
        self.token = token
        self.heartbeat = heartbeat
        self.url = ""
        self.bell = Bell()
        self.sessions: dict[str, Session] = {}
        self.allowed_intents = ALL_INTENTS & ~int(PRIVILEGED)
        self.answers_heartbeats = True
        self.accepts_clients = True
        self.heartbeats = 0
        self.missed_heartbeats = 0
        self.resumes = 0
        self.replayed = 0
        self.identifies: list[Identify] = []
        self.hung_up: list[CloseCode] = []

    async def accept(self, request: web.Request) -> web.StreamResponse:
        """Serve one client until it goes."""
        if not self.accepts_clients:
            return web.Response(status=503)
        name = request.query.get("compress")
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        if request.query.get("v") != str(API_VERSION):
            await socket.close(code=CloseCode.INVALID_VERSION)
            return socket
        connection = Connection(self, socket, compressor(name), name)
        self._connections[connection] = request
        try:
            await connection.run()
        finally:
            del self._connections[connection]
            self.bell.ring()
        return socket

    def refusal(self, identify: Identify) -> CloseCode | None:
        """Why a client may not come in."""
        number, count = identify.shard
        if not identify.valid_token:
            return CloseCode.AUTHENTICATION_FAILED
        if not 0 <= number < count:
            return CloseCode.INVALID_SHARD
        if not 0 <= identify.intents <= ALL_INTENTS:
            return CloseCode.INVALID_INTENTS
        if identify.intents & ~self.allowed_intents:
            return CloseCode.DISALLOWED_INTENTS
        return None

    def welcome(self, session: Session) -> None:
        """Begin a session: READY, then the servers one by one."""
        self.sessions[session.id] = session
        guilds = [each for each in self._world.guilds.values() if session.serves(each)]
        session.dispatch("READY", self._ready(session, guilds))
        for guild in guilds if session.wants(Intent.GUILDS) else ():
            data = payloads.guild_create(guild, self._world, joined=False)
            session.dispatch("GUILD_CREATE", data)
        session.is_ready = True
        self.bell.ring()

    def resumed(self, session: Session, *, after: int) -> None:
        """Go on with a session: what was missed, then RESUMED."""
        self.replayed += session.replay(after)
        session.dispatch("RESUMED", {"_trace": []})
        self.resumes += 1
        self.bell.ring()

    def dispatch(
        self,
        event: str,
        data: Json,
        *,
        guild: Guild | None,
        needs: Intent | None = None,
    ) -> None:
        """Tell the shard in charge; without a session there is nobody to tell."""
        told = [each for each in self.sessions.values() if each.serves(guild)]
        if not told:
            raise NotPossibleError(
                "no client has a session; start the bot and wait for `online`"
            )
        for session in told:
            if needs is None or session.wants(needs):
                session.dispatch(event, data)

    def tell_of_message(self, event: str, message: Message, payload: Json) -> None:
        """Tell of a message, with its words only for those who may read them."""
        guild = message.channel.guild
        needs = Intent.GUILD_MESSAGES if guild else Intent.DIRECT_MESSAGES
        for session in self.sessions.values():
            if session.serves(guild) and session.wants(needs):
                readable = session.wants(Intent.MESSAGE_CONTENT) or self._may_read(message)
                data = payload if readable else {**payload, **_UNREADABLE}
                session.dispatch(event, data)

    def introduce(self, made: Guild | Role | Channel) -> None:
        """Tell of a server that the bot was invited to, or of what is new in one."""
        match made:
            case Guild():
                event, guild = "GUILD_CREATE", made
                data = payloads.guild_create(made, self._world, joined=True)
            case Role():
                event, guild = "GUILD_ROLE_CREATE", made.guild
                data = {"guild_id": str(guild.id), "role": payloads.role(made)}
            case Channel(guild=Guild() as guild):
                event, data = "CHANNEL_CREATE", payloads.channel(made)
            case _:
                return
        if self.sessions:
            self.dispatch(event, data, guild=guild, needs=Intent.GUILDS)

    @property
    def live(self) -> int:
        """How many sessions have somebody on the line."""
        return sum(1 for each in self.sessions.values() if each.is_ready and each.line)

    async def until(self, happened: Callable[[], bool], *, patience: float = 5.0) -> bool:
        """Wait until something that the gateway notes has happened."""
        return await self.bell.until(happened, patience)

    async def cut(self, *, code: int | None = None) -> None:
        """Break every connection: with a close code, or like a pulled cable."""
        for connection, request in list(self._connections.items()):
            connection.leave()
            if code is not None:
                await connection.close(code)
            elif request.transport is not None:
                request.transport.abort()
        await asyncio.sleep(0)

    def ask_to_reconnect(self) -> None:
        """Send RECONNECT to everybody."""
        self._tell_all(Op.RECONNECT)

    def ask_for_heartbeat(self) -> None:
        """Send HEARTBEAT, which a client answers at once."""
        self._tell_all(Op.HEARTBEAT)

    def invalidate(self, *, resumable: bool = False) -> None:
        """Send INVALID_SESSION to everybody, and forget the sessions if they may not resume."""
        self._tell_all(Op.INVALID_SESSION, resumable)
        if not resumable:
            self.forget()

    def forget(self) -> None:
        """Drop every session, so that a RESUME is refused."""
        self.sessions.clear()

    def members_chunk(self, asked: Json) -> Json:
        """The members that a client asked for."""
        wanted = {int(each) for each in asked.get("user_ids") or ()}
        guild_id = int(asked["guild_id"])
        found = [
            payloads.member(member)
            for (where, who), member in self._world.members.items()
            if where == guild_id and (not wanted or who in wanted)
        ]
        chunk = {"guild_id": str(guild_id), "members": found, "chunk_index": 0}
        return {**chunk, "chunk_count": 1, "nonce": asked.get("nonce")}

    def _tell_all(self, op: Op, data: object = None) -> None:
        for connection in self._connections:
            connection.tell(op, data)

    def _may_read(self, message: Message) -> bool:
        bot = self._world.bot
        named = bot.id in message.pings.people or f"<@{bot.id}>" in message.content
        return message.author == bot or message.channel.guild is None or named

    def _ready(self, session: Session, guilds: list[Guild]) -> Json:
        empty = ("private_channels", "relationships", "presences", "guild_join_requests")
        return {
            "v": API_VERSION,
            "user": payloads.own_user(self._world.bot),
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self.url,
            "shard": list(session.identify.shard),
            "application": {"id": str(self._world.bot.id), "flags": 0},
            "user_settings": {},
            "_trace": [],
            **{name: [] for name in empty},
        }


_UNREADABLE: Json = {"content": "", "embeds": [], "attachments": [], "components": []}
