"""The folder of profiles, read into one fact base."""

import os
import shlex
from collections.abc import Iterator
from dataclasses import replace
from os import PathLike
from pathlib import Path

from knowledge.base import FactBase, Lexicon, ProfileFacts, build_base
from knowledge.errors import CurationError, Problem
from knowledge.load.files import Reader
from knowledge.load.locks import read_locks
from knowledge.load.records import read_record, read_records
from knowledge.model.attribute import Attribute
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile
from knowledge.model.questions import LabelledQuestion, LeftOut
from knowledge.model.source import Source
from knowledge.model.synonyms import NearWords, Synonyms

SHIPPED = Path(__file__).parent.parent / "profiles"
ATTRIBUTES = Path(__file__).parent.parent / "attributes.toml"
NEAR_WORDS = Path(__file__).parent.parent / "near_words.toml"
COMMON_WORDS = Path(__file__).parent.parent / "text" / "common_words.txt"
_NO_FOLDER = "name a folder of profiles with --profiles, or begin it with footnote new profile"
_SHARED_FILES = ("sources.toml", "synonyms.toml")
_PROFILE_FILES = ("profile.toml", "sources.toml", "questions.toml", "left-out.toml")


def read_folder(folder: str | PathLike[str]) -> tuple[FactBase, tuple[Problem, ...]]:
    """Read every file below the folder; what is broken is left out and named.

    A base that comes with problems is for the audit only, so that one report names everything:
    nobody answers from it.
    """
    folder = Path(folder)
    reader = Reader(folder)
    _refuse_strange_folder(reader, folder)
    if reader.problems:
        return build_base((), ()), tuple(reader.problems)
    _refuse_strange_files(reader, folder, _SHARED_FILES)
    found = (path for path in reader.children(folder) if path.suffix != ".toml")
    folders = tuple(path for path in found if _is_folder(path))
    if not folders and not reader.problems:
        command = f"footnote --profiles {shlex.quote(str(folder))} new profile"
        reader.add(folder, "", "holds no profile", f"start the first with {command}")
    sources, synonyms = tuple(_sources(reader, folders)), tuple(_synonyms(reader))
    profiles = [held for path in folders if (held := _profile_facts(reader, path))]
    base = build_base(profiles, sources, synonyms, _attributes(reader), _lexicon(reader))
    base = replace(base, locks=read_locks(reader, folders), unread=frozenset(reader.unread))
    return base, tuple(sorted(set(reader.problems)))


def load_folder(folder: str | PathLike[str] = SHIPPED) -> FactBase:
    """Return the folder's fact base; CurationError lists everything that is wrong in its files.

    What only the whole base shows is found by `knowledge.audit.rules.audit`.
    """
    base, problems = read_folder(folder)
    if problems:
        raise CurationError(problems)
    return base


def _profile_facts(reader: Reader, path: Path) -> ProfileFacts | None:
    _refuse_strange_files(reader, path, _PROFILE_FILES)
    profile = _profile(reader, path / "profile.toml")
    # read even where the profile is broken, so that one report names everything
    facts = tuple(_facts(reader, path / "facts"))
    questions = tuple(
        read_records(reader, path / "questions.toml", "question", LabelledQuestion)
    )
    left_out = tuple(read_records(reader, path / "left-out.toml", "left-out", LeftOut))
    return ProfileFacts(profile, facts, questions, left_out) if profile else None


def _profile(reader: Reader, path: Path) -> Profile | None:
    table = reader.table(path)
    profile = None if table is None else read_record(reader, path, Profile, table)
    if profile and profile.id != path.parent.name:
        wrong = f"stands in the folder {path.parent.name!r}"
        reader.add(path, profile.id, wrong, "give folder and id the same name")
        reader.leave(path)  # it is not known by the name that others use
    return profile


def _facts(reader: Reader, folder: Path) -> Iterator[Fact]:
    seen: dict[str, list[Path]] = {}
    known = len(reader.problems)
    files = reader.children(folder)
    if not files and len(reader.problems) == known:
        reader.add(folder, "", "holds no facts", "start the first with footnote new fact")
        reader.leave(folder)
    for path in files:
        if path.suffix != ".toml":
            reader.add(path, "", "is no .toml file", "name it <topic>.toml or take it away")
            reader.leave(path.with_suffix(".toml"))
            continue
        for fact in read_records(reader, path, "fact", Fact):
            if earlier := seen.setdefault(fact.id, []):
                wrong = f"is an id already used in {_first(reader, fact.id, earlier)}"
                label = reader.with_line(fact.id, path, fact.id, earlier.count(path))
                reader.add(path, label, wrong, "give it its own")
            earlier.append(path)
            if len(earlier) > 1:
                continue
            if fact.topic != path.stem:
                remedy = f"move it to {fact.topic}.toml or rename its topic"
                reader.add(path, fact.id, f"is of topic {fact.topic!r}", remedy)
            yield fact


def _sources(reader: Reader, folders: tuple[Path, ...]) -> Iterator[Source]:
    sources = [
        (path / "sources.toml", source)
        for path in (reader.folder, *folders)
        for source in read_records(reader, path / "sources.toml", "source", Source)
    ]
    seen: dict[str, list[Path]] = {}
    for path, source in sources:
        if earlier := seen.setdefault(source.id, []):
            wrong = f"is listed more than once, first in {_first(reader, source.id, earlier)}"
            label = reader.with_line(source.id, path, source.id, earlier.count(path))
            reader.add(path, label, wrong, "list each work once, or give it an id of its own")
        earlier.append(path)
        yield source


def _first(reader: Reader, id_: str, places: list[Path]) -> str:
    return reader.with_line(reader.shown(places[0]), places[0], id_)


def _synonyms(reader: Reader) -> Iterator[tuple[str, ...]]:
    path = reader.folder / "synonyms.toml"
    for group in read_records(reader, path, "synonyms", Synonyms):
        yield group.words


def _attributes(reader: Reader) -> tuple[Attribute, ...]:
    """Read the library of attributes that every base shares."""
    library = Reader(ATTRIBUTES.parent)
    attributes = tuple(read_records(library, ATTRIBUTES, "attribute", Attribute))
    reader.problems.extend(library.problems)
    return attributes


def _lexicon(reader: Reader) -> Lexicon:
    """Read what every base knows of English."""
    library = Reader(NEAR_WORDS.parent)
    table = library.table(NEAR_WORDS)
    near = None if table is None else read_record(library, NEAR_WORDS, NearWords, table)
    reader.problems.extend(library.problems)
    common = COMMON_WORDS.read_text(encoding="utf-8").split()
    return Lexicon(frozenset(common), near.near if near else {})


def _refuse_strange_files(reader: Reader, folder: Path, known: tuple[str, ...]) -> None:
    """Name TOML files that nothing reads: a typo in a file's name is an error too."""
    for path in reader.children(folder):
        if path.suffix == ".toml" and path.name not in known:
            remedy = f"name it {', '.join(known[:-1])} or {known[-1]}, or put it into facts"
            reader.add(path, "", "is a file that nothing reads", remedy)
            for name in known:  # which of them it should be is not known
                reader.leave(folder / name)


def _refuse_strange_folder(reader: Reader, folder: Path) -> None:
    """Name what is no folder, and a profile's own folder in the place of the base's."""
    if not _is_folder(folder):
        reader.add(folder, "", f"is no folder{_why_none(folder)}", _NO_FOLDER)
    elif (folder / "profile.toml").is_file():
        above = shlex.quote(os.path.normpath(folder / ".."))
        wrong = "stands in the folder that was named, so that it is one profile's own"
        remedy = f"name the folder above it: --profiles {above}"
        reader.add(folder / "profile.toml", "", wrong, remedy)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long, or a folder above that may not be entered
        return False


def _why_none(folder: Path) -> str:
    """Return why a path leads to no folder, where that does not go without saying."""
    try:
        folder.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):  # or no name of a file at all
        return ""
    except OSError as error:  # a link in a circle, a name too long
        return f" ({error.strerror})"
    return ""
