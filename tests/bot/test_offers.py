from bot import limits
from bot.offers import Offers
from knowledge.release import Release, View


def texts(view: View, typed: str, profile: str | None = None) -> list[str]:
    return [offer.label for offer in Offers(view).matching(typed, profile)]


def test_without_a_word_one_question_for_each_fact_comes_one_person_after_the_other(
    keepers_view: View,
) -> None:
    offered = texts(keepers_view, "")

    assert len(offered) == keepers_view.base.fact_count
    assert "Fennwick" in offered[0]
    assert "Marrow" in offered[1]


def test_what_begins_as_typed_comes_first(keepers_view: View) -> None:
    assert texts(keepers_view, "what is")[0] == "What is her birthplace? · Odalys Fennwick"


def test_the_beginning_of_a_word_is_enough_and_case_and_accents_do_not_matter(
    keepers_view: View,
) -> None:
    assert texts(keepers_view, "RÉSC")[0] == "How many sailors did Odalys Fennwick rescue?"


def test_a_question_that_names_nobody_is_found_by_the_name_and_shown_with_it(
    keepers_view: View,
) -> None:
    assert "In which years did he pilot ships? · Tobin Marrow" in texts(
        keepers_view, "marrow ships"
    )


def test_one_word_too_many_is_forgiven_when_nothing_holds_all(keepers_view: View) -> None:
    assert texts(keepers_view, "fennwick rescue zzz")
    assert texts(keepers_view, "zzz qqq") == []


def test_only_the_person_who_was_picked_is_offered(keepers_view: View) -> None:
    offered = texts(keepers_view, "", "tobin-marrow")

    assert offered
    assert all("Marrow" in text for text in offered)


def test_nothing_restricted_is_offered_to_who_may_not_see_it(keepers_view: View) -> None:
    withheld = Release(keepers_view.base).withheld

    assert texts(keepers_view, "divorced")
    assert texts(withheld, "divorced") == []
    assert not any("husband" in text for text in texts(withheld, ""))


def test_what_is_offered_fits_into_a_choice(keepers_view: View) -> None:
    offers = Offers(keepers_view).all

    assert offers
    for offer in offers:
        assert len(offer.value) <= limits.CHOICE
