"""A near miss is a wording that comes near a fact and that the fact does not answer."""

from knowledge.answer.outcomes import Abstained, Answered
from knowledge.audit.rules import audit
from knowledge.index.build import build_index
from knowledge.release import Release, View
from tests.knowledge.islanders import put
from tests.knowledge.make import make_base, make_fact

MISSED = "Which medal did her old boat receive?"
CLOSE = "Which medal did that boat receive?"
PHRASINGS = ("Which medal did she receive?", "Did Odalys Fennwick get a medal?")


def view(*near_misses: str) -> View:
    medal = make_fact(
        id="storm.medal",
        statement="Fennwick and her boat received the Silver Oar medal.",
        phrasings=PHRASINGS,
        near_misses=near_misses,
    )
    lamp = make_fact(phrasings=("Which lamp did she tend?",))
    return View(make_base(medal, lamp))


def score(question: str, asked: View) -> float:
    candidates = put(question, asked).explanation.candidates
    return max((one.score for one in candidates if one.fact == "storm.medal"), default=0.0)


def test_a_near_miss_draws_a_question_away_from_its_fact() -> None:
    alone, drawn = score(CLOSE, view()), score(CLOSE, view(MISSED))

    assert drawn < alone


def test_a_question_that_is_a_near_miss_has_no_candidate() -> None:
    given = put("Which medal did Odalys Fennwick's OLD boat receive", view(MISSED))

    assert isinstance(given, Abstained)
    assert given.explanation.candidates == ()
    assert given.suggestions == ()


def test_a_phrasing_is_answered_beside_a_near_miss() -> None:
    asked = view(MISSED)

    assert all(isinstance(put(question, asked), Answered) for question in PHRASINGS)


def test_a_near_miss_is_shown_as_what_speaks_against_a_fact() -> None:
    best = put(CLOSE, view(MISSED)).explanation.candidates[0]

    assert best.phrasing != MISSED
    assert [e.detail for e in best.effects if e.name == "near miss"] == [MISSED]
    assert all(e.taken < 0 for e in best.effects if e.name == "near miss")


def test_a_fact_with_near_misses_is_followed_by_its_shadow() -> None:
    (part,) = build_index(view(MISSED).base).parts

    assert part.places.tolist() == [0, 0, 1]
    assert part.shadows.tolist() == [False, True, False]
    assert part.asked.of(1) == part.told.of(1) == []


def test_the_words_of_a_near_miss_are_no_typos() -> None:
    asked = view("Which medal did her dinghy receive?")

    assert put("Which dinghy?", asked).explanation.repairs == ()
    assert "dinghy" in asked.index.repairer


def test_a_question_for_a_private_fact_alone_is_a_near_miss_where_that_is_withheld() -> None:
    private = make_fact(
        id="life.divorce",
        statement="Fennwick and her first husband parted.",
        phrasings=("Did she divorce her husband?",),
        privacy="restricted",
        privacy_reason="A divorce is private life.",
    )
    husband = make_fact(
        id="life.husband",
        statement="Fennwick's husband is Marrow.",
        phrasings=("Did she marry her husband?", "Who is her husband?"),
        near_misses=private.phrasings,
    )
    release = Release(make_base(private, husband))

    assert isinstance(put(private.phrasings[0], release.full), Answered)
    assert isinstance(put(private.phrasings[0], release.withheld), Abstained)
    assert isinstance(put("Who is her husband?", release.withheld), Answered)
    assert not [one for one in audit(release.base) if "near miss" in one.wrong]
