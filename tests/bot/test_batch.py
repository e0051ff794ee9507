"""The contract of `--json` and `--batch`, on which scripts rely."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.app import cli
from knowledge.answer.answer import answer
from knowledge.answer.outcomes import Answer, Request
from knowledge.release import View

BORN = "Where was Odalys Fennwick born?"
RESCUE = "How many sailors did Odalys Fennwick rescue?"
KEYS = [
    *("id", "question", "outcome", "reason", "profile", "facts", "status", "statement"),
    *("sources", "independence", "suggestions", "score", "release", "elapsed_ms"),
]
Read = dict[str, object]


def batch(folder: Path, *lines: object, options: tuple[str, ...] = ()) -> list[Read]:
    typed = b"".join(
        (line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n"
        for line in lines
    )
    arguments = ["--profiles", str(folder), "ask", *options, "--batch", "-"]
    result = CliRunner().invoke(cli, arguments, input=typed)
    assert result.exit_code == 0
    return [json.loads(line) for line in result.stdout.splitlines()]


def ask_json(folder: Path, *arguments: str) -> Read:
    command = ["--profiles", str(folder), "ask", "--json", *arguments]
    read: Read = json.loads(CliRunner().invoke(cli, command).stdout)
    return read


def test_an_answer_has_every_key_in_the_promised_order(keepers: Path) -> None:
    [read] = batch(keepers, {"id": 7, "question": BORN})

    assert list(read) == KEYS
    assert (read["id"], read["question"], read["outcome"]) == (7, BORN, "answered")
    assert (read["profile"], read["facts"]) == (
        "odalys-fennwick",
        ["odalys-fennwick/life.birthplace"],
    )
    assert (read["status"], read["reason"]) == ("established", None)
    assert read["statement"] == "Fennwick was born on Tern Island."


def test_a_source_says_what_supports_the_answer_and_where(keepers: Path) -> None:
    [read] = batch(keepers, {"question": RESCUE})

    assert read["sources"] == [
        {
            "id": "gull-gazette",
            "line": "Gull Gazette, “Lamps of the coast”, 2 March 2011, page 4",
            "locator": "page 4",
            "via": None,
            "via_locator": None,
            "url": "https://example.org/lamps",
            "origin": "gull-gazette",
        },
        {
            "id": "harbor-log",
            "line": "Harbor Office, “Log of the Grey Rock station”, 2012 "
            "(cited in Tidepedia, not seen by us)",
            "locator": None,
            "via": "tide-notes",
            "via_locator": "line 7 sentence 2",
            "url": None,
            "origin": "tide-notes",
        },
    ]


def test_an_answer_says_how_many_of_its_sources_are_independent(keepers: Path) -> None:
    told, silent = batch(keepers, {"question": RESCUE}, {"question": "Is it raining?"})

    assert told["independence"] == {
        "sources": 2,
        "independent": 2,
        "words": "2 sources, 2 independent (1 read only in Tidepedia)",
    }
    assert silent["independence"] is None


def test_a_disputed_statement_holds_every_claim_and_no_source_line(keepers: Path) -> None:
    [read] = batch(keepers, {"question": RESCUE})

    statement = str(read["statement"])
    assert "She pulled out nine sailors. — Gull Gazette" in statement
    assert "She pulled out six. — Harbor Office" in statement
    assert "Lamps of the coast" not in statement


def test_what_is_not_answered_has_a_reason_and_no_statement(keepers: Path) -> None:
    [read] = batch(keepers, {"question": "What is the shoe size of Odalys Fennwick?"})

    assert list(read) == KEYS
    assert (read["outcome"], read["reason"]) == ("abstained", "no_fact")
    assert (read["facts"], read["sources"], read["statement"]) == ([], [], None)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"\xff\xfe", "not UTF-8"),
        (b'{"id": NaN, "question": "Who?"}', "not JSON"),
        (b'{"id": 1e999, "question": "Who?"}', "not JSON"),
        ([1], "no object"),
        ({}, "no question"),
        ({"question": None}, "no question"),
        ({"question": 5}, "The question is no text"),
        ({"question": BORN, "context": []}, "The context is no text"),
        ({"question": BORN, "profile": "nobody"}, "There is no profile 'nobody'"),
        ({"question": BORN, "as_of": "soon"}, "'soon' is no day"),
        ({"question": BORN, "as-of": "2016"}, "Unknown key 'as-of'"),
    ],
)
def test_a_bad_line_gets_an_error_and_the_others_are_answered(
    keepers: Path, line: object, said: str
) -> None:
    before, bad, after = batch(keepers, {"id": 1, "question": BORN}, line, {"question": RESCUE})

    assert before["outcome"] == after["outcome"] == "answered"
    assert said in str(bad["error"])
    assert "outcome" not in bad


def test_a_bad_line_is_known_by_its_id(keepers: Path) -> None:
    [bad] = batch(keepers, {"id": "a-1", "question": 5})

    assert bad["id"] == "a-1"


def test_a_line_may_begin_with_a_byte_order_mark(keepers: Path) -> None:
    [read] = batch(keepers, b"\xef\xbb\xbf" + json.dumps({"question": BORN}).encode())

    assert read["outcome"] == "answered"


def test_output_is_ascii_whatever_was_asked(keepers: Path) -> None:
    typed = json.dumps({"question": "Халимов \ud83d"}).encode() + b"\n"

    result = CliRunner().invoke(
        cli, ["--profiles", str(keepers), "ask", "--batch", "-"], input=typed
    )

    assert result.stdout.isascii()
    assert json.loads(result.stdout)["question"] == "Халимов \ud83d"


def test_options_hold_for_lines_that_do_not_say_otherwise(keepers: Path) -> None:
    early, late = batch(
        keepers,
        {"question": BORN},
        {"question": BORN, "as_of": "2016"},
        options=("--as-of", "2001"),
    )

    assert early["reason"] == "not_reported_by_then"
    assert late["outcome"] == "answered"


def test_one_answer_as_json_is_the_same_object_as_in_a_batch(keepers: Path) -> None:
    single = ask_json(keepers, BORN)
    [lined] = batch(keepers, {"question": BORN})

    assert list(single) == KEYS
    del single["elapsed_ms"], lined["elapsed_ms"]
    assert single == lined


def test_a_follow_up_leans_on_the_question_before(keepers: Path) -> None:
    alone, leaning = batch(
        keepers,
        {"question": "What is her birthplace?", "context": "When was Tobin Marrow a pilot?"},
        {"question": "In which years did he pilot ships?", "context": "Who is Tobin Marrow?"},
    )

    assert alone["outcome"] in {"answered", "abstained", "ambiguous"}
    assert leaning["facts"] == ["tobin-marrow/pilot.years"]


def test_a_line_on_which_the_program_fails_does_not_stop_the_others(
    keepers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_on_rescue(question: str, view: View, request: Request) -> Answer:
        if question == RESCUE:
            raise ZeroDivisionError
        return answer(question, view, request)

    monkeypatch.setattr("bot.cli.batch.answer", fails_on_rescue)

    bad, good = batch(keepers, {"id": 1, "question": RESCUE}, {"question": BORN})

    assert "Something broke on our side (ref " in str(bad["error"])
    assert good["outcome"] == "answered"
