"""CSL-JSON in: a list of items, as reference managers export it, one record for each."""

import json
import re
from collections.abc import Iterator, Mapping

from knowledge.bibliography.csl_dates import read_date
from knowledge.bibliography.csl_keys import DATES, FROM_CSL, KEYS, NAMES, OWN
from knowledge.bibliography.records import Incoming, Refusal, without_repeats
from knowledge.bibliography.texts import brief, plain_text, shown
from knowledge.model.names import Name

CUSTOM = "footnote"  # the key under which the keys that CSL does not know travel
_SIGNS = re.compile(r'"(?:[^"\\]|\\.)*(?:"|$)|[\[\]{},]', re.DOTALL)
_WRAPPED = re.compile(r'\s*\{\s*"(?:items|references)"\s*:\s*\[')
_NAME_KEYS = frozenset(field.alias or name for name, field in Name.model_fields.items())
_FOR_PROGRAMS = frozenset(("isInstitution", "parse-names"))
_NAME_SWITCHES = frozenset(("comma-suffix", "static-ordering"))
_NUMBERS = frozenset(
    (
        *("chapter-number", "collection-number", "edition", "issue", "number"),
        *("number-of-pages", "number-of-volumes", "page", "page-first", "part-number"),
        *("printing-number", "supplement-number", "volume", "version", "PMID", "section"),
    )
)
_NOT_OF_THE_WORK = frozenset(
    (
        *("id", "citation-key", "citation-label", "citation-number", "categories", "custom"),
        *("first-reference-note-number", "locator", "year-suffix"),
    )
)


def read_csl_json(text: str) -> Iterator[Incoming]:
    """Yield each item of a list; one that cannot be read does not keep the others out."""
    yield from without_repeats(
        _read_item(number, item) for number, item in enumerate(_items(text), 1)
    )


def _items(text: str) -> Iterator[str]:
    """Return the text of each item of the outermost list, or of one item by itself."""
    is_one = text.lstrip().startswith("{") and not _WRAPPED.match(text)
    return iter((text,)) if is_one else _cut_apart(text, text.find("[") + 1)


def _cut_apart(text: str, start: int) -> Iterator[str]:
    """Yield the text of each item of the list that begins there, broken ones included.

    The items are cut apart before any is read: one that nests ten thousand lists, or does not
    end, would else take the whole file along.
    """
    depth = 0
    for found in _SIGNS.finditer(text, start):
        sign = found[0]
        if sign in {"{", "["}:
            depth += 1
        elif sign in {"}", "]"} and depth:
            depth -= 1
        elif depth == 0 and sign in {",", "]"}:
            if item := text[start : found.start()].strip():
                yield item
            start = found.end()
            if sign == "]":
                return
    if item := text[start:].strip():
        yield item


def _read_item(number: int, text: str) -> Incoming:
    label = f"record {number}"
    try:
        item = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse_constant)
    except RecursionError:
        return Incoming(label, "", wrong=(("nests too deep", "write a plain item"),))
    except ValueError as error:
        return Incoming(label, "", wrong=((f"is not JSON: {shown(str(error))}", "mend it"),))
    if not isinstance(item, dict):
        return Incoming(label, "", wrong=(("is no item", 'write {"type": "book", …}'),))
    return _from_item(label, item)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"holds {shown(twice)!r} twice")
    return found


def _refuse_constant(name: str) -> object:
    raise ValueError(f"holds {name}, which is no JSON")


def _from_item(label: str, item: Mapping[str, object]) -> Incoming:
    title = item.get("title")
    label = f"{label} “{shown(title)}”" if isinstance(title, str) else label
    keys: dict[str, object] = {}
    wrong: list[Refusal] = []
    without: list[str] = []
    for key, value, is_known in _variables(item):
        if not is_known:
            without.append(shown(key))
        elif value not in (None, "", [], {}):
            try:
                keys.setdefault(key, read_value(key, value))
            except ValueError as error:
                said, _, remedy = f"{key} {error}".rpartition("; ")
                wrong.append((said, remedy))
    known = {key: value for key, value in keys.items() if value is not None}
    return Incoming(label, _key(item), known, tuple(wrong), tuple(without))


def _variables(item: Mapping[str, object]) -> Iterator[tuple[str, object, bool]]:
    """Yield what an item holds by our names, and whether it is something that a source has."""
    for name, value in item.items():
        key = FROM_CSL.get(name, name)
        if name not in _NOT_OF_THE_WORK:
            yield key, value, key in KEYS and key not in OWN
    custom = item.get("custom")
    own = custom.get(CUSTOM) if isinstance(custom, dict) else None
    for name, value in own.items() if isinstance(own, dict) else ():
        yield name, value, name in OWN


def read_value(key: str, value: object) -> object:
    """Return a variable's value as sources.toml holds it; ValueError says what is wrong."""
    if key in NAMES:
        return _names(value)
    if key in DATES and key not in OWN:
        return read_date(value)
    match value:
        case str():
            return plain_text(value) or None
        case int() if key in _NUMBERS and not isinstance(value, bool):
            return str(value)
        case _:
            raise ValueError(f"is {brief(value)}; write a text")


def _key(item: Mapping[str, object]) -> str:
    """Return the key that people chose, before the one that a program made."""
    keys = (item.get("citation-key"), item.get("id"))
    return next((str(key) for key in keys if isinstance(key, str | int) and key != ""), "")


def _names(value: object) -> list[dict[str, object]]:
    match value:
        case list():
            return [_name(each) for each in value]
        case _:
            raise ValueError('is no list of names; write [{"family": "…", "given": "…"}]')


def _name(value: object) -> dict[str, object]:
    match value:
        case dict():
            known = {key: part for key, part in value.items() if key not in _FOR_PROGRAMS}
        case _:
            raise ValueError('holds what is no name; write {"family": "…", "given": "…"}')
    name = {key: _name_part(key, part) for key, part in known.items() if part or part == 0}
    if unknown := sorted(set(name) - _NAME_KEYS):
        raise ValueError(f"holds a name with {shown(unknown[0])!r}; write family and given")
    if set(name) == {"given"}:  # one name only, as of a ruler
        return {"literal": name["given"]}
    return name


def _name_part(key: str, part: object) -> object:
    match part:
        case str() if key not in _NAME_SWITCHES:
            return plain_text(part)
        case bool() | int() | str() if key in _NAME_SWITCHES:
            return bool(part)
        case _:
            raise ValueError(f"holds a name whose {shown(key)} is no text; write a text")
