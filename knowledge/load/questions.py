"""Labelled questions from a file of their own, as TOML or as JSON lines."""

import json
from collections.abc import Iterator
from pathlib import Path

from knowledge.errors import CurationError
from knowledge.load.files import Reader
from knowledge.load.records import read_record, read_records
from knowledge.model.questions import AskedQuestion


def load_questions(path: Path) -> tuple[AskedQuestion, ...]:
    """Return the questions of a file; CurationError lists everything that is wrong with it.

    A file whose name ends in .toml holds `[[question]]` blocks, any other one JSON object a
    line with the same keys.
    """
    reader = Reader(path.parent)
    is_toml = path.suffix == ".toml"
    read = _blocks(reader, path) if is_toml else _lines(reader, path)
    found = tuple(read)
    if not found and not reader.problems:
        reader.add(path, "", "holds no question", "write one, with what it expects")
    if reader.problems:
        raise CurationError(tuple(sorted(set(reader.problems))))
    return found


def _blocks(reader: Reader, path: Path) -> Iterator[AskedQuestion]:
    if reader.text(path) is not None:
        yield from read_records(reader, path, "question", AskedQuestion)


def _lines(reader: Reader, path: Path) -> Iterator[AskedQuestion]:
    for number, line in enumerate((reader.text(path) or "").split("\n"), 1):
        if not line.strip():
            continue
        try:
            raw = json.loads(line)
        except (ValueError, RecursionError):
            reader.add(path, f"line {number}", "is not JSON", 'write {"question": "…", …}')
            continue
        record = read_record(reader, path, AskedQuestion, raw)
        if record is not None:
            yield record
