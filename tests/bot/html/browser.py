"""A headless Chromium, spoken to over its own protocol on this machine alone.

What is used of the protocol: one tab, expressions evaluated in it, keys pressed, and what it
tried to fetch. Nothing of the page's own runs: it has no script.
"""

import asyncio
import shutil
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiohttp

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-port=0"),
)
PATIENCE = 60  # seconds for a busy machine to start it


def found() -> str | None:
    """Return the path of a Chromium, or None where there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class NotStartedError(Exception):
    """A browser was found that does not start here."""


@contextmanager
def started(program: str, folder: Path) -> Iterator[int]:
    """Start it with an empty folder of settings, and yield the port that it listens on."""
    with subprocess.Popen(  # noqa: S603 -- a browser that was looked up
        [program, *FLAGS, f"--user-data-dir={folder}", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield _port(folder / "DevToolsActivePort", process)
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _port(file: Path, process: subprocess.Popen[bytes]) -> int:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        lines = file.read_text(encoding="utf-8").split() if file.exists() else []
        if len(lines) > 1:  # written as a whole
            return int(lines[0])
        time.sleep(0.05)
    raise NotStartedError


@dataclass
class Tab:
    """One page on a screen of a given width."""

    socket: aiohttp.ClientWebSocketResponse
    fetched: list[str] = field(default_factory=list)
    """Every address that was asked for."""
    complaints: list[str] = field(default_factory=list)
    """What the browser wrote into its log."""
    loaded: int = 0
    asked: int = 0

    async def call(self, method: str, **given: object) -> Any:  # noqa: ANN401 -- the protocol's
        """Call a method, and return what it returns."""
        self.asked += 1
        await self.socket.send_json({"id": self.asked, "method": method, "params": given})
        while True:
            message = await self.socket.receive_json()
            if message.get("id") == self.asked:
                assert "error" not in message, message
                return message["result"]
            self._note(message)

    async def value(self, expression: str) -> Any:  # noqa: ANN401 -- whatever it evaluates to
        """Evaluate an expression in the page."""
        found = await self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    async def open(self, page: Path, anchor: str = "") -> None:
        """Open a page, and wait until it is there."""
        before = self.loaded
        address = page.as_uri() + (f"#{quote(anchor)}" if anchor else "")
        await self.call("Page.navigate", url=address)
        while self.loaded == before:
            self._note(await self.socket.receive_json())

    async def press(self, key: str, code: int) -> None:
        """Press a key and let it go."""
        for kind in ("rawKeyDown", "keyUp"):
            await self.call(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                code=key,
                windowsVirtualKeyCode=code,
            )

    async def look(self, width: int, *, scheme: str = "light") -> None:
        """Set the width of the screen, and whether it is light or dark."""
        await self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=800,
            deviceScaleFactor=1,
            mobile=width < 500,
        )
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        await self.call("Emulation.setEmulatedMedia", features=features)

    def _note(self, message: dict[str, Any]) -> None:
        match message:
            case {"method": "Network.requestWillBeSent", "params": {"request": {"url": url}}}:
                self.fetched.append(url)
            case {"method": "Log.entryAdded", "params": {"entry": {"text": text}}}:
                self.complaints.append(text)
            case {"method": "Page.loadEventFired"}:
                self.loaded += 1
            case _:
                pass


@asynccontextmanager
async def tab(port: int) -> AsyncIterator[Tab]:
    """Open a tab in which no page can run a script."""
    here = f"http://127.0.0.1:{port}/json/new?about:blank"
    async with aiohttp.ClientSession() as session, session.put(here) as made:
        address = (await made.json())["webSocketDebuggerUrl"]
        async with session.ws_connect(address, max_msg_size=0) as socket:
            opened = Tab(socket)
            for domain in ("Page", "Network", "Log", "Runtime"):
                await opened.call(f"{domain}.enable")
            await opened.call("Emulation.setScriptExecutionDisabled", value=True)
            yield opened
            await opened.call("Page.close")
    await asyncio.sleep(0)
