"""The coverage page in a real browser, without scripts: narrow and wide, by keys, at night."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from bot.html.coverage import coverage_page
from knowledge.archive.copies import Copy
from knowledge.archive.folder import read_copies
from knowledge.evidence.coverage import cover
from knowledge.load.folder import SHIPPED, load_folder
from tests.bot.covered import TIDE, page_of, write_covered
from tests.bot.html.browser import NotStartedError, Tab, found, started, tab
from tests.bot.html.parsed import parse
from tests.knowledge.conftest import DOCUMENTS

PHONE, DESKTOP = 360, 1280
LONG = "Grey" * 120
TAB, DOWN = ("Tab", 9), ("ArrowDown", 40)
Visit = Callable[[Tab], Awaitable[None]]

STOPS = """[...document.querySelectorAll('a[href], summary, input:checked')]
    .filter(e => e.checkVisibility())
    .map(e => e.id || e.getAttribute('href') || e.textContent)"""
HERE = """(e => [e.id || e.getAttribute('href') || e.textContent,
    parseFloat(getComputedStyle(e).outlineWidth), getComputedStyle(e).outlineStyle,
    e.getBoundingClientRect().width])(document.activeElement)"""
CONTRAST = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    program = found()
    if program is None:
        pytest.skip("no Chromium is installed: the page is not looked at in a browser")
    with ExitStack() as stack:
        try:
            opened = stack.enter_context(started(program, tmp_path_factory.mktemp("browser")))
        except NotStartedError:
            pytest.skip(
                f"{program} does not start here: the page is not looked at in a browser"
            )
        yield opened


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of the invented base, with an open sentence and a very long word."""
    base = write_covered(tmp_path_factory.mktemp("covered"), but_for=("tide-notes", "line 3"))
    base.store("tide.txt", TIDE.replace("bare", LONG))
    base.record()
    file = base.top / "coverage.html"
    file.write_text(page_of(base), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def real_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of the shipped base, where its documents lie beside the checkout."""
    base = load_folder(SHIPPED)
    copies = read_copies(DOCUMENTS, base.sources.values())
    if not all(isinstance(copy, Copy) for copy in copies.values()):
        pytest.skip("the documents that the base was curated from are not beside this checkout")
    file = tmp_path_factory.mktemp("real") / "coverage.html"
    text = coverage_page(cover(base, copies), base, withheld=False)
    file.write_text(text, encoding="utf-8")
    return file


def visit(port: int, scene: Visit) -> None:
    """Play a scene in a fresh tab."""

    async def play() -> None:
        async with tab(port) as opened:
            await scene(opened)

    asyncio.run(play())


@pytest.mark.parametrize("width", [320, PHONE, 768, DESKTOP])
def test_nothing_reaches_over_the_edge_of_the_screen(port: int, page: Path, width: int) -> None:
    async def scene(shown: Tab) -> None:
        await shown.look(width)
        await shown.open(page)

        assert await shown.value("innerWidth") == width
        assert await shown.value("document.documentElement.scrollWidth") <= width

    visit(port, scene)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_page_of_the_real_documents_is_valid_and_fits_too(
    port: int, real_page: Path, width: int
) -> None:
    parsed = parse(real_page.read_text(encoding="utf-8"))
    ids = Counter(parsed.values("id"))
    lost = {href[1:] for href in parsed.values("href") if href[0] == "#"} - set(ids)

    async def scene(shown: Tab) -> None:
        await shown.look(width)
        await shown.open(real_page)

        assert await shown.value("document.documentElement.scrollWidth") <= width

    visit(port, scene)

    assert (parsed.errors, lost, max(ids.values())) == ((), set(), 1)


@pytest.mark.parametrize(("width", "is_beside"), [(PHONE, False), (DESKTOP, True)])
def test_facts_stand_under_their_sentence_on_a_phone_and_beside_it_on_a_desk(
    port: int, page: Path, width: int, *, is_beside: bool
) -> None:
    boxes = """[...document.querySelectorAll('.sentence')].map(e => [
        e.querySelector('.said').getBoundingClientRect(),
        e.querySelector('.beside').getBoundingClientRect()]
        .map(r => [r.left, r.top, r.right, r.bottom]))"""

    async def scene(shown: Tab) -> None:
        await shown.look(width)
        await shown.open(page)
        found = await shown.value(boxes)

        assert len(found) == 14
        assert all((facts[0] >= said[2]) is is_beside for said, facts in found)
        assert all((facts[1] >= said[3]) is not is_beside for said, facts in found)

    visit(port, scene)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_tabulator_reaches_everything_in_reading_order_and_shows_where_it_is(
    port: int, page: Path, width: int
) -> None:
    async def scene(shown: Tab) -> None:
        await shown.look(width)
        await shown.open(page)
        expected = await shown.value(STOPS)
        reached = []
        for _ in expected:
            await shown.press(*TAB)
            reached.append(await shown.value(HERE))

        assert len(expected) > 20
        assert [name for name, *_ in reached] == expected
        assert all(line >= 2 and style == "solid" for _, line, style, _ in reached)
        assert all(size > 0 for *_, size in reached)

    visit(port, scene)


def test_the_first_link_is_seen_as_soon_as_it_is_reached(port: int, page: Path) -> None:
    left = "document.querySelector('.skip').getBoundingClientRect().left"

    async def scene(shown: Tab) -> None:
        await shown.look(PHONE)
        await shown.open(page)
        before = await shown.value(left)
        await shown.press(*TAB)

        assert before < 0 <= await shown.value(left)

    visit(port, scene)


def test_the_arrow_keys_leave_only_some_sentences_and_a_link_shows_its_own(
    port: int, page: Path
) -> None:
    left = """[...document.querySelectorAll('.sentence')]
        .filter(e => e.checkVisibility()).map(e => e.id)"""

    async def scene(shown: Tab) -> None:
        await shown.look(DESKTOP)
        await shown.open(page, "source-harbor-log.2.1")
        while await shown.value("document.activeElement.id") != "show-all":
            await shown.press(*TAB)
        sentences = []
        for _ in range(4):
            sentences.append(await shown.value(left))
            await shown.press(*DOWN)

        assert [len(ids) for ids in sentences] == [14, 5, 8, 3]
        assert sentences[3] == [
            *("source-harbor-log.2.1", "source-tide-notes.3.1", "source-tide-notes.3.2"),
        ]

    visit(port, scene)


def test_enter_leads_from_a_sentence_to_its_fact_and_back(port: int, page: Path) -> None:
    places = """(e => [e.id, e.getBoundingClientRect().top >= 0,
        e.getBoundingClientRect().bottom <= innerHeight])(document.querySelector(':target'))"""

    async def follow(shown: Tab, link: str) -> list[object]:
        while await shown.value("document.activeElement.getAttribute('href')") != link:
            await shown.press(*TAB)
        for kind in ("keyDown", "keyUp"):
            await shown.call(
                "Input.dispatchKeyEvent",
                type=kind,
                key="Enter",
                text="\r",
                windowsVirtualKeyCode=13,
            )
        found: list[object] = await shown.value(places)
        return found

    async def scene(shown: Tab) -> None:
        await shown.look(PHONE)
        await shown.open(page)
        lamp, said = "fact-odalys-fennwick/work.lamp", "source-gull-gazette.3.2"

        assert await follow(shown, f"#{lamp}") == [lamp, True, True]
        assert await follow(shown, f"#{said}") == [said, True, True]

    visit(port, scene)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(port: int, page: Path, scheme: str) -> None:
    async def scene(shown: Tab) -> None:
        await shown.look(DESKTOP, scheme=scheme)
        await shown.open(page)
        await shown.value("document.querySelector('details')?.setAttribute('open', '')")
        seen, poor = await shown.value(CONTRAST)
        paper = await shown.value("getComputedStyle(document.body).backgroundColor")

        assert seen > 80
        assert poor == []
        assert (paper == "rgb(250, 248, 243)") is (scheme == "light")

    visit(port, scene)


def test_it_asks_for_nothing_but_itself_and_the_browser_has_no_complaint(
    port: int, page: Path
) -> None:
    async def scene(shown: Tab) -> None:
        await shown.look(DESKTOP)
        await shown.open(page)
        await shown.value("1")

        assert [address.partition("#")[0] for address in shown.fetched] == [page.as_uri()]
        assert shown.complaints == []

    visit(port, scene)


def test_its_policy_stops_what_the_file_never_holds(port: int, page: Path) -> None:
    smuggled = page.with_name("smuggled.html")
    text = page.read_text(encoding="utf-8")
    planted = (
        "<script>document.title = 'ran'</script><style>body { color: red }</style>"
        '<img src="http://127.0.0.1:9/x" onerror="document.title = \'ran\'">'
    )
    smuggled.write_text(text.replace("<main", f"{planted}<main", 1), encoding="utf-8")

    async def scene(shown: Tab) -> None:
        await shown.call("Emulation.setScriptExecutionDisabled", value=False)
        await shown.open(smuggled)

        assert await shown.value("document.title") != "ran"
        assert await shown.value("getComputedStyle(document.body).color") == "rgb(30, 29, 26)"
        assert len([c for c in shown.complaints if "Content Security Policy" in c]) >= 3

    visit(port, scene)


def test_on_paper_the_facts_stay_beside_and_the_switches_go(port: int, page: Path) -> None:
    shown_there = """['nav', '.choice', '.sentence', '.fact']
        .map(s => document.querySelector(s).checkVisibility())"""

    async def scene(shown: Tab) -> None:
        await shown.open(page)
        await shown.call("Emulation.setEmulatedMedia", media="print")

        assert await shown.value(shown_there) == [False, False, True, True]

    visit(port, scene)
