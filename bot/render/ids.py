"""What buttons and menus carry in their custom_id: profile, fact, release and little else."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Act(StrEnum):
    """What a button below a fact does."""

    SOURCES = "s"
    RELATED = "r"
    CITE = "c"
    SHARE = "h"
    OPEN = "o"
    PASSAGE = "p"


class List(StrEnum):
    """A list that is paged."""

    SOURCES = "s"
    """All sources; about nothing."""
    RECORDS = "f"
    """The full sources behind a fact; about profile/fact, and @day where one was asked for."""
    PASSAGES = "g"
    """What stands at the places behind a fact; about the same."""
    RELATED = "r"
    """The other facts of a fact's topic; about profile/fact."""
    SUPPORTED = "u"
    """The facts that a source supports; about that source."""
    TOPICS = "p"
    """A profile's topics; about that profile."""
    TOPIC = "t"
    """A topic's facts; about profile/topic."""
    TIMELINE = "l"
    """Dated facts; about profile/from/to."""
    DISPUTES = "d"
    """What sources disagree on; about that profile."""


@dataclass(frozen=True, slots=True)
class FactId:
    """A button about one fact, as it was shown."""

    act: Act
    profile: str
    fact: str
    release: str
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class SilenceId:
    """The button that shares an abstention."""

    reason: str
    profile: str
    """Empty where nobody is meant."""
    release: str
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class PageId:
    """A button that turns to a page of a list, or the list's menu."""

    list: List
    about: str
    page: int
    release: str
    is_menu: bool = False


def _unnamed(*patterns: re.Pattern[str]) -> str:
    """Return a pattern that matches what any of these does, without their groups' names."""
    return "|".join(re.sub(r"\?P<\w+>", "?:", pattern.pattern) for pattern in patterns)


FACT = re.compile(
    r"f:(?P<act>[srchop]):(?P<profile>[^:]*):(?P<fact>[^:]*):(?P<release>[^:]*)"
    r"(?::(?P<as_of>[0-9a-f]{1,6}))?"
)
SILENCE = re.compile(
    r"a:(?P<reason>[^:]*):(?P<profile>[^:]*):(?P<release>[^:]*)(?::(?P<as_of>[0-9a-f]{1,6}))?"
)
PAGE = re.compile(r"p:(?P<list>[sfgruptld]):(?P<about>[^:]*):(?P<page>\d+):(?P<release>[^:]*)")
MENU = re.compile(r"m:(?P<list>[sfgruptld]):(?P<about>[^:]*):(?P<page>\d+):(?P<release>[^:]*)")
PRIVATELY = re.compile(r"q:privately")
OTHER = re.compile(rf"(?!(?:{_unnamed(FACT, SILENCE, PAGE, MENU, PRIVATELY)})\Z).*", re.DOTALL)
"""Whatever no build of ours understands any more."""


def fact_id(id_: FactId) -> str:
    """Return the custom_id of a button about a fact."""
    return f"f:{id_.act}:{id_.profile}:{id_.fact}:{id_.release}{_day(id_.as_of)}"


def read_fact_id(match: re.Match[str]) -> FactId:
    """Return what a button about a fact carries."""
    return FactId(
        Act(match["act"]),
        match["profile"],
        match["fact"],
        match["release"],
        _read_day(match["as_of"]),
    )


def silence_id(id_: SilenceId) -> str:
    """Return the custom_id of the button that shares an abstention."""
    return f"a:{id_.reason}:{id_.profile}:{id_.release}{_day(id_.as_of)}"


def read_silence_id(match: re.Match[str]) -> SilenceId:
    """Return what the button that shares an abstention carries."""
    day = _read_day(match["as_of"])
    return SilenceId(match["reason"], match["profile"], match["release"], day)


def page_id(id_: PageId) -> str:
    """Return the custom_id of a list's button or menu."""
    kind = "m" if id_.is_menu else "p"
    return f"{kind}:{id_.list}:{id_.about}:{id_.page}:{id_.release}"


def read_page_id(match: re.Match[str]) -> PageId:
    """Return what a list's button or menu carries."""
    is_menu = match.string.startswith("m:")
    page = min(int(match["page"]), 10**6)
    return PageId(List(match["list"]), match["about"], page, match["release"], is_menu)


def fact_path(profile: str, fact: str, as_of: date | None = None) -> str:
    """Return what a list about one fact carries."""
    return f"{profile}/{fact}" + (f"@{as_of.toordinal():x}" if as_of else "")


def read_fact_path(about: str) -> tuple[str, str, date | None]:
    """Return profile, fact and day of what a list about one fact carries."""
    path, _, day = about.partition("@")
    profile, _, fact = path.partition("/")
    return profile, fact, _read_day(day)


def _day(day: date | None) -> str:
    return f":{day.toordinal():x}" if day else ""


def _read_day(text: str | None) -> date | None:
    try:
        return date.fromordinal(int(text, 16)) if text else None
    except (ValueError, OverflowError):  # a custom_id that no build of ours wrote
        return None
