"""Transport compression of the gateway: one stream per connection."""

import importlib
import zlib
from collections.abc import Callable
from typing import Any, TypeAlias

Compress: TypeAlias = Callable[[str], bytes | str]

_SOURCES = ("compression.zstd", "backports.zstd", "zstandard")


def compressor(name: str | None) -> Compress:
    """What turns each payload into a frame; without a name, nothing does."""
    if name is None:
        return lambda text: text
    return {"zlib-stream": _zlib_stream, "zstd-stream": _zstd_stream}[name]()


def zstd() -> Any | None:  # noqa: ANN401 - one of three modules that agree only in part
    """The library that can speak zstd here, if there is one."""
    for name in _SOURCES:
        try:
            return importlib.import_module(name)
        except ImportError:
            continue
    return None


def _zlib_stream() -> Compress:
    stream = zlib.compressobj()

    def compress(text: str) -> bytes:
        return stream.compress(text.encode()) + stream.flush(zlib.Z_SYNC_FLUSH)

    return compress


def _zstd_stream() -> Compress:
    library = zstd()
    if library is None:
        raise KeyError("zstd-stream")
    if library.__name__ == "zstandard":
        stream = library.ZstdCompressor().compressobj()
        block = library.COMPRESSOBJ_FLUSH_BLOCK
    else:
        stream = library.ZstdCompressor()
        block = library.ZstdCompressor.FLUSH_BLOCK

    def compress(text: str) -> bytes:
        data: bytes = stream.compress(text.encode()) + stream.flush(block)
        return data

    return compress
