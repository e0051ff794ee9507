import pytest

from knowledge.base import build_base
from knowledge.index.build import Index, build_index
from knowledge.index.features import features
from knowledge.index.search import Near, search
from knowledge.text.tokens import words
from tests.knowledge.islanders import BRACK, FENNWICK, MARROW, make_islanders
from tests.knowledge.make import make_base, make_fact, make_held, make_profile


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(make_islanders())


def searched(index: Index, masked: str, profile: str | None = None) -> tuple[Near, ...]:
    reach = index.profile_facts[profile] if profile else (0, len(index.facts))
    said = tuple("@" if word == "X" else word for word in masked.split())
    return search(index, features(said, index.concepts), reach)


def named(index: Index, near: Near) -> tuple[str, str]:
    return index.facts[near.fact]


@pytest.mark.parametrize(
    ("masked", "fact"),
    [
        ("where was X born", "life.birthplace"),
        ("when was X born", "life.birth-date"),
        ("how many sailors did X rescue", "storm.rescue"),
        ("which medal did X receive", "storm.medal"),
        ("X salary", "work.wage"),
    ],
)
def test_the_fact_whose_phrasing_is_nearest_comes_first(
    index: Index, masked: str, fact: str
) -> None:
    found = searched(index, masked, FENNWICK)

    assert named(index, found[0]) == (FENNWICK, fact)


def test_a_phrasing_itself_has_the_highest_cosine_there_is(index: Index) -> None:
    best = searched(index, "how many sailors did X rescue", FENNWICK)[0]

    assert best.cosine == pytest.approx(1.0, abs=1e-5)


def test_cosines_stay_between_nothing_and_the_same(index: Index) -> None:
    found = searched(index, "who rescued sailors from the lamp and was born to a pilot")

    assert found
    assert all(0 < near.cosine <= 1 + 1e-6 for near in found)


def test_candidates_come_in_the_order_of_their_share(index: Index) -> None:
    shares = [near.share for near in searched(index, "where was X born")]

    assert shares == sorted(shares, reverse=True)


def test_each_fact_comes_once(index: Index) -> None:
    facts = [near.fact for near in searched(index, "how many brothers did X rescue")]

    assert len(facts) == len(set(facts))


@pytest.mark.parametrize("profile", [FENNWICK, MARROW, BRACK])
def test_nothing_outside_the_reach_is_found(index: Index, profile: str) -> None:
    found = searched(index, "where was X born", profile)

    assert {named(index, near)[0] for near in found} == {profile}


def test_the_nearest_phrasing_belongs_to_its_fact(index: Index) -> None:
    for near in searched(index, "when was X born"):
        assert int(index.fact_of_row[near.row]) == near.fact


def test_a_question_without_a_known_feature_finds_nothing(index: Index) -> None:
    assert searched(index, "щщщщ ъъъъ") == ()
    assert search(index, features((), index.concepts), (0, len(index.facts))) == ()


def test_an_empty_reach_finds_nothing(index: Index) -> None:
    asked = features(words("where was she born"), index.concepts)

    assert search(index, asked, (0, 0)) == ()


def test_an_empty_base_has_an_index_that_finds_nothing() -> None:
    empty = build_index(build_base((), ()))
    bare = build_index(build_base([make_held(profile=make_profile())], ()))

    assert searched(empty, "where was X born") == ()
    assert searched(bare, "where was X born") == ()


def test_a_base_of_one_fact_finds_it() -> None:
    index = build_index(make_base(make_fact()))

    assert named(index, searched(index, "what was X work")[0])[1] == "work.lamp"


def test_many_phrasings_of_one_fact_do_not_hide_another() -> None:
    many = tuple(f"Was she at the harbor number {number}?" for number in range(30))
    index = build_index(
        make_base(
            make_fact(id="harbor.seen", phrasings=many),
            make_fact(id="harbor.name", phrasings=("What is the harbor called?",)),
        )
    )

    assert named(index, searched(index, "what is the harbor called")[0])[1] == "harbor.name"
