import re
import tomllib
from collections.abc import Iterator, Mapping

from knowledge.archive.folder import read_copies
from knowledge.audit.rules import audit
from knowledge.base import FactBase
from knowledge.evidence.coverage import cover
from knowledge.evidence.open_places import open_places
from knowledge.load.folder import SHIPPED
from knowledge.model.fact import Citation, Fact
from knowledge.model.locator import Locator, parse_locator
from knowledge.text.fold import fold
from knowledge.text.sentences import sentences
from knowledge.text.tokens import words
from tests.knowledge.conftest import DOCUMENTS

ENCYCLOPEDIA = "wikipedia-khalimov"
REFERENCES = 30
FEWEST, MOST = 6, 180  # phrasings; fewer miss what colleagues type, more are noise
PEOPLE = {
    "gulmurod-khalimov": ("khalimov", "halimov"),
    "humairo-mirova": ("mirova",),
}
NUMBERED = r"References? ([\d, and]+) of the Wikipedia article"
Sentence = tuple[str, int, int]
"""A document's id, a line and a sentence of it, both counted from 1."""


def facts(base: FactBase) -> Iterator[tuple[str, Fact]]:
    for profile, held in base.profiles.items():
        for fact in (*held.facts, *held.retracted):
            yield profile, fact


def places(citation: Citation) -> Iterator[tuple[str, Locator]]:
    if citation.via and citation.via_locator:
        yield citation.via, parse_locator(citation.via_locator)
    elif citation.locator:
        yield citation.source, parse_locator(citation.locator)


def covered(place: Locator, sentence: Sentence) -> bool:
    _, line, number = sentence
    first, last = place.sentences or (number, number)
    return (
        place.unit == "line" and place.first <= line <= place.last and first <= number <= last
    )


def all_sentences(documents: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Sentence, str]]:
    for id_, lines in documents.items():
        for line, text in enumerate(lines, 1):
            for number, sentence in enumerate(sentences(text), 1):
                yield (id_, line, number), sentence


def letters(text: str) -> str:
    return re.sub(r"\W", "", fold(text))


def reference_numbers(base: FactBase) -> dict[int, str]:
    """Return the source of each number, as the notes of the sources give them."""
    found: dict[int, str] = {}
    for source in base.sources.values():
        numbered = re.match(
            r"References? ([\d, and]+) of the Wikipedia article", source.note or ""
        )
        for number in re.findall(r"\d+", numbered[1] if numbered else ""):
            assert int(number) not in found
            found[int(number)] = source.id
    return found


def test_the_audit_finds_nothing(shipped: FactBase) -> None:
    found = audit(shipped, measure=None, budget=0)

    assert [str(problem) for problem in found] == []


def test_both_people_have_facts_and_labelled_questions(
    shipped: FactBase,
) -> None:
    assert set(shipped.profiles) == set(PEOPLE)
    assert all(held.facts and held.questions for held in shipped.profiles.values())


def test_every_fact_has_enough_phrasings_and_not_too_many(shipped: FactBase) -> None:
    wrong = {
        fact.id: len(fact.phrasings)
        for _, fact in facts(shipped)
        if not FEWEST <= len(fact.phrasings) <= MOST
    }

    assert wrong == {}


def test_a_statement_with_a_pronoun_names_its_person(shipped: FactBase) -> None:
    unnamed = [
        f"{profile}/{fact.id}"
        for profile, fact in facts(shipped)
        if set(words(fact.statement)) & set(shipped.profiles[profile].profile.pronouns)
        and not any(name in fold(fact.statement) for name in PEOPLE[profile])
    ]

    assert unnamed == []


def test_facts_stand_in_the_order_of_their_ids() -> None:
    for path in sorted(SHIPPED.glob("*/facts/*.toml")):
        ids = [fact["id"] for fact in tomllib.loads(path.read_text(encoding="utf-8"))["fact"]]

        assert ids == sorted(ids), path.name


def test_every_source_is_cited(shipped: FactBase) -> None:
    cited = {
        id_
        for _, fact in facts(shipped)
        for c in fact.all_citations
        for id_ in (c.source, c.via)
    }

    assert set(shipped.sources) - cited == set()


def test_what_only_a_private_account_tells_is_restricted(shipped: FactBase) -> None:
    private = ("divorc", "mail.ru", "first husband", "varzob home", "apartment")
    told = [
        f"{profile}/{fact.id}"
        for profile, fact in facts(shipped)
        if profile == "humairo-mirova" and not fact.is_restricted
        if any(word in fold(" ".join(fact.sentences)) for word in private)
    ]

    assert told == []


def test_every_reference_number_of_the_encyclopedia_is_one_source(shipped: FactBase) -> None:
    assert sorted(reference_numbers(shipped)) == list(range(1, REFERENCES + 1))


def test_every_reference_is_the_work_that_the_encyclopedia_lists(
    shipped: FactBase, documents: Mapping[str, tuple[str, ...]]
) -> None:
    listed = "\n".join(documents[ENCYCLOPEDIA])
    for number, id_ in reference_numbers(shipped).items():
        entry = re.search(rf"^ +{number}\. (.+)$", listed, re.MULTILINE)
        source = shipped.sources[id_]
        names = [source.title or "", *(name.family or "" for name in source.author)]

        assert entry
        assert any(letters(name) in letters(entry[1]) for name in names if name), id_


def test_every_reference_of_a_cited_sentence_is_cited_via_it(
    shipped: FactBase, documents: Mapping[str, tuple[str, ...]]
) -> None:
    known, cited = reference_numbers(shipped), tuple(_cited_places(shipped))
    missing = [
        (sentence, number, known[number])
        for sentence, text in all_sentences({ENCYCLOPEDIA: documents[ENCYCLOPEDIA]})
        for number in map(int, re.findall(r"\[(\d+)\]", text))
        if any(id_ == sentence[0] and covered(place, sentence) for _, id_, place in cited)
        and not any(
            citation.source == known[number] and covered(place, sentence)
            for citation, id_, place in cited
            if citation.via == sentence[0]
        )
    ]

    assert missing == []


def test_every_sentence_is_cited_or_left_out(
    shipped: FactBase,
    documents: Mapping[str, tuple[str, ...]],
) -> None:
    covered = cover(shipped, read_copies(DOCUMENTS, shipped.sources.values()))

    assert {one.source.id for one in covered} == set(documents)
    assert [place.locator for one in covered for place in open_places(one)] == []
    assert [stray for one in covered for stray in one.astray] == []
    assert all(one.is_covered for one in covered)


def test_every_locator_names_a_sentence_that_is_there(
    shipped: FactBase, documents: Mapping[str, tuple[str, ...]]
) -> None:
    wrong = [
        (id_, place)
        for _, id_, place in _cited_places(shipped)
        if id_ in documents and not _is_there(place, documents[id_])
    ]

    assert wrong == []


def _cited_places(base: FactBase) -> Iterator[tuple[Citation, str, Locator]]:
    for _, fact in facts(base):
        for citation in fact.all_citations:
            for id_, place in places(citation):
                yield citation, id_, place


def _is_there(place: Locator, lines: tuple[str, ...]) -> bool:
    if place.last > len(lines) or not lines[place.first - 1].strip():
        return False
    return not place.sentences or place.sentences[1] <= len(sentences(lines[place.first - 1]))
