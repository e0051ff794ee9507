"""Frames: what people say around a question that is not asked of anybody.

"For the obituary: when was he born?", "A reader says he was born in Varzob, is that right?"
"""

import re
from collections.abc import Iterable

_TELLERS = (
    "readers?|colleagues?|editors?|sub-?editors?|subs?|interns?|trainees?|boss|bosses|friends?|"
    "viewers?|listeners?|clients?|callers?|users?|producers?|translators?|lawyers?|students?|"
    "desk|drafts?|scripts?|captions?|copy|manuscript|somebody|someone|people|some|everybody|"
    "everyone|they"
)
_TELL = (
    "says?|said|claims?|claimed|writes?|wrote|insists?|thinks?|believes?|reckons?|swears?|"
    "asks?|has it|have it|(?:tells?|told) (?:me|us)|wants? to know|needs? to know"
)
_WONDER = (
    "read|heard|hear|saw|understand|gather|assume|believe|think|remember|take it|was told|"
    "were told|am told|are told|wonder|am wondering|are wondering|"
    "need to (?:know|check|be sure)|want to (?:know|check|write|say)|have to (?:know|check)|"
    "would like to know|must know"
)
_SURE = (
    "right|true|correct|so|documented|confirmed|sourced|on record|known|backed up|supported|"
    "established|accurate|fair|verified|attested"
)
# All that may be taken away. A closed list: whatever else stands around a question, a name, a
# role, a year, a country, a denial, may be what it asks about.
_FRAMING = frozenset(
    "a an the our my your this that these those some one another two for in of on to at by "
    "with and so as it is are was were be been am do does did has have had can could may "
    "would should shall i we us me you they just once somewhere here please thanks right "
    "correct true fair ok yes hi hello hey quick quickly q question questions asking ask asks "
    "asked if whether need needs want wants wanted lack lacks require requires must know "
    "knows like check checks checking verify confirm confirms confirmation confirmed sure "
    "tell tells told say says said saying claim claims claimed write writes wrote writing "
    "insist insists think thinks believe believes reckon reckons swear swears suggest "
    "remember read heard hear saw seen understand gather assume take wonder wondering state "
    "print report any idea source sourced documented known backed up supported established "
    "accurate verified attested agreed there exist exists goes desk team newsroom channel "
    "draft drafts script scripts caption captions copy manuscript somebody someone people "
    "everybody everyone obituary obit timeline profile memo piece story article file note "
    "notes brief briefing headline map chart table graphic graphics box sidebar infobox bio "
    "biography record records archive podcast programme program broadcast bulletin compliance "
    "screening database entry form spreadsheet slide presentation paper thesis summary line "
    "sentence paragraph intro lead building making drawing drafting preparing fact facts "
    "working new longer short".split()
)
# Who tells or asks something may be left out; "The lawyer: …" is about a lawyer.
_PEOPLE = frozenset(
    "reader readers colleague colleagues editor editors subeditor sub subs intern interns "
    "trainee trainees boss bosses friend friends viewer viewers listener listeners client "
    "clients caller callers user users producer producers translator translators lawyer "
    "lawyers student students analyst analysts researcher researchers reporter reporters "
    "archivist cartographer podcaster".split()
)
_TELLING = frozenset(
    "ask asks asked says said claims claimed write writes wrote insists think thinks believe "
    "believes reckons swears tells told want wants need needs know say".split()
)
_BE = "is|are|was|were|did|does|do|has|have|had|can|could|would|will"
_MARK = re.compile(r"[:;,.–—-]\s")
_SPOKEN = re.compile(
    rf"\W*(?:i|we|can|could|may|should|would|shall|an?|the|our|my|one|another|this|that|two|some"
    rf"|{_TELLERS})\b",
    re.IGNORECASE,
)


def _leads(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\W*(?:{pattern})", re.IGNORECASE) for pattern in patterns)


_MARKED_LEADS = _leads(
    r"[^:?\"“”«»]{2,90}:\s+",
    r"for (?:an?|the|our|my|this|that|\w+'s)\s[^,?:]{3,60},\s+",
    rf"[^?]{{5,100}},\s+so\s+(?=(?:{_BE}|when|what|who|where|how|which|why)\b)",
)
_SPOKEN_LEADS = _leads(
    rf"(?:(?:an?|the|our|my|one|another|this|that|two|some)\s+)?(?:[\w-]+\s+)?(?:{_TELLERS})"
    rf"\s+(?:{_TELL})\s+(?:that\s+|if\s+|whether\s+)?",
    rf"(?:i|we)(?:'ve|\s+have|\s+just|\s+once)?\s+(?:{_WONDER})\s+(?:somewhere\s+)?"
    r"(?:that\s+|if\s+|whether\s+)?",
    r"(?:i|we|our \w+|the \w+ (?:team|desk|people))\s+(?:needs?|wants?|lacks?|requires?)\s+",
    r"(?:can|could|may|should|would|shall) (?:i|we|you|one|anybody|anyone|somebody) "
    r"(?:\w+ )?(?:write|say|print|state|confirm|check|verify|claim|report)\s+"
    r"(?:that\s+|if\s+|whether\s+)",
)
_TAILS = tuple(
    re.compile(rf"(?:{tail})\W*$", re.IGNORECASE)
    for tail in (
        rf"[:;,.–—-]\s+is (?:that|this|it) (?:{_SURE})",
        r"[,;.]\s+(?:right|correct|true|true or not|yes or no|yes|or not|please|thanks|agreed)",
        rf"[,;.]\s+(?:{_BE})(?:n't)? (?:it|he|she|they|that|this)",
        r"[,;.]\s+do (?:you|we) (?:have|know) (?:it|that|this|one|any)",
        r"[,;.]\s+(?:is there (?:one|any)|does (?:one|any) exist|any idea)",
        r"[,;.]\s+what goes in(?: there)?",
        r"[,;.]\s+(?:can|could) (?:you|i|we|anybody) (?:confirm|check|write|say)(?: \w+)?",
    )
)
_MOST = 3  # frames around one question


def are_framing(words: Iterable[str]) -> bool:
    """Tell whether some words only stand around questions."""
    around = frozenset(words)
    if not around.isdisjoint(_PEOPLE) and around.isdisjoint(_TELLING):
        return False
    return around <= _FRAMING | _PEOPLE


def unframed(question: str) -> str:
    """Return what stands within all frames; the question itself where it has none."""
    inner = question
    for _ in range(_MOST):
        less = _without_tail(_without_lead(inner))
        if less == inner or not less:
            break
        inner = less
    return inner


def _without_lead(question: str) -> str:
    leads = (
        *(_MARKED_LEADS if _MARK.search(question) else ()),
        *(_SPOKEN_LEADS if _SPOKEN.match(question) else ()),
    )
    found = (lead.match(question) for lead in leads)
    return next((question[match.end() :] for match in found if match), question)


def _without_tail(question: str) -> str:
    if not _MARK.search(question):
        return question
    found = (tail.search(question) for tail in _TAILS)
    return next((question[: match.start()] for match in found if match), question)
