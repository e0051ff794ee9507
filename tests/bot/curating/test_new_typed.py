"""`footnote new` in a real terminal, typed as a person does."""

import tomllib
from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.terminal.asking import OFFERED, Offers
from tests.bot.curating.started import state
from tests.bot.curating.terminal import CTRL_C, CTRL_D, Terminal, terminal

WORK = "odalys-fennwick/facts/work.toml"
ANSWERS = (
    ("profile", "odalys-fennwick"),
    ("id", "work.boat"),
    ("status", ""),
    ("statement", "Fennwick rowed to the lamp."),
    ("attribute", ""),
    ("when", ""),
    ("phrasings", "How did she get to the lamp?"),
    ("phrasings", ""),
    ("near_misses", ""),
    ("citations", "gull-gazette, page 4"),
    ("citations", ""),
    ("note", ""),
    ("inferred", ""),
    ("privacy", "restricted"),
    ("privacy_reason", "A hobby."),
    ("review_by", ""),
)


def answer(screen: Terminal, *answers: tuple[str, str]) -> list[str]:
    return [screen.answer(label, text) for label, text in answers]


def offered(typed: str, *offers: str, tab: bool = False) -> list[str]:
    event = CompleteEvent(completion_requested=tab)
    return [each.text for each in Offers(offers).get_completions(Document(typed), event)]


def test_a_fact_is_asked_for_shown_and_written(folder: Path) -> None:
    with terminal(folder, "new", "fact") as screen:
        answer(screen, *ANSWERS)
        preview = screen.answer("write it", "")
        rest, status = screen.end()

    assert "Fennwick rowed to the lamp. [1]" in preview
    assert "for the asker alone" in preview
    assert "Written into" in rest
    assert status == 0
    fact = tomllib.loads((folder / WORK).read_text(encoding="utf-8"))["fact"][0]
    assert fact["id"] == "work.boat"
    assert fact["privacy_reason"] == "A hobby."


def test_what_is_wrong_is_said_and_what_was_typed_can_be_mended(folder: Path) -> None:
    with terminal(folder, "new", "fact", "--profile", "odalys-fennwick") as screen:
        screen.answer("id", "work.lamp")
        wrong = screen.answer("id", "work.boat")
        answer(screen, *ANSWERS[2:6])
        screen.answer("phrasings", "What is her birthplace?")
        taken = screen.answer("phrasings", "How did she get to the lamp?")
        answer(screen, *ANSWERS[7:])
        screen.answer("write it", "perhaps")
        unsure = screen.answer("write it", "yes")
        _, status = screen.end()

    assert "id 'work.lamp' is taken; ids are never used again, so write another" in wrong
    assert "The fact shares its phrasing 'What is her birthplace?'" in taken
    assert "Answer yes or no; no writes nothing." in unsure
    assert status == 0


@pytest.mark.parametrize(
    ("key", "answered"), [(CTRL_C, 0), (CTRL_D, 7), (CTRL_C, len(ANSWERS))]
)
def test_a_dialogue_that_is_broken_off_writes_nothing(
    folder: Path, key: str, answered: int
) -> None:
    before = state(folder.parent)

    with terminal(folder, "new", "fact") as screen:
        answer(screen, *ANSWERS[:answered])
        screen.ready((*ANSWERS, ("write it", ""))[answered][0])
        screen.type(key)
        rest, status = screen.end()

    assert "nothing was written" in rest
    assert "Traceback" not in rest
    assert status == 2
    assert state(folder.parent) == before


def test_no_at_the_end_writes_nothing(folder: Path) -> None:
    before = state(folder.parent)

    with terminal(folder, "new", "fact") as screen:
        answer(screen, *ANSWERS, ("write it", "no"))
        rest, status = screen.end()

    assert "Nothing was written." in rest
    assert status == 2
    assert state(folder.parent) == before


def test_a_line_pasted_with_a_break_is_offered_on_one_line(folder: Path) -> None:
    with terminal(folder, "new", "fact", "--profile", "odalys-fennwick") as screen:
        answer(screen, *ANSWERS[1:3])
        screen.ready("statement")
        screen.type("\x1b[200~Fennwick rowed\nto the lamp.\x1b[201~\r")
        wrong = screen.ready("statement")
        screen.type("\r")
        answer(screen, *ANSWERS[4:], ("write it", ""))
        screen.end()

    assert "holds line breaks" in wrong
    fact = tomllib.loads((folder / WORK).read_text(encoding="utf-8"))["fact"][0]
    assert fact["statement"] == "Fennwick rowed to the lamp."


def test_a_source_that_may_be_listed_already_is_pointed_out_to_a_person(
    folder: Path,
) -> None:
    given = ("--id", "buoy-book", "--type", "report", "--title", "Lamps of the coast")

    with terminal(folder, "new", "source", *given) as screen:
        pointed_out = screen.ready("author")
        screen.type(CTRL_C)
        screen.end()

    assert "Is it gull-gazette, Gull Gazette, “Lamps of the coast”" in pointed_out


def test_completion_offers_what_holds_the_word_the_beginnings_first() -> None:
    assert offered("gull", "sea-gull", "gull-gazette", "tide") == ["gull-gazette", "sea-gull"]
    assert offered("a via TI", "sea-gull", "tide") == ["tide"]
    assert offered("x", "tide") == []


def test_completion_offers_everything_only_where_it_is_asked_to() -> None:
    offers = tuple(f"source-{number}" for number in range(OFFERED + 10))

    assert offered("", *offers) == []
    assert offered("", *offers, tab=True) == list(offers[:OFFERED])
