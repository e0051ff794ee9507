"""Sentences that only a channel reads."""

from knowledge.dates import parse_when
from knowledge.model.checked import Finding

SOURCES = "Sources"
RELATED = "Related"
CITE = "Cite"
PASSAGE = "Show passage"
SHARE = "Share"
SHARED = "Shared"
PRIVATELY = "See privately"
BACK = "‹ Back"
NEXT = "More ›"
TOPICS = "Topics"
PICK_TOPIC = "Choose a topic"
PICK_FACT = "Choose a fact"
PICK_PERSON = "Choose a person"
PICK_SOURCE = "Choose a source"
LONGEST_NAME = 80
MOST_NAMES = 6  # of somebody's other names; every spelling would fill a phone's screen

LONG_FOOTNOTE = "The footnote is too long for a message; here it is as a file."
WITHDRAWN = (
    "That is withdrawn, or cannot be shown to you here. "
    "Ask again with /ask to see what the base says now."
)
NO_ARCHIVE = "No archive of stored copies is set up here, so no passage can be shown."
UNLICENSED = "Its license is not named, so its text is not shown."
FOUND = {
    Finding.VERIFIED: "verified: it says what it said when it was recorded",
    Finding.INTACT: "it says what it said when it was recorded, in a document that has changed",
    Finding.CHANGED: "changed: it does not say what it said when it was recorded",
    Finding.UNRECORDED: "never recorded, so nobody can tell whether it has changed",
}
UNREADABLE = "This button is from another version of the bot. Ask again with /ask."
NOT_SHAREABLE = "That can only be shown privately."
ALREADY_SHARED = "That was shared already."
ASKED = "Asked:"
NEUTRAL = "I cannot show an answer to that here."
NO_QUESTION = "Write a question beside my name, or use /ask."
QUESTION_GONE = "The question can no longer be read here. Ask it again with /ask."
NO_ADMIN = "That is for admins of the home server."
NOBODY = "Nobody can be asked about here."
NO_SUCH_SOURCE = "A fact or a source like that was not found here."
NO_DISPUTES = "No disputed fact about {name} is in this base."
NO_DATED = "A dated fact about {name} in that time is not in this base."
OLD_COMMAND = "Discord still shows an older form of this command. Try again in a few minutes."
ELSEWHERE = (
    "The question was answered, but Discord did not let the bot write there: it lacks the "
    "permission to send messages in that channel."
)
HIDDEN_PROBLEMS = "The rest is in facts that you may not see."
NOTHING_CHANGED = "nothing changed"
CHECKED = "The base on disk"
RELOADED = "Reloaded"
NOT_RELOADED = "Not reloaded; what ran runs on"
RELOADING = "A check or a reload is under way already."
HELP_LEAD = (
    "Ask with /ask, or name me beside your question. You get a sentence that a curator wrote, "
    "with its sources, or hear that a sourced answer was not found. I write nothing myself."
)
HELP_PEOPLE = "Whom I know here"
HELP_EXAMPLES = "Try"
HELP_COMMANDS = "More"
HELP_COMMAND_LIST = """\
- /sources · what an answer rests on, and every source
- /profile · a person, topic by topic
- /timeline · dated facts in order
- /disputes · what sources disagree on
- Apps › Find sourced answer, in the menu of a message"""
HELP_STORED = "What I store"
HELP_STORED_TEXT = (
    "Neither questions nor who asked. For ten minutes I remember, in memory only, which people "
    "and which fact your question before was about, so that you can ask “and where?”."
)


def failed(ref: str) -> str:
    """Apologize, with the reference under which the log tells more."""
    return f"Something broke on our side (ref {ref}). Nothing was answered."


def wait(seconds: float) -> str:
    """Ask for patience."""
    return f"One question at a time, please: ask again in {max(1, round(seconds))} s."


def changed(release: str) -> str:
    """Say that the base is no longer what a button was made from."""
    return f"The fact base has changed since that reply: this is the wording of {release}."


def shared_by(name: str) -> str:
    """Say who made a private reply public; the name is escaped already."""
    return f"{name} shared:"


def asked(question: str) -> str:
    """Repeat what was asked; the question is escaped already."""
    return f"You asked: {question}"


def also_known_as(names: tuple[str, ...]) -> str:
    """Return the first of somebody's other names, and how many more there are."""
    more = len(names) - MOST_NAMES
    shown = ", ".join(name[:LONGEST_NAME] for name in names[:MOST_NAMES])
    return f"also {shown}" + (f" and {more} more" if more > 0 else "")


def page_of(page: int, pages: int) -> str:
    """Say where in a list somebody is."""
    return f"page {page + 1} of {pages}"


def read_at(when: str) -> str:
    """Return a date in words, or as it stands where it is none."""
    try:
        return parse_when(when).words
    except ValueError:
        return when


def stored_copy(finding: Finding, day: str, sha256: str) -> str:
    """Say how a stored copy was found, with the day of its record and its hash."""
    if finding is Finding.NO_COPY:
        return "not archived"
    recorded = f"recorded on {day}" if day else ""
    parts = (str(finding), recorded, f"sha256 {sha256}" if sha256 else "")
    return " · ".join(dict.fromkeys(part for part in parts if part))


def stretch(sentences: int) -> str:
    """Say that a place is too long to be shown."""
    return f"{sentences} sentences were read for this; they are too many to be shown here."


def no_passage(finding: Finding) -> str:
    """Say why nothing can be shown of a place."""
    return "not archived" if finding is Finding.NO_COPY else "not to be read in the archive now"
