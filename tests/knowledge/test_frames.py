import pytest

from knowledge.release import View
from knowledge.text.frames import unframed
from tests.knowledge.islanders import make_islanders, put

VIEW = View(make_islanders())


@pytest.mark.parametrize(
    ("question", "inner"),
    [
        ("For the obituary: when was he born?", "when was he born?"),
        ("quick q: who led the unit", "who led the unit"),
        ("For a compliance memo, which bodies listed him?", "which bodies listed him?"),
        ("Building a timeline here, so when did he leave?", "so when did he leave?"),
        ("A reader says that he was born in Varzob, is that right?", "he was born in Varzob, "),
        ("Our script claims he had two wives. Is that documented?", "he had two wives. "),
        ("I need to know whether she ever came back.", "she ever came back."),
        ("We want the date of the wedding, please", "the date of the wedding, "),
        ("Could I write that he was a colonel?", "he was a colonel?"),
        ("Our draft says he is dead. Can we print that?", "he is dead. "),
        ("They never met, did they?", "They never met, "),
        ("Any photo of her? Do you have one?", "Any photo of her? "),
    ],
)
def test_what_stands_around_a_question_is_taken_away(question: str, inner: str) -> None:
    assert unframed(question) == inner


@pytest.mark.parametrize(
    "question",
    [
        "When was he born?",
        "Did the prosecutor say that he was wanted?",
        "Is it right that he left?",
        "Did they say that he left?",
        "I do not believe he left",
        "For a sanctions memo, which bodies listed him?",
        "The podcast: when was it published?",
        "The boss: when was he born?",
        "Before 2015: when was he born?",
        'Our table has "Russia: listed" in it',
        "the UN says he is in Syria",
        "",
        ":",
        "please",
    ],
)
def test_a_question_without_a_frame_stays(question: str) -> None:
    assert unframed(question) == question


def test_no_question_is_framed_away() -> None:
    for question in ("For the record: ", "A reader says ", "I need to know if", "Hi, please."):
        assert unframed(question) == question or len(unframed(question).split()) > 1


@pytest.mark.parametrize("frame", ["Hi! {}", "A reader says so. {}", "{}? Thanks!"])
@pytest.mark.parametrize("question", ["did she live in a lamp", "which oar did she get there"])
def test_a_frame_gives_nothing_to_what_the_question_within_has_weighed(
    frame: str, question: str
) -> None:
    plain, framed = (scores(text) for text in (question, frame.format(question)))

    assert plain
    assert {fact: framed.get(fact) for fact in plain} == plain


def scores(question: str) -> dict[str, float]:
    return {c.fact: c.score for c in put(question, VIEW).explanation.candidates}
