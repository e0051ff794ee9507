"""From the settings to the threshold: once for each release, and from open questions alone."""

import logging
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.access import Allowed
from bot.calibrated import calibrated, policy_for, shortfall
from bot.config import Config
from bot.desk import Desk
from bot.kept import keep_points, kept_points
from bot.reload import check_folder
from bot.shelf import Shelf
from knowledge.answer.answer import answer
from knowledge.answer.outcomes import Abstained, Answered
from knowledge.decide import POLICY
from knowledge.evaluate.calibrate import Point
from knowledge.load.folder import load_folder
from knowledge.release import Release
from tests.bot.keepers import write_keepers
from tests.bot.test_eval import block, plenty

TODAY = date(2026, 1, 31)
DIVORCED = "When did Odalys Fennwick get divorced"
TOLERANT = Config(most_wrong=0.1)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "footnote"


def release(folder: Path, questions: str) -> Release:
    return Release(
        load_folder(write_keepers(folder, {"odalys-fennwick/questions.toml": questions}))
    )


def test_without_a_target_the_shipped_policy_holds(tmp_path: Path) -> None:
    assert policy_for(release(tmp_path, plenty()), Config(), TODAY) == POLICY


def test_a_target_leads_to_the_threshold_that_keeps_it(tmp_path: Path) -> None:
    policy = policy_for(release(tmp_path, plenty()), TOLERANT, TODAY)

    assert policy == replace(POLICY, threshold=POLICY.offer, most_wrong=0.1)


def test_a_target_out_of_reach_is_told_and_leaves_the_shipped_threshold(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    strict = Config(most_wrong=0.001)
    with caplog.at_level(logging.WARNING):
        policy = policy_for(release(tmp_path, plenty()), strict, TODAY)

    assert policy.threshold == POLICY.threshold
    assert "takes at least 2302 without a wrong one" in caplog.text


def test_questions_about_restricted_facts_leave_no_trace_in_the_threshold(
    tmp_path: Path,
) -> None:
    private = (block(f"{DIVORCED}{'?' * n}", "life.divorce") for n in range(1, 60))
    with_them = release(tmp_path / "a", "\n".join((plenty(), *private)))
    without = release(tmp_path / "b", plenty())

    for target in (0.01, 0.05, 0.1, 0.3):
        assert calibrated(with_them, target, TODAY) == calibrated(without, target, TODAY)


def test_what_was_worked_out_is_kept_for_the_next_start(tmp_path: Path, cache: Path) -> None:
    held = release(tmp_path, plenty())
    first = calibrated(held, 0.1, TODAY)
    kept = kept_points(held)

    assert kept
    assert [path.suffix for path in cache.glob("*.points")] == [".points"]
    keep_points(held, ())
    assert calibrated(held, 0.1, TODAY) != first


@pytest.mark.parametrize("held", [b"", b"not a pickle"])
def test_what_cannot_be_read_is_worked_out_again(
    held: bytes, tmp_path: Path, cache: Path
) -> None:
    base = release(tmp_path, plenty())
    keep_points(base, (Point(0.9, is_wrong=True),))
    next(cache.glob("*.points")).write_bytes(held)

    assert kept_points(base) is None
    assert shortfall(calibrated(base, 0.1, TODAY)) == ""


def test_the_running_bot_asks_by_the_policy_on_its_shelf(keepers: Path) -> None:
    base = Release(load_folder(keepers))
    question = "How many sailors did Odalys Fennwick pull out?"
    given = []
    for policy in (POLICY, replace(POLICY, threshold=0.9999)):
        desk = Desk(Config(), keepers, Shelf(base, policy), today=lambda: TODAY)
        seen = desk.shelf.seen(Allowed(None, None, sees_restricted=False, is_admin=False))
        given.append(answer(question, seen.view, desk.request(seen)))

    assert isinstance(given[0], Answered)
    assert isinstance(given[1], Abstained)


def test_a_reload_brings_the_policy_of_the_new_base(tmp_path: Path) -> None:
    folder = write_keepers(tmp_path, {"odalys-fennwick/questions.toml": plenty()})
    checked = check_folder(folder, TOLERANT, TODAY)

    assert checked.shelf is not None
    assert checked.shelf.policy.threshold == POLICY.offer
