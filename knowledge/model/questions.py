from typing import Literal

from knowledge.model.record import Edtf, Line, Record

AMBIGUOUS, ABSTAIN = "AMBIGUOUS", "ABSTAIN"


def full_id(profile: str, fact: str) -> str:
    """Return a fact's id as it is known outside its profile: "profile/topic.slug"."""
    return fact if "/" in fact else f"{profile}/{fact}"


class LabelledQuestion(Record):
    """A question with the outcome that a curator expects of it."""

    question: str
    expect: str
    also: tuple[str, ...] = ()
    family: Line = "paraphrase"
    quality: Literal["strong", "medium", "weak"] = "strong"
    context: str | None = None
    as_of: Edtf | None = None
    note: Line | None = None

    @property
    def is_answerable(self) -> bool:
        """Tell whether a fact is expected."""
        return self.expect not in {AMBIGUOUS, ABSTAIN}

    def expected(self, profile: str) -> str | None:
        """Return the full id of the fact that is expected of this profile, if one is."""
        return full_id(profile, self.expect) if self.is_answerable else None


class LeftOut(Record):
    """What a source says that is deliberately not a fact, with the reason."""

    source: Line
    locator: Line
    reason: Line
