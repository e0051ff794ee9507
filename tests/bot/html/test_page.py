"""The coverage page as a file: valid, self-contained, and deaf to whatever a text says."""

import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.html import shown
from tests.bot.archived import GULL, Archived
from tests.bot.covered import LEFT_OUT, page_of, rows, write_covered
from tests.bot.html.parsed import Parsed, parse

VOID = {"meta", "input", "link", "br", "hr", "img"}
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</p></li></style><svg onload=alert(1)>",
    "<!-- <a href='javascript:alert(1)'>x</a>",
    "&lt;b&gt; &amp;amp; &#60;i&#62; ]]> {{7*7}} ${x}",
    "' onfocus='alert(1)' autofocus='",
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Archived:
    return write_covered(tmp_path_factory.mktemp("covered"), but_for=("tide-notes", "line 3"))


@pytest.fixture(scope="module")
def page(base: Archived) -> Parsed:
    return parse(page_of(base))


def test_a_parser_of_the_standard_finds_nothing_wrong(page: Parsed) -> None:
    assert page.errors == ()


class Balance(HTMLParser):
    """Counts what is open; every element but a void one is closed by its own tag."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        if tag in VOID:
            self.open.pop()
        self.wrong += [
            name for name, count in Counter(n for n, _ in attrs).items() if count > 1
        ]

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def test_every_element_is_closed_and_no_attribute_stands_twice(base: Archived) -> None:
    balance = Balance()
    balance.feed(page_of(base))

    assert (balance.open, balance.wrong) == ([], [])


def test_ids_are_unique_and_every_reference_leads_to_one(page: Parsed) -> None:
    ids = Counter(page.values("id"))
    links = [href[1:] for href in page.values("href") if href.startswith("#")]

    assert [id_ for id_, count in ids.items() if count > 1] == []
    assert len(links) >= 20
    assert [id_ for id_ in (*links, *page.values("aria-labelledby")) if id_ not in ids] == []


def test_sentences_and_facts_link_to_each_other(page: Parsed) -> None:
    said = next(one for one in page.elements if one.get("id") == "source-gull-gazette.3.2")
    lamp = next(
        one
        for one in page.all("article")
        if any(h4.get("id") == "fact-odalys-fennwick/work.lamp" for h4 in one.iter("h4"))
    )

    assert [a.get("href") for a in said.iter("a")] == [
        "#fact-odalys-fennwick/life.birthplace",
        "#fact-odalys-fennwick/work.lamp",
    ]
    assert [a.get("href") for a in lamp.iter("a")] == ["#source-gull-gazette.3.2"]


def test_nothing_runs_and_nothing_is_fetched(page: Parsed) -> None:
    tags = Counter(element.tag for element in page.elements)
    names = {name for element in page.elements for name in element.attrib}
    outside = [href for href in page.values("href") if not href.startswith("#")]

    assert {"script", "link", "img", "iframe", "object", "embed", "form", "base"} & set(
        tags
    ) == set()
    assert {name for name in names if name.startswith("on")} == set()
    assert {"style", "src", "srcset", "action", "data", "ping"} & names == set()
    assert set(outside) == {"https://example.org/lamps"}
    assert "url(" not in (page.all("style")[0].text or "").replace("url(#hatch)", "")


def test_the_policy_allows_the_one_style_sheet_and_nothing_else(page: Parsed) -> None:
    (style,) = page.all("style")
    digest = b64encode(sha256((style.text or "").encode()).digest()).decode()
    policy = next(
        one.get("content") for one in page.all("meta") if one.get("http-equiv") is not None
    )

    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_headings_descend_one_step_at_a_time_below_one_title(page: Parsed) -> None:
    levels = [int(one.tag[1]) for one in page.elements if re.fullmatch("h[1-6]", one.tag)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [b for a, b in zip(levels, levels[1:], strict=False) if b > a + 1] == []


def test_it_has_a_language_landmarks_and_a_link_past_the_head(page: Parsed) -> None:
    first = page.all("a")[0]

    assert page.top.get("lang") == "en"
    assert {len(page.all(tag)) for tag in ("header", "nav", "main", "footer", "title")} == {1}
    assert first.get("href") == "#main"
    assert page.all("main")[0].get("id") == "main"


def test_the_counts_stand_in_words_and_what_is_open_comes_first(page: Parsed) -> None:
    text = " ".join(page.text.split())

    assert "2 of 14 sentences are open." in text
    assert "66 % of 6 sentences covered" in text
    assert "line 3 Grey Rock is a bare skerry with one lamp. and 1 more sentence" in text
    assert text.index("Open sentences (2)") < text.index("DocumentsShow")
    assert text.count("Open: no fact cites it, and nothing explains it.") == 2


def test_a_claim_stands_with_its_holder_and_what_was_not_seen_with_its_name(
    page: Parsed,
) -> None:
    said = next(one for one in page.elements if one.get("id") == "source-tide-notes.7.2")
    text = " ".join("".join(said.itertext()).split())

    assert "She pulled out six. — Harbor Office" in text
    assert "Cited there, not seen by us: Harbor Office" in text
    assert "nine" not in text


def write_all(base: Archived, text: str) -> None:
    """Put a text wherever a text may stand: documents, records, rows and facts."""
    written = text.replace("\\", "\\\\").replace('"', '\\"')
    base.store("gull.txt", GULL.replace("Fennwick", text).replace("Lamps", text))
    for name, old in (
        ("sources.toml", "Lamps of the coast"),
        ("sources.toml", "CC BY 4.0"),
        ("sources.toml", "Gull Gazette"),
        ("odalys-fennwick/facts/work.toml", "Fennwick tended"),
        ("odalys-fennwick/facts/storm.toml", "Harbor Office"),
        ("odalys-fennwick/facts/storm.toml", "The log gives no names."),
        ("odalys-fennwick/profile.toml", 'name = "Odalys Fennwick'),
    ):
        held = (base.profiles / name).read_text(encoding="utf-8")
        new = f'name = "{written}' if old.startswith("name") else written
        base.write(name, held.replace(old, new))
    sources = (base.profiles / "sources.toml").read_text(encoding="utf-8")
    base.write("sources.toml", sources.replace("license", f'language = "{written}"\nlicense'))
    base.write(LEFT_OUT, rows(("gull-gazette", "line 1", written)))
    base.record()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_text_wherever_it_stands(tmp_path: Path, text: str) -> None:
    pages = []
    for folder, said in (("plain", "x"), ("hostile", text)):
        (tmp_path / folder).mkdir()
        base = write_covered(tmp_path / folder)
        write_all(base, said)
        pages.append(parse(page_of(base)))
    plain, hostile = pages

    assert hostile.errors == ()
    assert _without_language(hostile) == _without_language(plain)
    assert hostile.text.count(text) >= 12


def _without_language(page: Parsed) -> list[tuple[str, tuple[str, ...]]]:
    return [(tag, tuple(n for n in names if n != "lang")) for tag, names in page.shape]


def test_what_cannot_be_seen_in_a_document_is_left_out_of_the_page(tmp_path: Path) -> None:
    base = write_covered(tmp_path)
    base.store("gull.txt", GULL.replace("lamp", "la\u202em\u200bp\x0b\x1b[31m\x85"))

    page = page_of(base)

    assert "The lamp [31m was lit at dusk." in " ".join(parse(page).text.split())
    assert [c for c in page if not c.isprintable() and c != "\n"] == []


@pytest.mark.parametrize(
    ("written", "shown"), [("tg", "tg"), ("sr-Latn", "sr-Latn"), ("Tajik, mostly", None)]
)
def test_a_document_is_marked_with_its_language_where_browsers_know_it(
    tmp_path: Path, written: str, shown: str | None
) -> None:
    base = write_covered(tmp_path)
    sources = (base.profiles / "sources.toml").read_text(encoding="utf-8")
    base.write("sources.toml", sources.replace("license", f'language = "{written}"\nlicense'))
    page = parse(page_of(base))
    said = next(one for one in page.elements if one.get("id") == "source-gull-gazette.3.1")

    assert next(said.iter("p")).get("lang") == shown


def test_withheld_facts_leave_no_trace_on_the_page(base: Archived) -> None:
    page = page_of(base, withheld=True)

    assert "divorce" not in page
    assert "first husband" not in page
    assert "skerry" not in page  # open, so nobody knows whose sentence it is
    assert "not shown" in page


def test_of_a_document_as_long_as_a_shelf_every_cited_sentence_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown, "LONGEST", 3)
    base = write_covered(tmp_path, but_for=("gull-gazette", "line 3 sentence 3"))
    page = parse(page_of(base))
    ids = set(page.values("id"))
    (openings,) = (one for one in page.all("section") if one.get("class") == "openings")

    assert [id_ for id_ in page.values("id") if id_.startswith("source-gull-gazette.")] == [
        f"source-gull-gazette.{place}" for place in ("1.1", "3.1", "3.2", "5.1", "5.2")
    ]
    assert [
        href for href in page.values("href") if href[:1] == "#" and href[1:] not in ids
    ] == []
    assert list(openings.iter("a")) == []
    assert "Shown are 5 of 6 sentences: the first ones, and every cited one." in page.text


def test_a_page_of_many_open_sentences_links_to_them_by_few_links(tmp_path: Path) -> None:
    base = write_covered(tmp_path)
    base.store("gull.txt", "It rained. It rained.\n" * 2000)
    base.write(LEFT_OUT, "")

    page = parse(page_of(base))
    (openings,) = (one for one in page.all("section") if one.get("class") == "openings")

    assert [a.text for a in openings.iter("a")] == [
        *("lines 1-2000", "line 1", "lines 1-5", "line 7 sentence 1"),
    ]
