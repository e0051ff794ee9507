from pydantic import Field

from knowledge.model.record import Line, Record


class NearWords(Record):
    """Words that may be asked with instead of another."""

    near: dict[Line, tuple[Line, ...]] = Field(
        description="A word, and the words that may be asked with instead of it."
    )


class Synonyms(Record):
    """Words that mean the same in every profile."""

    words: tuple[Line, ...] = Field(
        description="Words or short phrases that mean the same; each stands in one group only."
    )
