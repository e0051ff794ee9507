"""The coverage page: documents sentence by sentence, the facts beside them. Pure."""

import htpy as h

from bot.html import words
from bot.html.anchors import DOCUMENTS, FACTS, MAIN, OPEN, to
from bot.html.document import document
from bot.html.facts import fact_list
from bot.html.sentences import document_section
from bot.html.summary import choice, open_sentences, summary
from knowledge.base import FactBase
from knowledge.evidence.coverage import Coverage


def coverage_page(covered: tuple[Coverage, ...], base: FactBase, *, withheld: bool) -> str:
    """Return the text of a file that shows which sentences each fact rests on."""
    return document(
        f"Coverage: {words.verdict(covered)}",
        [
            h.a(".skip", href=to(MAIN))["Skip to the content"],
            _patterns(),
            _head(covered, base, withheld=withheld),
            h.main(id=MAIN, tabindex="-1")[
                summary(covered),
                open_sentences(covered),
                h.section(".documents", aria_labelledby=DOCUMENTS)[
                    h.h2(id=DOCUMENTS, tabindex="-1")["Documents"],
                    choice(covered),
                    (document_section(one, base, withheld=withheld) for one in covered),
                ],
                fact_list(covered, base),
            ],
            h.footer[h.p[f"Made by Footnote from release {base.name}."]],
        ],
    )


def _head(covered: tuple[Coverage, ...], base: FactBase, *, withheld: bool) -> h.Element:
    holds_restricted = any(
        fact.is_restricted for held in base.profiles.values() for fact in held.facts
    )
    return h.header[
        h.h1["Coverage"],
        h.p(".verdict")[words.verdict(covered)],
        h.p(".keep")[
            words.KEEP,
            holds_restricted and (f" {words.RESTRICTED} ", h.code[words.WITHHOLD], "."),
            withheld and f" {words.WITHHELD}",
        ],
        h.nav(aria_label="On this page")[
            h.ul[
                (
                    h.li[h.a(href=to(id_))[text]]
                    for id_, text in (
                        (OPEN, "Open sentences"),
                        (DOCUMENTS, "Documents"),
                        (FACTS, "Facts"),
                    )
                )
            ]
        ],
    ]


def _patterns() -> h.Element:
    """Return what the bars are hatched with, so that color is never the only sign."""
    return h.svg(".patterns", width="0", height="0", aria_hidden="true")[
        h.defs[
            h.pattern(
                id="hatch",
                width="6",
                height="6",
                patternUnits="userSpaceOnUse",
                patternTransform="rotate(45)",
            )[
                h.rect(width="6", height="6", class_="ground"),
                h.rect(width="2", height="6", class_="stripe"),
            ],
        ]
    ]
