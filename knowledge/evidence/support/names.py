"""Words of a text as they are compared, and which of them are proper names."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from knowledge.text.fold import fold, latin
from knowledge.text.peoples import country
from knowledge.text.tokens import stem

_WORD = re.compile(
    r"""(?P<code>(?<![\w])[A-Z][A-Za-z]*(?:[-/]?\d\w*)(?:[-/]\w+)*)
      | (?P<letters>(?<!\w)(?:[^\W\d_]\.){2,}(?!\w))
      | (?P<domain>(?<!\w)[a-z][a-z-]{0,60}(?:\.[a-z][a-z-]{1,60}){1,5}(?!\w))
      | (?P<word>[^\W_]+(?:['’][^\W_]+)*)""",
    re.VERBOSE,
)
_OPENING = re.compile(r"(?:^|[.!?…:][\"”’')\]]*\s+)[\"“‘'(\[]*$")
_BEFORE = 16  # characters that tell whether a sentence begins; a copy may be one long line
_POSSESSIVE = re.compile(r"['’]s?$")
_LINKS = frozenset(
    {"of", "for", "the", "and", "de", "von", "van", "al", "el", "ez", "bin", "ibn"}
)
_SHORT = 3  # letters of capitals that are a word in small letters: US and us, IS and is
_LONGEST_ACRONYM = 6
FUNCTION_WORDS = frozenset(
    """a about above across after again against all allegedly almost alone along already also
    although always am among an and another any anybody anyone anything are around as aside at
    away back be because become been before behind being below beside besides between beyond
    both but by can could despite did do does done down during each earlier either else
    elsewhere even ever every everybody everyone everything except few following for former
    formerly from further had half has have he her here hers herself him himself his how
    however i if in indeed inside instead into is it its itself just last late later least
    less many may me meanwhile might more most much must my near neither never next no nobody
    none nor not nothing now of off on once one only or other others otherwise our out over
    own per perhaps possibly previously rather reportedly same several shall she should since
    so some somebody someone something soon still such than that the their theirs them then
    there these they this those though through thus till to together too toward towards under
    unless until up upon us very via was we were what when where whereas whether which while
    who whom whose why will with within without would yet you your""".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, or a part of one that a hyphen or a slash joins to others."""

    text: str
    key: str
    """Folded, in Latin letters; a short word in capitals keeps a mark that it was."""
    is_name: bool
    follows: bool
    """Whether it goes on with the run of names before it."""
    opens: bool
    """Whether it opens a sentence, where any word has a capital."""

    @property
    def is_acronym(self) -> bool:
        """Tell whether the word is one of capitals: OMON, UN."""
        return 1 < len(self.text) <= _LONGEST_ACRONYM and self.text.isupper()


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text in reading order."""
    found: list[Word] = []
    last_end = 0
    for match in _WORD.finditer(text):
        body = _POSSESSIVE.sub("", match[0])
        if match.lastgroup == "letters":
            body = body.replace(".", "")
        between = text[last_end : match.start()]
        found.append(
            Word(
                body,
                key(body),
                is_name=_is_name(match.lastgroup or "", body),
                follows=bool(found) and between in {" ", "-", "‑", "/", ". "},
                opens=_opens(text, match.start()),
            )
        )
        last_end = match.end()
    return tuple(found)


def without_codes(text: str) -> str:
    """Return a text without codes such as BETAB-500, whose numbers count nothing."""
    return _WORD.sub(lambda match: " " if match.lastgroup == "code" else match[0], text)


def key(word: str) -> str:
    """Return a word as it is compared with others."""
    folded = re.sub(r"['’]", "", latin(fold(word)))
    is_short = 1 < len(word) <= _SHORT and word.isupper()
    return f"^{folded}" if is_short else folded


def opens_with_a_name(word: Word, common: Collection[str]) -> bool:
    """Tell whether a word at the head of a sentence, where all have capitals, is a name."""
    folded = word.key.lstrip("^")
    if country(word.key) or word.is_acronym:
        return True
    is_word = folded in FUNCTION_WORDS or folded in common or stem(folded) in common
    return not is_word and not folded.endswith(("ly", "ing", "ed"))


def runs(words: Sequence[Word]) -> tuple[tuple[int, ...], ...]:
    """Return the runs of names, each as the places of its words: Ministry (of) Justice."""
    found: list[list[int]] = []
    gap = False
    for place, word in enumerate(words):
        if word.is_name:
            if found and not gap and word.follows and found[-1]:
                found[-1].append(place)
            else:
                found.append([place])
            gap = False
        elif word.key not in _LINKS or not word.follows:
            gap = True
    return tuple(tuple(run) for run in found)


def initials(words: Sequence[Word], run: Sequence[int]) -> dict[str, tuple[int, ...]]:
    """Return the acronyms that a run of names may have, each with the places that it is of."""
    spans = (
        run[start:end]
        for start in range(len(run))
        for end in range(start + 2, min(start + _LONGEST_ACRONYM, len(run)) + 1)
    )
    return {"".join(words[at].key.lstrip("^")[0] for at in span): tuple(span) for span in spans}


def _opens(text: str, start: int) -> bool:
    return bool(_OPENING.search(text, max(0, start - _BEFORE), start))


def _is_name(group: str, body: str) -> bool:
    if group in {"code", "domain"}:
        return True
    return len(body) > 1 and body[0].isupper() and body != "I"
