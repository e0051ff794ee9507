"""A bibliography into the sources of a base: what comes in, what is there, what is left."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.curating.blocks import with_blocks
from bot.curating.repeats import Known
from bot.writing import NotWrittenError
from knowledge.base import FactBase
from knowledge.bibliography.bibtex import read_bibtex
from knowledge.bibliography.csl_json import read_csl_json
from knowledge.bibliography.csl_keys import written_keys
from knowledge.bibliography.proposing import propose_id
from knowledge.bibliography.records import Incoming
from knowledge.errors import RequestError
from knowledge.load.files import LARGEST_FILE, UnreadableError, file_bytes
from knowledge.load.records import record_problems
from knowledge.model.source import Source

_DRAFT = "draft"  # stands for the id while a record is judged


@dataclass(frozen=True, slots=True)
class Taken:
    """A record that comes in, under the id that it gets."""

    incoming: Incoming
    source: Source


@dataclass(frozen=True, slots=True)
class Repeated:
    """A record that the base, or the file before it, has already."""

    incoming: Incoming
    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Left:
    """A record that cannot come in, and everything that is wrong with it."""

    incoming: Incoming
    problems: tuple[str, ...]


Outcome = Taken | Repeated | Left


def read_bibliography(path: Path) -> tuple[Incoming, ...]:
    """Return the records of a file; RequestError where it is no bibliography at all.

    Bytes that are no UTF-8 are kept as such, so that only the record that holds them is left.
    """
    text = _bytes(path).removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    is_json = text.lstrip()[:1] in {"[", "{"}
    found = tuple(read_csl_json(text) if is_json else read_bibtex(text))
    if not found:
        raise RequestError(
            f"{path} holds no record; export CSL-JSON or BibTeX from your reference manager."
        )
    return found


def sort_out(found: Iterable[Incoming], base: FactBase) -> Iterator[Outcome]:
    """Yield what becomes of each record, in the order of the file."""
    known, ids = Known(base.sources.values()), set(base.sources)
    for incoming in found:
        outcome = _outcome(incoming, known, ids)
        if isinstance(outcome, Taken):
            known.add(outcome.source)
            ids.add(outcome.source.id)
        yield outcome


def with_sources(content: bytes, outcomes: Iterable[Outcome]) -> bytes:
    """Return the file of sources with those that come in."""
    taken = [each for each in outcomes if isinstance(each, Taken)]
    written = with_blocks(content, "source", [written_keys(each.source) for each in taken])
    if len(written) > LARGEST_FILE:
        raise NotWrittenError(
            f"With them the file would have {len(written)} bytes, where {LARGEST_FILE} can be "
            "read; import a smaller part."
        )
    return written


def _bytes(path: Path) -> bytes:
    try:
        return file_bytes(path)
    except UnreadableError as error:
        raise RequestError(
            f"{path} cannot be read: it {error.wrong}; name another file."
        ) from error


def _outcome(incoming: Incoming, known: Known, ids: set[str]) -> Outcome:
    problems = tuple("; ".join(refusal) for refusal in incoming.wrong)
    problems = problems or tuple(record_problems(Source, {**incoming.keys, "id": _DRAFT}))
    if problems:
        return Left(incoming, problems)
    draft = incoming.source(_DRAFT)
    if same := known.same_as(draft):
        return Repeated(incoming, *same)
    return Taken(incoming, incoming.source(propose_id(draft, incoming.key, ids)))
