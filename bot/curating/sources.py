"""What is asked about a new source."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.curating.citations import read_table
from bot.curating.dialogue import Check, Dialogue, wanted
from bot.curating.options import keys_of
from bot.curating.repeats import plain_address, plain_doi
from knowledge.base import FactBase
from knowledge.cite.lines import source_title
from knowledge.load.records import value_problems
from knowledge.model.source import TYPES, Source
from knowledge.text.fold import fold

_ALWAYS = frozenset(
    (
        *("id", "type", "title", "author", "container-title", "publisher", "issued"),
        *("URL", "DOI", "accessed", "archive", "license", "origin", "note"),
    )
)
_OF_TYPE: Mapping[str, frozenset[str]] = {
    "article-journal": frozenset({"volume", "issue", "page"}),
    "book": frozenset({"publisher-place", "edition", "ISBN"}),
    "chapter": frozenset({"editor", "publisher-place", "page"}),
    "report": frozenset({"publisher-place", "number"}),
    "thesis": frozenset({"genre", "publisher-place"}),
}
"""What else belongs to a type; the other keys can be given as options."""
_HOW_TO_NAME = "Who wrote it: `Family, Given` of a person, or the name of an office."


@dataclass(frozen=True)
class NewSource:
    """Asks for a source that the base does not list yet."""

    dialogue: Dialogue
    base: FactBase

    def values(self) -> dict[str, object]:
        """Return the keys of the source in the order in which they are written."""
        found: dict[str, object] = {}
        for key, _, is_list in keys_of(Source):
            if key not in self._asked(found):
                continue
            found[key] = self._names(key) if is_list else self._one(key)
            for warning in _doubles(key, found[key], self.base):
                self.dialogue.say(f"{warning}\n")
        if not any(found.get(key) for key in ("title", "author", "container-title")):
            title = replace(wanted(Source, "title"), is_needed=True)
            found["title"] = self.dialogue.one(title)
        return {key: found[key] for key, *_ in keys_of(Source) if found.get(key)}

    def _asked(self, found: Mapping[str, object]) -> frozenset[str]:
        given = frozenset(key for key, answers in self.dialogue.given.items() if answers)
        return _ALWAYS | given | _OF_TYPE.get(str(found.get("type")), frozenset())

    def _one(self, key: str) -> str:
        checks: Mapping[str, Check] = {"id": self._id_check}
        offers = {"type": TYPES, "origin": tuple(self.base.sources)}
        asked = wanted(Source, key, checks.get(key))
        return self.dialogue.one(replace(asked, offers=offers.get(key, ())))

    def _names(self, key: str) -> list[dict[str, object]]:
        def wrong(answer: str, before: Sequence[str]) -> str:
            del before
            try:
                name = read_name(answer)
            except ValueError as error:
                return f"That {error}"
            return next(value_problems(Source, key, [name]), "").replace(f"{key}.1", key)

        asked = replace(wanted(Source, key), about=_HOW_TO_NAME, check=wrong)
        return [read_name(typed) for typed in self.dialogue.many(asked)]

    def _id_check(self, answer: str, before: Sequence[str]) -> str:
        del before
        known = self.base.sources.get(answer)
        return (
            f"id {answer!r} is taken, by {source_title(known)}; write another" if known else ""
        )


def read_name(typed: str) -> dict[str, object]:
    """Return a name: "Family, Given" of a person, else the name of an office, or a table."""
    if typed.startswith("{"):
        return read_table(typed)
    family, comma, given = (part.strip() for part in typed.partition(","))
    return {"family": family, "given": given} if comma else {"literal": typed}


def _doubles(key: str, value: object, base: FactBase) -> Iterator[str]:
    """Yield a warning for each listed source that may be the same work."""
    if key not in {"title", "URL", "DOI"} or not value:
        return
    for source in base.sources.values():
        listed = getattr(source, key)
        if listed and _alike(key, listed) == _alike(key, str(value)):
            yield f"Is it {source.id}, {source_title(source)}? That has the same {key}."


def _alike(key: str, value: str) -> str:
    if key == "URL":
        return plain_address(value)
    return plain_doi(value) if key == "DOI" else fold(value)
