"""Frames: what people say around a question that is not asked of anybody.

"For the obituary: when was he born?", "A reader says he was born in Varzob, is that right?"
`lexicon.unwrapped` takes requests out of every wording, phrasings too; a frame is taken only
from what somebody asks, which is read as it stands as well.
"""

import re
from collections.abc import Sequence

from knowledge.text.lexicon import AROUND_REQUESTS, AUXILIARIES, NEGATIONS
from knowledge.text.tokens import words

# Who tells or asks something may be left out; "the lawyer" alone may be whom it is about.
_PEOPLE = frozenset(
    "reader readers colleague colleagues editor editors subeditor sub subs intern interns "
    "trainee trainees boss bosses friend friends viewer viewers listener listeners client "
    "clients caller callers user users producer producers translator translators lawyer "
    "lawyers student students analyst analysts researcher researchers reporter reporters "
    "archivist cartographer podcaster".split()
)
_TELLING = frozenset(
    "ask asks asked say says said claim claims claimed write writes wrote insist insists think "
    "thinks believe believes reckon reckons swear swears tell tells told know knows read heard "
    "hear saw understand gather assume remember wonder wondering need needs want wants wanted "
    "lack lacks require requires check confirm verify".split()
)
# All that may be taken away: whatever else stands around a question, a name, a role, a year, a
# country, a denial, may be what it asks about.
_FRAMING = (AROUND_REQUESTS | _PEOPLE | _TELLING) - NEGATIONS - {"now"} | frozenset(
    "this that these those some another two for in of on to at by with and so as it is are "
    "was were been am did have had may should shall they once somewhere thanks right "
    "correct true fair yes q questions asking wanting must checking confirmation confirmed "
    "saying writing any idea source sourced documented known backed up supported "
    "established accurate verified attested agreed there exist exists goes newsroom channel "
    "drafts script scripts captions copy manuscript people everybody obituary obit timeline "
    "profile memo notes note brief briefing headline map chart table graphic graphics box "
    "sidebar infobox bio biography record records archive podcast broadcast bulletin "
    "compliance screening database entry form spreadsheet slide presentation paper thesis "
    "summary sentence paragraph intro lead building making drawing drafting preparing fact "
    "facts working new longer short print".split()
)
_DETERMINERS = frozenset("a an the our my your this that these those".split())
_ASKED = frozenset("i we you one somebody someone anybody anyone".split())
_THAT = frozenset("that if whether me us".split())
_PART = re.compile(r"(?:[^:;,.?!–—]|[:;,.?!–—](?!\s))+[:;,.?!–—]*\s*")
_WORD = re.compile(r"[\w'’-]+")
LEAST = 2  # words that a question has


def unframed(question: str) -> str:
    """Return what stands within all frames; the question itself where it has none."""
    parts = _PART.findall(question) or [question]
    first, end = 0, len(parts)
    while first < end - 1 and _is_frame(parts[first]):
        first += 1
    while end - 1 > first and _is_frame(parts[end - 1]):
        end -= 1
    inner = _without_teller("".join(parts[first:end]))
    return inner if len(inner.split()) >= LEAST else question


def _is_frame(part: str) -> bool:
    """Tell whether part of a text only stands around a question: "For the record:"."""
    said = words(part)
    if not said or not _FRAMING.issuperset(said):
        return False
    may_be_meant = said[0] in _DETERMINERS or not _PEOPLE.isdisjoint(said)
    return not may_be_meant or not _TELLING.isdisjoint(said)


def _without_teller(text: str) -> str:
    """Take away who says it, or wants to know: "a reader says that", "I need to know if"."""
    starts: list[int] = []
    said: list[str] = []
    for match in _WORD.finditer(text):
        starts.append(match.start())
        said.append(match[0].lower())
        if not _is_framing(said[-1]):
            break
    else:
        starts.append(len(text))
    told = max((n for n in range(1, len(starts) - 1) if said[n] in _TELLING), default=0)
    if not told or _asks_who_told(said):
        return text
    rest = next((n for n in range(told + 1, len(said)) if said[n] not in _THAT), len(said))
    return text[starts[rest] :]


def _is_framing(word: str) -> bool:
    return word in _FRAMING or ("'" in word and _FRAMING.issuperset(words(word)))


def _asks_who_told(said: Sequence[str]) -> bool:
    """Tell whether somebody's telling is asked about: "did they say he left?"."""
    return said[0] in AUXILIARIES and said[1] not in _ASKED
