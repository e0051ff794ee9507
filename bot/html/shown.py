"""Which sentences of a document stand on the page: all, but for one as long as a shelf."""

from knowledge.evidence.coverage import Coverage, CoveredSentence
from knowledge.evidence.open_places import OpenPlace, open_places

LONGEST = 10_000  # sentences: a book of 600 pages, which a browser still opens at once


def is_abridged(one: Coverage) -> bool:
    """Tell whether a document is too long to stand on the page as a whole."""
    return len(one.sentences) > LONGEST


def shown_sentences(one: Coverage) -> tuple[CoveredSentence, ...]:
    """Return the first sentences of a document, and every cited one after them."""
    later = (said for said in one.sentences[LONGEST:] if said.facts)
    return (*one.sentences[:LONGEST], *later)


def shown_open_places(one: Coverage) -> tuple[OpenPlace, ...]:
    """Return the open places that begin with a sentence that is shown."""
    shown = {(said.sentence.line, said.sentence.number) for said in shown_sentences(one)}
    return tuple(
        place
        for place in open_places(one)
        for first in (place.sentences[0].sentence,)
        if (first.line, first.number) in shown
    )
