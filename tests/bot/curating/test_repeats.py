"""Which source another record is already."""

import pytest

from bot.curating.repeats import Known, plain_address, plain_doi
from tests.knowledge.make import make_source

LAMPS = make_source(
    "lamps",
    title="Lamps of the coast",
    issued="2011-03-02",
    DOI="10.5555/Lamps_1",
    URL="https://www.gull.example/lamps/",
    **{"container-title": "Gull Gazette"},
)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"DOI": "https://doi.org/10.5555/LAMPS_1"}, "DOI"),
        ({"DOI": "doi: 10.5555/lamps_1"}, "DOI"),
        ({"URL": "https://dx.doi.org/10.5555%2Flamps_1"}, "address"),
        ({"URL": "http://gull.example/lamps?utm_source=x#top"}, "address"),
        ({"title": "LAMPS of the Coast", "issued": "2011-03-02"}, "title and date"),
        ({"title": "Lamps of the coast", "issued": "2011"}, "title and date"),
        ({"title": "Lamps of the coast", "issued": "2011-03/2011-04"}, "title and date"),
    ],
)
def test_one_work_is_recognized(changes: dict[str, object], why: str) -> None:
    assert Known((LAMPS,)).same_as(make_source("draft", **changes)) == ("lamps", why)


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Lamps of the coast"},
        {"title": "Lamps of the coast", "issued": "2012"},
        {"title": "Lamps of the coast", "issued": "2011", "container-title": "Tidepedia"},
        {"title": "Lamps of the coast", "issued": "2011", "DOI": "10.5555/other"},
        {"URL": "https://gull.example/lamps?page=2"},
        {"URL": "https://gull.example/Lamps"},
        {"DOI": "10.5555/lamps_10"},
    ],
)
def test_two_works_are_two(changes: dict[str, object]) -> None:
    assert Known((LAMPS,)).same_as(make_source("draft", **changes)) is None


def test_undated_records_of_one_title_are_one_work() -> None:
    undated = make_source("a", title="Tide notes")

    assert Known((undated,)).same_as(make_source("b", title="Tide notes")) == (
        *("a", "title and date"),
    )


def test_a_doi_and_an_address_are_compared_as_people_mean_them() -> None:
    assert plain_doi("HTTPS://dx.doi.org/10.1/X") == "10.1/x"
    assert plain_address("https://A.example:443/x/?b=2&a=1&fbclid=9") == "a.example/x?a=1&b=2"
    assert plain_address("http://a.example:8080/x") == "a.example:8080/x"
