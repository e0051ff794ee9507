"""The list of facts at the end of the coverage page: each once, with links to its sentences."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

import htpy as h

from bot.html import words
from bot.html.anchors import FACTS, fact_id, sentence_id, source_id, title, to
from knowledge.base import FactBase
from knowledge.evidence.coverage import CitingFact, Coverage


@dataclass(slots=True)
class _Listed:
    """A fact with the places that cite it, and the documents that were read as a whole."""

    fact: CitingFact
    places: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    """By the document's title, the words and the address of each link."""
    whole: list[Coverage] = field(default_factory=list)


def fact_list(covered: tuple[Coverage, ...], base: FactBase) -> h.Element:
    """Return every fact of the page, person by person."""
    listed = _listed(covered)
    by_profile = groupby(
        (listed[id_] for id_ in sorted(listed)), key=lambda one: one.fact.profile
    )
    return h.section(".list", aria_labelledby=FACTS)[
        h.h2(id=FACTS, tabindex="-1")[f"Facts ({len(listed):,})"],
        (
            (
                h.h3[base.profiles[profile].profile.name],
                h.div(".cards")[[_article(one) for one in facts]],
            )
            for profile, facts in by_profile
        ),
    ]


def _listed(covered: tuple[Coverage, ...]) -> Mapping[str, _Listed]:
    found: dict[str, _Listed] = {}
    for one in covered:
        for said in one.sentences:
            link = (words.place(said.sentence), to(sentence_id(one, said)))
            for fact in said.facts:
                listed = found.setdefault(fact.id, _Listed(fact))
                listed.places.setdefault(title(one.source), []).append(link)
        for fact in one.whole:
            found.setdefault(fact.id, _Listed(fact)).whole.append(one)
    return found


def _article(one: _Listed) -> h.Element:
    fact = one.fact.fact
    return h.article(".fact")[
        h.h4(id=fact_id(one.fact), tabindex="-1")[one.fact.id],
        h.p(".marks")[
            h.span(".mark")[words.status(fact.status)],
            fact.is_restricted and h.span(".mark.restricted")["restricted"],
        ],
        h.p(dir="auto")[fact.statement],
        fact.claims
        and h.ul[(h.li(dir="auto")[f"{c.statement} — {c.holder}"] for c in fact.claims)],
        fact.note and h.p(".note", dir="auto")[f"Note: {fact.note}"],
        h.ul(".read")[_links(one)],
    ]


def _links(one: _Listed) -> Iterator[h.Element]:
    for name, places in one.places.items():
        yield h.li[h.span[f"{name}:"], [_link(name, *place) for place in places]]
    for document in one.whole:
        whole = h.a(href=to(source_id(document)))["as a whole", _unseen(title(document.source))]
        yield h.li[h.span[f"{title(document.source)}:"], whole]


def _link(name: str, place: str, address: str) -> h.Element:
    return h.a(href=address)[place, _unseen(name)]


def _unseen(name: str) -> h.Element:
    """Name the document for whoever hears a list of links."""
    return h.span(".unseen")[f" of {name}"]
