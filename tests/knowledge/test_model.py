import pytest
from pydantic import ValidationError

from knowledge.load.folder import SHIPPED
from knowledge.model.fact import Citation, Fact
from knowledge.model.names import Name
from knowledge.model.profile import Profile
from knowledge.model.questions import full_id
from tests.knowledge.make import (
    ask,
    make_citation,
    make_claim,
    make_dispute,
    make_fact,
    make_profile,
    make_source,
)


def test_statement_phrasing_and_citation_are_all_that_a_fact_needs() -> None:
    fact = make_fact()

    assert fact.topic == "work"
    assert not fact.is_restricted


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"citations": ()}, "has no citation"),
        ({"phrasings": ()}, "at least 1 item"),
        ({"phrasings": ("",)}, "at least 1 character"),
        ({"statement": " "}, "at least 1 character"),
        ({"statement": "Two\nlines."}, "line breaks"),
        ({"statement": "zero\u200bwidth"}, "cannot be seen"),
        ({"statement": "x" * 401}, "at most 400"),
        ({"id": "Work.Lamp"}, "should match pattern"),
        ({"id": "lamp"}, "should match pattern"),
        ({"id": "work." + "x" * 40}, "at most 40"),
        ({"when": "2011-02-30"}, "is not an EDTF date"),
        ({"status": "sure"}, "established"),
        ({"status": "disputed"}, "is disputed without two sides"),
        ({"privacy": "restricted"}, "go together"),
        ({"privacy_reason": "Home."}, "go together"),
        ({"value": "3"}, "value without an attribute"),
        ({"colour": "grey"}, "Extra inputs"),
    ],
)
def test_a_fact_that_breaks_a_rule_is_refused(changes: dict[str, object], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        make_fact(**changes)


def test_claims_belong_to_disputes() -> None:
    with pytest.raises(ValidationError, match="claims without a dispute"):
        make_dispute(status="reported")


def test_a_claims_value_needs_the_facts_attribute() -> None:
    sides = (make_claim(value="3"), make_claim(holder="Harbor office", value="4"))

    with pytest.raises(ValidationError, match="value without an attribute"):
        make_dispute(*sides)
    assert make_dispute(*sides, attribute="lamps").claims == sides


def test_a_dispute_reads_with_its_holders() -> None:
    fact = make_dispute(statement="Nobody agrees.")

    assert fact.sentences[0] == "Nobody agrees."
    assert fact.sentences[1] == "Gull Gazette: The lamp burned all night."
    assert len(fact.all_citations) == len(fact.claims)


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ({"source": "a"}, "without a place"),
        ({"source": "a", "via": "b"}, "add via_locator"),
        ({"source": "a", "via_locator": "line 2"}, "without via"),
        ({"source": "a", "locator": "near the top"}, "names no place"),
        ({"source": "A b", "locator": "line 2"}, "should match pattern"),
    ],
)
def test_a_citation_names_a_source_and_a_place(keys: dict[str, object], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        Citation.model_validate(keys)


def test_a_citation_via_another_source_may_name_a_page() -> None:
    citation = make_citation("log", locator="page 4", via="gull", via_locator="line 2")

    assert citation.locator == "page 4"


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        make_fact().statement = "Something else."  # type: ignore[misc]


def test_a_source_uses_the_names_of_csl() -> None:
    source = make_source(**{"container-title": "Gull Gazette", "publisher-place": "Grey Rock"})

    assert source.container_title == "Gull Gazette"
    with pytest.raises(ValidationError, match="write 'article-newspaper'"):
        make_source(type="article-newpaper")
    with pytest.raises(ValidationError, match="no title, author or container-title"):
        make_source(title=None)


def test_an_author_is_a_person_or_an_office() -> None:
    assert str(Name(family="Quill", given="Ada")) == "Quill, Ada"
    assert str(Name(literal="Harbor office")) == "Harbor office"
    with pytest.raises(ValidationError, match="has family and literal; write"):
        Name(family="Quill", literal="Harbor office")


def test_a_profile_needs_what_tells_namesakes_apart() -> None:
    assert make_profile().description
    with pytest.raises(ValidationError, match="description"):
        Profile.model_validate({"id": "ada-quill", "name": "Ada Quill"})
    with pytest.raises(ValidationError, match="at most 32"):
        make_profile(id="x" * 33)


def test_a_labelled_question_knows_which_fact_it_expects() -> None:
    assert ask("What lamp?", "work.lamp").expected("ada-quill") == "ada-quill/work.lamp"
    assert ask("What lamp?", "other/work.lamp").expected("ada-quill") == "other/work.lamp"
    assert ask("What lamp?", "AMBIGUOUS").expected("ada-quill") is None
    assert full_id("ada-quill", "work.lamp") == "ada-quill/work.lamp"


def test_every_key_of_a_fact_stands_in_the_curators_readme() -> None:
    readme = (SHIPPED / "README.md").read_text(encoding="utf-8")
    keys = [field.alias or name for name, field in Fact.model_fields.items()]

    assert [key for key in keys if f"`{key}`" not in readme] == []
