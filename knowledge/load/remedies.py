"""What to write instead of a value that a record does not take, in the form that TOML has."""

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from reprlib import Repr
from typing import get_args, get_origin

from pydantic_core import ErrorDetails

from knowledge.model.fact import Citation, Claim
from knowledge.model.names import Name
from knowledge.model.profile import Person
from knowledge.model.record import Record
from knowledge.text.fold import fold, latin

_LONGEST = 60  # characters of a text that a remedy repeats
_MOST_DIGITS = 40  # of a number that a remedy repeats
_NEAR = 0.7  # phrasing is near phrasings, and said is not near id
_IDS = ("id", "source", "via", "profile", "attribute")  # keys whose values are ids
_PLACES = ("locator", "via_locator")
_BLOCKS: Mapping[type[Record], str] = {Claim: "fact.claim", Person: "person"}
"""Records that stand in blocks of their own; the others are tables inside a list."""
_TABLES: Mapping[type[Record], str] = {
    Citation: '{ source = "…", locator = "…" }',
    Name: '{ family = "…", given = "…" }',
}
_PATTERNS: Mapping[str, str] = {
    "grade": "write one letter from A to F, in quotes",
    "wikidata": "write the number of a property, such as P569",
}
_CITED = re.compile(r"([^\s,]+)\s*,\s*(\S.*)")
_DAY = "write a day such as 2026-01-31"


def instead(kind: type[Record], details: ErrorDetails) -> str:
    """Return what to write instead of a value of another kind than the key takes."""
    wanted = details["type"]
    if wanted.startswith("date_"):
        return _DAY
    return _INSTEAD.get(wanted, _as_it_was_said)(kind, details)


def missing_key(kind: type[Record], loc: tuple[int | str, ...]) -> str:
    """Return how to add a key that a record cannot be without."""
    owner = record_at(kind, loc[:-1]) or kind
    return f"add it: {loc[-1]} = {_form(owner, str(loc[-1]))}"


def empty_value(kind: type[Record], loc: tuple[int | str, ...]) -> str:
    """Return what to do about a text or a list that holds nothing."""
    if isinstance(loc[-1], int):
        return "write it, or take it out of the list"
    owner = record_at(kind, loc[:-1]) or kind
    key = str(loc[-1])
    is_needed = any(
        f.is_required() for n, f in owner.model_fields.items() if key in {n, f.alias}
    )
    return (
        f"write it: {key} = {_form(owner, key)}"
        if is_needed
        else "write it, or leave the key out"
    )


def other_block(kind: type[Record], key: str, other: str) -> str:
    """Return what to write instead of a key beside the `[[key]]` blocks of a file."""
    item = _record_under(kind, other)
    if item and (block := _BLOCKS.get(item)):
        return f"write [[{block}]], below the [[{key}]] that it belongs to"
    if any(other in {name, field.alias} for name, field in kind.model_fields.items()):
        return f"write [[{key}]] on a line above it"
    return f"write [[{key}]] blocks only"


def nearest_key(kind: type[Record], loc: tuple[int | str, ...]) -> str:
    """Return where an unknown key belongs, or which one it is likely to be a typo of."""
    owner = record_at(kind, loc[:-1]) or kind
    if below := _below(owner, str(loc[-1])):
        return below
    near = get_close_matches(str(loc[-1]), _keys(owner), n=1, cutoff=_NEAR)
    return f"write {near[0]!r}" if near else "remove it; README.md lists the keys"


def _below(owner: type[Record], key: str) -> str | None:
    """Return where a key is written that belongs to a record inside this one, else None."""
    for name in _keys(owner):
        item = _record_under(owner, name)
        if item and key in _keys(item):
            block = _BLOCKS.get(item)
            where = f"a [[{block}]]" if block else f"{name} = {_form(owner, name)}"
            return f"write it in {where}"
    return None


def _keys(kind: type[Record]) -> list[str]:
    return [field.alias or name for name, field in kind.model_fields.items()]


def record_at(kind: type[Record], loc: tuple[int | str, ...]) -> type[Record] | None:
    """Return the kind of record that stands at a place, Citation at "citations"; else None."""
    found: type[Record] | None = kind
    for part in loc:
        if isinstance(part, str):
            found = _record_under(found, part) if found else None
    return found


def shown(value: object) -> str:
    """Return a value in brief as TOML has it, however long it is or deep it nests."""
    try:
        return _Shown().repr(value)
    except ValueError:  # Python writes no integer of more than 4,300 digits
        return "a number of too many digits"


class _Shown(Repr):
    """Shortens values, and writes those of TOML as a curator did."""

    def __init__(self) -> None:
        super().__init__()
        self.maxstring = self.maxother = 120

    def repr_date(self, value: dt.date, level: int) -> str:
        """Return a day as it stands in the file."""
        del level
        return value.isoformat()

    repr_datetime = repr_time = repr_date

    def repr_bool(self, value: object, level: int) -> str:
        """Return true or false."""
        del level
        return str(value).lower()

    def repr_dict(self, value: dict[str, object], level: int) -> str:
        """Return an inline table, its keys in the order of the file."""
        if not value or level <= 0:
            return "{ … }" if value else "{}"
        pairs = [f"{k} = {self.repr1(v, level - 1)}" for k, v in list(value.items())[:4]]
        return f"{{ {', '.join(pairs)}{', …' * (len(value) > len(pairs))} }}"


def _record_under(kind: type[Record], key: str) -> type[Record] | None:
    for name, field in kind.model_fields.items():
        if key in {name, field.alias}:
            nested = (part for part in get_args(field.annotation) if isinstance(part, type))
            return next((part for part in nested if issubclass(part, Record)), None)
    return None


def _as_text(_kind: type[Record], details: ErrorDetails) -> str:
    key, found = details["loc"][-1], details["input"]
    match found:
        case int() if key in _PLACES and not isinstance(found, bool):
            number = _number(found)
            return f'write what it counts: "page {number}" or "line {number}"'
        case dt.datetime():
            return f"put the day in quotes: {_quoted(found.date().isoformat())}"
        case dt.date() | dt.time() | int() | float() if not isinstance(found, bool):
            return f"put it in quotes: {_quoted(_number(found))}"
        case [str() as only]:
            return f"write it without brackets: {_quoted(only)}"
        case list() | tuple():
            return 'write one text, no list: "…"'
        case _:
            return 'write a text in quotes: "…"'


def _as_list(kind: type[Record], details: ErrorDetails) -> str:
    item, found = record_at(kind, details["loc"]), details["input"]
    if item and (block := _BLOCKS.get(item)):
        is_single = isinstance(found, Mapping)
        return f"write [[{block}]], not [{block}]" if is_single else _in_blocks(block)
    if item:
        return f"write a list: [{_table(item, found)}]{_otherwise(item, found)}"
    return _texts(found)


def _texts(found: object) -> str:
    match found:
        case str():
            return f"write a list: [{_quoted(found)}]"
        case dt.date() | int() | float() if not isinstance(found, bool):
            return f"write a list: [{_quoted(_number(found))}]"
        case _:
            return 'write a list of texts: ["…"]'


def _as_record(kind: type[Record], details: ErrorDetails) -> str:
    item = record_at(kind, details["loc"]) or kind
    block = _BLOCKS.get(item)
    if block:
        return _in_blocks(block)
    found = details["input"]
    return f"write a table: {_table(item, found)}{_otherwise(item, found)}"


def _in_blocks(block: str) -> str:
    return f"write each as a [[{block}]] block"


def _table(kind: type[Record], found: object) -> str:
    """Return the table that is meant by a text or another table, as far as that is known."""
    if isinstance(found, Mapping) and all(isinstance(v, str) for v in found.values()):
        return f"{{ {', '.join(f'{k} = {_quoted(v)}' for k, v in found.items())} }}"
    if isinstance(found, str) and len(found) <= _LONGEST:
        cited = _CITED.fullmatch(found)
        if kind is Citation and cited:
            return f"{{ source = {_quoted(cited[1])}, locator = {_quoted(cited[2])} }}"
        if kind is Name and found:
            return f"{{ literal = {_quoted(found)} }}"
    return _TABLES.get(kind, "{ … }")


def _otherwise(kind: type[Record], found: object) -> str:
    is_whole_name = kind is Name and isinstance(found, str)
    return ', or for a person family = "…", given = "…" in it' if is_whole_name else ""


def _as_pattern(_kind: type[Record], details: ErrorDetails) -> str:
    key, found = str(details["loc"][-1]), details["input"]
    if key in _PATTERNS:
        return _PATTERNS[key]
    if key not in _IDS:
        return "write it as README.md shows"
    if r"\." in details.get("ctx", {}).get("pattern", ""):  # as the ids of facts have
        example = _quoted(_dotted(str(found)))
        return f"write topic.slug in a-z, 0-9 and hyphens, such as {example}"
    slug = _slug(str(found))
    example = f", such as {_quoted(slug)}" if slug and slug != found else ""
    return f"write a-z, 0-9 and hyphens{example}"


def _dotted(text: str) -> str:
    topic, dot, rest = text.partition(".")
    slug = _slug(rest if dot else topic) or "birthplace"
    return f"{(_slug(topic) if dot else '') or 'life'}.{slug}"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", latin(fold(text)))[:_LONGEST].strip("-")


def _form(kind: type[Record], key: str) -> str:
    """Return how the value of a key is written."""
    for name, field in kind.model_fields.items():
        if key in {name, field.alias} and get_origin(field.annotation) is tuple:
            item = _record_under(kind, key)
            return f"[{_TABLES.get(item, '{ … }')}]" if item else '["…"]'
    return '"…"'


def _number(value: object) -> str:
    """Return a number, a day or a time as it stands in the file; … where that is too long."""
    is_long = isinstance(value, int) and abs(value) >= 10**_MOST_DIGITS
    return "…" if is_long else shown(value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False) if len(text) <= _LONGEST else '"…"'


def _as_choice(_kind: type[Record], details: ErrorDetails) -> str:
    return f"write {details.get('ctx', {})['expected']}"


def _as_it_was_said(_kind: type[Record], details: ErrorDetails) -> str:
    return details["msg"][:1].lower() + details["msg"][1:]


_INSTEAD: Mapping[str, Callable[[type[Record], ErrorDetails], str]] = {
    "string_type": _as_text,
    "string_unicode": lambda *_: "write it in characters that can be seen",
    "tuple_type": _as_list,
    "model_type": _as_record,
    "string_pattern_mismatch": _as_pattern,
    "enum": _as_choice,
    "literal_error": _as_choice,
    "bool_type": lambda *_: "write true or false, without quotes",
    "bool_parsing": lambda *_: "write true or false, without quotes",
    "dict_type": lambda *_: 'write a table: { "…" = … }',
}
"""What to write by the kind of error that pydantic names."""
