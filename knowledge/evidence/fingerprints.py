"""Fingerprints: what tells whether cited sentences still say the same, without their words."""

from collections.abc import Sequence
from hashlib import sha256

FINGERPRINT = 32  # hex digits: 128 bits, and a line of a lock file stays readable


def fingerprint(cited: Sequence[str]) -> str:
    """Return the hash of cited sentences; one changed letter is another fingerprint."""
    return sha256("\n".join(cited).encode()).hexdigest()[:FINGERPRINT]
