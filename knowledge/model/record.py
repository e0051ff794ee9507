from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from knowledge.dates import parse_when
from knowledge.text.fold import clean


class Record(BaseModel):
    """A frozen record that refuses unknown keys, so a typo in a data file is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


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


Edtf = Annotated[str, AfterValidator(_edtf)]
"""A date in EDTF, kept as it was written."""

Line = Annotated[str, StringConstraints(min_length=1), AfterValidator(_visible)]
"""One line of visible text."""
