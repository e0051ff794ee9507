import pytest

from knowledge.base import FactBase, build_base
from knowledge.index.build import Index, build_index
from knowledge.index.features import features
from knowledge.index.search import Near, search
from knowledge.text.lexicon import Asks, asks
from tests.knowledge.islanders import BRACK, FENNWICK, MARROW, make_islanders
from tests.knowledge.make import make_base, make_fact, make_held, make_profile

BASE = make_islanders()


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(BASE)


def searched(index: Index, masked: str, profile: str | None = None) -> tuple[Near, ...]:
    said = tuple("@" if word == "X" else word for word in masked.split())
    return search(index, features(said, index.concepts), asks(said), profile)


def named(near: Near, base: FactBase = BASE) -> tuple[str, str]:
    profile, place = near.owner
    return profile, base.profiles[profile].facts[place].id


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

    assert named(found[0]) == (FENNWICK, fact)


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

    assert {named(near)[0] for near in found} == {profile}


def test_the_nearest_phrasing_belongs_to_its_fact(index: Index) -> None:
    found = searched(index, "when was X born")

    assert found
    for near in found:
        assert int(near.part.fact_of_row[near.row]) == near.fact


def test_a_question_without_a_known_feature_finds_nothing(index: Index) -> None:
    assert searched(index, "щщщщ ъъъъ") == ()
    assert search(index, features((), index.concepts), Asks.OPEN, None) == ()


def test_an_empty_base_has_an_index_that_finds_nothing() -> None:
    empty = build_index(build_base((), ()))
    bare = build_index(build_base([make_held(profile=make_profile())], ()))

    assert searched(empty, "where was X born") == ()
    assert searched(bare, "where was X born") == ()


def test_a_base_of_one_fact_finds_it() -> None:
    base = make_base(make_fact())

    assert named(searched(build_index(base), "what was X work")[0], base)[1] == "work.lamp"


def test_many_phrasings_of_one_fact_do_not_hide_another() -> None:
    many = tuple(f"Was she at the harbor number {number}?" for number in range(30))
    base = make_base(
        make_fact(id="harbor.seen", phrasings=many),
        make_fact(id="harbor.name", phrasings=("What is the harbor called?",)),
    )
    found = searched(build_index(base), "what is the harbor called")

    assert named(found[0], base)[1] == "harbor.name"


def test_what_many_people_share_leaves_room_for_others() -> None:
    people = [
        make_held(
            make_fact(id="life.born", phrasings=("Where was X born?",)),
            profile=make_profile(id=f"keeper-{number}", name=f"Keeper N{number}"),
        )
        for number in range(40)
    ]
    last = make_held(
        make_fact(id="life.schooled", phrasings=("Where was X born and schooled?",)),
        profile=make_profile(id="zenobia-tarn", name="Zenobia Tarn"),
    )
    base = build_base([*people, last], ())
    found = searched(build_index(base), "where was x born")

    assert ("zenobia-tarn", "life.schooled") in {named(near, base) for near in found}
