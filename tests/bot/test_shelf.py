from bot.access import Allowed
from bot.config import Config
from bot.shelf import Shelf
from knowledge.release import Release, View


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
