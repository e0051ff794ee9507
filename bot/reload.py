"""Checking and replacing the base while the bot runs: all of it or nothing."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.config import Config
from bot.reading import judge, label_problems, read_base
from bot.render.admin import Changes
from bot.shelf import Shelf
from knowledge.base import FactBase
from knowledge.errors import Problem
from knowledge.model.questions import full_id
from knowledge.release import Release, View


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


def check_folder(folder: Path, config: Config, today: date) -> Checked:
    """Load, audit and ask the labelled questions; slow, so it runs beside the answering."""
    base, problems = read_base(folder)
    hidden = frozenset((*_hidden_words(base), *_broken_restricted(folder)))
    if problems:
        return Checked(base, problems, None, 0, hidden)
    release = Release(base)
    judged = judge(release, today)
    wrong = label_problems(judged)
    if wrong:
        return Checked(base, wrong, None, len(judged), hidden)
    shelf = Shelf(release)
    shelf.build(config)
    return Checked(base, (), shelf, len(judged))


def visible_problems(checked: Checked, *, sees_restricted: bool) -> tuple[Problem, ...]:
    """Return the problems that an admin may read: none that names a restricted fact."""
    if sees_restricted:
        return checked.problems
    return tuple(
        problem
        for problem in checked.problems
        if not any(word in str(problem) for word in checked.hidden)
    )


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
                yield question.question


def _broken_restricted(folder: Path) -> Iterator[str]:
    """Yield the ids of restricted facts in files: a broken one never came into the base."""
    for path in folder.glob("*/facts/*.toml"):
        try:
            blocks = tomllib.loads(path.read_text(encoding="utf-8-sig")).get("fact", ())
        except (OSError, ValueError):
            continue  # a file that cannot be read gives nothing away either
        for block in blocks if isinstance(blocks, list) else ():
            if (
                isinstance(block, dict)
                and block.get("privacy") != "open"
                and "privacy" in block
            ):
                yield str(block.get("id") or block)
