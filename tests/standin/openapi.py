"""Discord's own description of its API, held against what travels."""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from tests.standin.protocol import Json

DEFAULT_PATH = Path(__file__).parents[3] / "shared" / "discord-openapi.json"

Body: TypeAlias = Json | list[Json]


class Contract:
    """Notes every body that breaks the description at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.violations: list[str] = []
        self.own_violations: list[str] = []
        self.checks_answers = False
        self.checked = 0

    def request(self, method: str, template: str, body: Body) -> None:
        """Note how a body that the bot sent breaks the description."""
        self.checked += 1
        self._check("request", method, template, body, self.violations)

    def response(self, method: str, template: str, status: int, body: Body) -> None:
        """Note how an answer of the stand-in itself does, if `checks_answers`."""
        if self.checks_answers:
            self._check(str(status), method, template, body, self.own_violations)

    def _check(
        self,
        what: str,
        method: str,
        template: str,
        body: Body,
        found: list[str],
    ) -> None:
        validator = _validator(self._path, what, method, template)
        if validator is None:
            found.append(f"{method} {template}: not described ({what})")
        elif error := best_match(validator.iter_errors(body)):
            where = f"{what} {method} {template}: {error.json_path}"
            found.append(f"{where}: {error.message[:300]}")


@cache
def _validator(path: Path, what: str, method: str, template: str) -> Validator | None:
    operation = _document(path)["paths"].get(template, {}).get(method.lower(), {})
    if what == "request":
        described = operation.get("requestBody", {})
    else:
        described = operation.get("responses", {}).get(what, {})
    schema = described.get("content", {}).get("application/json", {}).get("schema")
    made: Validator | None = None if schema is None else _lenient(schema)
    return made


@cache
def _document(path: Path) -> Json:
    document: Json = json.loads(path.read_text(encoding="utf-8"))
    _link(document, document)
    return document


def _link(node: Any, document: Json) -> None:  # noqa: ANN401 - any part of the document
    """Put what each `$ref` means in its place, so that nothing is looked up later."""
    places = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in tuple(places):
        target = _target(value, document)
        node[key] = target
        if target is value and isinstance(value, dict | list):
            _link(value, document)


def _target(value: Any, document: Json) -> Any:  # noqa: ANN401 - any part of the document
    while isinstance(value, dict) and isinstance(value.get("$ref"), str):
        pointer, value = value["$ref"], document
        for step in pointer.removeprefix("#/").split("/"):
            value = value[step]
    return value


def _type(
    validator: Validator,
    types: str | list[str],
    instance: object,
    schema: Json,
) -> Iterator[ValidationError]:
    """The only leniency: a whole number where an id is wanted as text."""
    wants_id = schema.get("format") == "snowflake"
    if not (wants_id and isinstance(instance, int) and not isinstance(instance, bool)):
        plain: Any = Draft202012Validator.VALIDATORS["type"]
        yield from plain(validator, types, instance, schema)


def _union(keyword: str) -> Callable[..., Iterator[ValidationError]]:
    """The keyword, tried only on branches that admit the instance's `type` number."""
    plain: Any = Draft202012Validator.VALIDATORS[keyword]

    def check(
        validator: Validator,
        branches: Sequence[Json],
        instance: object,
        schema: Json,
    ) -> Iterator[ValidationError]:
        fitting = [branch for branch in branches if _may_fit(branch, instance)]
        yield from plain(validator, fitting or branches, instance, schema)

    return check


def _may_fit(branch: Json, instance: object) -> bool:
    if not isinstance(instance, dict):
        return True
    kinds = branch.get("properties", {}).get("type", {}).get("enum")
    fits = kinds is None or "type" not in instance or instance["type"] in kinds
    return fits and branch.get("type") != "null"


_lenient: Any = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    {"type": _type, "oneOf": _union("oneOf"), "anyOf": _union("anyOf")},
)
