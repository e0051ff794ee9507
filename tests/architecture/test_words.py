import re

import pytest

from tests.architecture.code import ROOT, named_here, python_files, shown

GLOSSARY = ROOT / "docs" / "words.md"
HOUSES = ("bot", "knowledge")


def rows() -> list[list[str]]:
    """Return the cells of the glossary's table, headings left out."""
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    table = [line.strip("|").split("|") for line in lines if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in table[2:]]


def words_not_to_say() -> frozenset[str]:
    return frozenset(word for row in rows() for word in re.findall(r"`(\w+)`", row[2]))


def parts(name: str) -> frozenset[str]:
    """Return the words of a name, plurals as singulars: makeFactBases is make, fact, base."""
    found = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)
    return frozenset(form for part in found for form in (part.lower(), singular(part.lower())))


def singular(word: str) -> str:
    """Return a word without the ending of a plural: "queries" is "query"."""
    return f"{word[:-3]}y" if word.endswith("ies") else word.rstrip("s")


def test_the_glossary_is_a_table_of_three_columns() -> None:
    assert len(rows()) > 20
    assert {len(row) for row in rows()} == {3}


def test_no_name_in_the_code_uses_a_word_that_the_glossary_avoids() -> None:
    avoided = words_not_to_say()
    wrong = [
        f"{shown(path)}: {name}"
        for path in python_files(*HOUSES)
        for name in (*named_here(path), path.stem)
        if parts(name) & avoided
    ]

    assert avoided
    assert wrong == []


def test_no_word_is_both_used_and_avoided() -> None:
    used = {word for row in rows() for word in row[0].split(", ")}

    assert used & words_not_to_say() == set()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("make_queries", {"make", "queries", "query"}),
        ("FactBase", {"fact", "base"}),
        ("_UserDB", {"user", "db"}),
        ("hits", {"hits", "hit"}),
    ],
)
def test_a_name_is_taken_apart_into_words(name: str, words: set[str]) -> None:
    assert parts(name) >= words
