import pytest

from tests.knowledge.audit.finding import other, problems, problems_of, wrongs
from tests.knowledge.make import make_claim, make_dispute, make_fact, make_held, make_profile

SECRET = make_fact(
    id="home.street",
    phrasings=("Where does she live?",),
    attribute="street",
    value="12 Herring Lane",
    privacy="restricted",
    privacy_reason="A home.",
)


def test_two_claims_of_one_holder_on_one_day_are_named() -> None:
    twice = make_dispute(make_claim(), make_claim(statement="It went out."))
    changed_its_mind = make_dispute(make_claim(said="2010"), make_claim(said="2011"))

    assert wrongs(problems(twice)) == [
        "has two claims of one day by one holder, 'Gull Gazette'"
    ]
    assert problems(changed_its_mind) == ()


def test_two_values_of_one_attribute_are_named_at_the_later_fact() -> None:
    found = problems(
        make_fact(attribute="born", value="1960-03-02"), other(attribute="born", value="1961")
    )

    assert wrongs(found) == ["gives 'born' another value than work.lamp"]
    assert found[0].fact == "work.rock"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"attribute": "born", "value": "1960"}, {"attribute": "born", "value": "1960-03-02"}),
        ({"attribute": "rank", "value": "Mate"}, {"attribute": "rank", "value": "mate"}),
        ({"attribute": "rank", "value": "mate"}, {"attribute": "ship", "value": "Petrel"}),
        (
            {"attribute": "rank", "value": "mate", "when": "1980"},
            {"attribute": "rank", "value": "keeper", "when": "1990/.."},
        ),
    ],
)
def test_values_that_agree_or_belong_to_different_times_are_no_contradiction(
    first: dict[str, object], second: dict[str, object]
) -> None:
    assert problems(make_fact(**first), other(**second)) == ()


def test_values_inside_one_dispute_are_no_contradiction_but_outside_they_are() -> None:
    sides = (make_claim(value="3"), make_claim(holder="Harbor office", value="4"))
    dispute = make_dispute(*sides, attribute="lamps")

    assert problems(dispute) == ()
    assert wrongs(problems(dispute, other(attribute="lamps", value="3"))) == [
        "gives 'lamps' another value than work.lamp"
    ]


def test_an_open_fact_that_tells_a_restricted_value_is_named() -> None:
    telling = make_fact(note="She moved to 12 Herring Lane.")

    assert wrongs(problems(SECRET, telling)) == [
        "is open and tells the value of odalys-fennwick/home.street, which is restricted"
    ]
    assert problems(SECRET, make_fact()) == ()


def test_an_id_used_twice_is_named() -> None:
    found = problems(make_fact(), make_fact(status="retracted"))

    assert wrongs(found) == ["is an id used twice"]


def test_an_open_fact_of_another_profile_keeps_the_secret_too() -> None:
    sides = (make_claim(value="12 Herring Lane"), make_claim(holder="Harbor", value="1 Quay"))
    disputed = make_dispute(
        *sides,
        id="home.street",
        attribute="street",
        privacy="restricted",
        privacy_reason="A home.",
    )
    tamm = make_profile(id="bruno-tamm", name="Bruno Tamm")
    telling = make_fact(phrasings=("Who lives in 12 Herring Lane?",))

    found = problems_of(make_held(disputed), make_held(telling, profile=tamm))

    assert [problem.file for problem in found] == ["bruno-tamm/facts/work.toml"]
