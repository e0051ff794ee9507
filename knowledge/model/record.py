from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from knowledge.dates import parse_when
from knowledge.text.fold import clean


class Record(BaseModel):
    """A frozen record that refuses unknown keys, so a typo in a data file is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def own_first(kind: type[Record]) -> tuple[str, ...]:
    """Return the names of a record's fields, its own before those that it inherits."""
    return tuple(dict.fromkeys((*kind.__annotations__, *kind.model_fields)))


def _edtf(text: str) -> str:
    parse_when(text)
    return text


def _visible(text: str) -> str:
    if text != clean(text):
        raise ValueError(
            "holds line breaks, tabs, double spaces or characters that cannot be seen; "
            "write it on one line in plain characters"
        )
    return text


# What an editor checks while somebody types. Spaces at the ends apart, it refuses nothing that
# the validator beside it takes.
_DATE_SIGNS = r"^[-0-9XTYESZ:+~?%/.,{}\[\] ]+$"
_ONE_LINE = r"^\S+( \S+)*$"

Edtf = Annotated[str, AfterValidator(_edtf), Field(json_schema_extra={"pattern": _DATE_SIGNS})]
"""A date in EDTF, kept as it was written."""

Line = Annotated[
    str,
    StringConstraints(min_length=1),
    AfterValidator(_visible),
    Field(json_schema_extra={"pattern": _ONE_LINE}),
]
"""One line of visible text."""
