"""Few facts are compared with a question, however many there are."""

import pytest

from knowledge.base import FactBase, build_base
from knowledge.index import nominate as nomination
from knowledge.index.build import build_index
from knowledge.index.features import features
from knowledge.index.nominate import NOMINATED, ROWS_PER_FACT, Nominees, nominate
from knowledge.text.tokens import words
from tests.knowledge.make import make_base, make_fact, make_held, make_profile

COMMON, RARE = "was @ at the harbor", "was @ at the harbor with a sextant"


def keepers(count: int, *, alike: bool = False) -> FactBase:
    """Return a base in which everybody was at the harbor, and one with a sextant."""
    held = [
        make_held(
            make_fact(
                id="harbor.seen",
                phrasings=(f"Was X at the harbor{'' if alike else f' on day d{number}'}?",),
            ),
            profile=make_profile(id=f"keeper-{number:03}", name=f"Keeper N{number}"),
        )
        for number in range(count)
    ]
    sextant = make_fact(id="harbor.sextant", phrasings=("Was X there with a sextant?",))
    last = make_held(sextant, profile=make_profile(id="zenobia-tarn", name="Zenobia Tarn"))
    return build_base([*held, last], ())


def nominated(base: FactBase, masked: str) -> tuple[Nominees, ...]:
    index = build_index(base)
    asked = features(words(masked), index.concepts)
    return nominate(index, asked.ids, None, None)


def profiles(found: tuple[Nominees, ...]) -> set[str]:
    return {one.part.profile_of(fact) for one in found for fact in one.facts.tolist()}


def test_what_is_rare_in_a_question_is_found_whatever_the_budget(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(nomination, "BUDGET", 4)

    assert "zenobia-tarn" in profiles(nominated(keepers(60), RARE))


def test_no_more_rows_are_seen_than_the_budget_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    base = keepers(60)
    all_seen = profiles(nominated(base, COMMON))
    monkeypatch.setattr(nomination, "BUDGET", 4)
    few_seen = profiles(nominated(base, COMMON))

    assert len(all_seen) >= NOMINATED
    assert 0 < len(few_seen) <= 4


def test_a_wording_that_many_people_share_nominates_few_of_them() -> None:
    found = profiles(nominated(keepers(30, alike=True), COMMON))

    assert len(found - {"zenobia-tarn"}) == nomination.SAME_TEXT


def test_of_a_fact_with_many_phrasings_the_nearest_take_part() -> None:
    many = tuple(f"Was she at the harbor on day d{number}?" for number in range(30))
    near = "Was she at the harbor with a sextant?"
    base = make_base(make_fact(id="harbor.seen", phrasings=(*many, near)))
    (found,) = nominated(base, RARE)
    part = found.part

    assert found.lengths.tolist() == [ROWS_PER_FACT]
    wordings = [part.wording(int(part.text_of_row[row])) for row in found.rows]
    assert RARE in wordings


def test_a_fact_that_stands_far_behind_the_nearest_does_not_take_part() -> None:
    near = make_fact(id="harbor.sextant", phrasings=("Was X at the harbor with a sextant?",))
    far = make_fact(id="lamp.lit", phrasings=("Who lit the lamp on the hill for X?",))
    (found,) = nominated(make_base(near, far), RARE)

    assert [found.part.places[fact] for fact in found.facts] == [0]
