"""Limits of first responses that are no message: autocomplete choices and modals."""

from collections.abc import Iterator, Sequence

from tests.standin.errors import Place, Problem
from tests.standin.limits.checks import count, length, needed, unique
from tests.standin.limits.components import CUSTOM_ID, walk
from tests.standin.protocol import ComponentKind, Json, OptionKind

CHOICES = 25
CHOICE_NAME = 100
CHOICE_VALUE = 100  # the documentation; the OpenAPI file would take 6000
MODAL_TITLE = 45
MODAL_ITEMS = 5
LABEL = 45
LABEL_DESCRIPTION = 100
INPUT = 4000
INPUT_PLACEHOLDER = 100

_VALUE_TYPES: dict[int, tuple[type, ...]] = {
    OptionKind.STRING: (str,),
    OptionKind.INTEGER: (int,),
    OptionKind.NUMBER: (int, float),
}


def choice_problems(place: Place, choices: Sequence[Json], kind: int) -> Iterator[Problem]:
    """Everything wrong with choices offered for an option of one kind."""
    yield from count(place, choices, most=CHOICES)
    for number, choice in enumerate(choices):
        at = (*place, number)
        yield from needed((*at, "name"), choice.get("name"), most=CHOICE_NAME)
        value = choice.get("value")
        if not isinstance(value, _VALUE_TYPES[kind]):
            yield Problem((*at, "value"), "BASE_TYPE_BAD_TYPE", "Value has the wrong type.")
        elif isinstance(value, str):
            yield from needed((*at, "value"), value, most=CHOICE_VALUE)


def modal_problems(place: Place, modal: Json) -> Iterator[Problem]:
    """Everything wrong with a form."""
    components = modal.get("components") or ()
    yield from needed((*place, "title"), modal.get("title"), most=MODAL_TITLE)
    yield from needed((*place, "custom_id"), modal.get("custom_id"), most=CUSTOM_ID)
    yield from count((*place, "components"), components, least=1, most=MODAL_ITEMS)
    inner = [(at, each) for at, each in walk((*place, "components"), components)]
    inner += [
        ((*at, "component"), each["component"]) for at, each in inner if each.get("component")
    ]
    names = [each["custom_id"] for _, each in inner if each.get("custom_id")]
    message = "Component custom id cannot be duplicated"
    yield from unique(place, names, "COMPONENT_CUSTOM_ID_DUPLICATED", message)
    for at, each in inner:
        if each["type"] == ComponentKind.TEXT_INPUT:
            yield from _input(at, each)
        elif each["type"] == ComponentKind.LABEL:
            yield from needed((*at, "label"), each.get("label"), most=LABEL)
            description = each.get("description")
            yield from length((*at, "description"), description, most=LABEL_DESCRIPTION)


def _input(place: Place, field: Json) -> Iterator[Problem]:
    yield from needed((*place, "custom_id"), field.get("custom_id"), most=CUSTOM_ID)
    yield from length((*place, "label"), field.get("label"), most=LABEL)
    yield from length((*place, "placeholder"), field.get("placeholder"), most=INPUT_PLACEHOLDER)
    yield from length((*place, "value"), field.get("value"), most=INPUT)
    for bound in ("min_length", "max_length"):
        if (field.get(bound) or 0) > INPUT:
            message = f"int value should be less than or equal to {INPUT}."
            yield Problem((*place, bound), "NUMBER_TYPE_MAX", message)
