"""The methods by name; what one needs is imported only when it is asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from benchmarks.matching.peers.peer import Peer, PeerMissingError

OURS, FAST = "Footnote", "Footnote, fast"
_PEERS = {
    OURS: "benchmarks.matching.ours:Footnote",
    FAST: "benchmarks.matching.ours:FootnoteFast",
    "Footnote, semantic": "benchmarks.matching.ours:FootnoteSemantic",
    "rapidfuzz ratio": "benchmarks.matching.peers.fuzzy:Ratio",
    "rapidfuzz token_sort_ratio": "benchmarks.matching.peers.fuzzy:TokenSortRatio",
    "rapidfuzz token_set_ratio": "benchmarks.matching.peers.fuzzy:TokenSetRatio",
    "rapidfuzz WRatio": "benchmarks.matching.peers.fuzzy:WRatio",
    "thefuzz WRatio": "benchmarks.matching.peers.fuzzy:TheFuzz",
    "difflib": "benchmarks.matching.peers.fuzzy:Difflib",
    "bm25s": "benchmarks.matching.peers.ranking:Bm25s",
    "SQLite FTS5 porter": "benchmarks.matching.peers.ranking:SqlitePorter",
    "SQLite FTS5 trigram": "benchmarks.matching.peers.ranking:SqliteTrigram",
    "tantivy": "benchmarks.matching.peers.ranking:Tantivy",
    "TF-IDF characters": "benchmarks.matching.peers.ranking:TfIdfCharacters",
    "pg_trgm": "benchmarks.matching.peers.postgres:PgTrgm",
    "model2vec": "benchmarks.matching.peers.vectors:Model2Vec",
    "MiniLM": "benchmarks.matching.peers.vectors:MiniLM",
    "MiniLM centroid": "benchmarks.matching.peers.vectors:MiniLMCentroid",
}
PEERS = tuple(_PEERS)


@contextmanager
def opened(name: str) -> Iterator[Peer]:
    """Open a method; PeerMissingError says what it lacks here."""
    module, _, kind = _PEERS[name].partition(":")
    try:
        found: type[Peer] = getattr(import_module(module), kind)
        peer = found()
    except ImportError as error:
        raise PeerMissingError(f"{error.name} is not installed") from error
    try:
        yield peer
    finally:
        peer.close()
