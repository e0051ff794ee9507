import pytest

from knowledge.answer.outcomes import Request
from knowledge.base import build_base
from knowledge.decide import POLICY
from knowledge.evaluate.evaluation import Evaluation, key_of
from knowledge.evaluate.families import by_family
from knowledge.evaluate.run import Grade, Half, Judged, evaluate, half_of
from knowledge.model.questions import ABSTAIN, AMBIGUOUS, LabelledQuestion
from knowledge.release import View
from tests.knowledge.islanders import TODAY, fennwick, fennwick_facts, sources
from tests.knowledge.make import ask, make_fact, make_held

BORN = "Where was Odalys Fennwick born?"
PRIVATE = make_fact(
    id="home.pier",
    statement="Fennwick lived on the pier.",
    phrasings=("Where does Odalys Fennwick live?",),
    privacy="restricted",
    privacy_reason="A home.",
)


def evaluation(*labels: LabelledQuestion) -> Evaluation:
    held = make_held(*fennwick_facts(), PRIVATE, profile=fennwick(), questions=labels)
    view = View(build_base([held], sources()))
    return Evaluation(view.base, POLICY, evaluate(view, Request(TODAY)), ())


def families(label: LabelledQuestion, heading: str) -> tuple[str, ...]:
    found = evaluation(label)
    return tuple(by_family(found.judged, found.base)[heading])


@pytest.mark.parametrize(
    ("label", "heading", "family"),
    [
        (ask(BORN, "life.birthplace"), "expected", ("a fact",)),
        (ask(BORN, ABSTAIN), "expected", (ABSTAIN,)),
        (ask(BORN, AMBIGUOUS), "expected", (AMBIGUOUS,)),
        (ask("Where was she born?", "life.birthplace"), "wording", ("word for word",)),
        (ask("Which island is Fennwick from?", ABSTAIN), "wording", ("own words",)),
        (ask("and when?", "life.birth-date", context=BORN), "asked with", ("question before",)),
        (ask(BORN, ABSTAIN, as_of="2010"), "asked with", ("as-of day",)),
        (ask("Where does Fennwick live?", "home.pier"), "asked with", ("restricted fact",)),
        (ask("Where was Odalys Fenwick bron?", ABSTAIN), "asked with", ("typos",)),
        (ask(BORN, ABSTAIN), "asked with", ()),
        (ask(BORN, ABSTAIN, family="near-miss"), "family", ("near-miss",)),
        (ask(BORN, ABSTAIN), "profile", ("odalys-fennwick",)),
        (ask(BORN, "life.birthplace"), "topic", ("life",)),
        (ask(BORN, ABSTAIN), "topic", ()),
    ],
)
def test_a_question_stands_in_the_families_that_it_belongs_to(
    label: LabelledQuestion, heading: str, family: tuple[str, ...]
) -> None:
    assert families(label, heading) == family


def test_only_the_tuning_half_may_be_listed_unless_somebody_insists() -> None:
    asked = evaluation(*(ask(f"{BORN} {number}") for number in range(10)))
    shown = Evaluation(asked.base, POLICY, asked.judged, (), shows_reporting=True)

    assert {one.half for one in asked.judged} == set(Half)
    assert {half_of(one.label.question) for one in asked.listable} == {Half.TUNING}
    assert shown.listable == asked.judged


def test_what_came_out_otherwise_is_found_by_the_key_of_the_question() -> None:
    found = evaluation(ask(BORN, "life.birthplace"), ask("What is her shoe size?"))
    before = {key_of(one): Grade.RIGHT for one in found.judged}
    (born,) = (one for one in found.judged if one.label.question == BORN)

    assert list(found.flipped(before)) == []
    (flipped,) = found.flipped({**before, key_of(born): Grade.SILENT})
    assert (flipped.judged, flipped.before) == (born, Grade.SILENT)
    assert BORN not in key_of(born)


def test_a_key_tells_the_question_before_and_the_day_apart() -> None:
    labels = (ask(BORN), ask(BORN, as_of="2010"), ask(BORN, context="Who is Tobin Marrow?"))
    keys: set[str] = {key_of(one) for one in judged_of(*labels)}

    assert len(keys) == 3


def judged_of(*labels: LabelledQuestion) -> tuple[Judged, ...]:
    return evaluation(*labels).judged
