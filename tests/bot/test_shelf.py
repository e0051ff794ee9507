from datetime import date
from pathlib import Path

import pytest

from bot.access import Allowed
from bot.cards import Cards
from bot.config import Config
from bot.reload import check_folder
from bot.render.answers import answer_card
from bot.shelf import Shelf
from knowledge.answer.known import answer_known
from knowledge.answer.outcomes import Answered, Request
from knowledge.base import FactBase
from knowledge.index.build import Index, build_index
from knowledge.release import Release, View
from tests.bot.archived import write_archived


def allowed(*profiles: str, restricted: bool = False) -> Allowed:
    return Allowed(profiles or None, None, sees_restricted=restricted, is_admin=False)


def test_who_sees_restricted_facts_sees_them_privately_alone(keepers_view: View) -> None:
    seen = Shelf(Release(keepers_view.base)).seen(allowed(restricted=True))

    assert seen.view.base.fact("odalys-fennwick", "life.divorce")
    assert seen.open.base.fact("odalys-fennwick", "life.divorce") is None


def test_a_narrower_view_is_that_of_a_base_without_the_others(keepers_view: View) -> None:
    seen = Shelf(Release(keepers_view.base)).seen(allowed("tobin-marrow"))

    assert list(seen.view.base.profiles) == ["tobin-marrow"]
    assert list(seen.view.base.sources) == ["harbor-log"]
    assert seen.view.name != keepers_view.name


def test_a_profile_that_is_not_there_is_left_out(keepers_view: View) -> None:
    seen = Shelf(Release(keepers_view.base)).seen(allowed("tobin-marrow", "nobody"))

    assert list(seen.view.base.profiles) == ["tobin-marrow"]


def test_views_are_made_once(keepers_view: View) -> None:
    shelf = Shelf(Release(keepers_view.base))
    settings = {"server": [{"id": 1, "profiles": ["tobin-marrow"]}]}
    shelf.build(Config.model_validate(settings))
    first = shelf.seen(allowed("tobin-marrow"))

    assert shelf.seen(allowed("tobin-marrow")).private is first.private


def test_a_card_made_once_is_the_card_and_differs_where_cards_differ(
    keepers_view: View,
) -> None:
    cards = Cards(keepers_view)
    for as_of in (None, date(2030, 1, 1)):
        for today in (date(2019, 1, 1), date(2026, 1, 1)):  # before and after its review
            request = Request(today, as_of=as_of)
            given = answer_known("tobin-marrow", "pilot.years", keepers_view, request)
            assert isinstance(given, Answered)
            for private in (True, False):
                expected = answer_card(given, keepers_view, private=private)
                assert cards.of(given, private=private) == expected
                assert cards.of(given, private=private) is cards.of(given, private=private)


def test_a_check_builds_each_index_once_for_the_questions_and_the_shelf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[str] = []

    def build(base: FactBase) -> Index:
        built.append(base.name)
        return build_index(base)

    monkeypatch.setattr("knowledge.release.build_index", build)
    archived = write_archived(tmp_path)
    archived.record()
    settings = {"archive": archived.archive, "access": {"restricted_roles": [1]}}
    checked = check_folder(
        archived.profiles, Config.model_validate(settings), date(2026, 1, 31)
    )

    assert checked.shelf is not None
    assert checked.shelf.release.base.checked
    assert sorted(built) == sorted({checked.base.name, checked.base.without_restricted.name})


def test_a_release_of_other_content_takes_no_index_over(keepers_view: View) -> None:
    release = Release(keepers_view.base)
    other = release.over(keepers_view.base.without_restricted)

    assert release.over(keepers_view.base).full.index is release.full.index
    assert other.full.index is not release.full.index
