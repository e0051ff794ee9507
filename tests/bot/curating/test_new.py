"""`footnote new fact` without a terminal: options and piped answers."""

from pathlib import Path

from click.testing import CliRunner

from bot.cli.app import cli
from knowledge.load.folder import load_folder
from tests.bot.curating.started import FACT, WORK_FILE, WRITTEN, facts, new, piped, state


def test_a_fact_is_written_in_its_place_and_all_else_stays(folder: Path) -> None:
    before = state(folder)

    result = new(folder, "fact", FACT)

    after = state(folder)
    block = after.pop(WORK_FILE).replace(before.pop(WORK_FILE), b"")
    assert result.exit_code == WRITTEN, result.output
    assert after == before
    assert facts(folder)["work.boat"] == {
        "id": "work.boat",
        "status": "reported",
        "statement": "Fennwick rowed to the lamp.",
        "phrasings": ["How did she get to the lamp?"],
        "citations": [{"source": "gull-gazette", "locator": "page 4"}],
    }
    assert list(facts(folder)) == ["work.boat", "work.lamp"]
    assert block.count(b"[[fact]]") == 1


def test_it_says_what_is_still_missing_and_how_to_see_it(folder: Path) -> None:
    output = new(folder, "fact", FACT).output

    assert "still missing: phrasings: 1 of the 6 or more" in output
    assert "still missing: labelled questions: none expects work.boat" in output
    seen = output.splitlines()[-1].partition(": ")[2].split()
    assert seen[-2:] == ["show", "odalys-fennwick/work.boat"]
    shown = CliRunner().invoke(cli, seen[1:])
    assert "Fennwick rowed to the lamp. [1]" in shown.output


def test_with_six_phrasings_and_a_labelled_question_nothing_is_missing(folder: Path) -> None:
    questions = '[[question]]\nquestion = "By boat?"\nexpect = "work.boat"\n'
    misses = '[[question]]\nquestion = "By train?"\nexpect = "ABSTAIN"\n'
    (folder / "odalys-fennwick/questions.toml").write_text(questions + misses, encoding="utf-8")
    words = ("oars", "a boat", "rowing", "a dinghy", "the sea")

    result = new(folder, "fact", FACT, *(f"--phrasing=Did she use {word}?" for word in words))

    assert result.exit_code == WRITTEN
    assert "still missing" not in result.output


def test_a_citation_of_a_stored_copy_still_has_no_fingerprint(folder: Path) -> None:
    sources = folder / "sources.toml"
    text = sources.read_text(encoding="utf-8")
    stored = text.replace('title = "Lamps', 'archive = "lamps.txt"\ntitle = "Lamps')
    sources.write_text(stored, encoding="utf-8")

    output = new(folder, "fact", FACT).output

    assert "still missing: fingerprints: footnote verify --record" in output
    assert (
        "fingerprints"
        not in new(
            folder,
            "fact",
            FACT,
            id="work.ladder",
            phrasing="Who held the ladder?",
            citation="harbor-log, page 3",
        ).output
    )


def test_a_new_topic_gets_a_file_of_its_own(folder: Path) -> None:
    result = new(folder, "fact", FACT, id="rowing.boat")

    assert result.exit_code == WRITTEN
    assert list(facts(folder, "odalys-fennwick/facts/rowing.toml")) == ["rowing.boat"]


def test_every_key_can_be_given(folder: Path) -> None:
    given = {"status": "established", "when": "2010-11", "note": "By night.", "inferred": "So."}
    aged = {"review_by": "2030-01-31", "attribute": "occupation", "value": "oarswoman"}
    private = {"privacy": "restricted", "privacy_reason": "A hobby."}
    misses = ("--near-miss=Who built the lamp?", "--near-miss=Whose boat was it?")
    via = '--citation={ source = "harbor-log", via = "tide-notes", via_locator = "line 2" },'

    result = new(folder, "fact", FACT, *misses, via, **given, **aged, **private)

    assert result.exit_code == WRITTEN, result.output
    written = facts(folder)["work.boat"]
    assert {key: written[key] for key in given} == given
    assert str(written["review_by"]) == "2030-01-31"
    assert written["near_misses"] == ["Who built the lamp?", "Whose boat was it?"]
    assert written["privacy_reason"] == "A hobby."
    assert "tide-notes" in str(written["citations"])
    assert load_folder(folder).fact("odalys-fennwick", "work.boat")


def test_a_dispute_is_written_with_its_sides(folder: Path) -> None:
    side = '--claim={{ holder = "{}", statement = "{}", citations = [{}] }}'
    cited = '{ source = "harbor-log", locator = "page 9" }'
    boat = side.format("Gull Gazette", "By boat.", cited)
    foot = side.format("Harbor Office", "On foot.", cited)

    result = new(folder, "fact", FACT, boat, foot, status="disputed", citation="")

    claims = facts(folder)["work.boat"]["claim"]
    assert result.exit_code == WRITTEN, result.output
    assert [claim["holder"] for claim in claims] == ["Gull Gazette", "Harbor Office"]  # type: ignore[attr-defined]
    assert (folder / WORK_FILE).read_text(encoding="utf-8").count("\n[[fact.claim]]\n") == 2


def test_the_sides_of_a_dispute_are_asked_for_until_there_are_two(folder: Path) -> None:
    answers = ("odalys-fennwick", "work.boat", "Accounts of how she got there differ.")
    first = ("Gull Gazette", "By boat.", "2011", "gull-gazette, page 4", "")
    second = ("Harbor Office", "On foot.", "", "harbor-log via tide-notes, line 3", "")
    arguments = ["--profiles", str(folder), "new", "fact", "--status", "disputed"]
    lines = (*answers, "How did she get there?", "", *first, "", *second, "")

    result = CliRunner().invoke(cli, arguments, input="\n".join(lines) + "\n")

    assert result.exit_code == WRITTEN, result.output
    assert "claim 2, holder is empty; write it" in result.output
    claims = facts(folder)["work.boat"]["claim"]
    assert [len(claim) for claim in claims] == [4, 3]  # type: ignore[attr-defined]


def test_what_is_not_given_is_asked_for_and_asked_again_while_wrong(folder: Path) -> None:
    result = piped(
        *(folder, "fact", "nobody", "odalys-fennwick", "../x", "work.lamp", "work.boat"),
        *("", "x" * 10_000, "Fennwick rowed to the lamp.", "What is her birthplace?"),
        *("How did she get to the lamp?", "how did SHE get to the lamp", ""),
        *("gull-gazette", "gul-gazette, page 4", "gull-gazette, page four"),
        *("gull-gazette, page 4", "gull-gazette, page 4", ""),
    )

    assert result.exit_code == WRITTEN, result.output
    for wrong in (
        "There is no such profile; the profiles are odalys-fennwick, tobin-marrow",
        "id is '../x'; write topic.slug in a-z, 0-9 and hyphens",
        "id 'work.lamp' is taken; ids are never used again",
        "statement is empty; write it",
        "statement is 10000 characters long; write at most 400",
        "shares its phrasing 'What is her birthplace?' with life.birthplace",
        "has one phrasing twice",
        "That is no citation; write `source, line 3 sentence 1`",
        "There is no source 'gul-gazette'; start it with footnote new source",
        "'page four' names no place",
        "That citation stands there already",
    ):
        assert wrong in result.output
    assert facts(folder)["work.boat"]["phrasings"] == ["How did she get to the lamp?"]
