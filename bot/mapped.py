"""An object with large arrays in one file, the arrays never copied.

Pickle's fifth protocol (PEP 574) puts arrays beside the pickle; the file is mapped into memory,
so that many processes share what lies there. The CRC-32 of all of it stands at the beginning:
an index with a hole in it would answer nothing, and say so of good questions.
"""

import mmap
import os
import pickle
import struct
from pathlib import Path
from typing import IO
from zlib import crc32

_HEAD = struct.Struct("<QQQ")  # CRC-32 of the rest, bytes of the pickle, number of arrays
_LENGTH = struct.Struct("<Q")
_ALIGNED = 64  # bytes; an array begins where the processor likes it to


def write_mapped(made: object, file: IO[bytes]) -> None:
    """Write an object and its arrays into an empty file."""
    arrays: list[pickle.PickleBuffer] = []
    plain = pickle.dumps(made, protocol=5, buffer_callback=arrays.append)
    raw = [array.raw() for array in arrays]
    lengths = b"".join(_LENGTH.pack(len(part)) for part in raw)
    place, rest = _HEAD.size + len(lengths) + len(plain), [memoryview(lengths + plain)]
    for part in raw:
        gap = bytes(-place % _ALIGNED)
        rest += [memoryview(gap), part]
        place += len(gap) + len(part)
    crc = 0
    for part in rest:
        crc = crc32(part, crc)
    file.write(_HEAD.pack(crc, len(plain), len(raw)))
    file.writelines(rest)
    file.flush()
    os.fsync(file.fileno())  # a name that is there after a power cut has its bytes


def read_mapped(path: Path) -> object:
    """Read what was written; its arrays cannot be changed. ValueError where it is damaged.

    Only for files that nobody else can have written: a pickle may do anything.
    """
    with path.open("rb") as file:
        held = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    crc, size, count = _HEAD.unpack_from(held)
    if crc32(held[_HEAD.size :]) != crc:
        raise ValueError(f"{path.name} is damaged")
    place = _HEAD.size + count * _LENGTH.size
    lengths = [
        _LENGTH.unpack_from(held, _HEAD.size + n * _LENGTH.size)[0] for n in range(count)
    ]
    plain, place = held[place : place + size], place + size
    arrays = []
    for length in lengths:
        place += -place % _ALIGNED
        arrays.append(held[place : place + length])
        place += length
    return pickle.loads(plain, buffers=arrays)  # noqa: S301 the caller vouches for the file
