"""The invented base with an archive in which every sentence is cited or left out."""

from pathlib import Path

from bot.html.coverage import coverage_page
from knowledge.archive.folder import read_copies
from knowledge.evidence.coverage import cover
from knowledge.load.folder import load_folder
from tests.bot.archived import Archived, write_archived

LEFT_OUT = "odalys-fennwick/left-out.toml"
TIDE = """Tide notes

Grey Rock is a bare skerry with one lamp. Nobody is known to have wintered there.

The storm of 2010

The station's log counts the saved. It gives six, all pulled out by the keeper.[1]
"""
_ROWS = (
    ("gull-gazette", "line 1", "The headline."),
    ("gull-gazette", "line 3 sentence 1", "The custom of every lamp, not a fact about her."),
    ("gull-gazette", "line 3 sentence 3", "Praise that no source is named for."),
    ("harbor-log", "line 1", "The title of the log."),
    ("tide-notes", "line 1", "The title of the page."),
    ("tide-notes", "line 3", "About the rock, not about her."),
    ("tide-notes", "line 5", "A section heading."),
    ("tide-notes", "line 7 sentence 1", "Says what the log is, which its record does."),
)


def write_covered(top: Path, *, but_for: tuple[str, str] = ("", "")) -> Archived:
    """Write the base and its archive, recorded; one place of a source may stay open."""
    base = write_archived(top)
    base.store("tide.txt", TIDE)
    sources = (base.profiles / "sources.toml").read_text(encoding="utf-8")
    base.write(
        "sources.toml",
        sources.replace('id = "tide-notes"', 'id = "tide-notes"\narchive = "tide.txt"'),
    )
    base.write(LEFT_OUT, rows(*(row for row in _ROWS if row[:2] != but_for)))
    base.record()
    return base


def rows(*left_out: tuple[str, str, str]) -> str:
    """Return a left-out.toml of a source, a locator and a reason each."""
    return "\n".join(
        f'[[left-out]]\nsource = "{source}"\nlocator = "{locator}"\nreason = "{reason}"\n'
        for source, locator, reason in left_out
    )


def page_of(base: Archived, *, withheld: bool = False) -> str:
    """Return the coverage page of a base as its archive is now."""
    held = load_folder(base.profiles)
    held = held.without_restricted if withheld else held
    covered = cover(held, read_copies(base.archive, held.sources.values()), withheld=withheld)
    return coverage_page(covered, held, withheld=withheld)
