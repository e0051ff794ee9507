from knowledge.base import FactBase
from knowledge.dates import When, parse_when
from knowledge.model.fact import Fact


def newest_source(fact: Fact, base: FactBase) -> When | None:
    """Return the publication date of the newest source cited, or None where none is dated."""
    issued = (base.sources[citation.source].issued for citation in fact.all_citations)
    dates = [parse_when(text) for text in issued if text]
    return max(dates, key=lambda when: (when.end, when.edtf), default=None)
