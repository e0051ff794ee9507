"""What the archive holds of a source: a stored copy, or the fault that keeps it from use.

Plain records, so that what checks copies need not know of the disk; `folder` reads them.
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Copy:
    """The stored copy of a source: its lines, and the hash of its bytes."""

    lines: tuple[str, ...]
    """Counted as `cat -n` counts them; no line end, no byte-order mark."""
    sha256: str
    """Of every byte as it lies there, line ends and byte-order mark included."""


class Fault(StrEnum):
    """Why a copy cannot be used, in words that follow its name."""

    MISSING = "is not in the archive"
    OUTSIDE = "leads out of the archive"
    NO_FILE = "is no ordinary file"
    UNREADABLE = "cannot be read"
    TOO_LARGE = "is larger than 16 MB"
    LONG_LINE = "has a line of more than 50,000 characters"
    OTHER_ENCODING = "is not UTF-8"
    BINARY = "is no text"

    @property
    def remedy(self) -> str:
        """Return what a curator can do about it."""
        return _REMEDIES[self]


_REMEDIES = {
    Fault.MISSING: "put the copy there, or mend the name under archive",
    Fault.OUTSIDE: "write the name of a file that lies in the archive itself",
    Fault.NO_FILE: "put a plain file in its place",
    Fault.UNREADABLE: "mend its permissions, or what it links to",
    Fault.TOO_LARGE: "keep the text alone, or split it into sources",
    Fault.LONG_LINE: "break it where its paragraphs end",
    Fault.OTHER_ENCODING: "save it as UTF-8",
    Fault.BINARY: "keep its text in a file of its own",
}
