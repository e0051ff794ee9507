"""What one start keeps for the next."""

import pickle
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.cli.given import Given
from bot.config import Config
from bot.kept import keep_index, kept_index
from knowledge.answer.answer import answer
from knowledge.answer.outcomes import Request
from knowledge.base import FactBase
from knowledge.load.folder import load_folder
from knowledge.release import Release, View
from tests.knowledge.test_vectors import Invented


@pytest.fixture(scope="module")
def release(keepers: Path) -> Release:
    return Release(load_folder(keepers))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "footnote"


def test_a_kept_index_answers_as_the_built_one(release: Release, cache: Path) -> None:
    view, request = release.full, Request(today=date(2026, 1, 1))
    keep_index(release, view)
    kept = kept_index(release, view)

    assert kept is not None
    assert len(list(cache.iterdir())) == 1
    for question in ("Where was Fennwick born?", "sailors she saved", "Who is Wobbleton?"):
        given = answer(question, View(view.base, kept), request)
        assert repr(given) == repr(answer(question, view, request))


def test_the_model_behind_vectors_is_not_kept(release: Release, cache: Path) -> None:
    base = release.base
    vectors = Invented()
    view = View(replace(base, lexicon=replace(base.lexicon, vectors=vectors)))
    keep_index(release, view)
    kept = kept_index(release, view)

    assert kept is not None
    assert kept.vectors is vectors
    assert Invented.__name__.encode() not in next(cache.iterdir()).read_bytes()


def test_an_index_by_meaning_is_kept_for_the_next_start(
    keepers: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vectors = Invented()
    monkeypatch.setattr("bot.cli.given.with_vectors", lambda base, _: meant(base, vectors))
    given = Given(Config(semantic="invented"), keepers)
    first = given.opened(withhold=True).view
    second = given.opened(withhold=True).view

    assert len(list(cache.glob("*.index"))) == 1
    assert first.built is None
    assert second.built is not None
    assert second.index.vectors is vectors


def meant(base: FactBase, vectors: Invented) -> FactBase:
    return replace(base, lexicon=replace(base.lexicon, vectors=vectors))


def test_nothing_is_kept_of_a_base_that_nobody_asked(release: Release, cache: Path) -> None:
    assert kept_index(release, release.full) is None
    assert not cache.exists()


def test_a_kept_index_is_mapped_and_cannot_be_changed(release: Release, cache: Path) -> None:
    keep_index(release, release.full)
    kept = kept_index(release, release.full)

    assert kept is not None
    assert cache.exists()
    assert not kept.parts[0].features.held.flags.writeable
    assert not kept.fact_counts.flags.owndata


@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_a_file_that_was_cut_off_is_built_again(
    share: float, release: Release, cache: Path
) -> None:
    keep_index(release, release.full)
    path = next(cache.iterdir())
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])

    assert kept_index(release, release.full) is None


@pytest.mark.parametrize("place", [0.001, 0.2, 0.5, 0.999])
def test_a_file_with_one_wrong_byte_is_built_again(
    place: float, release: Release, cache: Path
) -> None:
    keep_index(release, release.full)
    (kept,) = cache.iterdir()
    held = bytearray(kept.read_bytes())
    held[int(place * len(held))] ^= 0xFF
    kept.write_bytes(held)

    assert kept_index(release, release.full) is None


@pytest.mark.parametrize("held", [b"", b"not a pickle", pickle.dumps("no index")])
def test_what_cannot_be_read_is_built_again(held: bytes, release: Release, cache: Path) -> None:
    keep_index(release, release.full)
    next(cache.iterdir()).write_bytes(held)

    assert kept_index(release, release.full) is None


@pytest.mark.parametrize("what", ["file", "folder"])
def test_nothing_is_read_where_others_may_write(
    what: str, release: Release, cache: Path
) -> None:
    keep_index(release, release.full)
    path = next(cache.iterdir()) if what == "file" else cache
    path.chmod(0o777)

    assert kept_index(release, release.full) is None


def test_the_oldest_releases_give_way(release: Release, cache: Path) -> None:
    cache.mkdir(mode=0o700)
    for number in range(12):
        (cache / f"{number}.index").write_bytes(b"")
    keep_index(release, release.full)

    assert len(list(cache.iterdir())) == 8
