from typing import Literal

from pydantic import Field

from knowledge.model.record import Edtf, Line, Record

AMBIGUOUS, ABSTAIN = "AMBIGUOUS", "ABSTAIN"


def full_id(profile: str, fact: str) -> str:
    """Return a fact's id as it is known outside its profile: "profile/topic.slug"."""
    return fact if "/" in fact else f"{profile}/{fact}"


class LabelledQuestion(Record):
    """A question with the outcome that a curator expects of it."""

    question: str = Field(description="As a colleague would type it; never a phrasing.")
    expect: str = Field(
        description="A fact of this profile, profile/fact, AMBIGUOUS, or ABSTAIN for no answer."
    )
    also: tuple[str, ...] = Field(
        default=(), description="Other facts whose answer is as right."
    )
    family: Line = Field(default="paraphrase", description="What kind of question it is.")
    quality: Literal["strong", "medium", "weak"] = Field(
        default="medium",
        description="strong: must come out so; medium: is counted; weak: a miss is expected.",
    )
    context: str | None = Field(default=None, description="The question before.")
    as_of: Edtf | None = Field(
        default=None, description="The day up to which reports count, in EDTF."
    )
    note: Line | None = Field(default=None, description="Why it is labelled so.")

    @property
    def is_answerable(self) -> bool:
        """Tell whether a fact is expected."""
        return self.expect not in {AMBIGUOUS, ABSTAIN}

    def expected(self, profile: str) -> str | None:
        """Return the full id of the fact that is expected of this profile, if one is."""
        return full_id(profile, self.expect) if self.is_answerable else None


class AskedQuestion(LabelledQuestion):
    """A labelled question in a file of its own, which stands in no profile's folder."""

    profile: Line | None = Field(
        default=None, description="Whom it is about where it names nobody; facts are theirs."
    )


class LeftOut(Record):
    """What a source says that is deliberately not a fact, with the reason."""

    source: Line = Field(description="The id of the source.")
    locator: Line = Field(description='The place that is left out: "lines 37-40".')
    reason: Line = Field(description="Why it is no fact.")
