"""From the answers of a dialogue to the file, and to what is still missing."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from bot.curating.blocks import table_text, with_block
from bot.days import quoted
from bot.reading import answerable_problems
from bot.strings import listed
from bot.writing import NotWrittenError, alone_in, working_tree, write_whole
from knowledge.audit.places import is_about_labels, is_yet_to_come
from knowledge.audit.rules import wording_remarks
from knowledge.audit.thin import FEW_PHRASINGS
from knowledge.base import FactBase, ProfileFacts
from knowledge.errors import CurationError, Problem, RequestError
from knowledge.load.folder import read_folder
from knowledge.load.records import R, record_problems
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile
from knowledge.model.questions import full_id
from knowledge.model.source import Source

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class News:
    """What a new record has brought: problems to mend, and remarks."""

    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]


@dataclass(frozen=True)
class WorkingBase:
    """A folder of profiles in which a curator works, with the base that it holds."""

    folder: Path
    tree: Path
    base: FactBase
    problems: tuple[Problem, ...]

    def held(self, profile: str) -> ProfileFacts:
        """Return what a profile holds; RequestError names the profiles where it is none."""
        if profile not in self.base.profiles:
            known = listed(self.base.profiles) or "none yet; footnote new profile starts one"
            raise RequestError(
                f"There is no profile {quoted(profile)}; the profiles are {known}."
            )
        return self.base.profiles[profile]

    def add_fact(self, profile: str, values: Values) -> Path:
        """Write a fact into the file of its topic."""
        fact = _record(Fact, values)
        path = self.folder / profile / "facts" / f"{fact.topic}.toml"
        self._add_block(path, "fact", _plain(fact, values))
        return path

    def add_source(self, profile: str | None, values: Values) -> Path:
        """Write a source into the list that all profiles share, or into that of one."""
        source = _record(Source, values)
        path = (self.folder / profile if profile else self.folder) / "sources.toml"
        self._add_block(path, "source", _plain(source, values))
        return path

    def add_profile(self, values: Values) -> Path:
        """Write a profile into a folder of its own."""
        profile = _record(Profile, values)
        path = self.folder / profile.id / "profile.toml"
        hint = "# ../README.md says what each key holds.\n" if self.readme.is_file() else ""
        with alone_in(self.tree):
            if path.exists():
                raise NotWrittenError(f"{path} is there already; nothing was written.")
            self._write(path, f"{hint}{table_text(_plain(profile, values))}".encode())
        return path

    @property
    def readme(self) -> Path:
        """Return the page for curators of this base."""
        return self.folder / "README.md"

    def news(self) -> News:
        """Return what is wrong with the base now, and what is to be said of it, anew.

        What a base that is only begun cannot hold yet is no news.
        """
        base, problems = read_folder(self.folder)
        found = answerable_problems(base, problems)
        return News(
            tuple(p for p in found if not (p in self._before or is_yet_to_come(p))),
            tuple(r for r in wording_remarks(base) if r not in self._remarks_before),
        )

    @cached_property
    def _before(self) -> frozenset[Problem]:
        return frozenset(answerable_problems(self.base, self.problems))

    @cached_property
    def _remarks_before(self) -> frozenset[Problem]:
        return frozenset(wording_remarks(self.base))

    def _add_block(self, path: Path, key: str, values: Values) -> None:
        with alone_in(self.tree):
            self._write(path, with_block(_content(path), key, values))

    def _write(self, path: Path, content: bytes) -> None:
        if not Path(os.path.realpath(path)).is_relative_to(self.tree):
            raise NotWrittenError(
                f"{path} leads out of the working tree; put a file in the place of the link."
            )
        write_whole(path, content)


def open_base(folder: Path) -> WorkingBase:
    """Return the base to write into; CurationError where a file of it cannot be read.

    What has no facts or no labelled questions yet is no hindrance.
    """
    tree = working_tree(folder)
    base, problems = read_folder(folder)
    broken = tuple(p for p in problems if p.file.endswith(".toml") and not is_about_labels(p))
    if broken:
        raise CurationError(broken)
    return WorkingBase(folder, tree, base, problems)


def with_fact(base: FactBase, profile: str, values: Values) -> FactBase:
    """Return the base as it would be with one more fact."""
    held = base.profiles[profile]
    facts = sorted((*held.facts, _record(Fact, values)), key=lambda fact: fact.id)
    grown = replace(held, facts=tuple(facts))
    return replace(base, profiles=MappingProxyType({**base.profiles, profile: grown}))


def missing(working: WorkingBase, profile: str, values: Values) -> Iterator[str]:
    """Yield what a new fact should have and has not yet, in a curator's words."""
    fact = _record(Fact, values)
    if len(fact.phrasings) < FEW_PHRASINGS:
        wanted = f"the {FEW_PHRASINGS} or more that serve those who ask"
        yield f"phrasings: {len(fact.phrasings)} of {wanted}"
    sources = working.base.sources
    if any(
        sources[id_].archive for c in fact.all_citations for id_ in (c.source, c.via) if id_
    ):
        yield "fingerprints: footnote verify --record takes those of its cited sentences"
    full = full_id(profile, fact.id)
    questions = working.base.profiles[profile].questions
    if not any(
        full in {full_id(profile, id_) for id_ in (q.expect, *q.also)} for q in questions
    ):
        yield (
            f"labelled questions: none expects {fact.id}; write some into "
            f"{profile}/questions.toml, and as many near misses with ABSTAIN"
        )


def _record(kind: type[R], values: Values) -> R:
    problems = tuple(record_problems(kind, values))
    if problems:
        raise RequestError("\n".join(f"{problem}." for problem in problems))
    return kind.model_validate(values)


def _plain(record: Fact | Source | Profile, values: Values) -> dict[str, object]:
    """Return what the file holds of a record, in the order in which it is written."""
    dumped = record.model_dump(by_alias=True, exclude_unset=True)
    return {key: dumped[key] for key in values}


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise NotWrittenError(f"{path} cannot be read ({reason}); mend that first.") from error
