"""Every REST request passes here: who asks, what goes wrong on demand, what is noted."""

import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from hashlib import sha1
from typing import TypeAlias

from aiohttp import web
from aiohttp.multipart import BodyPartReader

from tests.standin.errors import RefusedError, unauthorized
from tests.standin.faults import Fault, Faults
from tests.standin.openapi import Contract
from tests.standin.rest import account, callbacks, channels, commands, guilds, webhooks
from tests.standin.rest.call import Answer, Call, Route
from tests.standin.state import State
from tests.standin.uploads import Upload

API = "/api/v10"
_Handler: TypeAlias = Callable[[web.Request], Awaitable[web.Response]]
ROUTES = (
    *account.ROUTES,
    *commands.ROUTES,
    *callbacks.ROUTES,
    *webhooks.ROUTES,
    *channels.ROUTES,
    *guilds.ROUTES,
)


@dataclass(frozen=True, slots=True)
class Request:
    """A request that the bot made, and how it was answered."""

    method: str
    template: str
    path: str
    json: object
    status: int
    code: int | None = None
    problem: str = ""
    on_demand: bool = False


class Desk:
    """Answers REST requests and keeps a record of them."""

    def __init__(self, state: State, faults: Faults, contract: Contract | None) -> None:
        self._state = state
        self._faults = faults
        self._contract = contract
        self.requests: list[Request] = []

    def add_to(self, app: web.Application) -> None:
        """Serve every operation under the API's address."""
        for route in ROUTES:
            app.router.add_route(route.method, API + route.template, self._handler(route))
        app.router.add_route("*", API + "/{rest:.*}", self._not_found)
        app.router.add_get("/attachments/{file_id}/{name}", self._download)

    def _handler(self, route: Route) -> _Handler:
        async def handle(request: web.Request) -> web.Response:
            return await self._serve(route, request)

        return handle

    async def _serve(self, route: Route, request: web.Request) -> web.Response:
        path = request.path.removeprefix(API)
        call = await self._read(request, path)
        fault = self._faults.next(route.method, path)
        if fault and not fault.after_taking_effect:
            return self._broken(route, call, fault)
        try:
            answer = self._answer(route, request, call)
        except RefusedError as refusal:
            return self._refuse(route, call, refusal)
        if fault:
            return self._broken(route, call, fault)
        if self._contract and answer.body is not None:
            self._contract.response(route.method, route.template, answer.status, answer.body)
        self._note(route, call, answer.status)
        return _response(answer.status, answer.body, _limits(route))

    def _answer(self, route: Route, request: web.Request, call: Call) -> Answer:
        if route.needs_token and request.headers.get("Authorization") != self._right_token:
            raise unauthorized()
        if self._contract and call.json is not None:
            self._contract.request(route.method, route.template, call.json)
        return route.handle(call)

    @property
    def _right_token(self) -> str:
        return f"Bot {self._state.token}"

    async def _read(self, request: web.Request, path: str) -> Call:
        uploads: tuple[Upload, ...] = ()
        if request.content_type.startswith("multipart/"):
            body, uploads = await _multipart(request)
        else:
            text = await request.text()
            body = json.loads(text) if text else None
        params, query = dict(request.match_info), dict(request.query)
        return Call(self._state, request.method, path, params, query, body, uploads)

    def _refuse(self, route: Route, call: Call, refusal: RefusedError) -> web.Response:
        problem = json.dumps(refusal.errors or refusal.message)
        noted = self._note(route, call, refusal.status)
        self.requests[-1] = replace(noted, code=refusal.code, problem=problem)
        return _response(refusal.status, refusal.body, _limits(route))

    def _broken(self, route: Route, call: Call, fault: Fault) -> web.Response:
        noted = self._note(route, call, fault.status)
        self.requests[-1] = replace(noted, on_demand=True)
        return _response(fault.status, fault.body, fault.headers)

    def _note(self, route: Route, call: Call, status: int) -> Request:
        noted = Request(route.method, route.template, call.path, call.json, status)
        self.requests.append(noted)
        return noted

    async def _not_found(self, request: web.Request) -> web.Response:
        path = request.path.removeprefix(API)
        noted = Request(request.method, path, path, None, 404, 0, "no such route")
        self.requests.append(noted)
        return _response(404, {"message": "404: Not Found", "code": 0}, {})

    async def _download(self, request: web.Request) -> web.Response:
        file = self._state.messages.file(int(request.match_info["file_id"]))
        if file is None:
            return web.Response(status=404)
        return web.Response(body=file.data, content_type=file.content_type)


async def _multipart(request: web.Request) -> tuple[object, tuple[Upload, ...]]:
    body: object = None
    uploads = []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        name, data = part.name or "", bytes(await part.read(decode=True))
        if name == "payload_json":
            body = json.loads(data)
        elif name.startswith("files["):
            number = int(name.removeprefix("files[").removesuffix("]"))
            kind = part.headers.get("Content-Type", "application/octet-stream")
            uploads.append(Upload(number, part.filename or name, kind, data))
    return body, tuple(uploads)


def _response(status: int, body: object, headers: dict[str, str]) -> web.Response:
    if body is None:
        return web.Response(status=status, headers=headers)
    text = body if isinstance(body, str) else json.dumps(body)
    kind = "text/html" if isinstance(body, str) else "application/json"
    response = web.Response(status=status, text=text, headers=headers)
    response.headers["Content-Type"] = kind
    return response


def _limits(route: Route) -> dict[str, str]:
    """Rate limit headers that leave room: limits themselves are met on demand."""
    name = f"{route.method} {route.template}".encode()
    return {
        "X-RateLimit-Limit": "1000",
        "X-RateLimit-Remaining": "999",
        "X-RateLimit-Reset": f"{time.time() + 1:.3f}",
        "X-RateLimit-Reset-After": "1.000",
        "X-RateLimit-Bucket": sha1(name, usedforsecurity=False).hexdigest(),
        "Via": "1.1 google",
    }
