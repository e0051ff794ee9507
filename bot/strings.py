"""Every sentence that askers read, in one place.

An abstention says what was not found; it never says "no".
"""

from collections.abc import Collection, Sequence
from itertools import islice

from knowledge.answer.outcomes import Reason
from knowledge.dates import When
from knowledge.model.fact import Status

MOST_LISTED = 8  # names in a sentence; a large base would fill a page
LONGEST_LISTED = 80
STATUS = {
    Status.ESTABLISHED: "established",
    Status.REPORTED: "reported",
    Status.DISPUTED: "disputed",
    Status.UNKNOWN: "searched, not found",
    Status.RETRACTED: "retracted",
}

_ABSTENTIONS = {
    Reason.UNKNOWN_PERSON: "A person whom this fact base knows was not found in that question.",
    Reason.NO_FACT: "A sourced answer to that question{about} was not found here. "
    "Nothing follows from that either way.",
    Reason.NOT_REPORTED_BY_THEN: "An answer to that question{about} that had been reported by "
    "{by} was not found here.",
    Reason.NOT_DATED: "Whether an answer to that question{about} had been reported by {by} "
    "cannot be told: its sources are undated.",
    Reason.NOT_A_QUESTION: "A question about a person was not found in that.",
    Reason.OTHER_LANGUAGE: "That question is in a language that this fact base does not read, "
    "so nothing was looked up.",
}

AMBIGUOUS = "That may ask for more than one fact. Did you mean:"
UNSURE = "Whether that asks for this fact is not sure. Did you mean:"
SUGGESTIONS = "What can be asked{about}:"
DUE = "Due for review since {date}: it may be out of date."
ONE_ORIGIN = "one origin"


def abstention(reason: Reason, *, name: str, by: str) -> str:
    """Return what was not found, about whom, and by which day where one was given."""
    return _ABSTENTIONS[reason].format(about=_about(name), by=by or "that day")


def suggestions(name: str) -> str:
    """Introduce the nearest questions about a person."""
    return SUGGESTIONS.format(about=_about(name))


def standing(status: Status, newest: When | None) -> str:
    """Return how a fact stands and how fresh its newest source is."""
    dated = f"newest source {newest.words}" if newest else "sources undated"
    return f"{STATUS[status]} · {dated}"


def as_of(day: When, *, later_claims: int) -> str:
    """Say that later reports were left aside, and how many claims with them."""
    if not later_claims:
        return f"As reported by {day.words}; later reports are left aside."
    aside = "one later claim is" if later_claims == 1 else f"{later_claims} later claims are"
    return f"As reported by {day.words}; {aside} left aside, and the sentence that sums all up."


def when(date: When) -> str:
    """Return the time that a fact is about."""
    return f"When: {date.placed}."


def due(date: When) -> str:
    """Say that a fact is past its review date."""
    return DUE.format(date=date.words)


def note(text: str) -> str:
    """Introduce a curator's note."""
    return f"Note: {text}"


def claim(statement: str, *, holder: str, said: str) -> str:
    """Return one claim as a line: what, who says so, since when."""
    return f"{statement} — {holder}" + (f", {said}" if said else "")


def independence(*, sources: int, independent: int, relayed: int, relay: str) -> str:
    """Return how many of the sources are independent, and how many were read only in others."""
    if sources == 1:
        return ONE_ORIGIN
    counted = ONE_ORIGIN if independent == 1 else f"{independent} independent"
    unseen = f" ({relayed} read only in {relay or 'others'})" if relayed else ""
    return f"{sources} sources, {counted}{unseen}"


def looked_at(documents: int) -> str:
    """Return how many documents were searched for what was not found."""
    return "one document looked at" if documents == 1 else f"{documents} documents looked at"


def footer(release: str) -> str:
    """Name the release that answered."""
    return f"release {release}"


def _about(name: str) -> str:
    return f" about {name}" if name else ""


STILL_MISSING = "still missing"
TO_MEND = "to mend"
SEE_IT = "see it as Discord will show it"
NEXT = "next"
REMARK = "remark"
WHOSE_FACT = "Whom the fact is about."
YES_OR_NO = "Answer yes or no; no writes nothing."
NOT_WRITTEN = "Nothing was written."
AS_COMMITTED = "As committed:"
LOOKS_AS_COMMITTED = "The card looks as committed:"
BEFORE = "Before, as committed:"
AFTER = "After, as edited:"
CHANGED = "Changed:"
NEW_FACT = "New, not committed yet:"
NOTHING_COMMITTED = "As it stands; there is no commit to compare it with:"
FACT_GONE = "Taken away since the last commit:"
FOR_THE_ASKER = "for the asker alone"
NO_CARD = "(no card: a retracted fact is never answered, nor one whose source is not listed)\n"
GREETING = "Ask about {names}. :help lists the commands."
GOODBYE = "Goodbye."
NOT_YET = "Ask something first."
FORGOTTEN = "The question before is forgotten."
NO_SOURCES = "The answer before shows no sources."
ONLY_HERE = "No DISCORD_TOKEN is set, so this is the conversation in the terminal."
ONLY_SAMPLES = (
    "No DISCORD_TOKEN is set and there is no terminal, so sample questions are answered. "
    "`footnote chat` answers the lines of its input, `footnote ask` one question."
)
PICK = ("1, 2, 3", "the question of that number in the reply before")
COMMANDS = {
    ":help": "this list",
    ":profiles": "whom the fact base knows",
    ":explain": "why the question before came to its answer",
    ":sources": "the sources of the answer before, with every place in them",
    ":forget": "start afresh: the next question leans on none before it",
    ":quit": "end the conversation (or Ctrl-D)",
}


def written(file: str) -> str:
    """Say where something new was written."""
    return f"Written into {file}."


def cited_by_none(source: str) -> str:
    """Say that a new source supports nothing yet."""
    return f"facts that cite {source}; footnote new fact starts one"


def surname_taken(word: str) -> str:
    """Say that the last word of a name was made a name of its own."""
    return f"{word!r} alone becomes a name too; take it out again, or say --no-surname."


def surname_left(word: str, others: Sequence[str]) -> str:
    """Say why the last word of a name was not made a name of its own."""
    if others:
        why = f"{', '.join(others)} may be meant too; it belongs into weak_names of each"
    else:
        why = "it is an everyday word; where it is safe, add it to names"
    return f"{word!r} alone becomes no name: {why}."


def keys_in(page: str) -> str:
    """Say where the keys of the files are explained."""
    return f"{page} says what each key holds."


def listed(names: Collection[str]) -> str:
    """Return some names, and how many more there are."""
    more = len(names) - MOST_LISTED
    shown = ", ".join(name[:LONGEST_LISTED] for name in islice(names, MOST_LISTED))
    return shown + (f" and {more} more" if more > 0 else "")


def no_profile(known: Sequence[str]) -> str:
    """Say which profiles there are."""
    return f"There is no such profile; the profiles are {listed(known)}"


def nobody_yet(command: str) -> str:
    """Say that a fact needs a profile, and which command starts one."""
    return f"There is no profile yet that a fact could be about; start one: {command}"


def wanted(about: str, *, usual: str, is_needed: bool) -> str:
    """Return what is asked for, and what an empty answer means."""
    if usual:
        return f"{about} Empty: {usual}."
    return about if is_needed else f"{about} Empty: none, or no more."


def greeting(names: tuple[str, ...]) -> str:
    """Open a conversation."""
    return GREETING.format(names=" or ".join(names))


def nothing_offered(typed: str) -> str:
    """Say that a number picks nothing, since the reply before offers no such question."""
    return f"The reply before offers no question {typed}; ask one in words."


def unknown_command(typed: str) -> str:
    """Say that a command is not there."""
    return f"There is no command {typed}; :help lists them."


def fact_count(count: int) -> str:
    """Return how many facts a profile holds."""
    return "1 fact" if count == 1 else f"{count} facts"


def remark_count(count: int) -> str:
    """Return how many remarks there are."""
    return "1 remark" if count == 1 else f"{count} remarks"
