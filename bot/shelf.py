"""One release as every level of access sees it, with each view built once."""

from dataclasses import dataclass, field
from functools import cached_property

from bot.access import Allowed, profile_lists
from bot.cards import Cards
from bot.config import Config
from bot.offers import Offers
from bot.recent import Recent
from knowledge.decide import POLICY, Policy
from knowledge.narrow import narrowed
from knowledge.release import Release, View

_Key = tuple[tuple[str, ...] | None, bool]


@dataclass(frozen=True)
class Shown:
    """A view with what autocomplete offers of it."""

    view: View

    @cached_property
    def offers(self) -> Offers:
        """Return the questions that the view can answer, by their words."""
        return Offers(self.view)

    @cached_property
    def cards(self) -> Cards:
        """Return the cards of facts, each made once for as long as this release runs."""
        return Cards(self.view)

    @cached_property
    def recent(self) -> Recent:
        """Return what answers the questions, and knows the answers of late."""
        return Recent(self.view)


@dataclass(frozen=True, slots=True)
class Seen:
    """What one asker may see at one place."""

    allowed: Allowed
    private: Shown
    public: Shown

    @property
    def view(self) -> View:
        """Return what may be shown to the asker alone."""
        return self.private.view

    @property
    def open(self) -> View:
        """Return what may be shown to everybody there."""
        return self.public.view

    @property
    def default_profile(self) -> str | None:
        """Return whom a question that names nobody is about, where that person may be seen."""
        wanted = self.allowed.default_profile
        return wanted if wanted in self.view.base.profiles else None

    @property
    def releases(self) -> frozenset[str]:
        """Return the names under which the running release goes here."""
        return frozenset({self.view.name, self.open.name})


@dataclass(frozen=True)
class Shelf:
    """A release with the views that have been asked for; replaced as a whole on reload."""

    release: Release
    policy: Policy = POLICY
    """How sure an answer has to be."""
    _shown: dict[_Key, Shown] = field(default_factory=dict)

    def seen(self, allowed: Allowed) -> Seen:
        """Return what somebody with that access sees."""
        public = self._show(allowed.profiles, withhold=True)
        if not allowed.sees_restricted:
            return Seen(allowed, public, public)
        return Seen(allowed, self._show(allowed.profiles, withhold=False), public)

    def build(self, config: Config) -> None:
        """Build every view that the settings can lead to, so that no answer waits for one."""
        for profiles in profile_lists(config):
            for withhold in (True, False) if config.access.restricted_roles else (True,):
                shown = self._show(profiles, withhold=withhold)
                _ = (shown.view.index, shown.view.name, shown.offers)

    def _show(self, profiles: tuple[str, ...] | None, *, withhold: bool) -> Shown:
        key = (profiles, withhold)
        if key not in self._shown:
            whole = self.release.view(withhold=withhold)
            view = whole if profiles is None else View(narrowed(whole.base, profiles))
            self._shown[key] = Shown(view)
        return self._shown[key]
