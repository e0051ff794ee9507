"""The folder of profiles, read into one fact base."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from knowledge.base import FactBase, ProfileFacts, build_base
from knowledge.errors import CurationError, Problem
from knowledge.load.files import Reader
from knowledge.load.records import read_record, read_records
from knowledge.model.fact import Fact
from knowledge.model.profile import Profile
from knowledge.model.questions import LabelledQuestion, LeftOut
from knowledge.model.record import Line, Record
from knowledge.model.source import Source

SHIPPED = Path(__file__).parent.parent / "profiles"


class Synonyms(Record):
    """Words that mean the same in every profile."""

    words: tuple[Line, ...]


def read_folder(folder: Path) -> tuple[FactBase, tuple[Problem, ...]]:
    """Read every file below the folder; what is broken is left out and named.

    A base that comes with problems is for the audit only, so that one report names everything:
    nobody answers from it.
    """
    reader = Reader(folder)
    if not folder.is_dir():
        reader.add(folder, "", "is no folder", "name a folder of profiles with --profiles")
        return build_base((), ()), tuple(reader.problems)
    base = build_base(_profiles(reader), _sources(reader), _synonyms(reader))
    return base, tuple(sorted(set(reader.problems)))


def load_folder(folder: Path = SHIPPED) -> FactBase:
    """Return the folder's fact base; CurationError lists what keeps it from being read."""
    base, problems = read_folder(folder)
    if problems:
        raise CurationError(problems)
    return base


def _profiles(reader: Reader) -> Iterator[ProfileFacts]:
    folders = sorted(path for path in _children(reader, reader.folder) if path.is_dir())
    found = [path for path in folders if not path.name.startswith((".", "_"))]
    if not found:
        reader.add(reader.folder, "", "holds no profile", "add a folder with a profile.toml")
    for path in found:
        profile = read_record(
            reader, path / "profile.toml", Profile, reader.table(path / "profile.toml")
        )
        if profile is None:
            continue
        if profile.id != path.name:
            reader.add(
                path / "profile.toml",
                profile.id,
                f"stands in the folder {path.name!r}",
                "give folder and id the same name",
            )
        yield _profile_facts(reader, path, profile)


def _profile_facts(reader: Reader, path: Path, profile: Profile) -> ProfileFacts:
    questions = read_records(
        reader, path / "questions.toml", "question", LabelledQuestion, optional=True
    )
    left_out = read_records(reader, path / "left-out.toml", "left-out", LeftOut, optional=True)
    return ProfileFacts(profile, tuple(_facts(reader, path)), tuple(questions), tuple(left_out))


def _facts(reader: Reader, profile: Path) -> Iterator[Fact]:
    seen: dict[str, Path] = {}
    files = sorted(_children(reader, profile / "facts"))
    if not files:
        reader.add(profile / "facts", "", "holds no facts", "add a facts/<topic>.toml")
    for path in (file for file in files if file.suffix == ".toml"):
        for fact in read_records(reader, path, "fact", Fact):
            if fact.id in seen:
                first = reader.shown(seen[fact.id])
                reader.add(
                    path, fact.id, f"is an id already used in {first}", "give it its own"
                )
                continue
            seen[fact.id] = path
            if fact.topic != path.stem:
                remedy = f"move it to {fact.topic}.toml or rename its topic"
                reader.add(path, fact.id, f"is of topic {fact.topic!r}", remedy)
            yield fact


def _sources(reader: Reader) -> Iterator[Source]:
    shared = reader.folder / "sources.toml"
    own = sorted(reader.folder.glob("*/sources.toml"))
    sources = [
        (path, source)
        for path in (shared, *own)
        for source in read_records(reader, path, "source", Source, optional=True)
    ]
    uses = Counter(source.id for _, source in sources)
    for path, source in sources:
        if uses[source.id] > 1:
            reader.add(path, source.id, "is listed more than once", "list each work once")
        yield source


def _synonyms(reader: Reader) -> Iterator[tuple[str, ...]]:
    path = reader.folder / "synonyms.toml"
    for group in read_records(reader, path, "synonyms", Synonyms, optional=True):
        yield group.words


def _children(reader: Reader, folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        reader.add(folder, "", f"cannot be read ({reason})", "add it or mend its permissions")
        return []
