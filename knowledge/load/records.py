"""One raw table in, a frozen record or its problems in a curator's words out."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from reprlib import Repr
from typing import TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from knowledge.load.files import Reader
from knowledge.model.record import Record
from knowledge.text.fold import clean

R = TypeVar("R", bound=Record)
_IDS = ("source", "via", "profile", "attribute")  # keys whose values are ids


def read_record(reader: Reader, path: Path, kind: type[R], raw: object) -> R | None:
    """Return the record, or None and one problem for each thing that is wrong with it."""
    if not isinstance(raw, Mapping):
        reader.add(path, "", f"{_shown(raw)} is no table", "write it as a [[…]] block")
        return None
    try:
        return kind.model_validate(raw)
    except ValidationError as error:
        label = _label(raw)
        line = reader.line_of(path, label)
        where = f"{label} (line {line})" if line else label
        for details in error.errors(include_url=False):
            reader.add(path, where, *_in_words(kind, details))
        return None


def read_records(reader: Reader, path: Path, key: str, kind: type[R]) -> Iterator[R]:
    """Yield the valid records of a file, if it is there, that holds only `[[key]]` blocks."""
    table = reader.table(path, optional=True) or {}
    for other in sorted(set(table) - {key}):
        reader.add(path, "", f"has an unknown key {other!r}", f"write [[{key}]] blocks only")
    blocks = table.get(key, [])
    if not isinstance(blocks, list):
        reader.add(path, "", f"{key!r} is no list of blocks", f"write [[{key}]], not [{key}]")
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
        for details in error.errors(include_url=False):
            if details["loc"][:1] == (key,):
                yield "; ".join(_in_words(kind, details))


def record_problems(kind: type[Record], raw: Mapping[str, object]) -> Iterator[str]:
    """Yield everything that is wrong with a record that stands in no file yet."""
    try:
        kind.model_validate(raw)
    except ValidationError as error:
        for details in error.errors(include_url=False):
            yield "; ".join(_in_words(kind, details))


def _label(raw: Mapping[str, object]) -> str:
    names = (raw.get(key) for key in ("id", "question", "locator"))
    return next((clean(name)[:80] for name in names if isinstance(name, str)), "")


def _in_words(kind: type[Record], details: ErrorDetails) -> tuple[str, str]:
    place = ".".join(
        str(part + 1) if isinstance(part, int) else part for part in details["loc"]
    )
    match details["type"]:
        case "extra_forbidden":
            return f"has an unknown key {place!r}", _nearest_key(kind, details["loc"])
        case "missing":
            return f"has no {place!r}", "add it"
        case "string_too_long" | "too_long":  # the latter where a check of our own ran first
            limit, length = details.get("ctx", {})["max_length"], len(str(details["input"]))
            return f"{place} is {length} characters long", f"write at most {limit}"
        case "string_too_short" | "too_short":
            return f"{place} is empty", "write it, or leave the record out"
        case "value_error":
            said = str(details.get("ctx", {})["error"])
            wrong, remedy = said.rsplit("; ", 1) if "; " in said else (said, "mend it")
            return (f"{place}: {wrong}" if place else wrong), remedy
        case _:
            return f"{place} is {_shown(details['input'])}", _plain_remedy(place, details)


def _nearest_key(kind: type[Record], loc: tuple[int | str, ...]) -> str:
    for part in loc[:-1]:
        kind = _record_under(kind, part)
    keys = [field.alias or name for name, field in kind.model_fields.items()]
    near = get_close_matches(str(loc[-1]), keys, n=1)
    return f"write {near[0]!r}" if near else "remove it; README.md lists the keys"


def _record_under(kind: type[Record], key: int | str) -> type[Record]:
    """Return the kind of record that stands under a key: Citation under "citations"."""
    for name, field in kind.model_fields.items():
        if key in {name, field.alias}:
            nested = (part for part in get_args(field.annotation) if isinstance(part, type))
            return next((part for part in nested if issubclass(part, Record)), kind)
    return kind


def _plain_remedy(place: str, details: ErrorDetails) -> str:
    match details["type"]:
        case "string_pattern_mismatch" if place.endswith("id") and _is_dotted(details):
            return "write a-z, 0-9 and hyphens; a fact's id is topic.slug"
        case "string_pattern_mismatch" if place.endswith(("id", *_IDS)):
            return "write a-z, 0-9 and hyphens"
        case "date_from_datetime_parsing":
            return "write a day such as 2026-01-31"
        case _:
            return details["msg"][:1].lower() + details["msg"][1:]


def _is_dotted(details: ErrorDetails) -> bool:
    """Tell whether what was wanted has a dot in it, as the ids of facts have."""
    return r"\." in details.get("ctx", {}).get("pattern", "")


def _shown(value: object) -> str:
    """Return a value in brief, however long it is or deep it nests."""
    shortened = Repr()
    shortened.maxstring = shortened.maxother = 120
    try:
        return shortened.repr(value)
    except ValueError:  # Python writes no integer of more than 4,300 digits
        return "a number of too many digits"
