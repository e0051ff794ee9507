"""Checking and replacing the base while the bot runs: all of it or nothing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.archived import with_archive
from bot.calibrated import policy_for
from bot.config import Config
from bot.reading import check_archived, judge, label_problems, read_base
from bot.render.admin import Changes
from bot.shelf import Shelf
from knowledge.answer.outcomes import Request
from knowledge.audit.places import LONGEST_LABEL
from knowledge.base import FactBase
from knowledge.errors import Problem
from knowledge.load.files import UnreadableError, file_text
from knowledge.load.toml import TomlError, read_toml
from knowledge.load.vectors import with_vectors
from knowledge.model.questions import full_id
from knowledge.release import Release, View

_START = 8  # letters; few words of a base begin alike for longer


@dataclass(frozen=True, slots=True)
class Checked:
    """A base on disk: its problems, or the shelf that may replace ours."""

    base: FactBase
    problems: tuple[Problem, ...]
    shelf: Shelf | None
    questions: int
    """Labelled questions that were asked."""
    hidden: frozenset[str] = frozenset()
    """What would give a restricted fact away in a problem's text."""
    private: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Files whose problems may be those of restricted facts, with the ids of open ones."""


def check_folder(folder: Path, config: Config, today: date) -> Checked:
    """Load, audit and ask the labelled questions; slow, so it runs beside the answering."""
    base, problems = read_base(folder)
    base = with_vectors(base, config.semantic)
    hidden = frozenset(_hidden_words(base))
    private = dict(_private_files(folder))
    if problems:
        return Checked(base, problems, None, 0, hidden, private)
    release = Release(base)
    policy = policy_for(release, config, today)
    judged = judge(release, Request(today, policy=policy))
    wrong = (*_unsupported(base, config), *label_problems(judged, policy.most_wrong))
    if wrong:
        return Checked(base, wrong, None, len(judged), hidden, private)
    shelf = Shelf(release.over(with_archive(base, config)), policy)
    shelf.build(config)
    return Checked(base, (), shelf, len(judged))


def _unsupported(base: FactBase, config: Config) -> tuple[Problem, ...]:
    """Return what the stored copies do not say, where the settings name an archive.

    The problems quote no sentence: one may be that of a restricted fact too, and whether a
    source may be shown is for its license to say.
    """
    if config.archive is None:
        return ()
    return check_archived(base, config.archive, quoting=False).problems


def visible_problems(checked: Checked, *, sees_restricted: bool) -> tuple[Problem, ...]:
    """Return the problems that an admin may read: none that names a restricted fact."""
    if sees_restricted:
        return checked.problems
    tells = _teller(checked.hidden)
    return tuple(
        problem
        for problem in checked.problems
        if not _may_be_restricted(problem, checked) and not tells(str(problem))
    )


def _teller(hidden: frozenset[str]) -> Callable[[str], bool]:
    """Return what tells whether a text holds one of the words, sought by how they begin.

    Thousands of problems may stand against thousands of words.
    """
    length = min((_START, *map(len, hidden)))
    by_start: dict[str, list[str]] = {}
    for word in hidden:
        by_start.setdefault(word[:length], []).append(word)

    def tells(text: str) -> bool:
        starts = {text[at : at + length] for at in range(len(text))} & by_start.keys()
        return any(word in text for start in starts for word in by_start[start])

    return tells


def _may_be_restricted(problem: Problem, checked: Checked) -> bool:
    open_ids = checked.private.get(problem.file)
    return open_ids is not None and problem.fact.partition(" (line ")[0] not in open_ids


def changes(before: View, after: View) -> Changes:
    """Return what an admin would see differently."""
    old, new = dict(_facts(before)), dict(_facts(after))
    return Changes(
        tuple(sorted(new.keys() - old.keys())),
        tuple(sorted(id_ for id_ in new.keys() & old.keys() if new[id_] != old[id_])),
        tuple(sorted(old.keys() - new.keys())),
    )


def _facts(view: View) -> Iterator[tuple[str, object]]:
    for id_, held in view.base.profiles.items():
        for fact in held.facts:
            yield full_id(id_, fact.id), fact


def _hidden_words(base: FactBase) -> Iterator[str]:
    """Yield what would give a restricted fact away: its id, and the questions about it."""
    for id_, held in base.profiles.items():
        restricted = {f.id for f in (*held.facts, *held.retracted) if f.is_restricted}
        for fact in (*held.facts, *held.retracted):
            if fact.is_restricted:
                yield fact.id
                yield from fact.phrasings
        for question in held.questions:
            if question.expected(id_) in {full_id(id_, fact) for fact in restricted}:
                yield question.question[:LONGEST_LABEL]


def _private_files(folder: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the files of facts that hold a restricted one or cannot be looked into.

    With each come the ids of its facts that are plainly open: what is broken in such a file
    may otherwise be a restricted fact, and nothing of it is shown.
    """
    for path in folder.glob("*/facts/*"):
        text = _text(path)
        if text is None or "privacy" in text:
            yield path.relative_to(folder).as_posix(), frozenset(_open_ids(text or ""))


def _text(path: Path) -> str | None:
    try:
        return file_text(path)
    except UnreadableError:
        return None


def _open_ids(text: str) -> Iterator[str]:
    try:
        blocks = read_toml(text).get("fact", ())
    except TomlError:
        return
    for block in blocks if isinstance(blocks, list) else ():
        if isinstance(block, dict) and "privacy" not in block:
            id_ = block.get("id")
            if isinstance(id_, str):
                yield id_
