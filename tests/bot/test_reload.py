"""What an admin without access reads of a base that does not load."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import Config
from bot.reload import Checked, check_folder, visible_problems
from knowledge.base import build_base
from knowledge.errors import Problem
from tests.bot.keepers import LIFE, write_keepers

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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{LIFE}\nx = {'1' * 5000}\n", "holds a number of too many digits"),
        (f"{LIFE}\na{'.a' * 100_000} = 1\n", "has a key of more than"),
        (f"[[fact]]\nid = 0x{'f' * 5000}\n\n{LIFE}", "id is a number of too many digits"),
    ],
)
def test_a_file_that_python_cannot_take_in_is_a_problem_like_others(
    tmp_path: Path, text: str, said: str
) -> None:
    folder = write_keepers(tmp_path, {"odalys-fennwick/facts/life.toml": text})
    found = check_folder(folder, Config(), date(2026, 1, 31))

    assert said in " ".join(problem.wrong for problem in found.problems)
    assert visible_problems(found, sees_restricted=False) == ()
