from knowledge.base import build_base
from knowledge.cite.lines import citation_line, cite, short_title, source_title
from knowledge.model.source import Source
from tests.knowledge.make import (
    make_base,
    make_citation,
    make_claim,
    make_dispute,
    make_fact,
    make_held,
    make_source,
)

GAZETTE = make_source(
    "gull-gazette",
    title="Lamps of the coast",
    author=({"family": "Quill", "given": "Ada"}, {"literal": "Harbor office"}),
    issued="2011-03",
    URL="https://gull.example/lamps",
    **{"container-title": "Gull Gazette"},
)
LOG = make_source("log", title="Keeper's log")
WIKI = make_source("wiki", title="Grey Rock", **{"container-title": "Rockpedia"})
SOURCES = (GAZETTE, LOG, WIKI)


def test_source_lines_are_numbered_in_reading_order() -> None:
    fact = make_fact(citations=(make_citation("wiki"), make_citation("log")))

    cited = cite(fact, make_base(fact, sources=SOURCES))

    assert [(line.number, line.source.id) for line in cited.lines] == [(1, "wiki"), (2, "log")]
    assert cited.statement_numbers == (1, 2)
    assert cited.claim_numbers == ()


def test_one_source_cited_at_two_places_is_one_line() -> None:
    places = (make_citation("log"), make_citation("log", locator="page 9"))
    fact = make_fact(citations=(*places, places[0]))

    (line,) = cite(fact, make_base(fact, sources=SOURCES)).lines

    assert line.places == ("page 3", "page 9")
    assert line.text == "“Keeper's log”, undated, page 3; page 9"


def test_claims_share_the_numbers_of_the_statement() -> None:
    fact = make_dispute(
        make_claim(citations=(make_citation("wiki"), make_citation("log"))),
        make_claim(holder="Harbor office", citations=(make_citation("gull-gazette"),)),
        citations=(make_citation("log"),),
    )

    cited = cite(fact, make_base(fact, sources=SOURCES))

    assert cited.statement_numbers == (1,)
    assert cited.claim_numbers == ((1, 2), (3,))


def test_a_source_read_in_another_is_shown_as_not_seen() -> None:
    via = make_citation("gull-gazette", via="wiki", via_locator="line 4", locator="page 3")
    fact = make_fact(citations=(via,))

    (line,) = cite(fact, make_base(fact, sources=SOURCES)).lines

    assert line.text == (
        "Gull Gazette, Quill and Harbor office, “Lamps of the coast”, March 2011, page 3 "
        "(cited in Rockpedia, not seen by us)"
    )
    assert line.places == ("line 4",)
    assert line.via == WIKI
    assert line.url == "https://gull.example/lamps"


def test_the_same_source_seen_and_not_seen_is_two_lines() -> None:
    via = make_citation("log", via="wiki", via_locator="line 4")
    fact = make_fact(citations=(make_citation("log"), via))

    cited = cite(fact, make_base(fact, sources=SOURCES))

    assert [line.via for line in cited.lines] == [None, WIKI]


def test_one_citation_reads_like_its_source_line() -> None:
    via = make_citation("log", via="wiki", via_locator="line 4")
    base = build_base([make_held()], SOURCES)

    assert citation_line(make_citation("log"), base) == "“Keeper's log”, undated, page 3"
    assert citation_line(via, base) == (
        "“Keeper's log”, undated (cited in Rockpedia, not seen by us)"
    )


def test_many_authors_are_two_and_others() -> None:
    names = tuple({"family": name} for name in ("Quill", "Tamm", "Rook"))
    source = make_source("log", title="Fog", author=names)

    assert source_title(source) == "Quill and Tamm and others, “Fog”, undated"


def test_a_source_is_known_by_where_it_appeared() -> None:
    office = Source.model_validate(
        {"id": "office", "type": "report", "author": [{"literal": "Harbor office"}]}
    )

    assert short_title(GAZETTE) == "Gull Gazette"
    assert short_title(LOG) == "Keeper's log"
    assert short_title(office) == "office"
