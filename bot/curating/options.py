"""How the keys of records are called on the command line."""

from collections.abc import Iterator, Mapping
from typing import get_origin

from knowledge.model.record import Record, own_first

_SINGULAR: Mapping[str, str] = {
    "phrasings": "phrasing",
    "near_misses": "near-miss",
    "citations": "citation",
    "names": "other-name",
    "weak_names": "weak-name",
    "epithets": "epithet",
    "pronouns": "pronoun",
}
"""An option is given once for each item of a list."""
HOW_TO_CLAIM = (
    '{ holder = "…", statement = "…", citations = [{ source = "…", locator = "…" }] }'
)
_ABOUT: Mapping[str, str] = {
    "citations": "A source that supports the statement, and the place in it: `source, line 3`, "
    "`source via other, line 3`, or the table that the file holds.",
    "claim": f"One side of a dispute, as {HOW_TO_CLAIM}.",
}
"""What an option holds that is typed otherwise than it stands in the file."""
_BY_HAND = frozenset({"person"})
"""What is written in the file by hand."""


def option_of(key: str) -> str:
    """Return the option that gives a key."""
    return "--" + _SINGULAR.get(key, key).lower().replace("_", "-")


def keys_of(kind: type[Record]) -> Iterator[tuple[str, str, bool]]:
    """Yield each key that can be given, what it holds, and whether it is a list.

    A record's own keys come before those that it inherits, as a curator writes them.
    """
    for name in own_first(kind):
        field = kind.model_fields[name]
        key = field.alias or name
        if key not in _BY_HAND:
            about = _ABOUT.get(key, field.description or "")
            yield key, about, get_origin(field.annotation) is tuple
