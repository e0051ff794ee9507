"""What one passage tells of two people is no choice between them."""

from knowledge.answer.outcomes import Ambiguous, Answered
from knowledge.base import build_base
from knowledge.model.fact import Citation
from knowledge.release import View
from tests.knowledge.islanders import brack, fennwick, put
from tests.knowledge.make import make_citation, make_fact, make_held, make_source


def pair(*cited: Citation) -> View:
    """Two people whose facts answer the same questions; the second cites what is given."""
    asked_so = ("When did Fennwick and Brack meet?", "Who is the cook?", "Did she row?")
    first = make_fact(id="met.when", statement="They met.", phrasings=asked_so)
    second = first.model_copy(update={"id": "met.where", "citations": cited})
    held = (make_held(first, profile=fennwick()), make_held(second, profile=brack()))
    return View(build_base(held, (make_source(),)))


def test_a_passage_that_two_profiles_tell_answers_once() -> None:
    for question in ("When did Fennwick and Brack meet?", "Who is the cook?"):
        assert isinstance(put(question, pair(make_citation())), Answered), question


def test_two_passages_of_two_people_are_a_choice() -> None:
    view = pair(make_citation(locator="page 9"))

    assert isinstance(put("Who is the cook?", view), Ambiguous)


def test_whom_a_pronoun_means_is_asked_though_one_passage_tells_of_all() -> None:
    assert isinstance(put("Did she row?", pair(make_citation())), Ambiguous)
