"""Limits of message components: developers/components/reference."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tests.standin.errors import Place, Problem
from tests.standin.limits.checks import count, length, needed, unique, web_address
from tests.standin.protocol import LINK_STYLE, SELECTS, ComponentKind, Json

ROWS = 5
BUTTONS_IN_ROW = 5
CUSTOM_ID = 100
BUTTON_LABEL = 80
BUTTON_URL = 512
OPTIONS = 25
OPTION_TEXT = 100
PLACEHOLDER = 150
ALL_COMPONENTS = 40
ALL_TEXT = 4000
SECTION_TEXTS = 3
GALLERY_ITEMS = 10
PREMIUM_STYLE = 6

_INSIDE_CONTAINER = {
    ComponentKind.ROW,
    ComponentKind.SECTION,
    ComponentKind.TEXT,
    ComponentKind.GALLERY,
    ComponentKind.FILE,
    ComponentKind.SEPARATOR,
}
_CHILDREN: dict[int, set[ComponentKind]] = {
    ComponentKind.ROW: {ComponentKind.BUTTON, *SELECTS},
    ComponentKind.SECTION: {ComponentKind.TEXT},
    ComponentKind.CONTAINER: _INSIDE_CONTAINER,
}
_SHORTEST_LISTS = {ComponentKind.ROW: 1, ComponentKind.SECTION: 1, ComponentKind.CONTAINER: 1}
_LONGEST_LISTS = {
    ComponentKind.ROW: BUTTONS_IN_ROW,
    ComponentKind.SECTION: SECTION_TEXTS,
    ComponentKind.CONTAINER: ALL_COMPONENTS,
}


def legacy_problems(place: Place, components: Sequence[Json]) -> Iterator[Problem]:
    """Everything wrong with rows of buttons and menus beside content and embeds."""
    yield from count(place, components, most=ROWS)
    yield from _allowed(place, components, {ComponentKind.ROW})
    yield from _all(place, components)


def v2_problems(place: Place, components: Sequence[Json]) -> Iterator[Problem]:
    """Everything wrong with a message that is components and nothing else."""
    yield from _allowed(place, components, {*_INSIDE_CONTAINER, ComponentKind.CONTAINER})
    everything = [each for _, each in walk(place, components)]
    yield from count(place, everything, least=1, most=ALL_COMPONENTS)
    texts = [each.get("content") or "" for each in everything if each["type"] == 10]
    if sum(map(len, texts)) > ALL_TEXT:
        message = f"The total text of all components cannot exceed {ALL_TEXT} characters"
        yield Problem(place, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", message)
    yield from _all(place, components)


def walk(place: Place, components: Sequence[Json]) -> Iterator[tuple[Place, Json]]:
    """Every component with its place, the outer before the inner."""
    for number, component in enumerate(components):
        at = (*place, number)
        yield at, component
        yield from walk((*at, "components"), component.get("components") or ())
        if accessory := component.get("accessory"):
            yield (*at, "accessory"), accessory


def _all(place: Place, components: Sequence[Json]) -> Iterator[Problem]:
    everything = list(walk(place, components))
    names = Counter(each["custom_id"] for _, each in everything if each.get("custom_id"))
    for at, component in everything:
        yield from _one(at, component)
        if names[component.get("custom_id")] > 1:
            message = "Component custom id cannot be duplicated"
            yield Problem((*at, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", message)


def _one(place: Place, component: Json) -> Iterator[Problem]:
    kind = component["type"]
    if kind in _CHILDREN:
        yield from _nested(place, component)
    if kind == ComponentKind.BUTTON:
        yield from _button(place, component)
    elif kind in SELECTS:
        yield from _select(place, component)
    elif kind == ComponentKind.TEXT:
        yield from needed((*place, "content"), component.get("content"), most=ALL_TEXT)
    elif kind == ComponentKind.GALLERY:
        items = component.get("items") or ()
        yield from count((*place, "items"), items, least=1, most=GALLERY_ITEMS)


def _nested(place: Place, component: Json) -> Iterator[Problem]:
    kind, inner = component["type"], component.get("components") or ()
    at = (*place, "components")
    yield from count(at, inner, least=_SHORTEST_LISTS[kind], most=_LONGEST_LISTS[kind])
    yield from _allowed(at, inner, _CHILDREN[kind])
    selects = sum(1 for each in inner if each["type"] in SELECTS)
    if kind == ComponentKind.ROW and selects and len(inner) > 1:
        message = "The specified component exceeds the maximum width"
        yield Problem(at, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message)
    if kind == ComponentKind.SECTION:
        accessory = component.get("accessory")
        kinds = {ComponentKind.BUTTON, ComponentKind.THUMBNAIL}
        yield from _allowed((*place, "accessory"), [accessory or {"type": 0}], kinds)


def _button(place: Place, button: Json) -> Iterator[Problem]:
    yield from length((*place, "label"), button.get("label"), most=BUTTON_LABEL)
    if (
        not (button.get("label") or button.get("emoji"))
        and button.get("style") != PREMIUM_STYLE
    ):
        message = "A button must have a label or an emoji"
        yield Problem(place, "BUTTON_COMPONENT_MISSING_LABEL_OR_EMOJI", message)
    if button.get("style") != LINK_STYLE:
        yield from needed((*place, "custom_id"), button.get("custom_id"), most=CUSTOM_ID)
        if button.get("url"):
            message = "A url can only be set on a link button"
            yield Problem((*place, "url"), "BUTTON_COMPONENT_INVALID_URL", message)
        return
    if button.get("custom_id"):
        message = "A custom id and url cannot both be specified"
        yield Problem(place, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", message)
    yield from needed((*place, "url"), button.get("url"), most=BUTTON_URL)
    schemes = ("http", "https", "discord")
    yield from web_address((*place, "url"), button.get("url"), most=BUTTON_URL, schemes=schemes)


def _select(place: Place, select: Json) -> Iterator[Problem]:
    yield from needed((*place, "custom_id"), select.get("custom_id"), most=CUSTOM_ID)
    yield from length((*place, "placeholder"), select.get("placeholder"), most=PLACEHOLDER)
    least, most = select.get("min_values", 1), select.get("max_values", 1)
    if not (0 <= least <= OPTIONS and 1 <= most <= OPTIONS and least <= most):
        message = "The number of values must be between 0 and 25, the least first"
        yield Problem((*place, "min_values"), "NUMBER_TYPE_MAX", message)
    if select["type"] != ComponentKind.SELECT:
        return
    options = select.get("options") or ()
    yield from count((*place, "options"), options, least=1, most=OPTIONS)
    values = [option.get("value") for option in options]
    message = "The specified option value is already used"
    code = "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"
    yield from unique((*place, "options"), values, code, message)
    if most > len(options):
        message = f"int value should be less than or equal to {len(options)}."
        yield Problem((*place, "max_values"), "NUMBER_TYPE_MAX", message)
    for number, option in enumerate(options):
        yield from _option((*place, "options", number), option)


def _option(place: Place, option: Json) -> Iterator[Problem]:
    yield from needed((*place, "label"), option.get("label"), most=OPTION_TEXT)
    yield from needed((*place, "value"), option.get("value"), most=OPTION_TEXT)
    yield from length((*place, "description"), option.get("description"), most=OPTION_TEXT)


def _allowed(
    place: Place,
    components: Sequence[Json],
    kinds: set[ComponentKind],
) -> Iterator[Problem]:
    for number, component in enumerate(components):
        if component["type"] not in kinds:
            listed = ", ".join(str(int(kind)) for kind in sorted(kinds))
            message = f'Value of field "type" must be one of ({listed}).'
            yield Problem((*place, number, "type"), "UNION_TYPE_CHOICES", message)
