"""CSL-JSON in: what reference managers write, and what nobody should."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.bibliography.csl_json import read_csl_json
from knowledge.bibliography.records import Incoming
from tests.knowledge.bibliography.sources import AT_ANY_SPEED

GOOD = '{"id": "good", "type": "book", "title": "Lamps"}'


def read(*items: str) -> list[Incoming]:
    return list(read_csl_json(f"[{','.join(items)}]"))


def item(**variables: object) -> str:
    return json.dumps({"type": "book", "title": "Lamps", **variables})


@pytest.mark.parametrize(
    ("bad", "wrong"),
    [
        ("[" * 100_000, "nests too deep"),
        ("[" * 100_000 + "]" * 100_000, "nests too deep"),
        ('{"type": "book", "title": "a", "title": "b"}', "holds 'title' twice"),
        ('{"type": "book", "title": NaN}', "holds NaN"),
        ('{"type": "book" "title": "a"}', "is not JSON"),
        ('"a text"', "is no item"),
        ("17", "is no item"),
        (item(title="<script>alert(1)</script>"), "title holds markup"),
        (item(title="a <img src=x onerror=alert(1)>"), "title holds markup"),
        (item(title="a\x00b"), "control character U+0000"),
        (item(title="a\x1b[2Jb"), "control character U+001B"),
        (item(title="a\ud800b"), "control character U+D800"),
        (item(title="\udcff"), "is not UTF-8"),
        (item(title=["a"]), "title is ['a']"),
        (item(title=5), "title is 5"),
        (item(title="x" * 10_000), "title is 10000 characters long"),
        (item(author="Ada Quill"), "author is no list of names"),
        (item(author=[{"family": {"x": 1}}]), "family is no text"),
        (item(author=[{"family": "Q", "nick": "A"}]), "a name with 'nick'"),
        (item(issued={"date-parts": [[2015, 0, 5]]}), "has the date [2015, 0, 5]"),
        (item(issued={"date-parts": [["May"]]}), "has 'May' where a number belongs"),
        (item(issued={"date-parts": "2015"}), "has no date-parts"),
        (item(issued={"literal": "in press"}), "no date in EDTF"),
        (item(issued={"raw": 2015}), "a raw that is no text"),
        (item(issued=2015), "issued is no date"),
        (item(volume=True), "volume is True"),
    ],
    ids=str,
)
def test_a_bad_record_is_named_and_the_others_come_in(bad: str, wrong: str) -> None:
    first, broken, *rest = read(GOOD, bad, item(id="last"))

    assert wrong in "; ".join(part for refusal in broken.wrong for part in refusal)
    assert broken.label.startswith("record 2")
    assert first.wrong == ()
    # what does not end takes what follows along
    assert [each.wrong for each in rest] in ([()], [])


@pytest.mark.parametrize("text", [GOOD, f'{{"items": [{GOOD}]}}', f"  [{GOOD}]\n", f"[{GOOD}"])
def test_one_item_and_a_list_in_an_object_are_read_too(text: str) -> None:
    assert [(each.key, each.wrong) for each in read_csl_json(text)] == [("good", ())]


def test_the_second_record_of_one_id_is_refused() -> None:
    found = read(item(id="a"), item(id="a", title="Other"))

    assert [bool(each.wrong) for each in found] == [False, True]


def test_text_loses_its_style_and_its_line_breaks() -> None:
    [found] = read(item(title="On <i>Lampas</i>\n  <span class='nocase'>grey</span>"))

    assert found.keys["title"] == "On Lampas grey"


@pytest.mark.parametrize(
    ("issued", "edtf"),
    [
        ({"date-parts": [["2018", 3, "2"]]}, "2018-03-02"),
        ({"date-parts": [[2018, 3]]}, "2018-03"),
        ({"date-parts": [[2018]]}, "2018"),
        ({"date-parts": [[2018, 3, 0]]}, "2018-03"),
        ({"date-parts": [[2003], [2014, 5]]}, "2003/2014-05"),
        ({"date-parts": [[2003], [0]]}, "2003/.."),
        ({"date-parts": [[2008]], "circa": 1}, "2008~"),
        ({"date-parts": [[2011]], "season": 2}, "2011-22"),
        ({"date-parts": [[2011]], "season": "Winter"}, "2011-24"),
        ({"raw": "2015-04-21/2015-04-30"}, "2015-04-21/2015-04-30"),
        ({"literal": "2015?"}, "2015?"),
        ("../2021", "../2021"),
        ({"literal": "n.d."}, None),
        ({"raw": ""}, None),
    ],
)
def test_a_date_is_read_as_edtf(issued: object, edtf: str | None) -> None:
    [found] = read(item(issued=issued))

    assert found.wrong == ()
    assert found.keys.get("issued") == edtf


def test_what_is_no_part_of_a_source_stays_behind_by_name() -> None:
    [found] = read(item(foo="x", shortTitle="L", event="Fair", grade="A", categories=["a"]))

    assert found.without == ("foo", "grade")
    assert found.keys["title-short"] == "L"
    assert found.keys["event-title"] == "Fair"
    assert "grade" not in found.keys


def test_numbers_may_be_numbers_and_one_name_is_a_whole_one() -> None:
    [found] = read(
        item(volume=12, author=[{"given": "Lucerna"}, {"family": "Q", "suffix": ""}])
    )

    assert found.keys["volume"] == "12"
    assert found.keys["author"] == [{"literal": "Lucerna"}, {"family": "Q"}]


@AT_ANY_SPEED
@given(st.text() | st.text(st.sampled_from('[]{}",: abc\\0')))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert all(each.label for each in read_csl_json(text))
