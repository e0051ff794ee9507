"""Errors planted in facts, by rules of their own: they know nothing of the check.

Each kind finds its sites in the words of statements and claims alone, and draws the site and
what stands there instead from a generator with a seed. One error at a time, each in its own
copy of the base.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from knowledge.base import FactBase, ProfileFacts
from knowledge.model.fact import Fact


class Kind(StrEnum):
    DIGIT = "digit"
    MONTH = "month"
    NAME = "name"
    UNIT = "unit"
    HOLDER = "holder"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: the statement of a fact, or a text of one of its claims."""

    profile: str
    fact: str
    claim: int | None
    key: str


@dataclass(frozen=True, slots=True)
class Site:
    """A stretch of a text that may be made wrong."""

    place: Place
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Planted:
    """An error: where it is, and the text before and after."""

    kind: Kind
    place: Place
    before: str
    after: str
    was: str
    now: str

    def __str__(self) -> str:
        where = f"{self.place.profile}/{self.place.fact} ({self.place.key})"
        return f"{where}: {self.was!r} made {self.now!r}"


MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_NAME = re.compile(
    r"(?<![.!?:…] )(?<!^)(?<![\"“(])\b(?!(?:" + "|".join(MONTHS) + r")\b)"
    r"[A-ZÀ-ÞА-ЯҲ][\w’'-]*[\w](?: [A-ZÀ-ÞА-ЯҲ][\w’'-]*[\w])*"
)
_COUNTED = (
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty)[ -]"
)
_FAMILIES = (
    ("hundred", "thousand", "million", "billion"),
    ("minute", "hour", "day", "week", "month", "year"),
    ("kilometer", "meter", "mile"),
    ("dollar", "euro", "ruble"),
)
_SIGNS = "$€£"
_INVENTED = (
    *(
        "Zorvan Kettleby",
        "Ilmari Quandt",
        "Odessa Brindlewood",
        "Tamsin Varrok",
        "Pell Ashgrove",
    ),
    *("Norbrecht", "Ulmarsh", "Kestrel Bay", "Varnholt", "East Pomfry", "Quillon Institute"),
    *("Harrow Dispatch", "Dorvania", "Saltmere", "Brannick Council"),
)


def plant(base: FactBase, kind: Kind, count: int, seed: int) -> tuple[Planted, ...]:
    """Return errors of one kind, no two alike."""
    # a string seeds the generator the same way on every machine
    chance = random.Random(f"{seed} {kind.value}")
    sites = sorted(_SITES[kind](base), key=lambda site: (str(site.place), site.start))
    found: dict[tuple[Place, str], Planted] = {}
    tries = 0
    while sites and len(found) < count and tries < count * 50:
        tries += 1
        site = chance.choice(sites)
        now = chance.choice(_OTHERS[kind](base, site))
        after = site.text[: site.start] + now + site.text[site.end :]
        was = site.text[site.start : site.end]
        if after != site.text:
            error = Planted(kind, site.place, site.text, after, was, now)
            found.setdefault((site.place, after), error)
    return tuple(found.values())


def with_error(base: FactBase, error: Planted) -> FactBase:
    """Return a copy of the base that holds the one fact with the error, and no other."""
    held = base.profiles[error.place.profile]
    fact = held.by_id[error.place.fact]
    text = {error.place.key: error.after}
    if error.place.claim is None:
        wrong = fact.model_copy(update=text)
    else:
        claims = list(fact.claims)
        claims[error.place.claim] = claims[error.place.claim].model_copy(update=text)
        wrong = fact.model_copy(update={"claims": tuple(claims)})
    return replace(base, profiles=_alone(base, held, wrong))


def _alone(base: FactBase, held: ProfileFacts, fact: Fact) -> Mapping[str, ProfileFacts]:
    empty = {id_: replace(one, facts=()) for id_, one in base.profiles.items()}
    return {**empty, held.profile.id: replace(held, facts=(fact,))}


def _texts(base: FactBase) -> Iterator[tuple[Place, str]]:
    for id_, held in base.profiles.items():
        for fact in held.facts:
            yield Place(id_, fact.id, None, "statement"), fact.statement
            for number, claim in enumerate(fact.claims):
                yield Place(id_, fact.id, number, "statement"), claim.statement


def _matching(pattern: re.Pattern[str]) -> Callable[[FactBase], Iterator[Site]]:
    def sites(base: FactBase) -> Iterator[Site]:
        for place, text in _texts(base):
            for match in pattern.finditer(text):
                yield Site(place, match.start(), match.end(), text)

    return sites


def _unit_sites(base: FactBase) -> Iterator[Site]:
    words = "|".join(word for family in _FAMILIES for word in family)
    for pattern in (
        re.compile(rf"(?i)(?<=[\d a-z-])(?:{words})(?=s?\b)"),
        re.compile(rf"[{re.escape(_SIGNS)}](?=\d)"),
    ):
        for site in _matching(pattern)(base):
            is_sign = site.text[site.start] in _SIGNS
            before = site.text[: site.start].removesuffix("US ")
            if is_sign or re.search(rf"(?i){_COUNTED}(?:million )?$", before):
                yield site


def _holder_sites(base: FactBase) -> Iterator[Site]:
    for id_, held in base.profiles.items():
        for fact in held.facts:
            for number, claim in enumerate(fact.claims):
                place = Place(id_, fact.id, number, "holder")
                yield Site(place, 0, len(claim.holder), claim.holder)


def _other_digits(_: FactBase, site: Site) -> tuple[str, ...]:
    return tuple(digit for digit in "123456789" if digit != site.text[site.start])


def _other_months(_: FactBase, site: Site) -> tuple[str, ...]:
    return tuple(month for month in MONTHS if month != site.text[site.start : site.end])


def _other_names(base: FactBase, site: Site) -> tuple[str, ...]:
    """Return as many known names as invented ones, none of them with a word of the old."""
    was = set(re.findall(r"\w+", site.text[site.start : site.end].lower()))
    known = {
        name
        for held in base.profiles.values()
        for name in (held.profile.name, *(one.name for one in held.profile.persons))
        if name and not was & set(re.findall(r"\w+", name.lower()))
    }
    names = sorted(known)
    ending = "'s" if re.search(r"['’]s$", site.text[site.start : site.end]) else ""
    return tuple(f"{name}{ending}" for name in (*names, *_INVENTED[: len(names) or None]))


def _other_units(_: FactBase, site: Site) -> tuple[str, ...]:
    was = site.text[site.start : site.end]
    family = next((one for one in _FAMILIES if was.lower() in one), tuple(_SIGNS))
    return tuple(unit for unit in family if unit != was.lower())


def _other_holders(base: FactBase, site: Site) -> tuple[str, ...]:
    """Return the holders who are somebody else: of another name before the first comma."""
    was = _who(site.text)
    holders = {
        claim.holder
        for held in base.profiles.values()
        for fact in held.facts
        for claim in fact.claims
    }
    return tuple(sorted(one for one in holders if _who(one) != was))


def _who(holder: str) -> str:
    return holder.partition(",")[0].lower()


_SITES: Mapping[Kind, Callable[[FactBase], Iterator[Site]]] = {
    Kind.DIGIT: _matching(re.compile(r"\d")),
    Kind.MONTH: _matching(_MONTH),
    Kind.NAME: _matching(_NAME),
    Kind.UNIT: _unit_sites,
    Kind.HOLDER: _holder_sites,
}
_OTHERS: Mapping[Kind, Callable[[FactBase, Site], tuple[str, ...]]] = {
    Kind.DIGIT: _other_digits,
    Kind.MONTH: _other_months,
    Kind.NAME: _other_names,
    Kind.UNIT: _other_units,
    Kind.HOLDER: _other_holders,
}
