"""JSON Schemas of the files of a fact base, so that an editor completes and checks them."""

from collections.abc import Mapping
from typing import TypeAlias

from knowledge.model.attribute import Attribute
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile
from knowledge.model.questions import LabelledQuestion, LeftOut
from knowledge.model.record import Record
from knowledge.model.source import Source
from knowledge.model.synonyms import NearWords, Synonyms

Schema: TypeAlias = dict[str, object]

DIALECT = "http://json-schema.org/draft-07/schema#"  # the newest that every TOML editor reads
_BLOCKS: Mapping[str, tuple[str, type[Record]]] = {
    "attributes": ("attribute", Attribute),
    "facts": ("fact", Fact),
    "left-out": ("left-out", LeftOut),
    "questions": ("question", LabelledQuestion),
    "sources": ("source", Source),
    "synonyms": ("synonyms", Synonyms),
}
_TABLES: Mapping[str, type[Record]] = {"near_words": NearWords, "profile": Profile}


def json_schemas() -> Mapping[str, Schema]:
    """Return the schema of each kind of file, by the name of the file that it is for."""
    blocks = {name: _of_blocks(key, kind) for name, (key, kind) in _BLOCKS.items()}
    tables = {name: _of_record(kind) for name, kind in _TABLES.items()}
    return {
        name: {"$schema": DIALECT, **schema}
        for name, schema in sorted({**blocks, **tables}.items())
    }


def _of_blocks(key: str, kind: type[Record]) -> Schema:
    """Return the schema of a file that holds only `[[key]]` blocks."""
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {key: {"type": "array", "items": _of_record(kind)}},
    }


def _of_record(kind: type[Record]) -> Schema:
    made = kind.model_json_schema()
    plain = _plain(made, made.pop("$defs", {}))
    if not isinstance(plain, dict):
        raise TypeError(kind)
    return plain


def _plain(part: object, named: Mapping[str, object]) -> object:
    """Return a part with what it refers to written out, and without what TOML cannot say.

    TOML has no null, and a title only repeats its key. References are written out because
    some editors drop the description that stands beside one.
    """
    if isinstance(part, list):
        return [_plain(each, named) for each in part]
    if not isinstance(part, dict):
        return part
    found = _written_out(part, named)
    return {
        key: _properties(value, named) if key == "properties" else _plain(value, named)
        for key, value in found.items()
        if key not in {"title", "$ref"} and not (key == "default" and not value)
    }


def _properties(part: object, named: Mapping[str, object]) -> object:
    """Return the keys of a block: whatever a curator's key is called, it stays."""
    if not isinstance(part, dict):
        return part
    return {name: _plain(each, named) for name, each in part.items()}


def _written_out(part: Schema, named: Mapping[str, object]) -> Schema:
    reference = part.get("$ref")
    if isinstance(reference, str):
        meant = named[reference.removeprefix("#/$defs/")]
        return {**meant, **part} if isinstance(meant, dict) else part
    match part.get("anyOf"):
        case [dict() as some, {"type": "null"}]:
            rest = {key: value for key, value in part.items() if key != "anyOf"}
            return {**some, **rest}
        case _:
            return part
