"""Where the links of a page lead: ids that no text of a document can share."""

import re

from knowledge.evidence.coverage import CitingFact, Coverage, CoveredSentence
from knowledge.model.source import Source
from knowledge.text.fold import clean

MAIN, SUMMARY, OPEN, DOCUMENTS, FACTS = "main", "summary", "open", "documents", "facts"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def source_id(one: Coverage) -> str:
    """Return the id of a document's section."""
    return f"source-{one.source.id}"


def sentence_id(one: Coverage, said: CoveredSentence) -> str:
    """Return the id of a sentence: its source, line and number."""
    return f"{source_id(one)}.{said.sentence.line}.{said.sentence.number}"


def fact_id(fact: CitingFact) -> str:
    """Return the id of a fact in the list of facts."""
    return f"fact-{fact.id}"


def to(id_: str) -> str:
    """Return the address of an id on the same page."""
    return f"#{id_}"


def title(source: Source) -> str:
    """Return what a document is called in a heading."""
    return clean(source.title or source.container_title or source.id)


def language(source: Source) -> str | None:
    """Return the language of a document where it is written as browsers read it."""
    written = source.language or ""
    return written if _LANGUAGE.fullmatch(written) else None
