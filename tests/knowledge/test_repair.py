import pytest

from knowledge.index.repair import Repairer, build_repairer
from knowledge.release import View
from tests.knowledge.islanders import make_islanders, put

USES = {"husband": 3, "lamp": 2, "lamps": 1, "sailor": 4, "sailed": 1, "storm": 1, "birth": 2}


@pytest.fixture(scope="module")
def repairer() -> Repairer:
    return build_repairer(USES, frozenset({"stork", "sailing"}))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("husbnad", "husband"),
        ("husbandd", "husband"),
        ("huband", "husband"),
        ("husbend", "husband"),
        ("sialor", "sailor"),
        ("storn", "storm"),
        ("lmap", "lamp"),
    ],
)
def test_one_typo_of_any_kind_is_repaired(repairer: Repairer, typed: str, meant: str) -> None:
    assert repairer.repair(typed) == (meant,)


def test_a_letter_missing_and_one_too_many_are_repaired_only_in_a_long_word() -> None:
    near = build_repairer({"commander": 3, "storm": 1}, frozenset())

    assert near.repair("comandeer") == ("commander",)
    assert near.repair("sttor") == ()


@pytest.mark.parametrize("typed", ["cammandor", "comadner"])
def test_two_letters_that_are_missing_or_wrong_are_beyond_repair(typed: str) -> None:
    near = build_repairer({"commander": 3}, frozenset())

    assert near.repair(typed) == ()


def test_the_nearest_word_wins_before_the_more_common_one() -> None:
    near = build_repairer({"harbored": 9, "harbor": 1, "hardware": 50}, frozenset())

    assert near.repair("harborr") == ("harbor",)


def test_of_equally_near_words_the_one_with_the_same_first_letter_wins() -> None:
    equal = build_repairer({"rail": 50, "tail": 50, "mail": 1}, frozenset())

    assert equal.repair("maill") == ("mail",)
    assert build_repairer({"best": 9, "test": 1}, frozenset()).repair("tesst") == ("test",)


def test_of_equally_near_words_the_more_used_one_wins() -> None:
    first = build_repairer({"stork": 1, "storm": 5}, frozenset())
    second = build_repairer({"stork": 5, "storm": 1}, frozenset())

    assert first.repair("storn") == ("storm",)
    assert second.repair("storn") == ("stork",)


@pytest.mark.parametrize(
    ("typed", "meant"), [("bron", "born"), ("obrn", "born"), ("bonr", "born"), ("dide", "died")]
)
def test_a_word_of_four_letters_is_repaired_where_its_letters_are_the_same(
    typed: str, meant: str
) -> None:
    near = build_repairer({"born": 1, "died": 1}, frozenset())

    assert near.repair(typed) == (meant,)


@pytest.mark.parametrize("typed", ["barn", "bore", "torn", "borm", "horn"])
def test_a_word_of_four_letters_with_a_capital_is_a_name_of_its_own(typed: str) -> None:
    near = build_repairer({"born": 1}, frozenset())

    assert near.repair(typed, is_name=True) == ()
    assert near.repair(typed) == ("born",)


def test_a_common_word_of_four_letters_is_no_typo() -> None:
    assert build_repairer({"born": 1}, frozenset({"barn"})).repair("barn") == ()


@pytest.mark.parametrize(("typed", "meant"), [("teh", "the"), ("wen", "when"), ("hte", "the")])
def test_three_letters_are_a_typo_of_a_word_that_carries_sentences(
    typed: str, meant: str
) -> None:
    near = build_repairer({"the": 9, "when": 5, "ten": 1, "wed": 1}, frozenset())

    assert near.repair(typed) == (meant,)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("waswanted", ("was", "wanted")), ("herxhusband", ("her", "husband"))],
)
def test_words_run_together_are_read_apart(typed: str, meant: tuple[str, str]) -> None:
    near = build_repairer({"was": 9, "wanted": 2, "her": 9, "husband": 3}, frozenset())

    assert near.repair(typed) == meant


@pytest.mark.parametrize("typed", ["wast", "themis", "isabel"])
def test_a_word_that_only_begins_like_another_stays_whole(typed: str) -> None:
    near = build_repairer({"was": 9, "the": 9, "is": 9}, frozenset())

    assert near.repair(typed) in {(), ("was",)}


@pytest.mark.parametrize("typed", ["commmanderr", "xcommanderx", "commannnder"])
def test_two_letters_too_many_are_repaired_in_a_long_word(typed: str) -> None:
    near = build_repairer({"commander": 3}, frozenset())

    assert near.repair(typed) == ("commander",)


def test_two_letters_too_many_are_not_repaired_in_a_short_word() -> None:
    near = build_repairer({"storm": 1}, frozenset())

    assert near.repair("sttomm") == ()


@pytest.mark.parametrize("word", ["husband", "husbands", "sailing", "stork", "births"])
def test_a_real_word_is_no_typo(repairer: Repairer, word: str) -> None:
    assert word in repairer
    assert repairer.repair(word) == ()


def test_nothing_is_read_as_a_word_that_the_base_does_not_use(repairer: Repairer) -> None:
    assert repairer.repair("storkk") != ("stork",)


@pytest.mark.parametrize("word", ["", "lmp", "a", "12345", "lamp7", "quetzalcoatl", "лампа"])
def test_what_is_short_no_word_or_far_from_all_is_left_alone(
    repairer: Repairer, word: str
) -> None:
    assert repairer.repair(word) == ()


def test_the_order_of_the_words_does_not_matter() -> None:
    turned = build_repairer(dict(reversed(USES.items())), frozenset())

    assert turned.repair("husbnad") == ("husband",)
    assert turned.known == build_repairer(USES, frozenset()).known


def test_a_base_without_words_repairs_nothing() -> None:
    assert build_repairer({}, frozenset()).repair("husbnad") == ()


def test_a_question_says_which_typos_were_repaired() -> None:
    given = put("Where was Odalys Fennwik bron?", View(make_islanders()))
    read_as = {repair.typed: repair.read_as for repair in given.explanation.repairs}

    assert read_as["fennwik"] == "fennwick"


def test_a_text_too_long_for_a_question_is_not_repaired() -> None:
    given = put("bron " * 61, View(make_islanders()))

    assert given.explanation.repairs == ()


def test_edits_without_new_words_add_no_layer(repairer: Repairer) -> None:
    assert repairer.edited({"lamp": 5, "storm": 0}).layers == repairer.layers
