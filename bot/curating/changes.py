"""What an edit changed: two states of a record, key by key."""

from collections.abc import Iterator, Mapping

from knowledge.base import FactBase
from knowledge.model.fact import Fact
from knowledge.model.record import Record


def changes(before: Record, after: Record) -> Iterator[str]:
    """Yield a line for each key that has another value than before."""
    for name, field in type(after).model_fields.items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield f"{field.alias or name}: {_in_words(old, new)}"


def source_changes(before: FactBase, after: FactBase, fact: Fact) -> Iterator[str]:
    """Yield a line for each key of a cited source that has another value than before."""
    cited = (id_ for c in fact.all_citations for id_ in (c.source, c.via) if id_)
    for id_ in dict.fromkeys(cited):
        old, new = before.sources.get(id_), after.sources.get(id_)
        if old and new:
            yield from (f"source {id_}: {line}" for line in changes(old, new))


def _in_words(old: object, new: object) -> str:
    if isinstance(old, tuple) and isinstance(new, tuple):
        return _list_change(old, new)
    if not old:
        return f"+ {_shown(new)}"
    return f"{_shown(old)} → {_shown(new)}" if new else f"− {_shown(old)}"


def _list_change(old: tuple[object, ...], new: tuple[object, ...]) -> str:
    gone = [f"− {_shown(each)}" for each in old if each not in new]
    come = [f"+ {_shown(each)}" for each in new if each not in old]
    return "; ".join((*gone, *come)) or "in another order"


def _shown(value: object) -> str:
    match value:
        case Record():
            return _shown(value.model_dump(exclude_defaults=True, by_alias=True))
        case Mapping():
            return ", ".join(f"{key} {_shown(part)}" for key, part in value.items())
        case tuple():
            return "; ".join(_shown(part) for part in value)
        case _:
            return str(value)
