import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.base import RELEASE_NAME, FactBase, build_base
from knowledge.load.folder import SHIPPED, load_folder
from knowledge.model.fact import Fact, Status
from knowledge.model.source import Source
from tests.knowledge.make import (
    ask,
    make_base,
    make_fact,
    make_held,
    make_profile,
    make_source,
    write_base,
)

LAMP = make_fact(id="work.lamp")
ROCK = make_fact(id="work.rock", phrasings=("Which rock?",))
HOME = make_fact(
    id="home.street",
    phrasings=("Where does she live?",),
    privacy="restricted",
    privacy_reason="A home.",
)


@given(st.permutations([LAMP, ROCK, HOME]), st.permutations(["log", "gull-gazette", "map"]))
def test_the_name_of_a_release_does_not_depend_on_the_order_of_its_parts(
    facts: list[Fact], sources: list[str]
) -> None:
    usual = make_base(LAMP, ROCK, HOME, sources=_sources("gull-gazette", "log", "map"))
    shuffled = make_base(*facts, sources=_sources(*sources))

    assert shuffled.name == usual.name
    assert shuffled == usual


@pytest.mark.parametrize(
    "other",
    [
        make_base(LAMP),
        make_base(LAMP, ROCK.model_copy(update={"note": "Foggy."})),
        make_base(LAMP, ROCK.model_copy(update={"phrasings": ("What rock?",)})),
        make_base(LAMP, ROCK, sources=(make_source(title="Another title"),)),
    ],
)
def test_any_change_of_content_changes_the_name(other: FactBase) -> None:
    usual = make_base(LAMP, ROCK)

    assert other.name != usual.name
    assert len(other.name) == RELEASE_NAME


def test_the_name_is_the_same_on_any_machine(tmp_path: Path) -> None:
    write_base(tmp_path)
    names = {_name_in_another_process(tmp_path, seed) for seed in ("0", "1", "4242")}

    assert names == {load_folder(tmp_path).name}


def test_the_name_is_the_same_whatever_the_order_of_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(SHIPPED, tmp_path / "profiles")
    usual, listed = load_folder(folder).name, Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda path: sorted(listed(path), reverse=True))

    assert load_folder(folder).name == usual


def test_without_restricted_facts_a_base_is_as_if_they_never_were() -> None:
    gone = HOME.model_copy(update={"id": "home.garden", "status": Status.RETRACTED})
    asked = (
        ask("Where does the keeper sleep?", "home.street"),
        ask("Which garden?", "home.garden"),
        ask("Which lamp?", "work.lamp", also=("home.street", "work.rock")),
    )
    known = (ask("Which lamp?", "work.lamp", also=("work.rock",)),)
    whole = build_base([make_held(LAMP, ROCK, HOME, gone, questions=asked)], [make_source()])
    never = build_base([make_held(LAMP, ROCK, questions=known)], [make_source()])

    assert whole.without_restricted == never
    assert whole.without_restricted.name == never.name
    assert whole.name != never.name


def test_a_question_of_another_profile_about_a_restricted_fact_is_left_out_too() -> None:
    friend = make_held(
        LAMP,
        profile=make_profile(id="bruno-tamm", name="Bruno Tamm"),
        questions=(ask("Where is her home?", "odalys-fennwick/home.street"),),
    )
    base = build_base([make_held(HOME, LAMP), friend], [make_source()])

    assert base.without_restricted.profiles["bruno-tamm"].questions == ()


def test_a_base_without_restricted_facts_is_its_own_open_part() -> None:
    base = make_base(LAMP, ROCK)

    assert base.without_restricted == base
    assert base.without_restricted.name == base.name


def test_retracted_facts_are_kept_apart_and_never_found() -> None:
    base = make_base(LAMP, make_fact(id="work.rock", status="retracted"))
    held = base.profiles["odalys-fennwick"]

    assert base.fact("odalys-fennwick", "work.rock") is None
    assert [fact.id for fact in held.retracted] == ["work.rock"]
    assert base.fact_count == 1


def test_a_fact_is_found_by_profile_and_id() -> None:
    base = make_base(LAMP, HOME)

    assert base.fact("odalys-fennwick", "work.lamp") == LAMP
    assert base.fact("odalys-fennwick", "work.rope") is None
    assert base.fact("nobody", "work.lamp") is None
    assert base.profiles["odalys-fennwick"].topics == ("home", "work")


def _sources(*ids: str) -> tuple[Source, ...]:
    return tuple(make_source(id_) for id_ in ids)


def _name_in_another_process(folder: Path, seed: str) -> str:
    code = (
        "import sys; from pathlib import Path; from knowledge.load.folder import load_folder; "
        "print(load_folder(Path(sys.argv[1])).name)"
    )
    run = subprocess.run(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-c", code, str(folder)],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()
