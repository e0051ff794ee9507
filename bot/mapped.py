"""An object with large arrays in one file, the arrays read only where they are looked at.

Pickle's fifth protocol (PEP 574) puts arrays beside the pickle; the file is mapped into memory,
so that many processes share what lies there and a start reads little of it.
"""

import mmap
import pickle
import struct
from pathlib import Path
from typing import IO

_HEAD = struct.Struct("<QQ")  # bytes of the pickle, number of arrays
_LENGTH = struct.Struct("<Q")
_ALIGNED = 64  # bytes; an array begins where the processor likes it to


def write_mapped(made: object, file: IO[bytes]) -> None:
    """Write an object and its arrays into an empty file."""
    arrays: list[pickle.PickleBuffer] = []
    plain = pickle.dumps(made, protocol=5, buffer_callback=arrays.append)
    raw = [array.raw() for array in arrays]
    file.write(_HEAD.pack(len(plain), len(raw)))
    file.writelines(_LENGTH.pack(len(part)) for part in raw)
    file.write(plain)
    for part in raw:
        file.write(bytes(-file.tell() % _ALIGNED))
        file.write(part)


def read_mapped(path: Path) -> object:
    """Read what was written; its arrays cannot be changed. ValueError where it is cut off.

    Only for files that nobody else can have written: a pickle may do anything.
    """
    with path.open("rb") as file:
        held = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    size, count = _HEAD.unpack_from(held)
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
    if place > len(held):
        raise ValueError(f"{path.name} is cut off")
    return pickle.loads(plain, buffers=arrays)  # noqa: S301 the caller vouches for the file
