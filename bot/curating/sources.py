"""What is asked about a new source."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.curating.citations import read_table
from bot.curating.dialogue import Check, Dialogue, wanted
from bot.curating.options import keys_of
from bot.curating.repeats import dated_apart, plain_address, plain_doi
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
_MARKS = ("title", "URL", "DOI")
_HOW_TO_NAME = "Who wrote it: `Family, Given` of a person, or the name of an office."


@dataclass(frozen=True)
class NewSource:
    """Asks for a source that the base does not list yet."""

    dialogue: Dialogue
    base: FactBase
    is_another: bool = False
    """Whether it is known to be another work than the listed ones that it is like."""

    def values(self) -> dict[str, object]:
        """Return the keys of the source in the order in which they are written."""
        found: dict[str, object] = {}
        for key, _, is_list in keys_of(Source):
            if key not in self._asked(found):
                continue
            found[key] = self._names(key) if is_list else self._one(key)
            if self.dialogue.is_typed:
                self._point_out(_doubles(key, found, self.base))
        if not any(found.get(key) for key in ("title", "author", "container-title")):
            title = replace(wanted(Source, "title"), is_needed=True)
            found["title"] = self.dialogue.one(title)
        if not (self.dialogue.is_typed or self.is_another):
            self._refuse(found)
        return {key: found[key] for key, *_ in keys_of(Source) if found.get(key)}

    def _point_out(self, doubles: Iterable[str]) -> None:
        for double in doubles:
            self.dialogue.say(f"{double}\n")

    def _refuse(self, found: Mapping[str, object]) -> None:
        """Refuse what may be listed already, since there is nobody to ask."""
        for double in (each for key in _MARKS for each in _doubles(key, found, self.base)):
            self.dialogue.refuse(f"{double} Cite that one, or say --another.")

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


def _doubles(key: str, found: Mapping[str, object], base: FactBase) -> Iterator[str]:
    """Yield a question for each listed source that may be the same work by one of its keys."""
    value = found.get(key)
    if key not in _MARKS or not value:
        return
    for source in base.sources.values():
        listed = getattr(source, key)
        is_like = listed and _alike(key, listed) == _alike(key, str(value))
        if is_like and not (
            key == "title" and dated_apart(source.issued, str(found.get("issued") or ""))
        ):
            yield f"Is it {source.id}, {source_title(source)}? That has the same {key}."


def _alike(key: str, value: str) -> str:
    if key == "URL":
        return plain_address(value)
    return plain_doi(value) if key == "DOI" else fold(value)
