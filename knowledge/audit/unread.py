"""What may stand in a record that could not be read, so that nothing false follows from it.

Whoever mends the broken record is told the rest by the next report.
"""

from knowledge.audit.places import SHARED_SOURCES
from knowledge.base import FactBase

WHOLE = ""  # of a file, or of a block whose id is not known


def is_unknown_source(id_: str, base: FactBase) -> bool:
    """Tell whether a source is not listed, and no broken record may be it.

    Where none is listed at all, that is one problem and not one for each citation.
    """
    return bool(base.sources) and id_ not in base.sources and not _may_be_source(id_, base)


def has_no_source(base: FactBase) -> bool:
    """Tell whether no source is listed, not even a broken one."""
    return not base.sources and not any(_is_of_sources(file) for file, _ in base.unread)


def is_unknown_profile(id_: str, base: FactBase) -> bool:
    """Tell whether a profile is not there, and no broken one may be it."""
    return id_ not in base.profiles and not _is_unread(f"{id_}/profile.toml", base)


def may_be_fact(full: str, base: FactBase) -> bool:
    """Tell whether a broken record may be the fact of that full id."""
    profile, _, fact = full.partition("/")
    file = f"{profile}/facts/{fact.partition('.')[0]}.toml"
    may_hold = {(file, fact), (file, WHOLE), (f"{profile}/facts", WHOLE)}
    return not may_hold.isdisjoint(base.unread) or _is_unread(f"{profile}/profile.toml", base)


def has_unread_questions(profile: str, base: FactBase) -> bool:
    """Tell whether some labelled question of a profile could not be read."""
    return _is_unread(f"{profile}/questions.toml", base)


def _may_be_source(id_: str, base: FactBase) -> bool:
    return any(_is_of_sources(file) and name in {id_, WHOLE} for file, name in base.unread)


def _is_of_sources(file: str) -> bool:
    return file.rpartition("/")[2] == SHARED_SOURCES


def _is_unread(file: str, base: FactBase) -> bool:
    return any(file == found for found, _ in base.unread)
