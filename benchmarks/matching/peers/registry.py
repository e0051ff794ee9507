"""The methods by name; what one needs is imported only when it is asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from benchmarks.matching.peers.peer import Peer, PeerMissingError

OURS = "Footnote"
_PEERS = {
    OURS: "benchmarks.matching.ours:Footnote",
}
PEERS = tuple(_PEERS)


@contextmanager
def opened(name: str) -> Iterator[Peer]:
    """Open a method; PeerMissingError says what it lacks here."""
    module, _, kind = _PEERS[name].partition(":")
    try:
        found: type[Peer] = getattr(import_module(module), kind)
    except ImportError as error:
        raise PeerMissingError(f"{error.name} is not installed") from error
    peer = found()
    try:
        yield peer
    finally:
        peer.close()
