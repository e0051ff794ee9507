from knowledge.index.concepts import Concepts, build_concepts
from knowledge.text.tokens import stem, words

GROUPS = (("wage", "salary", "monthly pay"), ("pay", "payment"), ("lamp", "light", "pay"))


def meanings(concepts: Concepts, text: str) -> list[str]:
    return [meant for meant, _, _ in concepts.units([stem(word) for word in words(text)])]


def test_synonyms_mean_the_same_whatever_their_number_of_words() -> None:
    concepts = build_concepts(GROUPS)

    assert meanings(concepts, "wage") == meanings(concepts, "her salary")[1:]
    assert meanings(concepts, "wages") == meanings(concepts, "monthly pay")


def test_the_longest_synonym_is_taken_first() -> None:
    concepts = build_concepts(GROUPS)

    assert meanings(concepts, "monthly pay") != meanings(concepts, "pay")
    assert len(meanings(concepts, "monthly pay")) == 1


def test_a_unit_knows_the_stretch_of_words_that_it_stands_for() -> None:
    concepts = build_concepts(GROUPS)
    found = concepts.units([stem(word) for word in words("her monthly pay rose")])

    assert [(start, end) for _, start, end in found] == [(0, 1), (1, 3), (3, 4)]


def test_a_word_without_a_synonym_means_itself() -> None:
    concepts = build_concepts(GROUPS)

    assert meanings(concepts, "gulls shouted") == [stem("gulls"), stem("shouted")]
    assert concepts.meant("gull") == "gull"


def test_a_stem_in_two_groups_belongs_to_the_first() -> None:
    concepts = build_concepts(GROUPS)

    assert concepts.meant("pay") == concepts.meant(stem("payment"))
    assert concepts.meant("pay") != concepts.meant("lamp")


def test_the_beginning_of_a_synonym_alone_is_no_synonym() -> None:
    concepts = build_concepts(GROUPS)

    assert meanings(concepts, "monthly") == [stem("monthly")]


def test_without_groups_nothing_is_rewritten() -> None:
    assert meanings(build_concepts(()), "the lamp burned") == ["the", "lamp", "burn"]
