"""Passages and the state of stored copies: as cards, on the command line, and what is kept."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot import limits
from bot.archived import read_passages, with_archive
from bot.cli.app import cli
from bot.config import Config
from bot.render.answers import answer_card
from bot.render.card import Card, to_text
from bot.render.passages import has_passage, passages_card
from bot.render.records import source_card, source_list
from bot.send import layout
from knowledge.answer.known import answer_known
from knowledge.answer.outcomes import Answered, Request
from knowledge.load.folder import SHIPPED, load_folder
from knowledge.release import Release, View
from tests.bot.archived import GULL, Archived, write_archived
from tests.bot.test_replies import DAY
from tests.conftest import Approve
from tests.knowledge.conftest import DOCUMENTS

SHOWN, NOTHING, CANNOT_RUN = 0, 1, 2
WHO = "odalys-fennwick"


@pytest.fixture
def base(tmp_path: Path) -> Archived:
    written = write_archived(tmp_path)
    written.record()
    return written


def passages(base: Archived, fact: str, *, unlicensed: bool = False, who: str = WHO) -> Card:
    view = base.opened(unlicensed=unlicensed)
    given = known(view, fact, who)
    places = read_passages(given.fact, view.base, base.archive, unlicensed=unlicensed)
    return passages_card(given, places, view)


def known(view: View, fact: str, who: str = WHO) -> Answered:
    given = answer_known(who, fact, view, Request(DAY))
    assert isinstance(given, Answered)
    return given


def footnote(base: Archived, *arguments: str) -> Result:
    given = ("--profiles", str(base.profiles), *arguments, "--archive", str(base.archive))
    return CliRunner().invoke(cli, given)


def approve(approved: Approve, kind: str, card: Card | None, view: View) -> None:
    assert card is not None
    assert card.private or kind == "answer-with-passage"
    approved(f"channel-{kind}", to_text(card).replace(view.name, "0123456789ab"))


def test_a_passage_reads_as_approved(base: Archived, approved: Approve) -> None:
    card = passages(base, "life.birthplace")

    approve(approved, "passage", card, base.opened())


def test_an_answer_with_a_passage_to_show_reads_as_approved(
    base: Archived, approved: Approve
) -> None:
    view = base.opened()
    card = answer_card(known(view, "work.lamp"), view, private=False)

    approve(approved, "answer-with-passage", card, view)


def test_sources_read_as_approved(base: Archived, approved: Approve) -> None:
    base.store("harbor.txt", "Another log.\n")
    view = base.opened()

    approve(approved, "source-list-archived", source_list(view), view)
    approve(approved, "source-verified", source_card("gull-gazette", view), view)
    approve(approved, "source-changed", source_card("harbor-log", view), view)
    approve(approved, "source-not-archived", source_card("tide-notes", view), view)


def test_what_changed_is_shown_as_changed(base: Archived) -> None:
    base.store("gull.txt", GULL.replace("Tern", "Fern"))
    card = to_text(passages(base, "life.birthplace"))

    assert "born on Fern Island" in card
    assert "changed: it does not say what it said" in card
    assert "verified" not in card


def test_a_passage_of_a_source_without_a_license_is_shown_only_where_that_is_set(
    base: Archived,
) -> None:
    held = to_text(passages(base, "pilot.years", who="tobin-marrow"))
    shown = to_text(passages(base, "pilot.years", who="tobin-marrow", unlicensed=True))
    answers = [
        to_text(answer_card(known(view, "pilot.years", "tobin-marrow"), view, private=True))
        for view in (base.opened(), base.opened(unlicensed=True))
    ]

    assert "Its license is not named, so its text is not shown." in held
    assert "T. Marrow" not in held
    assert "T. Marrow, pilot." in shown
    assert ["Show passage" in answer for answer in answers] == [False, True]


def test_markup_in_a_source_is_shown_as_it_stands(base: Archived) -> None:
    base.store("gull.txt", GULL.replace("*never*", "@everyone [x](https://a.example) \u202e"))
    card = to_text(passages(base, "life.birthplace"))

    assert "\\[x\\](https://a.example)" in card
    assert "\u202e" not in card


def test_the_longest_passage_fits_into_one_message(base: Archived) -> None:
    long = "[" * 3000
    base.store("gull.txt", f"x\n\nA{long}. B{long}. C{long}.\n\nA. B{long}.\n")
    card = passages(base, "life.birthplace")

    assert limits.PAGE < card.length <= limits.TEXT


@pytest.mark.parametrize("content", [b"\0", b"\xff\xfe", b"", b"x" * 100_000_000])
def test_a_copy_that_cannot_be_used_now_is_said_to_be_so(
    base: Archived, content: bytes
) -> None:
    base.store("gull.txt", content)
    card = to_text(passages(base, "life.birthplace"))

    assert "not to be read in the archive now" in card


def test_a_whole_document_is_no_passage(base: Archived) -> None:
    base.store("gull.txt", "Lamps.\n" + "It shone. " * 20)
    life = base.profiles / WHO / "facts/life.toml"
    base.write(
        f"{WHO}/facts/life.toml",
        life.read_text(encoding="utf-8").replace("line 3 sentence 2", "lines 1-2"),
    )
    base.store("gull.txt", "Lamps.\n" + "It shone. " * 20)

    text = to_text(passages(base, "life.birthplace"))

    assert "21 sentences were read for this" in text
    assert "It shone" not in text


def test_the_terminal_shows_the_sentence_with_its_neighbors(base: Archived) -> None:
    result = footnote(base, "passage", "life.birthplace")

    assert result.exit_code == SHOWN
    assert "    The lamp was lit at dusk.\n    Fennwick, born on Tern Island" in result.stdout
    assert "    She is *never* late.\nverified" in result.stdout


def test_each_place_behind_a_fact_is_shown_once(base: Archived) -> None:
    result = footnote(base, "passage", f"{WHO}/storm.rescue")

    assert result.stdout.count("Nine sailors owe her their lives.") == 1
    assert "“Tide notes”, undated, line 7 sentence 2\nnot archived" in result.stdout


def test_nothing_to_show_ends_with_one(base: Archived) -> None:
    result = footnote(base, "passage", "pilot.years")

    assert result.exit_code == NOTHING
    assert "license is not named" in result.stdout


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ("life.birthplaces", "did you mean life.birthplace?"),
        ("odalys-fennwick/life.birthplac", "did you mean odalys-fennwick/life.birthplace?"),
        ("zzz", "write profile/topic.slug"),
    ],
)
def test_an_unknown_fact_ends_with_two(base: Archived, fact: str, words: str) -> None:
    result = footnote(base, "passage", fact)

    assert result.exit_code == CANNOT_RUN
    assert words in result.stderr


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the source documents are not beside us")
def test_every_page_of_every_passage_of_the_real_base_fits() -> None:
    config = Config(archive=DOCUMENTS, unlicensed_passages=True)
    view = Release(with_archive(load_folder(SHIPPED), config)).full
    offered = 0
    for profile, held in view.base.profiles.items():
        for fact in held.facts:
            given = known(view, fact.id, profile)
            places = read_passages(fact, view.base, DOCUMENTS, unlicensed=True)
            for page in range(len(places)):
                assert layout(passages_card(given, places, view, page))
            offered += has_passage(fact, view.base)
            assert all(place.passage for place in places)

    assert offered > 100


def test_nothing_of_a_passage_is_kept(base: Archived) -> None:
    before = {path: path.read_bytes() for path in base.top.rglob("*") if path.is_file()}

    footnote(base, "passage", "life.birthplace")
    passages(base, "life.birthplace")

    assert before == {p: p.read_bytes() for p in base.top.rglob("*") if p.is_file()}
