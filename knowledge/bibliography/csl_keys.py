"""Which keys of a source are variables of CSL, of which kind, under which names."""

from collections.abc import Mapping
from types import MappingProxyType

from knowledge.model.names import Name
from knowledge.model.record import own_first
from knowledge.model.source import Source

KEYS = tuple(Source.model_fields[name].alias or name for name in own_first(Source))
"""Every key of a source, the usual ones first, as a curator would write them."""
DATES = frozenset(
    (
        *("accessed", "archived", "available-date", "event-date"),
        *("issued", "original-date", "submitted"),
    )
)
NAMES = frozenset(
    field.alias or name
    for name, field in Source.model_fields.items()
    if field.annotation == tuple[Name, ...]
)
OWN = frozenset(("archive", "archive-url", "archived", "grade", "origin"))
"""Keys that CSL does not know; they travel in its room for what is custom."""

TO_CSL = MappingProxyType({"archive-name": "archive"})
"""Variables that bear another name here: `archive` is the stored copy."""
FROM_CSL = MappingProxyType(
    {theirs: ours for ours, theirs in TO_CSL.items()}
    | {
        "event": "event-title",
        "journalAbbreviation": "container-title-short",
        "shortTitle": "title-short",
    }
)
"""What a variable of CSL is called here, names of older versions included."""


def written_keys(source: Source) -> Mapping[str, object]:
    """Return what a source holds, by its keys, as a curator would write it."""
    held = source.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {key: held[key] for key in KEYS if key in held}
