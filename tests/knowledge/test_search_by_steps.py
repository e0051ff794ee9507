"""A search and its answers are the same, whichever steps it takes."""

import pytest

from knowledge.index import nominate, search
from knowledge.index.build import Index, build_index
from knowledge.index.features import features
from knowledge.index.steps.compiled import COMPILED
from knowledge.index.steps.steps import ARRAYS, LOOPS, STEPS, Steps
from knowledge.release import Release
from knowledge.text.lexicon import asks
from tests.knowledge.islanders import make_islanders, put


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(make_islanders())


QUESTIONS = (
    "where was @ born",
    "how many sailors did @ rescue",
    "which medal did @ receive and when",
    "who lit the lamp on the hill",
    "the",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_search_finds_the_same(
    index: Index, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [searched(index, question, steps, monkeypatch) for steps in (LOOPS, ARRAYS)]

    assert found[0] == found[1]
    assert found[0]


def searched(
    index: Index, question: str, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> list[tuple[object, ...]]:
    monkeypatch.setattr(search, "STEPS", steps)
    monkeypatch.setattr(nominate, "STEPS", steps)
    said = tuple(question.split())
    found = search.search(index, features(said, index.concepts), asks(said), None)
    return [
        (near.owner, near.row, near.is_shadow, round(near.cosine, 4), round(near.share, 4))
        for near in found
    ]


def test_answers_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    given = [asked_by(steps, monkeypatch) for steps in (LOOPS, ARRAYS)]

    assert given[0] == given[1]
    assert {outcome for outcome, *_ in given[0]} > {"Answered", "Abstained"}


def asked_by(steps: Steps, monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """Ask for every fact as its phrasings do, but for the last word."""
    monkeypatch.setattr(search, "STEPS", steps)
    monkeypatch.setattr(nominate, "STEPS", steps)
    view = Release(make_islanders()).full
    found: list[tuple[object, ...]] = []
    for each in view.base.profiles.values():
        for phrasing in (p for fact in each.facts for p in fact.phrasings):
            given = put(phrasing.rsplit(" ", 1)[0], view)
            facts = [(c.fact, round(c.score, 4)) for c in given.explanation.candidates]
            found.append((type(given).__name__, facts))
    return found


def test_an_index_is_ready_when_it_has_been_searched_once(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched_with: list[str] = []

    def noted(*given: object) -> tuple[()]:
        searched_with.append(type(given[0]).__name__)
        return ()

    monkeypatch.setattr(search, "search", noted)
    for steps, times in ((LOOPS, 1), (ARRAYS, 0)):
        searched_with.clear()
        monkeypatch.setattr(search, "STEPS", steps)
        assert search.ready(index) is index
        assert searched_with == ["Index"] * times


@pytest.mark.skipif(not COMPILED, reason="Numba is not installed: pip install '.[fast]'")
def test_what_is_installed_to_be_fast_is_used() -> None:
    assert STEPS is LOOPS
