"""The conversation, driven through its input."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from prompt_toolkit.application import create_app_session
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.cli.app import cli
from bot.render.reply import Option
from bot.terminal.chat import Questions, converse, typed_lines
from bot.terminal.conversation import Talk, take
from bot.terminal.questions import answerable_questions
from bot.terminal.show import PLAIN, to_text
from knowledge.answer.outcomes import Answered, Request
from knowledge.release import View

BORN = "Where was Odalys Fennwick born?"
CTRL_C, CTRL_D, ENTER, RIGHT = "\x03", "\x04", "\r", "\x1b[C"


@pytest.fixture
def talk(keepers_view: View) -> Talk:
    return Talk(keepers_view, Request(today=date(2026, 1, 31)))


def said(*lines: str, talk: Talk) -> tuple[str, Talk]:
    written = ""
    for line in lines:
        step = take(line, talk)
        written += to_text(step.shown)
        assert step.talk is not None
        talk = step.talk
    return written, talk


def chat(folder: Path, typed: str) -> str:
    result = CliRunner().invoke(cli, ["--profiles", str(folder), "chat"], input=typed)
    assert result.exit_code == 0
    return result.output


def typed(keys: str, *offers: str) -> list[str]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys)
        return list(typed_lines(offers))


def test_piped_lines_are_answered_one_after_the_other(keepers: Path) -> None:
    output = chat(keepers, f"{BORN}\n\nWhen was Tobin Marrow a pilot?\n")

    assert output.startswith("Ask about Odalys Fennwick or Tobin Marrow.")
    assert f"> {BORN}\n" in output
    assert "Fennwick was born on Tern Island. [1]" in output
    assert "Marrow piloted ships from 2003 to 2008" in output
    assert output.endswith("Goodbye.\n")


def test_no_input_at_all_ends_politely(keepers: Path) -> None:
    assert chat(keepers, "").endswith("Goodbye.\n")


@pytest.mark.parametrize("word", [":quit", ":q", ":exit", "quit", "EXIT", "/quit", "/Exit"])
def test_a_conversation_ends_when_told_so(keepers: Path, word: str) -> None:
    output = chat(keepers, f"{word}\n{BORN}\n")

    assert output.endswith("Goodbye.\n")
    assert "Tern Island" not in output


def test_the_question_before_is_kept_as_context(talk: Talk) -> None:
    _, after = said("When was Tobin Marrow a pilot?", talk=talk)

    assert after.request.context is not None
    assert after.request.context.profile == "tobin-marrow"
    assert after.request.context.fact == "pilot.years"


def test_what_is_not_understood_leaves_the_question_before_in_place(talk: Talk) -> None:
    _, after = said("When was Tobin Marrow a pilot?", "?!", talk=talk)

    assert after.request.context is not None
    assert after.request.context.fact == "pilot.years"


def test_forgetting_drops_the_question_before(talk: Talk) -> None:
    _, after = said(BORN, ":forget", talk=talk)

    assert after.request.context is None
    assert after.last is None


def test_explain_and_sources_tell_more_about_the_answer_before(talk: Talk) -> None:
    written, _ = said(BORN, ":explain", ":sources", talk=talk)

    assert "person   odalys-fennwick" in written
    assert "life.birthplace" in written
    assert "read at: page 3" in written
    assert "address: https://example.org/lamps" in written


@pytest.mark.parametrize("command", [":explain", ":sources"])
def test_before_the_first_question_there_is_nothing_to_tell(talk: Talk, command: str) -> None:
    written, after = said(command, talk=talk)

    assert written == "Ask something first.\n"
    assert after == talk


def test_help_lists_every_command_and_each_is_known(talk: Talk) -> None:
    written, _ = said(":help", talk=talk)

    for line in written.splitlines():
        command = line.split()[0]
        assert "There is no command" not in to_text(take(command, talk).shown)


def test_profiles_are_listed_with_their_facts(talk: Talk) -> None:
    written, _ = said(":profiles", talk=talk)

    assert "Odalys Fennwick · invented lighthouse keeper · 4 facts" in written
    assert "Tobin Marrow · invented harbor pilot · 1 fact\n" in written


def test_an_unknown_command_is_named(talk: Talk) -> None:
    written, _ = said(":dance " + "x" * 500, talk=talk)

    assert written.startswith("There is no command :dance")
    assert len(written) < 120


def test_a_number_picks_what_was_offered(keepers_view: View, talk: Talk) -> None:
    held = keepers_view.base.profiles["tobin-marrow"]
    fact = held.facts[0]
    option = Option(fact.phrasings[1], profile=held.profile.id, fact=fact.id)

    _, after = said("1", talk=replace(talk, options=(option,)))

    assert isinstance(after.last, Answered)
    assert after.last.fact.id == "pilot.years"


def test_a_number_picks_nothing_where_nothing_is_offered(talk: Talk) -> None:
    written, after = said("7", talk=talk)

    assert written == "The reply before offers no question 7; ask one in words.\n"
    assert after == talk


def test_help_without_a_colon_is_no_question(talk: Talk) -> None:
    assert said("Help", talk=talk) == said("/help", talk=talk) == said(":help", talk=talk)


def test_the_line_editor_returns_what_was_typed() -> None:
    assert typed(f"Who?{ENTER}   {ENTER}Where?{ENTER}{CTRL_D}") == ["Who?", "Where?"]


def test_interrupting_ends_the_line_editor_politely() -> None:
    assert typed(f"Who?{ENTER}half a quest{CTRL_C}") == ["Who?"]


def test_a_suggestion_is_the_rest_of_a_question_that_has_an_answer() -> None:
    offers = Questions([BORN])

    suggestion = offers.get_suggestion(Buffer(), Document("where was o"))

    assert suggestion is not None
    assert suggestion.text == "dalys Fennwick born?"
    assert offers.get_suggestion(Buffer(), Document("")) is None
    assert offers.get_suggestion(Buffer(), Document("xyz")) is None


def test_completions_hold_what_was_typed_anywhere() -> None:
    offers = Questions([BORN, "When?"])

    found = list(offers.get_completions(Document("born"), CompleteEvent()))

    assert [each.text for each in found] == [BORN]


def test_each_fact_is_offered_by_a_question_that_names_the_person(keepers_view: View) -> None:
    offered = answerable_questions(keepers_view.base)

    assert len(offered) == keepers_view.base.fact_count
    assert BORN in offered


def test_the_conversation_says_goodbye_when_the_lines_end(talk: Talk) -> None:
    written: list[str] = []

    converse([], talk, say=written.append, screen=PLAIN)

    assert written[-1] == "Goodbye.\n"
