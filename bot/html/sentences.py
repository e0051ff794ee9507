"""One document, sentence by sentence, with what became of each beside it."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import htpy as h

from bot.html import words
from bot.html.anchors import fact_id, language, sentence_id, source_id, title, to
from bot.html.shown import is_abridged, shown_sentences
from knowledge.base import FactBase
from knowledge.cite.lines import short_title, source_title
from knowledge.evidence.coverage import Astray, CitingFact, Coverage, CoveredSentence, Standing
from knowledge.model.fact import Claim
from knowledge.model.source import Source
from knowledge.text.fold import clean


def document_section(one: Coverage, base: FactBase, *, withheld: bool) -> h.Element:
    """Return the document with everything that is known of its sentences."""
    id_ = source_id(one)
    return h.section(".document", aria_labelledby=id_)[
        h.h3(id=id_, tabindex="-1")[title(one.source)],
        _about(one.source),
        h.p(".about")[words.found(one)],
        one.reason and h.p(".warning")[words.not_covered(one)],
        _astray(one.astray),
        _whole(one.whole),
        is_abridged(one) and h.p(".warning")[words.abridged(one, len(shown_sentences(one)))],
        (_line(one, number, said, base, withheld=withheld) for number, said in _lines(one)),
    ]


def _lines(one: Coverage) -> Iterator[tuple[int, tuple[CoveredSentence, ...]]]:
    for number, group in groupby(shown_sentences(one), key=lambda said: said.sentence.line):
        yield number, tuple(group)


def _about(source: Source) -> h.Element:
    return h.p(".about")[
        source_title(source),
        source.URL
        and (
            " · ",
            h.a(href=source.URL, rel="noreferrer noopener")["the original"],
        ),
        source.license and f" · {source.license}",
    ]


def _astray(found: tuple[Astray, ...]) -> h.Node:
    if not found:
        return None
    return h.div(".warning")[
        h.p[words.STRAY],
        h.ul[(h.li[f"{one.what}: {one.locator} {one.reason}"] for one in found)],
    ]


def _whole(facts: tuple[CitingFact, ...]) -> h.Node:
    if not facts:
        return None
    return h.details[
        h.summary[f"Read as a whole for {words.counted(len(facts), 'fact')}"],
        h.p[words.WHOLE],
        h.ul(".links")[(h.li[_link(fact)] for fact in facts)],
    ]


def _line(
    one: Coverage,
    number: int,
    said: Iterable[CoveredSentence],
    base: FactBase,
    *,
    withheld: bool,
) -> h.Element:
    return h.div(".line")[
        h.h4[f"Line {number}"],
        h.ol[(_sentence(one, sentence, base, withheld=withheld) for sentence in said)],
    ]


def _sentence(
    one: Coverage, said: CoveredSentence, base: FactBase, *, withheld: bool
) -> h.Element:
    is_veiled = withheld and said.standing is Standing.OPEN
    return h.li(id=sentence_id(one, said), class_=f"sentence {words.name(said.standing)}")[
        h.p(".said", dir="auto", lang=language(one.source))[
            h.span(".number")[
                h.span(".unseen")["Sentence "],
                str(said.sentence.number),
                h.span(".unseen")[": "],
            ],
            h.em[words.NOT_SHOWN] if is_veiled else clean(said.sentence.text),
        ],
        h.div(".beside")[_beside(said, base)],
    ]


def _beside(said: CoveredSentence, base: FactBase) -> h.Node:
    return (
        bool(said.facts) and h.ul(".facts")[(h.li[_fact(fact, base)] for fact in said.facts)],
        (
            h.p(".reason")[h.strong[words.EXPLAINED], " ", h.span(dir="auto")[row.reason]]
            for row in said.left_out
        ),
        said.standing is Standing.OPEN
        and h.p(".reason")[h.strong[words.OPEN], " ", words.OPEN_REASON],
    )


def _fact(fact: CitingFact, base: FactBase) -> h.Node:
    """Return what the sentence supports: the statement, or the claims that cite it."""
    cited = set(fact.citations)
    via = dict.fromkeys(
        short_title(base.sources[citation.source])
        for citation in fact.citations
        if citation.via
    )
    return (
        h.p(".head")[_link(fact), _marks(fact)],
        not cited.isdisjoint(fact.fact.citations) and h.p(dir="auto")[fact.fact.statement],
        (
            h.p(dir="auto")[_claim(claim)]
            for claim in fact.fact.claims
            if not cited.isdisjoint(claim.citations)
        ),
        via and h.p(".via")[f"{words.UNSEEN} {'; '.join(via)}"],
    )


def _link(fact: CitingFact) -> h.Element:
    return h.a(href=to(fact_id(fact)))[fact.id]


def _marks(fact: CitingFact) -> h.Node:
    return (
        h.span(".mark")[words.status(fact.fact.status)],
        fact.fact.is_restricted and h.span(".mark.restricted")["restricted"],
    )


def _claim(claim: Claim) -> h.Node:
    return (claim.statement, h.span(".holder")[f" — {claim.holder}"])
