"""BibTeX and BibLaTeX in: each record by itself, a broken one keeps no other out."""

import logging
import re
from collections.abc import Iterator, Mapping

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ParsingFailedBlock,
)

from knowledge.bibliography.bibtex_record import read_fields
from knowledge.bibliography.bibtex_values import abbreviations, value_of
from knowledge.bibliography.latex import from_latex
from knowledge.bibliography.records import Incoming, Refusal, without_repeats
from knowledge.bibliography.texts import shown

# What it logs of broken records is said in the report, and the log takes no texts.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

_START = re.compile(r"@\s*([\w-]+)\s*[{(]\s*([^,\s{}()=]*)")


def read_bibtex(text: str) -> Iterator[Incoming]:
    """Yield each record of a file; comments and preambles are none."""
    library = parse_string(text, parse_stack=[])
    known = abbreviations(library.strings)
    yield from without_repeats(
        found for block in library.blocks if (found := _read_block(block, known))
    )


def _read_block(block: Block, known: Mapping[str, str]) -> Incoming | None:
    match block:
        case Entry():
            return _read_record(block, known)
        case DuplicateFieldKeyBlock():
            twice = ", ".join(sorted(shown(key) for key in block.duplicate_keys))
            return _refused(block, f"has {twice} twice", "write each field once")
        case DuplicateBlockKeyBlock():
            inner = block.ignore_error_block
            return _read_record(inner, known) if isinstance(inner, Entry) else None
        case ParsingFailedBlock():
            reason = shown(str(getattr(block.error, "abort_reason", "it cannot be read")))
            return _refused(block, f"is broken: {reason}", "balance its braces and quotes")
        case _:
            return None


def _refused(block: Block, wrong: str, remedy: str) -> Incoming:
    line = (block.start_line or 0) + 1
    start = _START.match(block.raw or "")
    name = f" {shown(start[2])!r}" if start and start[2] else ""
    return Incoming(f"record on line {line}{name}", "", wrong=((wrong, remedy),))


def _read_record(record: Entry, known: Mapping[str, str]) -> Incoming:
    wrong: list[Refusal] = []
    values: dict[str, str] = {}
    for field in record.fields:
        key = field.key.casefold()
        try:
            values[key] = value_of(str(field.value), known)
        except ValueError as error:
            said, _, remedy = f"{shown(key)} {error}".rpartition("; ")
            wrong.append((said, remedy))
    keys, refused, without = read_fields(record.entry_type, values)
    refusals = (*wrong, *refused)
    return Incoming(_label(record, values), record.key, keys, refusals, tuple(without))


def _label(record: Entry, values: Mapping[str, str]) -> str:
    line = f"record on line {(record.start_line or 0) + 1}"
    try:
        title = f" “{shown(from_latex(values.get('title', '')[:200]))}”"
    except ValueError:
        title = ""
    return f"{line} {shown(record.key)!r}{title if len(title) > len(' “”') else ''}"
