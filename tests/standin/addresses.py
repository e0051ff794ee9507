"""The only two things that change in discord.py, so that no test can reach a real host."""

from collections.abc import Iterator
from contextlib import contextmanager

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route


@contextmanager
def pointed_at(rest_url: str, gateway_url: str) -> Iterator[None]:
    """Point discord.py at other addresses, and back again afterwards."""
    rest, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    Route.BASE = rest_url
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url)
    try:
        yield
    finally:
        Route.BASE = rest
        DiscordWebSocket.DEFAULT_GATEWAY = gateway
