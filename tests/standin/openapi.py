"""Discord's own description of its API, held against what travels."""

import json
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from tests.standin.protocol import Json

DEFAULT_PATH = Path(__file__).parents[3] / "shared" / "discord-openapi.json"


class Contract:
    """The description, compiled once per operation; lists what broke it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._compiled: dict[tuple[str, str, str], Validator | None] = {}
        self.violations: list[str] = []
        self.own_violations: list[str] = []
        self.checked = 0

    def request(self, method: str, template: str, body: Json | list[Json]) -> None:
        """Note how a body that the bot sent breaks the description."""
        self.checked += 1
        self._check(("request", method, template), body, self.violations)

    def response(
        self, method: str, template: str, status: int, body: Json | list[Json]
    ) -> None:
        """Note how an answer of the stand-in itself breaks the description."""
        self._check((str(status), method, template), body, self.own_violations)

    def message(self, body: Json | list[Json]) -> None:
        """Note how a message that the stand-in dispatched breaks the description."""
        self._check(("schema", "", "MessageResponse"), body, self.own_violations)

    def _check(
        self, key: tuple[str, str, str], body: Json | list[Json], found: list[str]
    ) -> None:
        if key not in self._compiled:
            self._compiled[key] = self._compile(*key)
        validator = self._compiled[key]
        if validator is None:
            what, method, template = key
            found.append(f"{method} {template}: not described ({what})")
            return
        error = best_match(validator.iter_errors(body))
        if error is not None:
            found.append(f"{' '.join(key)}: {error.json_path}: {error.message[:300]}")

    def _compile(self, what: str, method: str, template: str) -> Validator | None:
        schema = self._schema(what, method, template)
        if schema is None:
            return None
        compiled: Validator = _validator(
            {**schema, "components": self._document["components"]},
        )
        return compiled

    def _schema(self, what: str, method: str, template: str) -> Json | None:
        if what == "schema":
            return {"$ref": f"#/components/schemas/{template}"}
        path = template.replace("%40", "@")
        operation = self._document["paths"].get(path, {}).get(method.lower(), {})
        if what == "request":
            content = operation.get("requestBody", {}).get("content", {})
        else:
            content = operation.get("responses", {}).get(what, {}).get("content", {})
        schema: Json | None = content.get("application/json", {}).get("schema")
        return schema

    @cached_property
    def _document(self) -> Json:
        document: Json = json.loads(self._path.read_text(encoding="utf-8"))
        return document


def _type(
    validator: Validator,
    types: str | list[str],
    instance: object,
    schema: Json,
) -> Iterator[ValidationError]:
    wants_id = schema.get("format") == "snowflake"
    if wants_id and isinstance(instance, int) and not isinstance(instance, bool):
        return
    plain: Any = Draft202012Validator.VALIDATORS["type"]
    yield from plain(validator, types, instance, schema)


_validator: Any = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator, {"type": _type}
)
