import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.lexicon import unwrapped
from knowledge.text.tokens import words

SAID = st.lists(
    st.sampled_from("could you tell me please check when where was she the lamp x".split())
).map(tuple)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Could you tell me when she was born?", "when she was born"),
        ("can you check whether he is dead", "he is dead"),
        ("Do you know where the lamp is?", "where the lamp is"),
        ("Hi team, we need to know who lit the lamp", "who lit the lamp"),
        ("I was wondering if you could remind us who lit the lamp", "who lit the lamp"),
        ("Quick question for the caption: do you know how old she was", "how old she was"),
        ("Tell me about Fennwick", "fennwick"),
    ],
)
def test_the_request_around_a_question_is_cut_off(text: str, asked: str) -> None:
    assert " ".join(unwrapped(words(text))) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Uh, where was she born, I mean?", "where was she born"),
        ("She lit the lamp, yes or no?", "she lit the lamp"),
        ("Did she, um, hesitate?", "did she hesitate"),
        ("yes or no", "yes or no"),
        ("What does the lamp mean?", "what does the lamp mean"),
    ],
)
def test_what_only_fills_a_pause_is_left_out(text: str, asked: str) -> None:
    assert " ".join(unwrapped(words(text))) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Where was she born?",
        "Is she wanted?",
        "What does he want?",
        "Does he know Marrow?",
        "Was she asked to leave?",
        "Did he ask for a medal?",
        "To whom did he give the lamp?",
        "Can she sail?",
        "The lamp",
        "tell me",
        "please",
        "",
    ],
)
def test_a_question_without_a_request_around_it_stays_whole(text: str) -> None:
    assert unwrapped(words(text)) == words(text)


@given(SAID)
def test_what_is_left_of_a_question_is_its_end(said: tuple[str, ...]) -> None:
    left = unwrapped(said)

    assert said[len(said) - len(left) :] == left
    assert bool(left) == bool(said)


@given(SAID)
def test_a_question_that_was_unwrapped_has_no_request_around_it(said: tuple[str, ...]) -> None:
    left = unwrapped(said)

    assert unwrapped(left) == left
