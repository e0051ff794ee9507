"""Words of a question or a phrasing, as every later step compares them."""

import re
from functools import lru_cache

from Stemmer import Stemmer

from knowledge.text.fold import fold

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SHORT_FORMS = {
    "can't": "can not",
    "cannot": "can not",
    "won't": "will not",
    "shan't": "shall not",
    "ain't": "is not",
    "let's": "let us",
    "gonna": "going to",
    "gotta": "have to",
    "wanna": "want to",
    "dunno": "do not know",
    "whats": "what is",
    "whos": "who is",
    "wheres": "where is",
    "whens": "when is",
    "hows": "how is",
    "didnt": "did not",
    "doesnt": "does not",
    "dont": "do not",
    "hasnt": "has not",
    "isnt": "is not",
    "wasnt": "was not",
    "u": "you",
    "ur": "your",
    "pls": "please",
    "plz": "please",
}
_ENDINGS = {"n't": "not", "'ve": "have", "'ll": "will", "'re": "are", "'d": "would", "'m": "am"}
_TAKES_IS = frozenset("what who where when how why that there here it he she this".split())
_STEMMER = Stemmer("english", 0)  # its own cache is off: `stem` has one
_CAPITALS = re.compile(r"\b(?:IS|US)\b")
_STRESSED = re.compile(
    r"(?:^\W*|(?i:\b(?:who|what|when|where|why|how|which))\s+)IS(?=\s+(?i:the|an?|he|his|she|her"
    r"|it|its|they|their|this|that|these|those|there)\b)"
    r"|(?<=\b[Ww]ho )IS(?=\s)|(?<=\b[Ww]here )IS(?=\s)"
)
_MEANT = {"IS": "ISIS", "US": "USA"}
_IN_LAW = re.compile(r"\b(\w+)[- ]in[- ]law\b", re.IGNORECASE)
_THE_US = re.compile(
    r"(?<=\bthe )us\b|\bus(?= (?:sanction|state|government|treasury|embassy|ambassador|army"
    r"|military|official|train|course|instructor|visa|program|soldier|troop|citizen))",
    re.IGNORECASE,
)
_TO_US = re.compile(r"\b(tell|give|show|let|remind|help) us\b", re.IGNORECASE)


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text; short forms are written out, possessives dropped.

    There is no cache of texts: it would hold what askers typed.
    """
    return tuple(
        part for word in _WORD.findall(fold(_spelled_out(text))) for part in _written_out(word)
    )


def _spelled_out(text: str) -> str:
    """Keep IS and US apart from "is" and "us", and "tell us" from the United States."""
    lower = text.lower()
    if "law" in lower:
        text = _IN_LAW.sub(r"\1inlaw", text)
    if ("IS" in text or "US" in text) and not text.isupper():
        text = _STRESSED.sub(lambda match: match[0].lower(), text)
        text = _CAPITALS.sub(lambda match: _MEANT[match[0]], text)
    if "us" not in lower:
        return text
    return _THE_US.sub("USA", _TO_US.sub(r"\1", text))


@lru_cache(maxsize=262_144)
def stem(word: str) -> str:
    """Return a word's stem (Porter's English stemmer, second version: Snowball)."""
    return str(_STEMMER.stemWord(word)) if word.isascii() else word


@lru_cache(maxsize=65_536)
def _written_out(word: str) -> tuple[str, ...]:
    if word in _SHORT_FORMS:
        return tuple(_SHORT_FORMS[word].split())
    if "'" not in word:
        return (word,)
    for ending, full in _ENDINGS.items():
        if word.endswith(ending) and word != ending:
            return (word[: -len(ending)], full)
    head, _, tail = word.rpartition("'")
    if tail == "s":
        return (head, "is") if head in _TAKES_IS else (head.replace("'", ""),)
    return (word.replace("'", ""),)
