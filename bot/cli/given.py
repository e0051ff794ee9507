"""What stands before the verb, and the release that it leads to."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from bot.calibrated import calibrated, shortfall
from bot.config import Config
from bot.days import as_of_day, local_today, quoted
from bot.kept import keep_index, kept_index
from bot.reading import answerable_problems, read_answerable, read_base
from bot.strings import listed
from knowledge.answer.outcomes import Request
from knowledge.base import FactBase
from knowledge.decide import POLICY, Policy
from knowledge.errors import CurationError, Problem, RequestError
from knowledge.load.folder import read_folder
from knowledge.load.vectors import with_vectors
from knowledge.release import Release, View


@dataclass(frozen=True)
class Given:
    """The settings and the folder of profiles that every verb works with."""

    config: Config
    folder: Path

    def read(self) -> tuple[FactBase, tuple[Problem, ...]]:
        """Return the base with everything that is wrong with it."""
        base, problems = read_base(self.folder)
        return with_vectors(base, self.config.semantic), problems

    def sound_base(self) -> FactBase:
        """Return the base; CurationError lists what keeps it from answering."""
        base, problems = read_answerable(self.folder)
        if problems:
            raise CurationError(problems)
        return with_vectors(base, self.config.semantic)

    def opened(self, *, withhold: bool, most_wrong: float | None = None) -> "Opened":
        """Return the base as it may be seen; CurationError lists what is wrong with it.

        Where a target is set, the policy is the one that keeps it.
        """
        base, problems = read_folder(self.folder)
        release = Release(with_vectors(base, self.config.semantic))
        view = self._view(release, problems, withhold=withhold)
        return Opened(release, view, self.policy(release, most_wrong))

    def policy(self, release: Release, most_wrong: float | None) -> Policy:
        """Return the policy for a target, else for the configured one; a shortfall is told."""
        target = self.config.most_wrong if most_wrong is None else most_wrong
        if target is None:
            return POLICY
        found = calibrated(release, target, local_today())
        if lacking := shortfall(found):
            click.echo(lacking, err=True)
        return found.policy

    def _view(self, release: Release, problems: tuple[Problem, ...], *, withhold: bool) -> View:
        view = release.view(withhold=withhold)
        index = None if problems else kept_index(release, view)
        if index is not None:  # only of a base that was sound is an index kept
            return View(view.base, index)
        problems = answerable_problems(release.base, problems)
        if problems:
            raise CurationError(problems)
        keep_index(release, view)
        return view


@dataclass(frozen=True, slots=True)
class Opened:
    """A sound base, as it may be seen, with the policy by which it answers."""

    release: Release
    view: View
    policy: Policy


def make_request(
    opened: Opened, *, profile: str | None, as_of: str | None, today: str | None
) -> Request:
    """Return what is asked for beside the question; RequestError says what cannot be meant."""
    return Request(
        today=make_day(today),
        profile=known_profile(opened.view, profile),
        as_of=as_of_day(as_of) if as_of is not None else None,
        policy=opened.policy,
    )


def known_profile(view: View, profile: str | None) -> str | None:
    """Return the profile's id; RequestError names the profiles where there is no such one."""
    if profile is not None and profile not in view.base.profiles:
        known = listed(view.base.profiles)
        raise RequestError(f"There is no profile {quoted(profile)}; the profiles are {known}.")
    return profile


def make_day(text: str | None) -> date:
    """Return the day that counts as today; RequestError where what was typed is none."""
    if text is None:
        return local_today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RequestError(f"{quoted(text)} is no day; write one such as 2026-01-31.") from None
