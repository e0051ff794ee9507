"""A release: one immutable version of the fact base, as each level of access sees it."""

from dataclasses import dataclass
from functools import cached_property

from knowledge.base import FactBase, ProfileFacts
from knowledge.index.build import Index, build_index
from knowledge.index.edit import edited_index


@dataclass(frozen=True)
class View:
    """A base as one level of access sees it, with the index built from just that."""

    base: FactBase
    built: Index | None = None
    """The index of just this base, where it was built before."""

    @property
    def name(self) -> str:
        """Return the release name of what this view holds."""
        return self.base.name

    @cached_property
    def index(self) -> Index:
        """Return the index, built the first time that it is asked for."""
        return self.built or build_index(self.base)

    def edited(self, held: ProfileFacts) -> "View":
        """Return the view in which one profile holds these facts instead of what it held."""
        id_ = held.profile.id
        base = self.base.with_profile(held)
        return View(base, edited_index(self.index, self.base, base, id_))


@dataclass(frozen=True)
class Release:
    """One version of the fact base in both views."""

    base: FactBase

    @property
    def name(self) -> str:
        """Return the release's name: the hash of its parsed content."""
        return self.base.name

    @cached_property
    def full(self) -> View:
        """Return the view of those who may see restricted facts."""
        return View(self.base)

    @cached_property
    def withheld(self) -> View:
        """Return the view of everybody else: as if restricted facts never were."""
        return View(self.base.without_restricted)

    def view(self, *, withhold: bool) -> View:
        """Return one of the two views."""
        return self.withheld if withhold else self.full
