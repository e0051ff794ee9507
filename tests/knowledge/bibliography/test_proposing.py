import pytest

from knowledge.bibliography.proposing import propose_id
from knowledge.model.source import Source
from tests.knowledge.bibliography.sources import SOURCES
from tests.knowledge.make import make_source

ADA = ({"family": "Quill", "given": "Ada"},)


@pytest.mark.parametrize(
    ("changes", "id_"),
    [
        ({"author": ADA, "issued": "2011-03-02"}, "quill-2011"),
        ({"author": ADA}, "quill"),
        ({"title": "The lamps of the coast", "issued": "2011"}, "lamps-coast-2011"),
        ({"container-title": "Gull Gazette", "issued": "2011"}, "gull-gazette-2011"),
        ({"author": [{"literal": "Harbor Office and Sons"}]}, "harbor-office-sons"),
        ({"author": [{"family": "O’Tern-Vásquez"}]}, "otern-vasquez"),
        ({"author": [{"family": "B", "non-dropping-particle": "van der"}]}, "van-der-b"),
        ({"author": [{"family": "Выдуманная"}], "issued": "2015~"}, "vydumannaya-2015"),
        ({"title": "!?", "type": "legal_case", "issued": "../2015"}, "legal-case"),
        ({"author": [{"family": "Q" * 60}]}, "q" * 20),
    ],
)
def test_an_id_says_who_and_when(changes: dict[str, object], id_: str) -> None:
    assert propose_id(make_source("x", **changes), "", ()) == id_


def test_an_id_that_is_taken_gets_a_word_of_the_title_and_then_a_number() -> None:
    lamps = make_source(title="The lamps", author=ADA, issued="2011")
    taken = {"quill-2011"}
    for _ in range(3):
        taken.add(propose_id(lamps, "", taken))

    assert taken == {"quill-2011", "quill-2011-lamps", "quill-2011-2", "quill-2011-3"}


@pytest.mark.parametrize(
    ("given", "id_"),
    [
        ("lamps-of-2011", "lamps-of-2011"),
        ("taken", "quill-2011"),
        ("quillLamps2011", "quill-2011"),
        ("http://zotero.org/users/1/items/ABC", "quill-2011"),
        ("12", "quill-2011"),
        ("x" * 41, "quill-2011"),
    ],
)
def test_a_key_that_could_be_ours_is_kept(given: str, id_: str) -> None:
    source = make_source(title="Lamps", author=ADA, issued="2011")

    assert propose_id(source, given, {"taken"}) == id_


def test_every_proposed_id_is_an_id_and_none_comes_twice() -> None:
    ids: set[str] = set()
    for source in SOURCES.values():
        for _ in range(3):
            ids.add(propose_id(source, "", ids))

    assert len(ids) == 3 * len(SOURCES)
    assert all(Source.model_validate({"id": id_, "type": "book", "title": "x"}) for id_ in ids)
