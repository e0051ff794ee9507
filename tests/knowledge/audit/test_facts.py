from tests.knowledge.audit.finding import problems, problems_of, wrongs
from tests.knowledge.make import make_claim, make_dispute, make_fact, make_held, make_profile

SECRET = make_fact(
    id="home.street",
    phrasings=("Where does she live?",),
    attribute="street",
    value="12 Herring Lane",
    privacy="restricted",
    privacy_reason="A home.",
)


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
