import gc
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from bot.recent import MOST_HELD, Recent
from knowledge.answer.answer import answer
from knowledge.answer.outcomes import Context, Request
from knowledge.match.explain import Explanation
from knowledge.release import View

REQUEST = Request(date(2026, 1, 31))
BORN = "Where was Odalys Fennwick born?"


def test_an_answer_of_late_is_the_answer(keepers_view: View) -> None:
    recent = Recent(keepers_view)
    expected = replace(answer(BORN, keepers_view, REQUEST), explanation=Explanation())

    assert recent.answer(BORN, REQUEST) == expected
    assert recent.answer(BORN, REQUEST) == expected


def test_it_is_matched_once(keepers_view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    recent = Recent(keepers_view)
    first = recent.answer(BORN, REQUEST)
    monkeypatch.setattr("bot.recent.answer", None)

    assert recent.answer(BORN, REQUEST) is first


def test_whatever_may_change_the_answer_is_told_apart(keepers_view: View) -> None:
    recent = Recent(keepers_view)
    requests = (
        REQUEST,
        replace(REQUEST, as_of=date(2010, 1, 1)),
        replace(REQUEST, profile="tobin-marrow"),
        replace(REQUEST, context=Context("tobin-marrow")),
        replace(REQUEST, today=date(2027, 1, 1)),
    )
    for request in requests:
        given = recent.answer(BORN, request)
        fresh = replace(answer(BORN, keepers_view, request), explanation=Explanation())
        assert given == fresh


def test_no_question_is_held_and_only_so_many_answers(keepers_view: View) -> None:
    recent = Recent(keepers_view)
    for number in range(3):
        recent.answer(f"zzqx {number}", REQUEST)

    assert "zzqx" not in repr(vars(recent))
    assert len(recent._held) <= MOST_HELD  # noqa: SLF001


def test_nothing_in_memory_holds_what_was_asked_or_how_it_was_read(keepers_view: View) -> None:
    recent = Recent(keepers_view)
    for number in range(3):
        recent.answer(f"Did Zorbeck{number} tell Quillip{number} of Fennwick?", REQUEST)

    assert list(held("zorbeck2", "quillip2")) == []


def held(*said: str) -> Iterator[object]:
    """Yield every text, and every row of words, in which all of some words stand."""
    gc.collect()
    for holder in gc.get_objects():
        if isinstance(holder, (tuple, list)):
            row = {part.lower() for part in holder if type(part) is str}
            if row.issuperset(said) and holder is not said:
                yield holder
        for part in gc.get_referents(holder):
            if type(part) is str and all(word in part.lower() for word in said):
                yield part
