"""`footnote eval --withhold`: what only a restricted fact answers is to be met with silence."""

import json
from pathlib import Path

import pytest

from knowledge.evaluate.run import Half
from tests.bot.keepers import write_keepers
from tests.bot.test_eval import BORN, DONE, block, evaluate, worded

DIVORCED = worded(Half.TUNING, "When did Odalys Fennwick get divorced")
LEAKED = worded(Half.TUNING, "Where was Odalys Fennwick born before her divorce")
LAMP = worded(Half.TUNING, "What was the work of Odalys Fennwick")
QUESTIONS = (
    block(BORN, "life.birthplace"),
    block(DIVORCED, "life.divorce"),
    block(LAMP, "life.divorce"),
    block(LEAKED, "life.divorce").replace("expect", 'also = ["life.birthplace"]\nexpect'),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    questions = "\n".join(QUESTIONS)
    top = tmp_path_factory.mktemp("withheld")
    return write_keepers(top, {"odalys-fennwick/questions.toml": questions})


def test_questions_about_restricted_facts_are_asked_and_an_answer_is_wrong(
    folder: Path,
) -> None:
    found = json.loads(evaluate(folder, "--withhold", "--json").stdout)
    tuning = found["parts"]["tuning"]
    (private,) = (each for each in found["families"] if each["family"] == "restricted fact")

    assert tuning["accuracy"]["total"] == len(QUESTIONS)
    assert tuning["risk"]["count"] == 1
    assert private["tuning"]["accuracy"]["total"] == 3
    assert private["tuning"]["risk"]["count"] == 1


def test_they_are_counted_and_never_told(folder: Path) -> None:
    for more in ((), ("--misses",), ("--json",), ("--show-reporting",)):
        result = evaluate(folder, "--withhold", *more)

        assert result.exit_code == DONE
        for question in (DIVORCED, LAMP, LEAKED, "life.divorce"):
            assert question not in result.output
    assert "1 more about restricted facts, not listed" in result_of_all(folder)
    assert "restricted facts, not listed" not in evaluate(folder).output


def result_of_all(folder: Path) -> str:
    return evaluate(folder, "--withhold", "--show-reporting").output


def test_questions_of_a_file_are_held_to_the_same(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "asked.toml"
    file.write_text(block(LAMP, "odalys-fennwick/life.divorce"), encoding="utf-8")
    whole = json.loads(evaluate(folder, "--json", str(file)).stdout)
    withheld = json.loads(evaluate(folder, "--withhold", "--json", str(file)).stdout)

    assert whole["questions"][0]["expect"] == "odalys-fennwick/life.divorce"
    assert withheld["questions"][0]["grade"] == "wrong"
    assert "question" not in withheld["questions"][0]


def test_with_access_every_question_is_asked_as_it_is_labelled(folder: Path) -> None:
    found = json.loads(evaluate(folder, "--json").stdout)

    expected = {each["question"]: each["expect"] for each in found["questions"]}
    assert expected[DIVORCED] == expected[LAMP] == "life.divorce"
