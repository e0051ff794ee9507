from pydantic import Field, model_validator

from knowledge.model.record import Line, Record


class Name(Record):
    """Who wrote a source: a person's family and given name, or a literal one for an office."""

    family: Line | None = Field(default=None, description="The family name of a person.")
    given: Line | None = Field(default=None, description="The given names of a person.")
    dropping_particle: Line | None = Field(
        default=None,
        alias="dropping-particle",
        description="A particle that is left out where the family name stands alone: de, von.",
    )
    non_dropping_particle: Line | None = Field(
        default=None,
        alias="non-dropping-particle",
        description="A particle that always goes with the family name: van, de la, al-.",
    )
    suffix: Line | None = Field(default=None, description="What follows the name: Jr., III.")
    comma_suffix: bool = Field(
        default=False, alias="comma-suffix", description="Whether a comma stands before suffix."
    )
    static_ordering: bool = Field(
        default=False,
        alias="static-ordering",
        description="Whether the family name comes first wherever the name stands.",
    )
    literal: Line | None = Field(default=None, description="The name of an office or a team.")

    @model_validator(mode="after")
    def _is_one_kind(self) -> "Name":
        if bool(self.literal) == bool(self.family):
            wrong = "has family and literal" if self.literal else "has no family and no literal"
            remedy = 'write { family = "…", given = "…" } or { literal = "…" }'
            raise ValueError(f"{wrong}; {remedy}")
        if self.literal and self.model_dump(exclude={"literal"}, exclude_defaults=True):
            raise ValueError("is literal and has parts; write the whole name as literal")
        return self

    @property
    def surname(self) -> str:
        """Return what stands for the name where it stands alone: "van Rossum", an office."""
        parts = (self.non_dropping_particle, self.literal or self.family)
        return " ".join(part for part in parts if part)

    def __str__(self) -> str:
        given = (self.given, self.dropping_particle)
        parts = (self.surname, " ".join(part for part in given if part), self.suffix)
        return ", ".join(part for part in parts if part)
