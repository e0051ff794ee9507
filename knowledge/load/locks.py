"""The lock files: one beside each file of sources, if anything of it was recorded."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from knowledge.load.files import Reader
from knowledge.load.records import read_records
from knowledge.model.lock import LockedSource

SOURCES, LOCK = "sources.toml", "sources.lock"


def read_locks(reader: Reader, folders: Iterable[Path]) -> Mapping[str, LockedSource]:
    """Return what was recorded, by source; two records of one source are a problem."""
    locks: dict[str, LockedSource] = {}
    for folder in (reader.folder, *folders):
        path = folder / LOCK
        for lock in read_records(reader, path, "source", LockedSource):
            if lock.id in locks:
                reader.add(path, lock.id, "is recorded more than once", "keep one of them")
            locks[lock.id] = lock
    return MappingProxyType(locks)


def lock_files(folder: Path) -> Mapping[Path, frozenset[str]]:
    """Return each lock file that a sound base has, or may have, with the sources it is for."""
    reader = Reader(folder)
    beside = (path for path in (folder, *reader.children(folder)) if path.is_dir())
    tables = {path: reader.table(path / SOURCES, optional=True) or {} for path in beside}
    return {path / LOCK: _ids(table) for path, table in tables.items() if table}


def _ids(table: Mapping[str, object]) -> frozenset[str]:
    blocks = table.get("source")
    listed = blocks if isinstance(blocks, list) else []
    return frozenset(str(block["id"]) for block in listed)
