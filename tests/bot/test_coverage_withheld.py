"""`footnote coverage --withhold`: what a base without restricted facts would give."""

from pathlib import Path

import pytest

from knowledge.load.folder import SHIPPED
from tests.bot.archived import Archived
from tests.bot.covered import write_covered
from tests.bot.test_coverage import COVERED, OPEN, coverage, footnote, words
from tests.knowledge.conftest import DOCUMENTS
from tests.knowledge.laws.stripped import write_without_restricted

PRIVATE = "her first husband"
REGISTER = """
[[source]]
id = "divorce-register"
type = "document"
title = "Register of divorces"
archive = "register.txt"
"""


@pytest.fixture
def base(tmp_path: Path) -> Archived:
    return write_covered(tmp_path)


def test_what_restricted_facts_alone_cite_is_open_where_they_are_withheld(
    base: Archived, tmp_path: Path
) -> None:
    never = write_without_restricted(base.profiles, tmp_path / "never")
    page, other = tmp_path / "page.html", tmp_path / "other.html"

    withheld = coverage(base, "--withhold", "--html", str(page))
    without = coverage(base, "--withhold", "--html", str(other), profiles=never)
    as_json = coverage(base, "--withhold", "--json")

    assert withheld.exit_code == OPEN
    assert "gull-gazette is open at line 5 sentence 1 …" in words(withheld)
    assert withheld.stdout == without.stdout
    assert as_json.stdout == coverage(base, "--withhold", "--json", profiles=never).stdout
    assert page.read_bytes() == other.read_bytes()
    assert PRIVATE not in page.read_text(encoding="utf-8")


def test_the_real_documents_are_covered_and_tell_nobody_without_access_more(
    tmp_path: Path,
) -> None:
    if not any(DOCUMENTS.glob("*.txt")):
        pytest.skip("the documents that the base was curated from are not beside this checkout")
    never = write_without_restricted(SHIPPED, tmp_path / "never")
    pages = tuple(tmp_path / f"{name}.html" for name in ("withheld", "never"))

    everything = footnote(SHIPPED, DOCUMENTS)
    withheld, without = (
        footnote(folder, DOCUMENTS, "--withhold", "--html", str(page))
        for folder, page in zip((SHIPPED, never), pages, strict=True)
    )

    assert everything.exit_code == COVERED
    assert "100 %" in everything.stdout
    assert withheld.stdout == without.stdout
    assert pages[0].read_bytes() == pages[1].read_bytes()


def test_without_withholding_the_page_has_the_restricted_facts_and_says_so(
    base: Archived, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"

    assert coverage(base, "--html", str(page)).exit_code == COVERED
    assert PRIVATE in page.read_text(encoding="utf-8")
    assert "--withhold" in page.read_text(encoding="utf-8")


def test_a_source_that_only_restricted_facts_cite_is_not_named(
    base: Archived, tmp_path: Path
) -> None:
    life = base.profiles / "odalys-fennwick/facts/life.toml"
    cited = '{ source = "divorce-register", locator = "line 1" }'
    text = life.read_text(encoding="utf-8")
    private = text.index('id = "life.divorce"')
    base.write(
        "odalys-fennwick/facts/life.toml",
        text[:private] + text[private:].replace("citations = [", f"citations = [{cited}, "),
    )
    sources = (base.profiles / "sources.toml").read_text(encoding="utf-8")
    base.write("sources.toml", REGISTER + sources)
    base.store("register.txt", "Fennwick, 2009.\n")
    page = tmp_path / "page.html"

    withheld = coverage(base, "--withhold", "--html", str(page))

    assert "divorce-register" in coverage(base).output
    assert "of 3 sources covered" in words(withheld)
    assert "divorce" not in withheld.output
    assert "divorce" not in page.read_text(encoding="utf-8")
