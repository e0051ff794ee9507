"""A release: one immutable version of the fact base, as each level of access sees it."""

from dataclasses import dataclass
from functools import cached_property

from knowledge.base import FactBase, ProfileFacts
from knowledge.index.build import Index, build_index
from knowledge.index.edit import edited_index
from knowledge.index.search import ready


@dataclass(frozen=True)
class View:
    """A base as one level of access sees it, with the index built from just that."""

    base: FactBase
    built: Index | None = None
    """The index of just this base, where it was built before."""
    alike: "View | None" = None
    """A view that answers the same, so that its index is this one's."""

    @property
    def name(self) -> str:
        """Return the release name of what this view holds."""
        return self.base.name

    @cached_property
    def index(self) -> Index:
        """Return the index, built the first time that it is asked for."""
        if self.built is None and self.alike is not None:
            return self.alike.index
        return ready(self.built or build_index(self.base))

    def edited(self, held: ProfileFacts) -> "View":
        """Return the view in which one profile holds these facts instead of what it held."""
        id_ = held.profile.id
        base = self.base.with_profile(held)
        return View(base, edited_index(self.index, self.base, base, id_))


@dataclass(frozen=True)
class Release:
    """One version of the fact base in both views."""

    base: FactBase
    alike: "Release | None" = None
    """A release of the same content, so that the indexes of its views are these views'."""

    @property
    def name(self) -> str:
        """Return the release's name: the hash of its parsed content."""
        return self.base.name

    def over(self, base: FactBase) -> "Release":
        """Return the release of the same content about whose stored copies more is known."""
        return Release(base, self if base.name == self.name else None)

    @cached_property
    def full(self) -> View:
        """Return the view of those who may see restricted facts."""
        return View(self.base, alike=self.alike.full if self.alike else None)

    @cached_property
    def withheld(self) -> View:
        """Return the view of everybody else: as if restricted facts never were."""
        alike = self.alike.withheld if self.alike else None
        return View(self.base.without_restricted, alike=alike)

    def view(self, *, withhold: bool) -> View:
        """Return one of the two views."""
        return self.withheld if withhold else self.full
