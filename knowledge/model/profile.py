from typing import Annotated

from pydantic import Field, StringConstraints

from knowledge.model.record import Line, Record

PROFILE_ID = 32  # see FACT_ID

ProfileId = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=PROFILE_ID)
]


class Person(Record):
    """Somebody around the profile's person: a relative, a predecessor, a named official."""

    name: Line | None = Field(default=None, description="The full name, where it is known.")
    names: tuple[Line, ...] = Field(
        default=(), description="Other names and spellings that mean this person here."
    )
    relations: tuple[Line, ...] = Field(
        default=(),
        description='What this person is to the profile: "brother", "first husband".',
    )
    profile: ProfileId | None = Field(
        default=None, description="The id of this person's own profile, if there is one."
    )


class Profile(Record):
    """Whom the facts are about, and what tells them apart from namesakes."""

    id: ProfileId = Field(description="The folder's name: a-z, 0-9 and hyphens.")
    name: Line = Field(description="The name as people see it.")
    description: Annotated[Line, StringConstraints(max_length=100)] = Field(
        description="What tells this person apart from namesakes; stands in every heading."
    )
    names: tuple[Line, ...] = Field(
        default=(), description="Other names and spellings that identify this person alone."
    )
    weak_names: tuple[Line, ...] = Field(
        default=(), description="Names that narrow the choice and never decide alone."
    )
    epithets: tuple[Line, ...] = Field(
        default=(),
        description='What stands for the name where nobody is named: "the defector".',
    )
    pronouns: tuple[Line, ...] = Field(
        default=(),
        description='The pronouns that mean this person: "she", "her"; any, if none is listed.',
    )
    note: Line | None = Field(
        default=None, description="Shown with every answer about this person."
    )
    persons: Annotated[
        tuple[Person, ...],
        Field(alias="person", description="People around this person: [[person]] blocks."),
    ] = ()

    @property
    def only_named(self) -> "Profile":
        """Return the profile without what it says beyond who is meant."""
        return self.model_copy(update={"note": None, "persons": ()})
