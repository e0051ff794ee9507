"""Recording: what each stored copy says now, for later verifications to be held against.

A recorded fingerprint never moves by itself. Where a copy is no longer what was recorded, a
curator reads it and accepts the source by name; until then its record stays as it is.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from knowledge.archive.copies import Copy, Fault
from knowledge.base import FactBase
from knowledge.evidence.fingerprints import fingerprint
from knowledge.evidence.places import Place, not_there, place_of, sentences_at
from knowledge.evidence.verify import Cited, Copies, check_place, cited_by_source
from knowledge.model.checked import Finding
from knowledge.model.locator import parse_locator
from knowledge.model.lock import LockedSource
from knowledge.model.questions import full_id

HEAD = """\
# What the stored copy of each source said when it was recorded; hashes, no text.
# Written by `footnote verify --record`: do not edit it by hand.
"""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A source that was not recorded, and what its curator has to decide."""

    source: str
    reason: str
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Each place that is meant, with the full ids of the facts that cite it."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """What is wrong with a place and what to write instead, where that differs by place."""


@dataclass(frozen=True, slots=True)
class Recording:
    """What is to be kept of each source, and which were refused."""

    locks: Mapping[str, LockedSource]
    refused: tuple[Refusal, ...]


def record(
    base: FactBase, copies: Copies, today: dt.date, accepted: Iterable[str] = ()
) -> Recording:
    """Return the record of every source that names a copy; a refused one keeps its old."""
    cited, agreed = cited_by_source(base), frozenset(accepted)
    locks: dict[str, LockedSource] = {}
    refused: list[Refusal] = []
    for id_, copy in sorted(copies.items()):
        old, places = base.locks.get(id_), cited.get(id_, [])
        match _recorded(id_, copy, places, (old, id_ in agreed), today):
            case Refusal() as refusal:
                refused.append(refusal)
                locks |= {id_: old} if old else {}
            case LockedSource() as lock:
                locks[id_] = lock
    return Recording(locks, tuple(refused))


def lock_text(locks: Iterable[LockedSource]) -> str:
    """Return a lock file: one line for each place, in reading order, for short diffs."""
    blocks = (_block(lock) for lock in sorted(locks, key=lambda lock: lock.id))
    return "\n".join((HEAD, *blocks))


def _block(lock: LockedSource) -> str:
    head = (
        "[[source]]",
        f'id = "{lock.id}"',
        f'sha256 = "{lock.sha256}"',
        f"recorded = {lock.recorded}",
    )
    places = (f'"{place}" = "{print_}"' for place, print_ in lock.fingerprints.items())
    prints = ("", "[source.fingerprints]", *places) if lock.fingerprints else ()
    return "\n".join((*head, *prints, ""))


def _recorded(
    id_: str,
    copy: Copy | Fault,
    cited: list[Cited],
    held: tuple[LockedSource | None, bool],
    today: dt.date,
) -> LockedSource | Refusal:
    """Return a source's new record; `held` is the old one, and whether it may be left."""
    old, is_accepted = held
    if isinstance(copy, Fault):
        return Refusal(id_, f"{copy.value}; {copy.remedy}")
    if refusal := _refusal(id_, copy, None if is_accepted else old, cited):
        return refusal
    return LockedSource(
        id=id_,
        sha256=copy.sha256,
        recorded=old.recorded if old and old.sha256 == copy.sha256 else today,
        fingerprints=dict(_fingerprints(copy, cited)),
    )


def _refusal(
    id_: str, copy: Copy, held: LockedSource | None, cited: list[Cited]
) -> Refusal | None:
    if gone := _at(Finding.MISSING, copy, held, cited):
        reason = "is not recorded while a cited place is not in it; mend each locator first"
        return Refusal(id_, reason, gone, {p: _why(copy, p) for p in gone})
    moved = _at(Finding.CHANGED, copy, held, cited)
    if held and (moved or held.sha256 != copy.sha256):
        remedy = f"read it, mend the facts, then add --accept {id_}"
        said = f"{_counted(len(moved))} not say what {_it(len(moved))} said"
        what = said if moved else "the document has changed, every cited place says the same"
        return Refusal(id_, f"was recorded on {held.recorded}, and {what}; {remedy}", moved)
    return None


def _why(copy: Copy, place: str) -> str:
    return not_there(copy.lines, parse_locator(place))


def _at(
    finding: Finding, copy: Copy, held: LockedSource | None, cited: list[Cited]
) -> Mapping[str, tuple[str, ...]]:
    """Return the places of which that is found, each with its facts."""
    facts: dict[str, dict[str, None]] = {}
    for place, profile, fact in _places(cited):
        if check_place(copy, held, place)[0] is finding:
            facts.setdefault(place.locator.place, {})[full_id(profile, fact)] = None
    return {place: tuple(ids) for place, ids in facts.items()}


def _fingerprints(copy: Copy, cited: list[Cited]) -> Iterator[tuple[str, str]]:
    for place, _, _ in _places(cited):
        yield place.locator.place, fingerprint(sentences_at(copy.lines, place.locator))


def _places(cited: list[Cited]) -> list[tuple[Place, str, str]]:
    found = [(place_of(citation), profile, fact) for profile, fact, citation in cited]
    return sorted(found, key=lambda one: _reading_order(one[0]))


def _reading_order(place: Place) -> tuple[int, ...]:
    where = place.locator
    return (where.first, *(where.sentences or (0, 0)), where.last)


def _counted(places: int) -> str:
    return "1 cited place does" if places == 1 else f"{places} cited places do"


def _it(places: int) -> str:
    return "it" if places == 1 else "they"
