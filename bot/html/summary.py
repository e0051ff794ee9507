"""The top of the coverage page: how much is covered, and every open place, linked."""

from collections.abc import Iterator, Mapping

import htpy as h

from bot.html import words
from bot.html.anchors import OPEN, SUMMARY, sentence_id, source_id, title, to
from bot.html.shown import is_abridged, shown_open_places
from knowledge.evidence.coverage import Coverage, Standing
from knowledge.evidence.open_places import OpenPlace
from knowledge.text.fold import clean

STANDINGS = (Standing.CITED, Standing.LEFT_OUT, Standing.OPEN)
_SHORT = 90  # characters of an open sentence, enough to know it by


def summary(covered: tuple[Coverage, ...]) -> h.Element:
    """Return how much of each document is covered."""
    return h.section(".summary", aria_labelledby=SUMMARY)[
        h.h2(id=SUMMARY)["At a glance"],
        h.ul(".glance")[(h.li[_glance(one)] for one in covered)],
    ]


def open_sentences(covered: tuple[Coverage, ...]) -> h.Element:
    """Return every open place with a link to it, document by document."""
    total = sum(one.count(Standing.OPEN) for one in covered)
    return h.section(".openings", aria_labelledby=OPEN)[
        h.h2(id=OPEN, tabindex="-1")[f"Open sentences ({total:,})"],
        h.p[words.OPEN_LEAD if total else "None."],
        (_openings(one) for one in covered if one.count(Standing.OPEN)),
    ]


def choice(covered: tuple[Coverage, ...]) -> h.Element:
    """Return the switch that leaves only some sentences shown, by the style sheet alone."""
    counts = {words.ALL: sum(len(one.sentences) for one in covered)} | {
        standing: sum(one.count(standing) for one in covered) for standing in STANDINGS
    }
    return h.fieldset(".choice")[
        h.legend["Show"],
        (_option(standing, count) for standing, count in counts.items()),
    ]


def _option(standing: str, count: int) -> h.Element:
    return h.label[
        h.input(
            id=f"show-{words.name(standing)}",
            type="radio",
            name="show",
            checked=standing == words.ALL,
        ),
        f" {words.SHOWN[standing]} ({count:,})",
    ]


def _glance(one: Coverage) -> h.Node:
    counts = {standing: one.count(standing) for standing in STANDINGS}
    return (
        h.p(".name")[h.a(href=to(source_id(one)))[title(one.source)]],
        h.p(".share")[_share(one)],
        bool(one.sentences) and (_bar(counts), _legend(counts)),
        one.reason and h.p(".warning")[words.not_covered(one)],
    )


def _share(one: Coverage) -> h.Node:
    if one.reason or one.share is None:
        return "not covered"
    of = words.counted(len(one.sentences), "sentence")
    return (h.strong[f"{one.share} %"], f" of {of} covered")


def _bar(counts: Mapping[Standing, int]) -> h.Element:
    """Return the counts as lengths; what they say stands in words below."""
    return h.svg(".bar", width="100%", height="14", aria_hidden="true")[
        (
            h.rect(
                class_=words.name(standing), x=f"{x:.3f}%", width=f"{width:.3f}%", height="14"
            )
            for standing, x, width in _lengths(counts)
        )
    ]


def _lengths(counts: Mapping[Standing, int]) -> Iterator[tuple[Standing, float, float]]:
    total, before = sum(counts.values()), 0
    for standing, count in counts.items():
        yield standing, 100 * before / total, 100 * count / total
        before += count


def _legend(counts: Mapping[Standing, int]) -> h.Element:
    return h.ul(".legend")[
        (
            h.li[
                h.svg(".key", width="14", height="14", aria_hidden="true")[
                    h.rect(class_=words.name(standing), width="14", height="14")
                ],
                f" {count:,} {standing}",
            ]
            for standing, count in counts.items()
        )
    ]


def _openings(one: Coverage) -> h.Node:
    return (
        h.h3[title(one.source)],
        h.ul(".places")[(h.li[_opening(one, place)] for place in shown_open_places(one))],
        is_abridged(one) and h.p[words.MORE],
    )


def _opening(one: Coverage, place: OpenPlace) -> h.Node:
    first, more = place.sentences[0], len(place.sentences) - 1
    text = clean(first.sentence.text)
    return (
        h.a(href=to(sentence_id(one, first)))[place.locator],
        h.span(dir="auto")[f" {text[:_SHORT]}{'…' if len(text) > _SHORT else ''}"],
        more > 0 and h.small[f" and {words.counted(more, 'more sentence')}"],
    )
