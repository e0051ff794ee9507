"""What the coverage page says in its own words."""

from bot.strings import STATUS
from knowledge.evidence.coverage import Coverage, Standing
from knowledge.evidence.places import Sentence
from knowledge.model.checked import Finding
from knowledge.model.fact import Status

SHORT = 12  # hex digits of a hash that a person compares by eye
ALL = "all"
SHOWN = {
    ALL: "All sentences",
    Standing.CITED: "Cited",
    Standing.LEFT_OUT: "Left out",
    Standing.OPEN: "Open",
}
KEEP = (
    "This page holds the text of the documents. "
    "Keep it where you keep those, and pass it on only where their licenses allow it."
)
RESTRICTED = "It also holds restricted facts; for anybody else, make another with"
WITHHOLD = "--withhold"
WITHHELD = (
    "Made without restricted facts. The text of open sentences is not shown: "
    "what no fact here tells may be what only they tell."
)
OPEN_LEAD = "Neither cited nor left out. Each place is a locator, ready to paste."
NOT_SHOWN = "not shown"
UNSEEN = "Cited there, not seen by us:"
WHOLE = "What they say rests on the whole document, so they cover none of its sentences."
MORE = "… and more further down: footnote coverage --json lists them all."
STRAY = "These cover nothing:"
EXPLAINED = "Left out:"
OPEN = "Open:"
OPEN_REASON = "no fact cites it, and nothing explains it."
_COPY = {
    Finding.VERIFIED: "The copy is the one that was recorded on {day}",
    Finding.UNRECORDED: "The copy was never recorded",
    Finding.CHANGED: "The copy is not the one that was recorded on {day}",
    Finding.MISSING: "The copy cannot be used",
}


def verdict(covered: tuple[Coverage, ...]) -> str:
    """Say in one sentence whether everything is covered."""
    unusable = sum(bool(one.reason) for one in covered)
    open_ = sum(one.count(Standing.OPEN) for one in covered)
    total = sum(len(one.sentences) for one in covered)
    if unusable:
        return (
            f"{counted(unusable, 'copy', 'copies')} of {len(covered)} cannot count as covered."
        )
    if open_:
        return (
            f"{open_:,} of {counted(total, 'sentence')} {'is' if open_ == 1 else 'are'} open."
        )
    return f"Each of {counted(total, 'sentence')} is cited by a fact or left out with a reason."


def found(one: Coverage) -> str:
    """Say how the copy was found, with its day and hash where it has them."""
    checked = one.checked
    said = _COPY.get(checked.copy, f"The copy: {checked.copy}").format(day=checked.recorded)
    return f"{said} · sha256 {checked.sha256[:SHORT]}" if checked.sha256 else said


def abridged(one: Coverage, shown: int) -> str:
    """Say what of a very long document is on the page, and where the rest is."""
    return (
        f"Shown are {shown:,} of {len(one.sentences):,} sentences: the first ones, and every "
        "cited one. footnote coverage --json lists them all."
    )


def not_covered(one: Coverage) -> str:
    """Say why a copy cannot count as covered."""
    return f"Not covered: the copy {one.reason}."


def place(sentence: Sentence) -> str:
    """Return a sentence's locator."""
    return f"line {sentence.line} sentence {sentence.number}"


def status(standing: Status) -> str:
    """Return how a fact stands."""
    return STATUS[standing]


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def name(standing: str) -> str:
    """Return a standing as style sheets name it."""
    return standing.replace(" ", "-")
