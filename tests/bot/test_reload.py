"""What an admin without access reads of a base that does not load."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reload import Checked, visible_problems
from knowledge.base import build_base
from knowledge.errors import Problem

LETTERS = st.text("ab ", max_size=12)


def checked(problems: tuple[Problem, ...], *hidden: str) -> Checked:
    return Checked(build_base((), ()), problems, None, 0, frozenset(hidden))


@given(st.lists(LETTERS, max_size=6), st.lists(LETTERS, max_size=6))
def test_a_problem_is_hidden_exactly_where_it_holds_a_hidden_word(
    texts: list[str], hidden: list[str]
) -> None:
    problems = tuple(Problem("a/facts/b.toml", text, "is bad", "mend it") for text in texts)
    shown = visible_problems(checked(problems, *hidden), sees_restricted=False)

    assert shown == tuple(
        problem for problem in problems if not any(word in str(problem) for word in hidden)
    )


def test_a_problem_is_put_into_words_once_however_many_words_are_hidden(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    worded: list[Problem] = []

    def counted(problem: Problem) -> str:
        worded.append(problem)
        return f"{problem.fact} {problem.wrong}"

    monkeypatch.setattr(Problem, "__str__", counted)
    problems = tuple(Problem("a", f"work.x{n}", "is bad", "mend it") for n in range(9))
    hidden = (f"Where is number {n}?" for n in range(99))
    shown = visible_problems(checked(problems, "work.x7", *hidden), sees_restricted=False)

    assert len(shown) == 8
    assert len(worded) == 9
