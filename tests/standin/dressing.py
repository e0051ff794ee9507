"""What Discord adds to embeds and components before it shows them; pure."""

import copy
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tests.standin.protocol import SELECTS, ComponentKind, Json

_MEDIA = ("media", "file")


def dressed_embeds(embeds: Sequence[Json], urls: Mapping[str, str]) -> list[Json]:
    """Embeds with their type, and attachments as addresses."""
    return [_resolved({"type": "rich", **embed}, urls) for embed in embeds]


def dressed_components(components: Sequence[Json], urls: Mapping[str, str]) -> list[Json]:
    """Components with ids and defaults, and attachments as addresses."""
    made = [_resolved(component, urls) for component in copy.deepcopy(list(components))]
    everything = list(flat(made))
    taken = {each["id"] for each in everything if each.get("id")}
    free = (number for number in itertools.count(1) if number not in taken)
    for component in everything:
        component["id"] = component.get("id") or next(free)
        for name, value in _defaults(component).items():
            component.setdefault(name, value)
    return made


def flat(components: Iterable[Json]) -> Iterator[Json]:
    """Every component, the outer before the inner, as they stand on the screen."""
    for component in components:
        yield component
        yield from flat(component.get("components") or ())
        if accessory := component.get("accessory"):
            yield accessory


def texts_of(components: Iterable[Json]) -> tuple[str, ...]:
    """What the text displays say."""
    shown = (each for each in flat(components) if each["type"] == ComponentKind.TEXT)
    return tuple(each["content"] for each in shown)


def _defaults(component: Json) -> Json:
    kind = component["type"]
    if kind in SELECTS:
        return {"min_values": 1, "max_values": 1}
    if kind == ComponentKind.CONTAINER:
        return {"accent_color": None, "spoiler": False}
    if kind == ComponentKind.SEPARATOR:
        return {"divider": True, "spacing": 1}
    if kind in (ComponentKind.THUMBNAIL, ComponentKind.FILE):
        return {"description": None, "spoiler": False, "name": None, "size": None}
    return {}


def _resolved(thing: Json, urls: Mapping[str, str]) -> Json:
    return {name: _resolve(name, value, urls) for name, value in thing.items()}


def _resolve(name: str, value: object, urls: Mapping[str, str]) -> object:
    if isinstance(value, dict):
        inner = _resolved(value, urls)
        return {"id": "0", "proxy_url": inner.get("url"), **inner} if name in _MEDIA else inner
    if isinstance(value, list):
        return [_resolve("", each, urls) for each in value]
    if isinstance(value, str) and value.startswith("attachment://"):
        return urls.get(value.removeprefix("attachment://"), value)
    return value
