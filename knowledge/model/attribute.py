from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from knowledge.model.record import Line, Record

AttributeId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]


Answers = Literal[
    "who",
    "when",
    "where",
    "why",
    "how many",
    "how long",
    "how old",
    "how",
    "what",
    "yes or no",
]
"""What kind of answer an attribute has."""


Values = Literal["one", "one at a time", "many"]
"""How many values of an attribute may be right: for a whole life, at a time, side by side."""


class Attribute(Record):
    """What can be asked of anybody: a fact tagged with it understands all its phrasings."""

    id: AttributeId = Field(description="What a fact writes as its attribute.")
    wikidata: Annotated[str, StringConstraints(pattern=r"^P\d+$")] | None = Field(
        default=None, description="The property of Wikidata that means the same, as P569."
    )
    schema_org: Line | None = Field(
        default=None, alias="schema", description="The property of schema.org."
    )
    answers: Answers = Field(description="What kind of answer it has.")
    values: Values = Field(
        default="one at a time",
        description="How many may be right: one in a life, one at a time, or many.",
    )
    phrasings: Annotated[tuple[Line, ...], Field(min_length=1)] = Field(
        description="How anybody is asked for it; he, him and his stand for the person."
    )
