"""Citations and names as they are typed: in words, or as the table that the file holds."""

import re
from collections.abc import Sequence

from bot.curating.dialogue import Check
from bot.curating.options import HOW_TO_CLAIM
from knowledge.base import FactBase
from knowledge.load.records import value_problems
from knowledge.load.toml import TomlError, read_toml
from knowledge.model.fact import Fact

HOW_TO_CITE = (
    "A source and the place in it: `source, line 3 sentence 1`, or `source via other, line 3` "
    "where it was read in another; or what `footnote cite` prints."
)
_WORDS = re.compile(
    r"(?P<source>[^\s,]+)(?:\s+via\s+(?P<via>[^\s,]+))?\s*,\s*(?P<place>\S.*)", re.DOTALL
)


def read_citation(typed: str) -> dict[str, object]:
    """Return the citation that is meant; ValueError says how one is written.

    `footnote cite` prints tables; in words it is "source, place" or "source via other, place".
    """
    if typed.startswith("{"):
        return read_table(typed)
    match = _WORDS.fullmatch(typed)
    if not match:
        raise ValueError(
            "is no citation; write `source, line 3 sentence 1`, "
            '`source via other, line 3`, or { source = "…", locator = "…" }'
        )
    if match["via"]:
        return {"source": match["source"], "via": match["via"], "via_locator": match["place"]}
    return {"source": match["source"], "locator": match["place"]}


def read_table(typed: str, form: str = '{ key = "…" }') -> dict[str, object]:
    """Return an inline table of TOML; ValueError says what is wrong with it, and the form.

    A comma behind it, as it stands in a list, is no part of it.
    """
    try:
        found = read_toml(f"typed = {typed.removesuffix(',')}")
    except TomlError as error:
        raise ValueError(
            f"cannot be read: it {error.wrong}; write one table: {form}"
        ) from error
    table = found.pop("typed")
    if found or not isinstance(table, dict):
        raise ValueError(f"is no table; write {form}")
    return table


def citation_check(base: FactBase) -> Check:
    """Return what finds a citation wrong: without a place, of a source that is not listed."""

    def wrong(answer: str, before: Sequence[str]) -> str:
        try:
            citation = read_citation(answer)
        except ValueError as error:
            return f"That {error}"
        if found := next(value_problems(Fact, "citations", [citation]), ""):
            return found.replace("citations.1", "citation")
        if citation in [read_citation(each) for each in before]:
            return "That citation stands there already; write another, or nothing"
        return _unlisted([citation], base)

    return wrong


def claim_check(base: FactBase) -> Check:
    """Return what finds a claim wrong that was given as a table."""

    def wrong(answer: str, before: Sequence[str]) -> str:
        del before
        try:
            claim = read_table(answer, HOW_TO_CLAIM)
        except ValueError as error:
            return f"That {error}"
        if found := next(value_problems(Fact, "claim", [claim]), ""):
            return found.replace("claim.1", "claim")
        citations = claim["citations"]
        return _unlisted(citations if isinstance(citations, list) else (), base)

    return wrong


def _unlisted(citations: Sequence[object], base: FactBase) -> str:
    """Say which source of some citations is not listed, or return an empty text."""
    tables = [citation for citation in citations if isinstance(citation, dict)]
    named = (table[key] for table in tables for key in ("source", "via") if key in table)
    strange = next((id_ for id_ in named if id_ not in base.sources), None)
    if strange is None:
        return ""
    remedy = "start it with footnote new source, or write the id of one that is listed"
    return f"There is no source {strange!r}; {remedy}"
