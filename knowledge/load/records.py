"""One raw table in, a frozen record or its problems in a curator's words out."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from knowledge.load.files import Reader
from knowledge.load.remedies import (
    empty_value,
    instead,
    missing_key,
    nearest_key,
    other_block,
    shown,
)
from knowledge.model.lock import LockedSource
from knowledge.model.record import Record
from knowledge.text.brief import brief
from knowledge.text.fold import clean

R = TypeVar("R", bound=Record)
# nobody writes a lock file by hand
_RECORD = "take its block out, and run footnote verify --record"


def read_record(reader: Reader, path: Path, kind: type[R], raw: object) -> R | None:
    """Return the record, or None and one problem for each thing that is wrong with it."""
    if not isinstance(raw, Mapping):
        reader.add(path, "", f"{shown(raw)} is no table", "write it as a [[…]] block")
        reader.leave(path)
        return None
    try:
        return kind.model_validate(raw)
    except ValidationError as error:
        label = _label(raw)
        where = reader.with_line(label, path, label)
        found = _found(error)
        reader.leave(path, "" if any(d["loc"][:1] == ("id",) for d in found) else _id(raw))
        for details in found:
            wrong, remedy = _in_words(kind, details)
            reader.add(path, where, wrong, _RECORD if kind is LockedSource else remedy)
        return None


def read_records(reader: Reader, path: Path, key: str, kind: type[R]) -> Iterator[R]:
    """Yield the valid records of a file, if it is there, that holds only `[[key]]` blocks."""
    table = reader.table(path, optional=True) or {}
    for other in sorted(set(table) - {key}):
        reader.add(
            path, "", f"has an unknown key {brief(other)}", other_block(kind, key, other)
        )
        reader.leave(path)
    blocks = table.get(key, [])
    if not isinstance(blocks, list):
        reader.add(path, "", f"{key!r} is no list of blocks", f"write [[{key}]], not [{key}]")
        reader.leave(path)
        return
    for raw in blocks:
        record = read_record(reader, path, kind, raw)
        if record is not None:
            yield record


def value_problems(kind: type[Record], key: str, value: object) -> Iterator[str]:
    """Yield what is wrong with one value of a record whose other values are not known yet."""
    try:
        kind.model_validate({key: value})
    except ValidationError as error:
        for details in _found(error):
            if details["loc"][:1] == (key,):
                yield "; ".join(_in_words(kind, details))


def record_problems(kind: type[Record], raw: Mapping[str, object]) -> Iterator[str]:
    """Yield everything that is wrong with a record that stands in no file yet."""
    try:
        kind.model_validate(raw)
    except ValidationError as error:
        for details in _found(error):
            yield "; ".join(_in_words(kind, details))


def _found(error: ValidationError) -> list[ErrorDetails]:
    """Return what is wrong, but not that a list is empty which holds nothing but mistakes."""
    found = error.errors(include_url=False)
    inside = {d["loc"][:depth] for d in found for depth in range(len(d["loc"]))}
    return [d for d in found if d["type"] != "too_short" or d["loc"] not in inside]


def _id(raw: Mapping[str, object]) -> str:
    return str(raw.get("id", ""))


def _label(raw: Mapping[str, object]) -> str:
    names = (raw.get(key) for key in ("id", "question", "locator"))
    return next((clean(name)[:80] for name in names if isinstance(name, str)), "")


def _in_words(kind: type[Record], details: ErrorDetails) -> tuple[str, str]:
    loc = details["loc"]
    place = ".".join(str(part + 1) if isinstance(part, int) else part for part in loc)
    match details["type"]:
        case "extra_forbidden":
            return f"has an unknown key {brief(place)}", nearest_key(kind, loc)
        case "missing":
            return f"has no {brief(place)}", missing_key(kind, loc)
        case "string_too_long" | "too_long":  # the latter where a check of our own ran first
            limit, length = details.get("ctx", {})["max_length"], len(str(details["input"]))
            return f"{place} is {length} characters long", f"write at most {limit}"
        case "string_too_short" | "too_short":
            return f"{place} is empty", empty_value(kind, loc)
        case "value_error":
            said = str(details.get("ctx", {})["error"])
            wrong, remedy = said.rsplit("; ", 1) if "; " in said else (said, "mend it")
            return (f"{place}: {wrong}" if place else wrong), remedy
        case _:
            return f"{place} is {shown(details['input'])}", instead(kind, details)
