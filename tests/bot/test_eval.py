"""`footnote eval` as it is typed: what is counted, what is listed."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.app import cli
from knowledge.decide import POLICY
from knowledge.evaluate.run import Half, half_of
from tests.bot.keepers import write_keepers

DONE, CANNOT_RUN = 0, 2


def worded(half: Half, start: str) -> str:
    """Return a question of that half."""
    marks = (start + "?" * number for number in range(1, 20))
    return next(text for text in marks if half_of(text) is half)


BORN = worded(Half.TUNING, "Where was Odalys Fennwick born")
WRONG = worded(Half.TUNING, "Where was Odalys Fennwick really born")
HIDDEN = worded(Half.REPORTING, "where was odalys fennwick born")
SHOE = worded(Half.REPORTING, "What is the shoe size of Odalys Fennwick")
NEVER = worded(Half.TUNING, "What is the favorite color of Odalys Fennwick")
MISSED = worded(Half.TUNING, "Which school did Odalys Fennwick attend")


def block(question: str, expect: str, **more: str) -> str:
    keys = {"question": question, "expect": expect, **more}
    return "[[question]]\n" + "".join(f"{key} = {json.dumps(keys[key])}\n" for key in keys)


QUESTIONS = "\n".join(
    (
        block(BORN, "life.birthplace"),
        block(WRONG, "ABSTAIN", family="near-miss"),
        block(HIDDEN, "ABSTAIN"),
        block(SHOE, "ABSTAIN"),
        block(NEVER, "ABSTAIN"),
        block(MISSED, "work.lamp"),
    )
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = {"odalys-fennwick/questions.toml": QUESTIONS}
    return write_keepers(tmp_path_factory.mktemp("labelled"), {**written})


def evaluate(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--profiles", str(folder), "eval", *arguments])


def written(folder: Path, *arguments: str) -> dict[str, dict[str, dict[str, dict[str, int]]]]:
    result = evaluate(folder, "--json", *arguments)
    assert result.exit_code == DONE, result.output
    read: dict[str, dict[str, dict[str, dict[str, int]]]] = json.loads(result.stdout)
    return read


def test_both_halves_are_counted_side_by_side(folder: Path) -> None:
    parts = written(folder)["parts"]

    assert parts["tuning"]["accuracy"]["count"] == 2
    assert parts["tuning"]["accuracy"]["total"] == 4
    assert parts["tuning"]["risk"]["count"] == 1
    assert parts["tuning"]["risk"]["total"] == 2
    assert parts["reporting"]["coverage"]["count"] == 1
    assert parts["reporting"]["coverage"]["total"] == 2


def test_wrong_answers_of_the_tuning_half_are_listed_with_what_was_given(folder: Path) -> None:
    result = evaluate(folder)

    assert result.exit_code == DONE
    assert f"wrong  {WRONG}" in result.output
    assert "but was answered with odalys-fennwick/life.birthplace" in squeezed(result.output)
    assert "\n    expects ABSTAIN" in result.output
    assert MISSED not in result.output


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("arguments", [(), ("--json",), ("--misses",), ("--withhold",)])
def test_the_reporting_half_is_counted_and_never_listed(
    folder: Path, arguments: tuple[str, ...]
) -> None:
    result = evaluate(folder, *arguments)

    assert result.exit_code == DONE
    assert HIDDEN not in result.output
    assert SHOE not in result.output


def test_who_insists_is_warned_and_sees_the_reporting_half(folder: Path) -> None:
    result = evaluate(folder, "--show-reporting")

    assert f"wrong  {HIDDEN}" in result.stdout
    assert "spoils the only figures" in result.stderr


def test_misses_are_listed_on_demand(folder: Path) -> None:
    result = evaluate(folder, "--misses")

    assert f"silent  {MISSED}" in result.output


def test_piped_output_is_plain_and_fits_80_columns(folder: Path) -> None:
    result = evaluate(folder, "--misses")

    assert "\x1b" not in result.output
    assert max(len(line) for line in result.output.splitlines()) <= 80


def test_what_flipped_since_an_earlier_evaluation_is_listed(
    folder: Path, tmp_path: Path
) -> None:
    earlier = tmp_path / "before.json"
    earlier.write_text(evaluate(folder, "--json").stdout, encoding="utf-8")
    mended = QUESTIONS.replace('"ABSTAIN"\nfamily', '"life.birthplace"\nfamily')
    relabelled = write_keepers(tmp_path, {"odalys-fennwick/questions.toml": mended})
    result = evaluate(relabelled, "--against", str(earlier))

    assert f"wrong → right  {WRONG}" in result.output
    assert BORN not in result.output
    assert "came out otherwise" not in evaluate(folder, "--against", str(earlier)).output


def test_flips_of_the_reporting_half_are_only_counted(folder: Path, tmp_path: Path) -> None:
    earlier = tmp_path / "before.json"
    text = evaluate(folder, "--json").stdout
    earlier.write_text(text.replace('"grade": "wrong"', '"grade": "right"'), encoding="utf-8")
    result = evaluate(folder, "--against", str(earlier))

    assert f"right → wrong  {WRONG}" in result.output
    assert "in the reporting half: 0 better, 1 worse, not listed" in result.output


def test_questions_of_a_file_are_asked_instead_in_either_format(
    folder: Path, tmp_path: Path
) -> None:
    lines = tmp_path / "asked.jsonl"
    asked = (
        {"question": "Where was she born?", "expect": "life.birthplace", "family": "he-or-she"},
        {"question": "Which years as a pilot?", "expect": "tobin-marrow/pilot.years"},
    )
    about = [{**asked[0], "profile": "odalys-fennwick"}, asked[1]]
    lines.write_text("".join(f"{json.dumps(one)}\n" for one in about), encoding="utf-8")
    blocks = tmp_path / "asked.toml"
    blocks.write_text(
        block(**about[0]) + block(**about[1]),
        encoding="utf-8",
    )

    for file in (lines, blocks):
        found = written(folder, str(file))
        assert set(found["parts"]) == {"all"}
        assert found["parts"]["all"]["accuracy"] == {
            **{"count": 2, "total": 2},
            **{"low": pytest.approx(0.342, abs=1e-3), "high": 1.0},
        }


def test_a_copy_of_a_reporting_question_in_a_file_stays_unlisted(
    folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "copy.jsonl"
    line = {"question": HIDDEN, "expect": "ABSTAIN"}
    file.write_text(json.dumps(line), encoding="utf-8")
    result = evaluate(folder, str(file))

    assert HIDDEN not in result.output
    assert "1 more" in result.output


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.jsonl", "{", "line 1: is not JSON"),
        ("a.jsonl", '{"question": "Who?"}', "has no 'expect'"),
        ("a.jsonl", '{"question": "Who?", "expect": "ABSTAIN", "by": 1}', "unknown key 'by'"),
        ("a.jsonl", '{"question": "Who?", "expect": "work.lamp"}', "unknown fact 'work.lamp'"),
        (
            "a.jsonl",
            '{"question": "Who?", "expect": "ABSTAIN", "profile": "nobody"}',
            "write odalys-fennwick, tobin-marrow",
        ),
        ("a.jsonl", "\n", "holds no question"),
        ("a.toml", "[[question]]\nquestion = 1", "question is 1"),
        ("a.toml", "[[", "is not valid TOML"),
        ("a.jsonl", None, "is not there"),
        ("a.toml", None, "is not there"),
    ],
)
def test_a_file_that_cannot_be_asked_is_refused_with_every_problem(
    folder: Path, tmp_path: Path, name: str, text: str | None, told: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = evaluate(folder, str(tmp_path / name))

    assert result.exit_code == CANNOT_RUN
    assert told in result.output
    assert "fact base" not in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("text", [None, "{", "[]", '{"questions": [{"key": "a"}]}'])
def test_an_earlier_evaluation_that_is_none_is_refused(
    folder: Path, tmp_path: Path, text: str | None
) -> None:
    earlier = tmp_path / "before.json"
    if text is not None:
        earlier.write_text(text, encoding="utf-8")
    result = evaluate(folder, "--against", str(earlier))

    assert result.exit_code == CANNOT_RUN
    assert str(earlier) in result.output


def test_a_target_that_few_questions_cannot_show_is_told_and_the_shipped_one_used(
    folder: Path,
) -> None:
    result = evaluate(folder, "--most-wrong", "0.02", "--json")

    assert "takes at least 114 without a wrong one" in squeezed(result.stderr)
    assert json.loads(result.stdout)["threshold"] == POLICY.threshold


@pytest.mark.parametrize("target", ["0", "1", "-0.1", "two"])
def test_a_target_that_is_no_share_is_refused(folder: Path, target: str) -> None:
    assert evaluate(folder, "--most-wrong", target).exit_code == CANNOT_RUN


def test_enough_labelled_questions_lead_to_their_own_threshold(tmp_path: Path) -> None:
    base = write_keepers(tmp_path, {"odalys-fennwick/questions.toml": plenty()})
    found = CliRunner().invoke(
        cli, ["--profiles", str(base), "ask", "--json", "--most-wrong", "0.1", BORN]
    )
    evaluated = json.loads(evaluate(base, "--json", "--most-wrong", "0.1").stdout)

    assert found.exit_code == DONE
    assert found.stderr == ""
    assert evaluated["threshold"] == POLICY.offer
    assert [each["threshold"] for each in evaluated["targets"]][-1] == POLICY.offer


def plenty() -> str:
    """Return questions that are answered rightly, and as many that are not to be answered."""
    right = (
        block(f"Where was Odalys Fennwick born{'?' * n}", "life.birthplace")
        for n in range(1, 90)
    )
    others = (
        block(f"What is the shoe size of Odalys Fennwick{'?' * n}", "ABSTAIN")
        for n in range(1, 90)
    )
    return "\n".join((*right, *others))


def test_an_earlier_evaluation_that_nests_without_end_is_refused(folder: Path) -> None:
    earlier = folder.parent / "deep.json"
    earlier.write_text("[" * 100_000, encoding="utf-8")

    result = evaluate(folder, "--against", str(earlier))

    assert result.exit_code == CANNOT_RUN
    assert "is not what" in result.output


def test_an_earlier_evaluation_is_never_read_from_a_pipe(folder: Path) -> None:
    pipe = folder.parent / "pipe"
    os.mkfifo(pipe)

    result = evaluate(folder, "--against", str(pipe))

    assert result.exit_code == CANNOT_RUN
    assert "no ordinary file" in result.output


def test_without_labelled_questions_it_says_where_to_write_some(keepers: Path) -> None:
    result = evaluate(keepers)

    assert result.exit_code == CANNOT_RUN
    assert result.stdout == ""
    assert "write some into odalys-fennwick/questions.toml or tobin-marrow/" in result.stderr
