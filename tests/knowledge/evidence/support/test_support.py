"""What the check names, what it lets pass, and what an explanation silences."""

from collections.abc import Mapping

import pytest

from knowledge.base import FactBase
from knowledge.evidence.support.check import Support, check_support
from knowledge.model.fact import Fact
from tests.knowledge.evidence.support.lamps import GAZETTE, WIKI, lamps
from tests.knowledge.make import make_claim, make_fact

NOTICE = (
    "The Harbor Office paid Odalys Fennwick $3 million on 6 May 2015 for 12 months of work."
)
PLACE = ({"source": GAZETTE, "locator": "line 1 sentence 1"},)


def fact(statement: str, **changes: object) -> Fact:
    return make_fact(**{"statement": statement, "citations": PLACE, **changes})


def check(base: FactBase, *lines: str) -> Support:
    return check_support(base, {GAZETTE: lines})


def wrong(statement: str, *lines: str, **changes: object) -> str:
    """Return what is wrong with one fact, cited to the first of some lines."""
    support = check(lamps(fact(statement, **changes)), *(lines or (NOTICE,)))
    return " ".join(problem.wrong for problem in support.problems)


@pytest.mark.parametrize(
    "statement",
    [
        "Fennwick was paid three million dollars by the Harbor Office.",
        "On May 6, 2015, the Harbor Office paid $3,000,000.",
        "For twelve months of work Fennwick got USD 3m in May 2015.",
        "In 2015, O. Fennwick got 3 million from the Harbor Office.",
        "The Office of the Harbor paid on 6 May.",
    ],
)
def test_what_the_cited_sentence_says_in_other_words_is_supported(statement: str) -> None:
    assert wrong(statement) == ""


@pytest.mark.parametrize(
    ("statement", "missing"),
    [
        ("Fennwick was paid $4 million.", "'$4 million'"),
        ("Fennwick was paid $3 thousand.", "'$3 thousand'"),
        ("Fennwick was paid three million euros.", "'three million euros'"),
        ("Fennwick was paid on 7 May 2015.", "'7 May 2015'"),
        ("Fennwick was paid in June 2015.", "'June 2015'"),
        ("Fennwick was paid in 2016.", "'2016'"),
        ("Fennwick worked for 12 days.", "'12 days'"),
        ("The Pilot Office paid Fennwick.", "'Pilot'"),
        ("Dunmarsh paid Fennwick.", "'Dunmarsh'"),
        ("Tobin Marrow was paid by the Harbor Office.", "'Tobin Marrow'"),
        ("Her second pay came from the Harbor Office.", "'second'"),
        ("Hundreds were paid by the Harbor Office.", "'Hundreds'"),
    ],
)
def test_what_it_does_not_say_is_named(statement: str, missing: str) -> None:
    assert f"says {missing} in its statement, and no cited sentence does" in wrong(statement)


def test_a_problem_names_file_fact_sentence_place_and_remedy() -> None:
    (problem,) = check(lamps(fact("Fennwick was paid $4 million.")), NOTICE).problems

    assert problem.file == "odalys-fennwick/facts/work.toml"
    assert problem.fact == "work.lamp"
    assert f"“{NOTICE}” (gull-gazette, line 1 sentence 1)" in problem.wrong
    assert "cite the sentence that says '$4 million', or explain '$4 million'" in problem.remedy


def test_without_quoting_the_place_is_named_and_no_sentence() -> None:
    base = lamps(fact("Fennwick was paid $4 million."))

    (problem,) = check_support(base, {GAZETTE: (NOTICE,)}, quoting=False).problems

    assert "(gull-gazette, line 1 sentence 1)" in problem.wrong
    assert "paid Odalys" not in str(problem)


def test_an_explanation_silences_what_it_names_and_nothing_else() -> None:
    statement = "Fennwick was paid $4 million in June 2015."

    assert "'June 2015' and '$4 million'" in wrong(statement)
    found = wrong(statement, inferred="With the bonus it is $4 million, by our reckoning.")
    assert "'June 2015'" in found
    assert "4 million" not in found
    assert "4 million" in wrong(statement, inferred="The month is June 2015, he said.")


def test_an_explanation_of_a_claim_does_not_explain_another() -> None:
    claims = (
        make_claim(holder="Harbor Office", statement="$4 million.", citations=PLACE),
        make_claim(
            holder="Odalys Fennwick",
            statement="$4 million.",
            citations=PLACE,
            inferred="$4 million is with the bonus.",
        ),
    )
    disputed = fact("The pay is disputed.", status="disputed", claim=claims, citations=())

    (problem,) = check(lamps(disputed), NOTICE).problems

    assert "in the claim of Harbor Office" in problem.wrong


@pytest.mark.parametrize(
    ("holder", "missing"),
    [
        ("Harbor Office", ""),
        ("The office of the harbor, in a notice", ""),
        ("Odalys Fennwick, paid by the Harbor Office", ""),
        ("Pilots", "Pilots"),
        ("Harbor police", "police"),
        ("Harbor Office, per Tern Radio", "Tern Radio"),
        ("Harbor Office, citing pilots", "pilots"),
        ("The same office", "The same office"),
        ("Harbor Office, in the last section", "section"),
    ],
)
def test_a_holder_stands_in_the_cited_sentences_too(holder: str, missing: str) -> None:
    claims = (
        make_claim(holder=holder, statement="$3 million.", citations=PLACE),
        make_claim(holder="Odalys Fennwick", statement="In 2015.", citations=PLACE),
    )
    disputed = fact("The pay is disputed.", status="disputed", claim=claims, citations=())

    found = " ".join(problem.wrong for problem in check(lamps(disputed), NOTICE).problems)

    assert (f"says '{missing}' in a holder" in found) if missing else not found


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"when": "2015-05"}, ""),
        ({"when": "../2015"}, ""),
        ({"when": "2015-06"}, "in when"),
        ({"when": "{2015-05,2015-05-06}"}, ""),
        ({"when": "[2015-05-06,2015]"}, ""),
        ({"when": "~2015-05-06"}, ""),
        ({"when": "[..2015]"}, ""),
        ({"when": "{2015..}"}, ""),
        ({"when": "[2014..2015]"}, "'2014' in when"),
        ({"when": "201X"}, ""),
        ({"when": "200X"}, "in when"),
        ({"when": "{2015-05-06,2015-05-07}"}, "'7 May 2015' in when"),
        ({"attribute": "wage", "value": "3000000 USD"}, ""),
        ({"attribute": "wage", "value": "4000000 USD"}, "in its value"),
        ({"attribute": "start", "value": "2015-05-06"}, ""),
        ({"attribute": "start", "value": "2015-05-07"}, "in its value"),
    ],
)
def test_the_dates_and_the_value_of_a_fact_are_checked(
    changes: Mapping[str, object], where: str
) -> None:
    assert (where or "") in wrong("Fennwick was paid.", **changes)
    assert bool(wrong("Fennwick was paid.", **changes)) is bool(where)


def test_what_was_read_via_another_source_is_checked_there() -> None:
    via = {"source": "harbor-log", "via": GAZETTE, "via_locator": "line 1 sentence 1"}

    assert wrong("The Harbor Log has Fennwick paid in 2015.", citations=(via,)) == ""
    assert "'2016'" in wrong("The Harbor Log has Fennwick paid in 2016.", citations=(via,))


def test_what_has_no_copy_is_counted_and_is_no_problem() -> None:
    unseen = {"source": WIKI, "locator": "line 4 sentence 1"}
    page = {"source": GAZETTE, "locator": "page 4"}

    for citations in ((unseen,), (page,), (*PLACE, unseen)):
        support = check(lamps(fact("Fennwick got $4.", citations=citations)), NOTICE)
        assert (support.problems, support.checked, support.unchecked) == ((), 0, 1)


def test_a_copy_that_is_one_endless_line_is_not_read() -> None:
    support = check(lamps(fact("Fennwick got $4.")), "Fennwick got $3, " * 20_000)

    assert (support.problems, support.checked, support.unchecked) == ((), 0, 1)


def test_what_a_readable_sentence_supports_is_checked_whatever_else_is_cited() -> None:
    unseen = {"source": WIKI, "locator": "line 4 sentence 1"}
    support = check(lamps(fact("Fennwick was paid.", citations=(*PLACE, unseen))), NOTICE)

    assert (support.checked, support.unchecked) == (1, 0)


def test_names_of_the_cited_sources_and_their_very_dates_are_supported() -> None:
    statement = "The Gazette of 1 August 2016 says that Fennwick was paid."

    assert "'Gazette'" in wrong(statement)
    assert "1 August 2016" not in wrong(statement)
    assert "August 2016" in wrong("Fennwick was paid in August 2016.")


UNKNOWN = {"status": "unknown", "phrasings": ("Did she ever meet the Salt Guild?",)}


@pytest.mark.parametrize(
    ("statement", "missing"),
    [
        ("The text does not say whether Fennwick met the Salt Guild.", ""),
        ("The one text does not say whether Fennwick met the Kelp Party.", "'Kelp Party'"),
        ("The text does not say whether Fennwick was paid in 2016.", "'2016'"),
    ],
)
def test_what_is_not_known_may_name_what_it_is_asked_about(
    statement: str, missing: str
) -> None:
    found = wrong(statement, **UNKNOWN)

    assert (missing in found) if missing else not found


def test_a_wide_place_was_searched_and_supports_nothing() -> None:
    wide = ({"source": GAZETTE, "locator": "lines 1-12"},)
    lines = (NOTICE, *("Nothing here." for _ in range(11)))
    statement = "The text does not say where Fennwick was in 2015."

    assert "'2015'" in wrong(statement, *lines, citations=wide, **UNKNOWN)
    assert wrong(statement, *lines, citations=(*wide, *PLACE), **UNKNOWN) == ""


def test_a_count_of_what_the_fact_cites_needs_no_sentence() -> None:
    other = {"source": GAZETTE, "locator": "line 2 sentence 1"}
    lines = (NOTICE, "Nothing here.")

    assert wrong("The two documents name Fennwick.", *lines, citations=(*PLACE, other)) == ""
    assert "'nine'" in wrong("The nine documents name Fennwick.", *lines)
    assert "'two'" in wrong("The two boats of Fennwick.", *lines)


def test_the_person_may_be_a_pronoun_in_the_sentence() -> None:
    assert wrong("Fennwick was paid.", "She was paid.") == ""
    assert "'Fennwick'" in wrong("Fennwick was paid.", "Somebody was paid.")
    assert "'Tobin Marrow'" in wrong("Tobin Marrow was paid.", "She was paid.")


def test_a_reference_mark_supports_no_number() -> None:
    assert "'16'" in wrong("Fennwick had 16 boats.", "Fennwick had boats.[16]")


def test_retracted_facts_are_left_alone() -> None:
    support = check(lamps(fact("Fennwick got $4.", status="retracted")), NOTICE)

    assert (support.problems, support.checked, support.unchecked) == ((), 0, 0)


def test_a_pronoun_stands_for_one_name_of_a_sentence() -> None:
    assert wrong("Fennwick was paid. Fennwick left.", "She was paid and left.") == ""
    assert "'Fennwick'" in wrong("Fennwick was paid by Fennwick.", "She was paid by Brack.")
