"""Independence: what a careful desk would count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.cite.origins import Independence, independence
from knowledge.model.fact import Citation
from knowledge.model.source import Source
from tests.knowledge.dates_table import AT_ANY_SPEED
from tests.knowledge.make import make_base, make_citation, make_source

NAMES = tuple("abcd")
PLAIN = tuple(make_source(id_) for id_ in NAMES)


def seen(id_: str) -> Citation:
    return make_citation(id_)


def via(id_: str, relay: str) -> Citation:
    return make_citation(id_, via=relay, via_locator="line 4")


def counted(*citations: Citation, sources: tuple[Source, ...] = PLAIN) -> Independence:
    return independence(citations, make_base(sources=sources))


@pytest.mark.parametrize(
    ("citations", "sources", "independent", "relayed"),
    [
        ((seen("a"),), 1, 1, 0),
        ((seen("a"), seen("a")), 1, 1, 0),
        ((seen("a"), seen("b")), 2, 2, 0),
        ((via("a", "d"),), 1, 1, 1),
        ((seen("d"), via("a", "d")), 2, 1, 1),
        ((seen("d"), via("a", "d"), via("b", "d")), 3, 1, 2),
        ((via("a", "d"), via("b", "d")), 2, 1, 2),
        ((via("a", "c"), via("b", "d")), 2, 2, 2),
        ((seen("c"), via("a", "d"), via("b", "d")), 3, 2, 2),
        ((seen("a"), via("a", "d")), 1, 1, 0),
        ((seen("a"), via("a", "d"), via("b", "d")), 2, 1, 1),
    ],
    ids=str,
)
def test_what_was_read_in_one_document_hangs_on_it(
    citations: tuple[Citation, ...], sources: int, independent: int, relayed: int
) -> None:
    found = counted(*citations)

    assert (found.sources, found.independent, len(found.relayed)) == (
        sources,
        independent,
        relayed,
    )


@pytest.mark.parametrize(
    ("origins", "independent"),
    [
        ({}, 3),
        ({"a": "b"}, 2),
        ({"a": "b", "b": "c"}, 1),
        ({"a": "Radio Rock", "b": "Radio Rock"}, 2),
        ({"a": "d", "b": "d"}, 2),
        ({"a": "b", "b": "a"}, 2),
        ({"a": "a"}, 3),
    ],
    ids=str,
)
def test_copies_of_one_report_are_one_origin(origins: dict[str, str], independent: int) -> None:
    sources = tuple(make_source(id_, origin=origins.get(id_)) for id_ in NAMES)

    assert counted(seen("a"), seen("b"), seen("c"), sources=sources).independent == independent


def test_a_copy_that_was_read_through_another_joins_both() -> None:
    sources = (make_source("a", origin="b"), *PLAIN[1:])

    found = counted(via("a", "d"), seen("b"), seen("d"), sources=sources)

    assert (found.sources, found.independent) == (3, 1)


def test_an_origin_has_the_name_of_what_copies_nothing() -> None:
    sources = (make_source("a", origin="Radio Rock"), make_source("b", origin="c"), *PLAIN[2:])

    found = counted(seen("a"), seen("b"), via("c", "d"), sources=sources)

    assert dict(found.origins) == {"a": "Radio Rock", "b": "d", "c": "d"}
    assert found.seen == ("a", "b", "d")


CITATIONS = st.lists(
    st.builds(seen, st.sampled_from(NAMES))
    | st.builds(via, st.sampled_from(NAMES), st.sampled_from(NAMES)),
    min_size=1,
    max_size=6,
)


@AT_ANY_SPEED
@given(CITATIONS, st.dictionaries(*(st.sampled_from(NAMES),) * 2))
def test_no_order_changes_what_is_independent_and_nothing_counts_twice(
    citations: list[Citation], origins: dict[str, str]
) -> None:
    sources = tuple(make_source(id_, origin=origins.get(id_)) for id_ in NAMES)
    found = counted(*citations, sources=sources)
    turned = counted(*reversed(citations), sources=sources)

    assert found.origins == turned.origins
    assert 1 <= found.independent <= found.sources <= len(NAMES)


@AT_ANY_SPEED
@given(CITATIONS, st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_naming_an_origin_never_makes_sources_more_independent(
    citations: list[Citation], copy: str, origin: str
) -> None:
    copied = tuple(make_source(id_, origin=origin if id_ == copy else None) for id_ in NAMES)

    assert counted(*citations, sources=copied).independent <= counted(*citations).independent
