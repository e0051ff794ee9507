"""Who lacks access gets, byte for byte, what a base without restricted facts would give."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.cli.contract import Asked, answer_object, to_line
from bot.render.render import render
from bot.render.reply import Reply
from bot.terminal.explain import explain
from bot.terminal.show import show, to_text
from knowledge.answer.answer import context_of
from knowledge.answer.outcomes import Answer, Answered, Context
from knowledge.base import FactBase
from knowledge.load.folder import SHIPPED, load_folder
from knowledge.release import Release, View
from tests.knowledge.islanders import put
from tests.knowledge.laws.stripped import write_without_restricted
from tests.knowledge.laws.texts import FEW

LABELS = 3  # every third one is asked, of two views
DAYS = st.none() | st.dates(date(2010, 1, 1), date(2026, 1, 1))
PRIVATE_WORDS = (
    *("Khalimov", "Mirova", "his", "her", "children", "divorce", "first husband", "brother"),
    *(
        "Sulton",
        "Nazir",
        "home",
        "Varzob",
        "apartment",
        "born",
        "birthday",
        "mail.ru",
        "account",
    ),
    *("when", "where", "who", "how many", "names of", "youngest", "child", "wife", "and", "?"),
)


@pytest.fixture(scope="module")
def never(tmp_path_factory: pytest.TempPathFactory) -> View:
    """Return the shipped base as loaded from files that never held a restricted fact."""
    folder = write_without_restricted(SHIPPED, tmp_path_factory.mktemp("never") / "profiles")
    return Release(load_folder(folder)).full


@pytest.fixture(scope="module")
def withheld(shipped_release: Release) -> View:
    _ = shipped_release.full.index  # the full index is built first, so that a leak could show
    return shipped_release.withheld


def read(question: str, view: View, before: str | None = None) -> tuple[Reply, str, str]:
    """Return everything that an asker could read: the reply, the reasons and the JSON."""
    return readable(question, put(question, view, context=after(before, view)), view)


def readable(question: str, given_: Answer, view: View) -> tuple[Reply, str, str]:
    reasons = repr(given_.explanation)
    line = to_line(answer_object(Asked(question), given_, view))
    return render(given_, view.name), reasons, line


def shown(question: str, view: View, *, context: Context | None, day: date | None) -> str:
    """Return what a terminal shows: the reply and the table of reasons."""
    given_ = put(question, view, context=context, as_of=day)
    return show(render(given_, view.name)) + to_text(explain(given_.explanation))


def after(question: str | None, view: View) -> Context | None:
    return context_of(put(question, view), question) if question else None


def labels(base: FactBase) -> Iterator[tuple[str, str | None]]:
    for held in base.profiles.values():
        for label in held.questions:
            yield label.question, label.context


def test_the_two_ways_to_leave_restricted_facts_out_make_one_release(
    withheld: View, never: View
) -> None:
    assert never.base == withheld.base
    assert never.name == withheld.name


def test_labelled_questions_read_the_same(
    shipped: FactBase, withheld: View, never: View
) -> None:
    asked = list(labels(shipped))[::LABELS]
    differing = [
        question
        for question, before in asked
        if read(question, withheld, before) != read(question, never, before)
    ]

    assert len(asked) > 300
    assert differing == []


def test_every_phrasing_of_a_restricted_fact_reads_the_same_and_is_not_its_answer(
    shipped: FactBase, withheld: View, never: View
) -> None:
    for id_, held in shipped.profiles.items():
        for fact in held.facts:
            for question in fact.phrasings if fact.is_restricted else ():
                given_ = put(question, withheld, profile=id_)
                without = put(question, never, profile=id_)

                assert not isinstance(given_, Answered) or given_.fact.id != fact.id
                assert fact.id not in {c.fact for c in given_.explanation.candidates}
                assert readable(question, given_, withheld) == readable(
                    question, without, never
                )


@settings(FEW)
@given(st.lists(st.sampled_from(PRIVATE_WORDS), max_size=8).map(" ".join), DAYS)
@example("Where did Mirova live?", None)
@example("Mirova's divrce", date(2020, 1, 1))
def test_every_question_reads_the_same(
    withheld: View, never: View, question: str, day: date | None
) -> None:
    assert shown(question, withheld, context=None, day=day) == shown(
        question, never, context=None, day=day
    )


@settings(FEW)
@given(st.sampled_from(PRIVATE_WORDS), st.sampled_from(PRIVATE_WORDS))
def test_every_follow_up_reads_the_same(
    withheld: View, never: View, before: str, question: str
) -> None:
    first, second = after(before, withheld), after(before, never)

    assert first == second
    assert shown(question, withheld, context=first, day=None) == shown(
        question, never, context=second, day=None
    )


def test_a_restricted_fact_before_lends_nothing_to_who_lacks_access(
    shipped_release: Release, withheld: View, never: View
) -> None:
    question = "How many children does Mirova have?"
    known = after(question, shipped_release.full)

    assert known is not None
    for follow_up in ("and where?", "when was that?", "who says so?", ""):
        seen = shown(follow_up, withheld, context=known, day=None)

        assert seen == shown(follow_up, never, context=known, day=None)
