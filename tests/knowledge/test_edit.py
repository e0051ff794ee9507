"""An edited index answers as one that is built anew."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.base import FactBase, ProfileFacts, build_base
from knowledge.index import edit, nominate
from knowledge.index.build import Index
from knowledge.index.edit import edited_index
from knowledge.index.features import features
from knowledge.index.search import search
from knowledge.release import View
from knowledge.text.lexicon import asks
from knowledge.text.tokens import words
from tests.knowledge.islanders import BRACK, FENNWICK, MARROW, make_islanders, put
from tests.knowledge.make import make_fact, make_held, make_profile

BASE = make_islanders()
NEAR = 0.25
VIEW = View(BASE)
QUESTIONS = (
    "where was @ born",
    "which medal did @ receive",
    "how many sailors did @ rescue",
    "what does @ paint",
    "who is the harbor master",
)
FOUND = make_fact(
    id="quill.painting",
    statement="The keeper painted gulls in oil.",
    phrasings=("What does X paint?", "Which Birds did X draw?"),
    near_misses=("Who painted the lamp?",),
)


def with_facts(profile: str, facts: Sequence[object], base: FactBase = BASE) -> ProfileFacts:
    held = base.profiles[profile]
    return ProfileFacts(held.profile, tuple(facts), held.questions)  # type: ignore[arg-type]


def told(base: FactBase, index: Index, profile: str | None) -> list[object]:
    found: list[object] = []
    for question in QUESTIONS:
        said = words(question)
        for near in search(index, features(said, index.concepts), asks(said), profile):
            id_, place = near.owner
            if near.cosine > NEAR:  # which of the distant ones take part may differ
                fact = base.profiles[id_].facts[place].id
                found.append((id_, fact, near.is_shadow, round(near.cosine, 5)))
    return found


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from((FENNWICK, MARROW, BRACK)),
            st.integers(0, 6),
            st.booleans(),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_after_any_edits_the_same_is_found_as_in_an_index_built_anew(
    edits: list[tuple[str, int, bool]],
) -> None:
    view = VIEW
    for profile, dropped, adds in edits:
        facts = [f for f in view.base.profiles[profile].facts if f.id != FOUND.id]
        facts = facts[:dropped] + facts[dropped + 1 :]
        view = view.edited(with_facts(profile, [*facts, *([FOUND] if adds else [])], view.base))
    anew = View(view.base)

    for asked in (None, FENNWICK, MARROW, BRACK):
        assert told(view.base, view.index, asked) == told(anew.base, anew.index, asked)
    assert view.index.facts == anew.index.facts
    assert (view.index.fact_counts == anew.index.fact_counts).all()
    assert view.index.vocabulary.said == anew.index.vocabulary.said
    assert view.index.vocabulary.word_facts == anew.index.vocabulary.word_facts
    assert view.index.repairer.known == anew.index.repairer.known
    assert view.index.repairer.stems == anew.index.repairer.stems


def test_a_new_phrasing_answers_and_an_old_one_does_no_more() -> None:
    before = put("What does Odalys Fennwick paint?", VIEW)
    view = VIEW.edited(with_facts(FENNWICK, [FOUND]))

    assert put("What does Odalys Fennwick paint?", view).explanation.candidates[0].score > 0.9
    assert FOUND.id not in {c.fact for c in before.explanation.candidates}
    assert {c.fact for c in put("Fennwick's medal", view).explanation.candidates} <= {FOUND.id}


def test_a_word_that_came_with_an_edit_is_a_word_typos_are_read_as() -> None:
    view = VIEW.edited(with_facts(FENNWICK, [*BASE.profiles[FENNWICK].facts, FOUND]))

    assert VIEW.index.repairer.repair("paimted") != ("painted",)
    assert view.index.repairer.repair("paimted") == ("painted",)


def test_an_edit_leaves_the_large_part_as_it_is() -> None:
    view = VIEW.edited(with_facts(FENNWICK, [FOUND]))
    twice = view.edited(with_facts(FENNWICK, BASE.profiles[FENNWICK].facts))

    assert view.index.parts[0] is twice.index.parts[0] is VIEW.index.parts[0]
    assert [len(v.index.parts) for v in (VIEW, view, twice)] == [1, 2, 2]


def test_a_changed_name_builds_all_anew() -> None:
    held = BASE.profiles[FENNWICK]
    renamed = held.profile.model_copy(update={"names": ("Keeper F",)})
    view = VIEW.edited(ProfileFacts(renamed, held.facts))

    assert len(view.index.parts) == 1
    assert put("Which medal did Keeper F receive?", view).explanation.profile == FENNWICK


def test_a_new_profile_builds_all_anew() -> None:
    newcomer = make_profile(id="ines-quill", name="Ines Quill")
    base = build_base(
        [*BASE.profiles.values(), make_held(FOUND, profile=newcomer)], BASE.sources.values()
    )
    view = View(base, edited_index(VIEW.index, BASE, base, newcomer.id))
    given = put("What does Ines Quill paint?", view)

    assert len(view.index.parts) == 1
    assert given.explanation.profile == newcomer.id
    assert given.explanation.candidates[0].fact == FOUND.id


def test_many_parts_are_built_into_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edit, "MOST_PARTS", 2)
    view = VIEW
    for profile in (FENNWICK, MARROW):
        view = view.edited(with_facts(profile, [FOUND]))

    assert len(view.index.parts) == 1


def test_many_edits_of_one_profile_leave_few_layers_of_words() -> None:
    view = VIEW
    for number in range(edit.MOST_PARTS + 2):
        new = make_fact(
            id="quill.painting",
            phrasings=(f"Where is lamp {'abcd'[number % 4] * (number + 3)}?",),
        )
        view = view.edited(with_facts(FENNWICK, [new], view.base))

    assert len(view.index.repairer.layers) <= edit.MOST_PARTS


@pytest.mark.parametrize("budget", [3, 9, 25])
@pytest.mark.parametrize("profile", [FENNWICK, MARROW])
def test_parts_share_one_budget_of_rows(
    budget: int, profile: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nominate, "BUDGET", budget)
    anew = View(BASE)
    edited = anew.edited(BASE.profiles[profile])  # nothing is changed
    asked = [
        phrasing.rsplit(" ", 1)[0]
        for held in BASE.profiles.values()
        for fact in held.facts
        for phrasing in fact.phrasings
    ]
    differing = [each for each in asked if ranked(each, anew) != ranked(each, edited)]

    assert len(edited.index.parts) > 1
    assert len(asked) > 30
    assert differing == []


def ranked(question: str, view: View) -> list[tuple[str, str, float]]:
    candidates = put(question, view).explanation.candidates
    return [(each.profile, each.fact, round(each.score, 4)) for each in candidates]
