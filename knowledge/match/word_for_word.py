"""Word for word: what is asked just as a curator wrote it needs no weighing."""

from dataclasses import replace

import numpy as np

from knowledge.index.build import Index
from knowledge.index.gather import exact_number
from knowledge.index.search import Near
from knowledge.match.explain import WORD_FOR_WORD, Candidate, Effect
from knowledge.match.reading import BARE_NAME, TWO_QUESTIONS, Reading, Scope
from knowledge.match.weighing import (
    another_matter,
    fact_of,
    phrasing_of,
    roundabout,
    taken,
)
from knowledge.match.weights import PERSONAL, chance
from knowledge.text.lexicon import WHO_IS_MEANT

EXACT = 7.0  # log-odds of a question that is a phrasing, word for word


def exact_fact(way: Reading, index: Index) -> Near | None:
    """Return the fact that has the question as a phrasing, word for word."""
    if way.profile is None or way.borrows:
        return None
    found = index.exact_row(exact_number(way.masked, way.profile), way.profile)
    if found is None:
        return None
    part, row = found
    fact = int(part.fact_of_row[row])
    (owner,) = part.owners(np.array([fact]))
    is_shadow = bool(part.shadows[fact])
    return Near(part, owner, fact, row, is_shadow, cosine=1.0, alike=1.0, share=1.0)


def word_for_word(near: Near, way: Reading, scope: Scope) -> Candidate:
    """Return a fact that has a reading as a phrasing, as a candidate."""
    profile, fact = fact_of(near, scope)
    against_it = (*roundabout(way), *another_matter(way, profile, fact))
    effects = (
        Effect(WORD_FOR_WORD, "", 1.0, EXACT),
        *(taken(found, PERSONAL) for found in against_it),
    )
    unclear = (reason for reason in way.unclear if reason != TWO_QUESTIONS)  # joined on purpose
    return Candidate(
        *(profile, fact.id, phrasing_of(near, fact, scope), 1.0),
        chance(sum(effect.taken for effect in effects)),
        effects,
        fact.phrasings[0],
        unclear=next(unclear, ""),
    )


def by_name(way: Reading, scope: Scope) -> tuple[Candidate, ...]:
    """Return what a curator lets a bare name ask for, to be offered: who that is."""
    bare = replace(way, masked=(WHO_IS_MEANT,), unclear=(BARE_NAME,))
    named = exact_fact(bare, scope.index)
    if named is None or named.is_shadow:
        return ()
    found = word_for_word(named, bare, scope)
    return (found._replace(score=chance(0.0), effects=(Effect(BARE_NAME, "", 1.0, 0.0),)),)
