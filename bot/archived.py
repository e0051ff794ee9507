"""The archive as the running bot uses it: looked into at a start, read for a passage.

What was found of the stored copies belongs to a base that was put to use, so that no lookup and
no answer opens a file; a reload looks anew. A passage is read when somebody asks for it, and
nothing of it is kept.
"""

import logging
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from bot.config import Config
from knowledge.archive.folder import read_copies
from knowledge.base import FactBase
from knowledge.evidence.passages import ReadPlace, may_be_shown, places_behind, read_places
from knowledge.evidence.verify import verify_citations
from knowledge.model.checked import UNSOUND, Finding
from knowledge.model.fact import Fact

_log = logging.getLogger(__name__)


def with_archive(base: FactBase, config: Config) -> FactBase:
    """Return the base with what is found of its stored copies, where an archive is set up."""
    if config.archive is None:
        return base
    checked = verify_citations(base, read_copies(config.archive, base.sources.values()))
    for source in checked:
        if source.finding in UNSOUND:
            _log.warning("stored copy source=%s finding=%s", source.id, source.finding)
    usable = (source.id for source in checked if source.copy is not Finding.MISSING)
    passages = frozenset(
        id_
        for id_ in usable
        if may_be_shown(base.sources[id_], unlicensed=config.unlicensed_passages)
    )
    found = MappingProxyType({source.id: source for source in checked})
    return replace(base, checked=found, passages=passages)


def read_passages(
    fact: Fact, base: FactBase, archive: Path, *, unlicensed: bool
) -> tuple[ReadPlace, ...]:
    """Return the passages behind a fact as the archive has them now; reads the disk."""
    sources = [base.sources[place.source] for place in places_behind(fact)]
    shown = (s for s in sources if may_be_shown(s, unlicensed=unlicensed))
    copies = read_copies(archive, {source.id: source for source in shown}.values())
    return tuple(read_places(fact, base, copies, unlicensed=unlicensed))
