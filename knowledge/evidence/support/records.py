"""What the record of a cited source says: its names, and the days that it is of."""

import re

from knowledge.evidence.support.reading import Reading, read
from knowledge.evidence.support.vocabulary import Vocabulary, is_person
from knowledge.model.source import Source

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def read_record(source: Source, vocabulary: Vocabulary) -> Reading:
    """Return what a source's record supports: its names, and its dates where said in full.

    That an article is of 2015 does not date the "September" in it: only the very same date as
    the record's is supported. Of the title only the people count: who an article is about is
    often a pronoun in its sentences.
    """
    about = read(source.title or "", vocabulary)
    names = (
        *(source.container_title, source.publisher, source.publisher_place),
        *(str(name) for name in (*source.author, *source.editor)),
        *(source.number, source.genre),
    )
    found = read(" | ".join(name for name in names if name), vocabulary)
    dates = (source.issued, source.archived, source.accessed)
    plain = (match for date in dates if date and (match := _PLAIN.fullmatch(date)))
    return Reading(
        exact=frozenset((m[1], int(m[2] or 0), int(m[3] or 0)) for m in plain),
        keys=found.keys,
        capitals=found.capitals,
        acronyms=found.acronyms,
        initials=found.initials,
        groups=found.groups,
        about=frozenset(group for group in about.groups if is_person(group)),
    )
