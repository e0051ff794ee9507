from typing import Annotated

from pydantic import Field, StringConstraints

from knowledge.model.record import Line, Record

PROFILE_ID = 32  # see FACT_ID

ProfileId = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=PROFILE_ID)
]


class Person(Record):
    """Somebody around the profile's person: a relative, a predecessor, a named official."""

    name: Line | None = None
    names: tuple[Line, ...] = ()
    relations: tuple[Line, ...] = ()
    profile: ProfileId | None = None


class Profile(Record):
    """Whom the facts are about, and what tells them apart from namesakes."""

    id: ProfileId
    name: Line
    description: Annotated[Line, StringConstraints(max_length=100)]
    names: tuple[Line, ...] = ()
    weak_names: tuple[Line, ...] = ()
    pronouns: tuple[Line, ...] = ()
    note: Line | None = None
    persons: Annotated[tuple[Person, ...], Field(alias="person")] = ()
